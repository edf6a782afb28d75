/** A whole sweep: pairs on every core, the same bytes in any order, resumed where it was cut off. BAL-10, OUT-14. */
import { availableParallelism } from 'node:os';
import { Fault } from '../files/faults.ts';
import { pointCount } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { aggregate, type Summary } from './aggregate.ts';
import { PairRecords } from './pair-records.ts';
import { pairsLeft } from './resume.ts';
import {
  inLocked,
  manifestFor,
  shardIndices,
  SweepFolder,
  type Shard,
  type SweepManifest,
} from './sweep-folder.ts';
import { firstPairs, plannedPairs, seedPlan } from './seed-plan.ts';
import type { WorkerAnswer } from './pair-work.ts';
import { workersFor } from './workers.ts';

export interface SweepOptions {
  readonly outDir: string;
  /** Threads; all cores where it is null. */
  readonly workers: number | null;
  readonly resume: boolean;
  readonly shard: Shard | null;
  /** Whether the files of every run are written, or only what the pairs came to. */
  readonly keepRuns: boolean;
  /** Share of pairs that is run in decimals, too. */
  readonly verifyShare: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Told of every pair that was complete and is run again, and why. */
  readonly onDamage: (fault: string) => void;
}

export interface Progress {
  /** Pairs of this sweep (or shard), those that were there before, and those done since. */
  readonly total: number;
  readonly before: number;
  readonly done: number;
  readonly failed: number;
}

export interface SweepResult {
  readonly interrupted: boolean;
  readonly progress: Progress;
  readonly records: PairRecords;
  /** Null for a shard, and for a sweep that was interrupted. */
  readonly summary: Summary | null;
}

/** Runs what is left of a sweep and, when every pair is there, what is over all of them. */
export async function runSweep(
  sweep: LoadedSweep,
  options: SweepOptions,
  startWorkers = workersFor,
): Promise<SweepResult> {
  const { outDir, shard, keepRuns, verifyShare, resume } = options;
  if (shard !== null && sweep.grid.precision !== null)
    throw new Fault('--shard: a sweep with a precision decides as a whole how many seeds it has', 'usage');
  const folder = new SweepFolder(outDir);
  const manifest = manifestFor({ sweep, verifyShare, shard, keepRuns });
  const records = new PairRecords(outDir, manifest.sweep_sha256);
  const mayBegin = (): boolean => folder.isFresh(manifest, resume);
  return inLocked(outDir, mayBegin, async (isFresh) => {
    if (isFresh) folder.writeManifest(manifest);
    const stage = async (all: number[], isNew: boolean): Promise<Progress> => {
      const left = isNew ? all : pairsLeft(sweep, records, all, options.onDamage);
      const begun = { total: all.length, before: all.length - left.length, done: 0, failed: 0 };
      return runPairs(left, sweep, records, options, startWorkers, begun);
    };
    const { grid } = sweep;
    const all = grid.precision === null ? [...shardIndices(pointCount(grid), shard)] : firstPairs(grid);
    let progress = await stage(all, isFresh);
    // the second stage has the seeds that the first one asks for. EXP-05
    if (grid.precision !== null && progress.done + progress.before === progress.total)
      progress = await stage([...plannedPairs(grid, seedPlan(grid, records).run)], false);
    if (progress.done + progress.before < progress.total)
      return { interrupted: true, progress, records, summary: null };
    const summary = shard === null ? aggregate(outDir, records, sweep) : null;
    folder.writeManifest(finished(manifest, summary));
    return { interrupted: false, progress, records, summary };
  });
}

/** The manifest of a sweep that is complete. A shard's own counts come with the merge. */
export function finished(manifest: SweepManifest, summary: Summary | null): SweepManifest {
  if (summary === null) return manifest;
  return {
    ...manifest,
    verification: { ...manifest.verification, verified_pairs: summary.verified },
    completed_pairs: summary.pairs - summary.failed,
    failed_pairs: summary.failed,
  };
}

async function runPairs(
  left: readonly number[],
  sweep: LoadedSweep,
  records: PairRecords,
  options: SweepOptions,
  startWorkers: typeof workersFor,
  begun: Progress,
): Promise<Progress> {
  const { signal, onProgress, outDir, keepRuns, verifyShare } = options;
  let progress = begun;
  if (left.length === 0) return progress;
  const threads = Math.min(options.workers ?? availableParallelism(), left.length);
  const { base, grid } = sweep;
  const pool = startWorkers({ sweep: { base, grid }, outDir, keepRuns, verifyShare }, threads, left.length);
  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const start = async (index: number): Promise<void> => {
    try {
      const { record, fault } = (await pool.run(index, { signal })) as WorkerAnswer;
      if (record === null) throw new Fault(fault.message, fault.ending);
      await records.write(record);
      progress = {
        ...progress,
        done: progress.done + 1,
        failed: progress.failed + (record.status === 'failed' ? 1 : 0),
      };
      onProgress(progress);
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
  return progress;
}

/** Pairs for a thread: one that it runs, one that waits for it, one whose record goes to the disk. */
const QUEUED = 3;
