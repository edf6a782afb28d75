/** What a worker does: takes blocks of every sweep over the queue, runs their pairs in threads, hands records back. DST-01. */
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { Fault } from '../../files/faults.ts';
import { onOneLine } from '../../printable.ts';
import type { WorkerAnswer } from '../pair-work.ts';
import { recordLine } from '../record-line.ts';
import { SweepFolder } from '../sweep-folder.ts';
import { threadsFor } from '../workers.ts';
import { announcementSchema, readBlock, readPlan, readText, type Plan, type Presence } from './messages.ts';
import { refusal, thisProgram } from './program.ts';
import {
  connect,
  BLOCK,
  isReply,
  LOCK,
  plainly,
  planKey,
  PREFIX,
  queueEngine,
  queueName,
  SWEEPS,
  workersKey,
  type QueueAddress,
} from './redis.ts';

export interface WorkOptions {
  readonly threads: number;
  /** The folder of the sweep, as this machine sees it, where the files of runs are kept. DST-02. */
  readonly runs: string | null;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
}

/** A sweep that this worker takes part in, or refuses. */
interface Served {
  readonly refuses: string | null;
  /** Where Redis is there, when the blocks in hand are done. */
  readonly close: (isThere: boolean) => Promise<void>;
}

/** Milliseconds until the next look at what sweeps there are, where none is announced before. */
const LOOK = 2_000;

/** Takes blocks until it is told to stop; then it finishes those in hand. @throws Fault */
export async function workOn(address: QueueAddress, options: WorkOptions): Promise<void> {
  const client = await connect(address);
  const program = thisProgram();
  const id = randomUUID();
  const { tell, signal, threads } = options;
  const served = new Map<string, Served>();
  let beat = 0;
  client.on('close', () => {
    if (!signal.aborted) tell(`${address.shown} is gone: trying again until it is back`);
  });
  client.on('ready', () => {
    tell(`${address.shown} is back`);
  });
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  // a connection that listens can do nothing else
  const listening = await connect(address).catch((error: unknown) => {
    client.disconnect();
    throw error;
  });
  let wake = (): void => undefined;
  listening.on('message', () => {
    wake();
  });
  const look = async (): Promise<void> => {
    const sweeps = await client.hgetall(SWEEPS);
    for (const [hash, text] of Object.entries(sweeps)) {
      const announced = readText(announcementSchema, text);
      if (served.has(hash) || announced === null || !/^[0-9a-f]{64}$/.test(hash)) continue;
      const refuses = refusal(program, announced);
      const opened = refuses ?? (await openSweep(client, hash, options));
      if (typeof opened === 'string') tell(`sweep ${hash.slice(0, 12)}: refused: ${opened}`);
      else tell(`sweep ${hash.slice(0, 12)}: takes part`);
      served.set(
        hash,
        typeof opened === 'string' ? { refuses: opened, close: () => Promise.resolve() } : opened,
      );
    }
    for (const [hash, { refuses, close }] of served) {
      if (Object.hasOwn(sweeps, hash)) {
        const presence: Presence = { host: hostname(), pid: process.pid, threads, refuses, beat };
        await client.hset(workersKey(hash), id, JSON.stringify(presence));
        continue;
      }
      served.delete(hash);
      await close(true);
      // what the engine wrote for this worker after the coordinator had tidied up
      const own = `${PREFIX}:${queueName(hash)}`;
      await client.del(`${own}:meta`, `${own}:stalled-check`);
      tell(`sweep ${hash.slice(0, 12)}: has ended`);
    }
    beat++;
  };
  let refused = '';
  /** What the engine refuses it may accept later: the worker is there until it is told to stop. */
  const lookAgain = async (): Promise<void> => {
    try {
      await look();
      refused = '';
    } catch (error) {
      if (!isReply(error)) throw error;
      if (error.message !== refused)
        tell(
          `${address.shown} refuses a command (${onOneLine(error.message)}): trying again until it does not`,
        );
      refused = error.message;
    }
  };
  let looking = Promise.resolve();
  try {
    await listening.subscribe(SWEEPS);
    tell(`worker of ${String(threads)} threads on ${hostname()} waits for sweeps on ${address.shown}`);
    while (!signal.aborted) {
      const news = new Promise<void>((resolve) => {
        wake = resolve;
      });
      // while Redis is away a look waits for it
      looking = lookAgain();
      await Promise.race([looking, stopped]);
      await Promise.race([stopped, news, wait(LOOK, undefined, { ref: false })]);
    }
    // a sweep may be just begun or left, and what a look has opened nobody else closes
    if (client.status === 'ready') await looking;
  } catch (error) {
    throw plainly(address, error);
  } finally {
    await leave(client, id, served);
    listening.disconnect();
  }
}

/** Hands over what is in hand, and says that this worker is gone, where somebody hears it. */
async function leave(client: Redis, id: string, served: ReadonlyMap<string, Served>): Promise<void> {
  const isThere = client.status === 'ready';
  for (const { close } of served.values()) await close(isThere);
  if (isThere) for (const hash of served.keys()) await client.hdel(workersKey(hash), id).catch(() => 0);
  client.disconnect();
}

/** Begins to take blocks of a sweep; a text says why not. */
async function openSweep(client: Redis, hash: string, options: WorkOptions): Promise<Served | string> {
  const plan = readPlan(await client.get(planKey(hash)), hash);
  if (typeof plan === 'string') return plan;
  const files = filesRefused(plan, options.runs);
  if (files !== null) return files;
  const { Worker, UnrecoverableError } = await queueEngine();
  const { sweep, keepRuns, keepPairs, verifyShare } = plan;
  const setup = {
    sweep: { base: sweep.base, grid: sweep.grid },
    ...{ outDir: options.runs ?? '', keepRuns, keepPairs, verifyShare },
  };
  const pool = threadsFor(setup, options.threads);
  const line = async (index: number): Promise<string> => {
    const { record, fault } = (await pool.run(index)) as WorkerAnswer;
    if (record === null) throw new Error(fault.message);
    return recordLine(record, hash);
  };
  const connection = client.duplicate();
  connection.on('error', () => undefined);
  const worker: Worker = new Worker(
    queueName(hash),
    async ({ data }: { data: unknown }) => {
      const block = readBlock(data, plan);
      if (typeof block === 'string') throw new UnrecoverableError(`a block was refused: ${block}`);
      return Promise.all(block.pairs.map(line));
    },
    {
      connection,
      prefix: PREFIX,
      // while the records of one block are on their way the threads have another
      concurrency: 1 + Math.ceil(options.threads / BLOCK),
      lockDuration: LOCK,
      stalledInterval: LOCK / 2,
      // a worker that is killed takes nothing from its block; one that kills workers is not looked for
      maxStalledCount: 100,
    },
  );
  // what becomes of a block the coordinator sees; a connection that is lost is made again
  worker.on('error', () => undefined);
  worker.on('failed', (_, error) => {
    options.tell(`a block failed: ${error.message}`);
  });
  const close = async (isThere: boolean): Promise<void> => {
    if (isThere) await worker.close();
    connection.disconnect();
    await pool.destroy();
  };
  return { refuses: null, close };
}

/** Why the files of this sweep's runs cannot be written here, in words; null where they can, or none are asked for. DST-02. */
function filesRefused(plan: Plan, runs: string | null): string | null {
  if (!plan.keepRuns && plan.keepPairs.length === 0) return null;
  if (runs === null)
    return 'it keeps files of runs: start the worker with --runs DIR, the --out-dir of the sweep as this machine sees it';
  try {
    const found = new SweepFolder(runs).readManifest();
    return found?.sweep_sha256 === plan.hash ? null : `${runs} is not the folder of this sweep`;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
}
