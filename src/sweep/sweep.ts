/** A whole sweep: pairs on every core, the same bytes in any order, resumed where it was cut off. BAL-10, OUT-14. */
import { Fault } from '../files/faults.ts';
import { pointCount, type Grid } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { aggregate, type Summary } from './aggregate.ts';
import type { Keep } from './keep.ts';
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
import { inThreads, type PairRunner } from './run-pairs.ts';

export interface SweepOptions extends Keep {
  readonly outDir: string;
  /** Threads; all cores where it is null. */
  readonly workers: number | null;
  readonly resume: boolean;
  readonly shard: Shard | null;
  /** Share of pairs that is run in decimals, too. */
  readonly verifyShare: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Told of pairs that nobody could run, and why: they are left for --resume. DST-04. */
  readonly onLost?: (pairs: readonly number[], why: string) => void;
  /** Told of every pair that was complete and is run again, and why. */
  readonly onDamage: (fault: string) => void;
}

export interface Progress {
  /** Pairs of this sweep (or shard), those that were there before, and those done since. */
  readonly total: number;
  readonly before: number;
  readonly done: number;
  readonly failed: number;
  /** Of workers over a queue, one host for each. */
  readonly hosts?: readonly string[];
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
  runner: PairRunner = inThreads(),
): Promise<SweepResult> {
  const { outDir, shard, keepRuns, keepPairs = [], verifyShare, resume } = options;
  const keep = { keepRuns, keepPairs };
  if (shard !== null && isStaged(sweep.grid))
    throw new Fault(
      '--shard: a sweep with a precision or a frontier decides as a whole which pairs it has',
      'usage',
    );
  const folder = new SweepFolder(outDir);
  const manifest = manifestFor({ sweep, verifyShare, shard, ...keep });
  const records = new PairRecords(outDir, manifest.sweep_sha256);
  const mayBegin = (): boolean => folder.isFresh(manifest, resume);
  return inLocked(outDir, mayBegin, async (isFresh) => {
    if (isFresh) folder.writeManifest(manifest);
    records.makeFolder();
    const stage = async (all: number[], isNew: boolean): Promise<Progress> => {
      const left = isNew ? all : pairsLeft(sweep, records, keep, all, options.onDamage);
      const begun = { total: all.length, before: all.length - left.length, done: 0, failed: 0 };
      return runPairs(left, sweep, records, options, runner, begun);
    };
    const { grid } = sweep;
    let all = isStaged(grid) ? firstPairs(grid) : [...shardIndices(pointCount(grid), shard)];
    let progress = await stage(all, isFresh);
    // each further stage has what the one before it asks for, and reads nothing else. EXP-04, EXP-05
    while (isStaged(grid) && progress.done + progress.before === progress.total) {
      const seen = new Set(all.map((index) => Math.floor(index / grid.replicates)));
      const next = [...plannedPairs(grid, seedPlan(grid, records, (point) => seen.has(point)).run)];
      if (next.length === all.length) break;
      all = next;
      progress = await stage(all, false);
    }
    if (progress.done + progress.before < progress.total)
      return { interrupted: true, progress, records, summary: null };
    records.settle();
    const summary = shard === null ? aggregate(outDir, records, sweep) : null;
    folder.writeManifest(finished(manifest, summary));
    return { interrupted: false, progress, records, summary };
  });
}

/** Whether records decide which pairs follow. */
const isStaged = ({ precision, frontier }: Grid): boolean => precision !== null || frontier !== null;

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
  runner: PairRunner,
  begun: Progress,
): Promise<Progress> {
  const { signal, onProgress, onLost = () => undefined } = options;
  let progress = begun;
  if (left.length === 0) return progress;
  await runner({
    ...{ sweep, hash: records.sweep, left, signal, onLost },
    ...{ outDir: options.outDir, verifyShare: options.verifyShare, threads: options.workers },
    ...{ keepRuns: options.keepRuns, keepPairs: options.keepPairs ?? [] },
    onHosts: (hosts) => {
      progress = { ...progress, hosts };
      onProgress(progress);
    },
    onRecord: async (record) => {
      await records.write(record);
      progress = {
        ...progress,
        done: progress.done + 1,
        failed: progress.failed + (record.status === 'failed' ? 1 : 0),
      };
      onProgress(progress);
    },
  });
  return progress;
}
