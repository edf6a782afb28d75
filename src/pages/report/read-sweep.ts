/** A sweep as its page shows it: the pairs, the points of the grid, and what was found over all of them. OUT-13. */
import { join } from 'node:path';
import type { Grid } from '../../scenario/grid.ts';
import { pairComparison, shownArms, type SweepRegime } from '../../scenario/regimes.ts';
import { at, groupBy } from '../../core/list.ts';
import { parseSweep, type LoadedSweep } from '../../scenario/sweep.ts';
import { comparisonName, type Comparison } from '../../sweep/arms.ts';
import { firstAxis } from '../../sweep/first-axis.ts';
import { refuseOther, SweepFolder } from '../../sweep/sweep-folder.ts';
import { setupSays } from '../../sweep/setup.ts';
import { deltaOf } from './arm-words.ts';
import { readTable, type CsvRow } from './csv.ts';
import { isWhole, meanOf, pointKey } from './effect-data.ts';
import { wordsOf, type Faults } from './faults.ts';
import { readJson } from './read-run.ts';
import { readSummary, type SweepSummary } from './read-summary.ts';

/** Where a pair stands in the grid; as the files write it. */
export interface Point {
  readonly kappa: string;
  readonly concentration: string;
  readonly mu: string;
  readonly outsideMidRatio: string;
  /** Further axes with their values, as `trader_policy.horizon 3`; empty where there are none. EXP-01. */
  readonly further: string;
}

export interface SweepPair extends Point {
  readonly index: number;
  readonly seed: string;
  /** That of `pairComparison`, null where an arm failed or nothing is compared; relief is its part of the first arm. */
  readonly effect: number | null;
  readonly relief: number | null;
  /** Of the arm active, null without one. */
  readonly trades: number | null;
  readonly rescues: number | null;
  /** Its value on the axis by which the headline is told; empty in a design, which has none. */
  readonly axis: string;
  /** δ of each arm. */
  readonly deltas: ReadonlyMap<SweepRegime, number | null>;
  /** The difference in δ by the name of each comparison. EXP-03. */
  readonly effects: ReadonlyMap<string, number | null>;
  /** The runs of `shownArms`, in their order. */
  readonly runs: readonly PairRun[];
}

export interface PairRun {
  readonly arm: SweepRegime;
  readonly runId: string;
  readonly status: string;
}

export interface GridMean extends Point {
  /** Pairs that were compared. */
  readonly pairs: number;
  /** Mean δ of the first of `shownArms`, and of the second where there is one. */
  readonly deltaFirst: number | null;
  readonly deltaSecond: number | null;
  readonly effect: number | null;
  readonly relief: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Bonferroni's interval over all points and comparisons. EXP-06. */
  readonly correctedLow: number | null;
  readonly correctedHigh: number | null;
  /** `lowers defaults`, `raises defaults`, or `none` where the interval covers zero or there is none; empty where nothing is compared. */
  readonly finding: string;
}

export interface SweepRecord {
  readonly hash: string;
  readonly version: string;
  readonly arithmetic: string;
  readonly checks: boolean;
  readonly notes: readonly string[];
  readonly verifyShare: number;
  readonly grid: Grid;
  /** What the sweep was made of, in a sentence. EXP-08. */
  readonly setup: string;
  readonly summary: SweepSummary;
  readonly pairs: readonly SweepPair[];
  readonly points: readonly GridMean[];
}

/** Reads the folder of a sweep that is complete; null where it has faults, which are told. */
export function readSweep(dir: string, faults: Faults): SweepRecord | null {
  const path = join(dir, 'manifest.json');
  const manifest = readJson(path, faults);
  if (manifest === null) return null;
  if (typeof manifest['completed_pairs'] !== 'number') {
    faults.add(path, 0, unfinished(manifest['shard']));
    return null;
  }
  const sweep = sweepIn(dir, manifest['sweep'], faults);
  const grid = sweep?.grid ?? null;
  const axes = grid?.axes.map((axis) => axis.path) ?? [];
  const pairs = grid === null ? [] : readPairs(join(dir, 'aggregate', 'comparison.csv'), grid, faults);
  const comparison = grid === null ? null : pairComparison(grid);
  const effects =
    comparison === null
      ? pointsOf(pairs)
      : readEffects(join(dir, 'aggregate', 'effects.csv'), comparisonName(comparison), axes, faults);
  const arms = grid === null ? [] : shownArms(grid);
  const summary = readSummary(join(dir, 'aggregate', 'summary.json'), arms, faults);
  if (sweep === null || grid === null || summary === null || !faults.none()) return null;
  if (summary.pairs !== pairs.length)
    faults.add(
      join(dir, 'aggregate', 'summary.json'),
      0,
      `it counts ${String(summary.pairs)} pairs, comparison.csv has ${String(pairs.length)}`,
    );
  if (!faults.none()) return null;
  const verification = manifest['verification'] as { readonly share?: unknown } | null;
  const means = meansOf(pairs, arms);
  return {
    hash: String(manifest['sweep_sha256']),
    version: String(manifest['version']),
    arithmetic: String(manifest['arithmetic']),
    checks: manifest['checks'] === true,
    notes: Array.isArray(manifest['notes']) ? manifest['notes'].map(String) : [],
    verifyShare: Number(verification?.share ?? 0),
    grid,
    setup: setupSays(sweep),
    summary,
    pairs,
    points: effects.map((point) => ({ ...point, ...means(point) })),
  };
}

const unfinished = (shard: unknown): string =>
  typeof shard === 'string'
    ? `this is shard ${shard} of a sweep: join the shards with ringspec merge first`
    : 'the sweep is not complete: go on with it by ringspec sweep … --resume first';

function sweepIn(dir: string, document: unknown, faults: Faults): LoadedSweep | null {
  const folder = new SweepFolder(dir);
  const path = folder.manifestPath;
  try {
    const sweep = parseSweep(JSON.stringify(document, null, 2), `${path} (sweep)`);
    const manifest = folder.readManifest();
    if (manifest !== null) refuseOther(sweep, manifest, path);
    return sweep;
  } catch (error) {
    faults.add(path, 0, wordsOf(error));
    return null;
  }
}

const pointColumns = ['kappa', 'concentration', 'mu', 'outside_mid_ratio'] as const;

function pointOf(row: CsvRow, axes: readonly string[]): Point {
  for (const column of pointColumns) row.number(column);
  return {
    kappa: row.text('kappa'),
    concentration: row.text('concentration'),
    mu: row.text('mu'),
    outsideMidRatio: row.text('outside_mid_ratio'),
    further: axes.map((path) => `${path} ${row.text(path)}`).join(', '),
  };
}

/** A run id names a folder, so it is a name and no path. */
const isName = (id: string): boolean => id !== '' && !/[/\\]|^\.{1,2}$/.test(id);

const effectColumn = ([a, b]: Comparison): string => `effect_delta_${a}_${b}`;

function readPairs(path: string, grid: Grid, faults: Faults): SweepPair[] {
  const axes = grid.axes.map((axis) => axis.path);
  const first = firstAxis(grid).name;
  const { regimes } = grid;
  const hasMarket = regimes.includes('active');
  const hasRescues = hasMarket && regimes.includes('passive');
  const shown = shownArms(grid);
  const compared = pairComparison(grid);
  const columns = [
    ...[...pointColumns, ...axes, 'seed'],
    ...(hasMarket ? ['total_trades'] : []),
    ...(hasRescues ? ['rescue_count'] : []),
    ...shown.flatMap((regime) => [`${regime}_run_id`, `${regime}_status`]),
    ...regimes.map((regime) => `delta_${regime}`),
    ...grid.comparisons.map(effectColumn),
  ];
  return readTable(path, columns, faults).map((row, index) => {
    const runOf = (arm: SweepRegime): PairRun => {
      const runId = row.text(`${arm}_run_id`);
      if (!isName(runId))
        faults.add(path, row.line, `${arm}_run_id is ${JSON.stringify(runId)}, which names no run`);
      return { arm, runId, status: row.text(`${arm}_status`) };
    };
    const effect = compared === null ? null : row.number(effectColumn(compared));
    return {
      ...pointOf(row, axes),
      index,
      seed: row.text('seed'),
      effect,
      relief: compared === null ? null : reliefOf(effect, row.number(`delta_${compared[0]}`)),
      trades: hasMarket ? row.number('total_trades') : null,
      rescues: hasRescues ? row.number('rescue_count') : null,
      // the points of a design lie on no axis
      axis: grid.design === null ? row.text(first) : '',
      deltas: new Map(regimes.map((regime) => [regime, row.number(`delta_${regime}`)])),
      effects: new Map(grid.comparisons.map((one) => [comparisonName(one), row.number(effectColumn(one))])),
      runs: shown.map(runOf),
    };
  });
}

/** The effect over δ of the first arm, 0 when there is nothing to relieve. BAL-09. */
const reliefOf = (effect: number | null, before: number | null): number | null =>
  effect === null || before === null ? null : before === 0 ? 0 : effect / before;

/** The points of pairs that are not compared, in the order of the grid. EXP-03. */
function pointsOf(pairs: readonly SweepPair[]): Omit<GridMean, keyof Means>[] {
  const nothing = { effect: null, low: null, high: null, correctedLow: null, correctedHigh: null };
  return [...groupBy(pairs, pointKey).values()].map((here) => {
    const { kappa, concentration, mu, outsideMidRatio, further } = at(here, 0);
    const whole = here.filter(isWhole).length;
    return { kappa, concentration, mu, outsideMidRatio, further, pairs: whole, ...nothing, finding: '' };
  });
}

function readEffects(path: string, comparison: string, axes: readonly string[], faults: Faults) {
  const columns = [
    ...pointColumns,
    ...axes,
    'pairs',
    'mean_effect',
    'interval_low',
    'interval_high',
    'bonferroni_low',
    'bonferroni_high',
    'finding',
  ];
  columns.push('comparison', 'measure');
  const isHeadline = (row: CsvRow): boolean =>
    row.text('comparison') === comparison && row.text('measure') === 'delta';
  return readTable(path, columns, faults)
    .filter(isHeadline)
    .map((row) => ({
      ...pointOf(row, axes),
      pairs: countOf(row, path, faults),
      effect: row.number('mean_effect'),
      low: row.number('interval_low'),
      high: row.number('interval_high'),
      correctedLow: row.number('bonferroni_low'),
      correctedHigh: row.number('bonferroni_high'),
      finding: row.text('finding'),
    }));
}

/** A point without a pair that was compared counts 0 of them, and never nothing. */
function countOf(row: CsvRow, path: string, faults: Faults): number {
  const pairs = row.number('pairs');
  if (pairs === null) faults.add(path, row.line, 'pairs is empty');
  return pairs ?? 0;
}

/** Means over the pairs of each point of which every arm that is shown ran. */
function meansOf(
  pairs: readonly SweepPair[],
  [first, second]: readonly SweepRegime[],
): (point: Point) => Means {
  const ran = (pair: SweepPair): boolean =>
    deltaOf(pair, first) !== null && (second === undefined || deltaOf(pair, second) !== null);
  const compared = groupBy(pairs.filter(ran), pointKey);
  return (point) => {
    const here = compared.get(pointKey(point)) ?? [];
    const over = (read: (pair: SweepPair) => number | null): number | null =>
      meanOf(here.flatMap((pair) => read(pair) ?? []));
    return {
      deltaFirst: over((pair) => deltaOf(pair, first)),
      deltaSecond: over((pair) => deltaOf(pair, second)),
      relief: over((pair) => pair.relief),
    };
  };
}

type Means = Pick<GridMean, 'deltaFirst' | 'deltaSecond' | 'relief'>;
