/** Who runs the pairs of a sweep: threads of this process here, workers over a queue in queue/. BAL-10, DST-01. */
import { availableParallelism } from 'node:os';
import { Fault } from '../files/faults.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import type { Keep } from './keep.ts';
import type { PairRecord } from './pair.ts';
import type { WorkerAnswer } from './pair-work.ts';
import { workersFor } from './workers.ts';

export interface PairsToRun extends Required<Keep> {
  readonly sweep: LoadedSweep;
  /** The hash of the sweep. */
  readonly hash: string;
  readonly outDir: string;
  readonly verifyShare: number;
  /** Pairs by their index. */
  readonly left: readonly number[];
  /** Threads; all cores where it is null. */
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

/** Pairs for a thread: one that it runs, one that waits for it, one whose record goes to the disk. */
const QUEUED = 3;

/** Runs pairs in threads of this process. */
export const inThreads =
  (startWorkers = workersFor): PairRunner =>
  async ({ sweep, outDir, keepRuns, keepPairs, verifyShare, left, signal, onRecord, ...work }) => {
    const threads = Math.min(work.threads ?? availableParallelism(), left.length);
    const { base, grid } = sweep;
    const setup = { sweep: { base, grid }, outDir, keepRuns, keepPairs, verifyShare };
    const pool = startWorkers(setup, threads, left.length);
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
        if (running.size >= QUEUED * threads) await Promise.race(running);
      }
      await Promise.all(running);
    } finally {
      await pool.destroy();
    }
    if (errors.length > 0) throw errors[0];
  };
