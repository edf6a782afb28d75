/** A real Redis or Valkey, workers and coordinators, each a process of its own that ends with the test. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { program as ringspec } from '../../program.ts';

export const scratch = scratchFolder();
export const place = (name: string): string => join(scratch, name);

/** A sweep of small rings at two values of κ, into a folder of the test. */
export const smallSweep = (out: string, ...more: string[]): string[] => [
  ...['sweep', 'balanced', '--out-dir', place(out)],
  ...['--n-agents', '12', '--allow-small-ring', '--total-debt', '1200', '--periods', '12'],
  ...['--kappas', '0.5,2', ...more],
];

const children: ChildProcess[] = [];
/** Counts up with everything that a started process says. */
let signs = 0;

/** Ends every process that the test started. */
export function tidy(): void {
  for (const child of children) child.kill('SIGKILL');
}

export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it has said so far, on both streams. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

export function start(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Started {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      signs++;
    });
  const ended = once(child, 'close').then(([status]) => status as number | null);
  assert.ok(child.pid !== undefined, `${command} could not be started: test/needs.sh gets what tests need`);
  return { child, pid: child.pid, said: () => said, ended };
}

/** Seconds without a sign of any process after which it counts as hung, however slow the machine is. */
const SILENCE = 600;

/** Waits until something holds, for as long as the processes that were started say anything. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  let [seen, at] = [signs, performance.now()];
  while (!holds()) {
    if (seen !== signs) [seen, at] = [signs, performance.now()];
    if (performance.now() - at > 1000 * SILENCE)
      assert.fail(`${what}: not yet, and nothing was said for ${String(SILENCE)} s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export interface Engine extends Started {
  readonly port: number;
  readonly url: string;
}

/** Starts `redis-server` on a free port, or on the one that is named. */
export async function startRedis(
  { port, more = [] }: { port?: number; more?: readonly string[] } = {},
  program = 'redis-server',
): Promise<Engine> {
  const on = port ?? (await freePort());
  const started = start(program, ['--port', String(on), '--save', '', '--dir', scratch, ...more]);
  await until(() => /Ready to accept connections/i.test(started.said()), `${program} is ready`);
  return { ...started, port: on, url: `redis://127.0.0.1:${String(on)}` };
}

export const worker = (url: string, ...more: string[]): Started =>
  start(process.execPath, [ringspec, 'worker', '--queue', url, '--threads', '1', ...more]);

export const kill = async (started: Started, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
  started.child.kill(signal);
  await started.ended;
};

/** A client of the test's own, which may do what a stranger on the port can. */
export const stranger = (url: string): Redis => new Redis(url, { maxRetriesPerRequest: null });
