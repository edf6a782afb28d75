/** The same sweep under every reading, on the same seeds. */
import { join } from 'node:path';
import { at } from '../../core/list.ts';
import { Fault } from '../../files/faults.ts';
import type { Effect } from '../../run/metrics/effects.ts';
import { valuesOf } from '../../sweep/tally.ts';
import { runSweep, type Progress } from '../../sweep/sweep.ts';
import { pointCount, type Grid } from '../../scenario/grid.ts';
import { pairComparison, type Comparison } from '../../scenario/regimes.ts';
import { refuseFrontier } from '../../scenario/frontier.ts';
import { parseSweep, type LoadedSweep } from '../../scenario/sweep.ts';
import type { Overrides } from '../../scenario/variants.ts';
import {
  byPoint,
  changes,
  overall,
  pointNames,
  verdictOf,
  type PairEffects,
  type Verdict,
} from './findings.ts';
import { whyIdle, type Evidence } from './idle.ts';
import { idOf, type Reading } from './readings.ts';

/** The text of a scenario or sweep, its name in messages, and what wins over it. */
export interface Source {
  readonly text: string;
  readonly file: string;
  readonly overrides: Overrides;
}

export interface RunOptions {
  readonly folder: string;
  readonly workers: number | null;
  readonly signal: AbortSignal;
  readonly onProgress: (reading: Reading, progress: Progress) => void;
  readonly onDamage: (fault: string) => void;
}

/** What a reading came to, beside the scenario as written. Effects are in units of default rate. */
export interface Outcome {
  readonly reading: Reading;
  readonly overall: Effect;
  readonly verdict: Verdict;
  /** Reading minus as written, on the same seeds; null as written, and where the seeds are others. */
  readonly change: Effect | null;
  readonly points: readonly { readonly effect: Effect; readonly verdict: Verdict }[];
  readonly failures: readonly { readonly index: number; readonly errors: readonly string[] }[];
}

/** A reading that cannot matter, why, and whose figures are its own. */
export interface Idle {
  readonly reading: Reading;
  readonly because: string;
  readonly sameAs: Reading;
}

export interface Sensitivity {
  readonly grid: Grid;
  readonly pairs: number;
  readonly pointNames: readonly string[];
  /** As written first. */
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  readonly idle: readonly Idle[];
}

/** What is known of a reading once it was run, or found to be the same as another. */
interface Known {
  readonly reading: Reading;
  readonly sweep: LoadedSweep;
  readonly effects: PairEffects;
  readonly failures: Outcome['failures'];
  readonly evidence: Evidence;
}

/** The settings that leave a sweep two arms and their comparison. EXP-03. */
export const onlyArms = ([a, b]: Comparison): Overrides => ({
  'sweep.regimes': `${a},${b}`,
  'sweep.comparisons': `[[${a}, ${b}]]`,
});

/** What the readings are of: the comparison of the sweep as written. @throws Fault where it has none. EXP-10. */
function comparisonIn({ grid }: LoadedSweep, file: string): Comparison {
  const comparison = pairComparison(grid);
  if (comparison !== null) return comparison;
  throw new Fault(
    `${file}: nothing is compared in a sweep of ${grid.regimes.join(' and ')}: sensitivity needs two arms that are compared, as sweep.regimes: [passive, active]`,
    'badInput',
  );
}

/** The sweep under a reading: the two arms of its comparison, or those that the reading has in their place. EXP-10. */
export const sweepUnder = (source: Source, { settings }: Pick<Reading, 'settings'>): LoadedSweep => {
  const { text, file, overrides } = source;
  const written = parseSweep(text, file, overrides);
  const { precision } = written.grid;
  const sweep = parseSweep(text, file, {
    ...overrides,
    ...onlyArms(comparisonIn(written, file)),
    // every reading has the same seeds: those of the first stage, and a precision allows no seed for each pair. EXP-05
    ...(precision === null ? {} : { 'sweep.seeds': String(precision.first) }),
    ...Object.fromEntries(
      settings.flatMap(({ ruling, value }) => Object.entries(ruling.set ?? { [ruling.path]: value })),
    ),
  });
  refuseFrontier(sweep.grid, 'sensitivity');
  return sweep;
};

/** Runs what may matter, one reading after the other; null where it was interrupted. */
export async function runReadings(
  source: Source,
  readings: readonly Reading[],
  options: RunOptions,
): Promise<Sensitivity | null> {
  const known = new Map<string, Known>();
  const idle: Idle[] = [];
  for (const reading of readings) {
    const same = idleReading(source, reading, known);
    if (same !== null) {
      idle.push(same.idle);
      known.set(reading.id, { ...same.known, sweep: sweepUnder(source, reading) });
      continue;
    }
    const found = await runReading(sweepUnder(source, reading), reading, options);
    if (found === null) return null;
    known.set(reading.id, found);
  }
  return compare(readings, known, idle);
}

/** Takes one setting away at a time: where that setting is idle, the reading is the same as the one without it. */
function idleReading(
  source: Source,
  reading: Reading,
  known: ReadonlyMap<string, Known>,
): { idle: Idle; known: Known } | null {
  for (const { ruling } of reading.settings) {
    const rest = reading.settings.filter((setting) => setting.ruling !== ruling);
    const beside = known.get(idOf(rest));
    if (beside === undefined) continue;
    const because = whyIdle(ruling.path, sweepUnder(source, { settings: rest }), beside.evidence);
    if (because !== null)
      return { idle: { reading, because, sameAs: beside.reading }, known: { ...beside, reading } };
  }
  return null;
}

async function runReading(sweep: LoadedSweep, reading: Reading, options: RunOptions): Promise<Known | null> {
  const { interrupted, records } = await runSweep(sweep, {
    outDir: join(options.folder, 'readings', reading.id),
    workers: options.workers,
    resume: true,
    shard: null,
    keepRuns: false,
    verifyShare: 0,
    signal: options.signal,
    onProgress: (progress) => {
      options.onProgress(reading, progress);
    },
    onDamage: options.onDamage,
  });
  if (interrupted) return null;
  const comparison = pairComparison(sweep.grid);
  if (comparison === null) throw new Error('a reading has two arms that are compared');
  const effects: (number | null)[] = [];
  const failures: { index: number; errors: readonly string[] }[] = [];
  let anyDefault = false;
  for (let index = 0; index < pointCount(sweep.grid); index++) {
    const record = records.read(index);
    const { status, errors, defaulted } = record;
    const effect = valuesOf(record, { comparison, measure: 'delta' });
    effects.push(effect === null ? null : effect.difference);
    if (status === 'failed') failures.push({ index, errors });
    // a run that failed may have had one
    if (defaulted !== 0) anyDefault = true;
  }
  return { reading, sweep, effects, failures, evidence: { anyDefault, anyFailed: failures.length > 0 } };
}

function compare(
  readings: readonly Reading[],
  known: ReadonlyMap<string, Known>,
  idle: readonly Idle[],
): Sensitivity {
  const [written, ...others] = readings.flatMap(({ id }): Known[] => {
    const found = known.get(id);
    return found === undefined || idle.some(({ reading }) => reading.id === id) ? [] : [found];
  });
  if (written === undefined) throw new Error('the scenario as written was not run');
  const { grid } = written.sweep;
  return {
    grid,
    pairs: pointCount(grid),
    pointNames: pointNames(grid),
    outcomes: [outcome(written, written), ...others.map((read) => outcome(written, read))],
    idle,
  };
}

function outcome(written: Known, read: Known): Outcome {
  const { grid } = read.sweep;
  const own = overall(written.sweep.grid, written.effects);
  const effect = overall(grid, read.effects);
  const ownPoints = byPoint(written.sweep.grid, written.effects);
  const isPaired = read !== written && grid.seedPerPair === written.sweep.grid.seedPerPair;
  return {
    reading: read.reading,
    overall: effect,
    verdict: verdictOf(own, effect),
    change: isPaired ? overall(grid, changes(written.effects, read.effects)) : null,
    points: byPoint(grid, read.effects).map((point, i) => ({
      effect: point,
      verdict: verdictOf(at(ownPoints, i), point),
    })),
    failures: read.failures,
  };
}
