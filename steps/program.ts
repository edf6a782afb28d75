/** The program, run in this process: a command line goes in; exit status, stdout and stderr come out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLine } from '../src/cli/main.ts';

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Collects what is written to a stream, in place of writing it; no terminal reads along. */
function collect(stream: NodeJS.WriteStream): { readonly text: () => string; readonly restore: () => void } {
  const { isTTY } = stream;
  const write = stream.write.bind(stream);
  let text = '';
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  stream.isTTY = false;
  return {
    text: () => text,
    restore: () => {
      stream.write = write;
      stream.isTTY = isTTY;
    },
  };
}

/** What commands leave for the end of a process. */
const exitStatus = (): number => Number(process.exitCode ?? 0);

/** Runs the words after the program's name, in a folder. The process has one folder and one output: one at a time. */
export async function ringspec(words: readonly string[], folder: string): Promise<Ended> {
  const home = process.cwd();
  const before = process.exitCode;
  const [stdout, stderr] = [collect(process.stdout), collect(process.stderr)];
  process.chdir(folder);
  process.exitCode = undefined;
  try {
    await runLine(['node', 'ringspec', ...words]);
    return { status: exitStatus(), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
    process.exitCode = before;
    process.chdir(home);
  }
}

export const program = fileURLToPath(new URL('../bin/ringspec', import.meta.url));

/** Runs it in a process of its own, and interrupts it once a pair of the sweep in `out` is complete. */
export async function interrupted(words: readonly string[], folder: string): Promise<Ended> {
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const pairs = join(folder, 'out', 'aggregate', 'pairs');
  const watch = setInterval(() => {
    if (!existsSync(pairs) || !readdirSync(pairs).some((name) => name.endsWith('.ndjson'))) return;
    clearInterval(watch);
    child.kill('SIGINT');
  }, 20);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  return { status: status ?? -1, ...said };
}
