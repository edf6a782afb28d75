/** A whole sweep: pairs on every core, the same bytes in any order, resumed where it was cut off. BAL-10, OUT-14. */
import { availableParallelism } from 'node:os';
import { OutputFault } from '../files/output-fault.ts';
import { pointCount } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { aggregate, type Summary } from './aggregate.ts';
import { inShard, manifestFor, SweepFolder, type Shard, type SweepManifest } from './sweep-folder.ts';
import type { WorkerAnswer } from './sweep-worker.ts';
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
  /** Null for a shard, and for a sweep that was interrupted. */
  readonly summary: Summary | null;
}

/** Runs what is left of a sweep and, when every pair is there, what is over all of them. */
export async function runSweep(sweep: LoadedSweep, options: SweepOptions): Promise<SweepResult> {
  const { outDir, shard, keepRuns, verifyShare } = options;
  const folder = new SweepFolder(outDir);
  const manifest = manifestFor({ sweep, verifyShare, shard, keepRuns });
  folder.begin(manifest, options.resume);
  const progress = await runPairs(sweep, folder, options);
  if (progress.done + progress.before < progress.total) return { interrupted: true, progress, summary: null };
  const summary = shard === null ? aggregate(folder, sweep) : null;
  folder.writeManifest(finished(manifest, summary));
  return { interrupted: false, progress, summary };
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

async function runPairs(sweep: LoadedSweep, folder: SweepFolder, options: SweepOptions): Promise<Progress> {
  const { shard, signal, onProgress } = options;
  const count = pointCount(sweep.grid);
  let progress = { total: 0, before: 0, done: 0, failed: 0 };
  for (let index = 0; index < count; index++) {
    if (!inShard(index, shard)) continue;
    progress.total++;
    if (folder.isDone(index)) progress.before++;
  }
  if (progress.before === progress.total) return progress;
  const threads = Math.min(options.workers ?? availableParallelism(), progress.total - progress.before);
  const pool = workersFor(
    {
      sweep: { base: sweep.base, grid: sweep.grid },
      outDir: options.outDir,
      keepRuns: options.keepRuns,
      verifyShare: options.verifyShare,
    },
    threads,
  );
  const running = new Set<Promise<void>>();
  const faults: OutputFault[] = [];
  const start = async (index: number): Promise<void> => {
    const { failed, fault } = (await pool.run(index, { signal })) as WorkerAnswer;
    if (fault !== null) {
      faults.push(new OutputFault(fault.message, fault.exitStatus));
      return;
    }
    progress = { ...progress, done: progress.done + 1, failed: progress.failed + (failed ? 1 : 0) };
    onProgress(progress);
  };
  try {
    for (let index = 0; index < count; index++) {
      if (signal.aborted || faults.length > 0) break;
      if (!inShard(index, shard) || folder.isDone(index)) continue;
      const job: Promise<void> = start(index).finally(() => running.delete(job));
      running.add(job);
      if (running.size >= 2 * threads) await Promise.race(running);
    }
    await Promise.all(running);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await pool.destroy();
  }
  if (faults[0] !== undefined) throw faults[0];
  return progress;
}
