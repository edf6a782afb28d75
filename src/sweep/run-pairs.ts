/** Who runs the pairs of a sweep: threads of this process here, workers over a queue in queue/. BAL-10, DST-01. */
import { availableParallelism } from 'node:os';
import { Fault } from '../files/faults.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import type { Keep } from './keep.ts';
import type { PairRecord } from './pair.ts';
import type { WorkerAnswer, WorkerSetup } from './pair-work.ts';
import { inThisThread, isShort, threadsFor, type Workers } from './workers.ts';

export interface PairsToRun extends Required<Keep> {
  readonly sweep: LoadedSweep;
  /** The hash of the sweep. */
  readonly hash: string;
  readonly outDir: string;
  readonly verifyShare: number;
  /** Pairs by their index. */
  readonly left: readonly number[];
  /** Threads; where it is null all cores, or none besides this one if that is sooner. */
  readonly threads: number | null;
  readonly signal: AbortSignal;
  /** Keeps a record; done when it is on the disk. */
  readonly onRecord: (record: PairRecord) => Promise<void>;
  /** Hears which hosts workers run on, one name for each worker. */
  readonly onHosts: (hosts: readonly string[]) => void;
  /** Hears of pairs that nobody could run, and why. */
  readonly onLost: (pairs: readonly number[], why: string) => void;
}

/** Runs pairs until all are run or lost, or the signal says to stop. @throws Fault */
export type PairRunner = (work: PairsToRun) => Promise<void>;

/** This thread for one pair, or for a few where nobody asks for threads. */
function workersFor(setup: WorkerSetup, asked: number | null, left: readonly number[]): Workers {
  const here = left.length === 1 || (asked === null && isShort(setup.sweep, left));
  return here
    ? inThisThread(setup)
    : threadsFor(setup, Math.min(asked ?? availableParallelism(), left.length));
}

/** Runs pairs in threads of this process. */
export const inThreads =
  (startWorkers = workersFor): PairRunner =>
  async ({ sweep, outDir, keepRuns, keepPairs, verifyShare, left, signal, onRecord, ...work }) => {
    const { base, grid } = sweep;
    const setup = { sweep: { base, grid }, outDir, keepRuns, keepPairs, verifyShare };
    const pool = startWorkers(setup, work.threads, left);
    const running = new Set<Promise<void>>();
    const errors: unknown[] = [];
    const start = async (index: number): Promise<void> => {
      try {
        const { record, fault } = (await pool.run(index, { signal })) as WorkerAnswer;
        if (record === null) throw new Fault(fault.message, fault.ending);
        await onRecord(record);
      } catch (error) {
        // a thread that is told to stop gives its pair up
        if (!(signal.aborted && error instanceof Error && error.name === 'AbortError')) errors.push(error);
      }
    };
    try {
      for (const index of left) {
        if (signal.aborted || errors.length > 0) break;
        const job: Promise<void> = start(index).finally(() => running.delete(job));
        running.add(job);
        if (running.size >= pool.ahead) await Promise.race(running);
      }
      await Promise.all(running);
    } finally {
      await pool.destroy();
    }
    if (errors.length > 0) throw errors[0];
  };
