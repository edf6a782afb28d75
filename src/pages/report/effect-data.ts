/** The figures of the effects of a sweep, as its charts draw them and its tables list them. EXP-03, EXP-06. */
import { groupBy } from '../../core/list.ts';
import { comparisonName, type Comparison, type Measure } from '../../sweep/arms.ts';
import { firstAxis } from '../../sweep/first-axis.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';
import type { Dot, Estimate } from './charts/effect-panel.tsx';
import type { GridMean, PairRun, Point, SweepPair, SweepRecord } from './read-sweep.ts';
import { fixed, points } from './words.ts';

/** `kappa` is κ where there is little room. */
const symbols: Readonly<Record<string, string>> = {
  kappa: 'κ',
  liquidity_ratio: 'L/Q',
  concentration: 'c',
  mu: 'μ',
  outside_mid_ratio: 'ρ',
};

export const symbolOf = (axis: string): string => symbols[axis] ?? axis.replaceAll('_', ' ');

/** `from 9.37 to 10.78`; a dash where there is no interval. */
export const intervalText = (low: number | null, high: number | null): string =>
  low === null || high === null ? '–' : `${fixed(100 * low)} to ${fixed(100 * high)}`;

/** In percentage points, traders, or money. */
export const inUnits = (value: number | null, measure: Measure): string =>
  fixed(value === null || (measure !== 'delta' && measure !== 'delta1') ? value : 100 * value);

export function estimate(
  value: string,
  where: string,
  mean: number | null,
  low: number | null,
  high: number | null,
): Estimate[] {
  if (mean === null) return [];
  const interval = low === null ? '' : ` (${intervalText(low, high)})`;
  return [
    {
      value,
      mean: 100 * mean,
      low: low === null ? null : 100 * low,
      high: high === null ? null : 100 * high,
      label: `${where}: ${points(mean)}${interval}`,
    },
  ];
}

/** What the bands of a picture are, without a full stop; with one seed there is none to speak of. */
export const bandsSay = (estimates: readonly Estimate[], says: string): string =>
  estimates.some(({ low }) => low !== null) ? says : 'There is no interval, so no band is drawn';

/** The effects of a comparison by the first axis, corrected for the whole table. */
export function headlineEstimates({ summary }: SweepRecord, comparison: string): Estimate[] {
  const axis = symbolOf(summary.axis);
  return summary.headline
    .filter((row) => row.comparison === comparison && row.measure === 'delta')
    .flatMap(({ value, mean, low, high }) => estimate(value, `${axis} ${value}`, mean, low, high));
}

/** Null of no values. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** More dots than these are no longer told apart. */
const MOST_DOTS = 400;

/** The mean over the points of each value of the first axis, seed by seed: what the intervals are made of. BAL-11R. */
export function seedDots({ pairs, summary, grid }: SweepRecord, comparison: string): Dot[] {
  // where every pair has a seed of its own, a seed has no mean
  if (grid.design !== null || grid.seedPerPair) return [];
  const groups = groupBy(pairs, ({ axis, seed }) => `${axis}|${seed}`);
  if (groups.size > MOST_DOTS) return [];
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const mean = meanOf(group.flatMap(({ effects }) => effects.get(comparison) ?? []));
    if (first === undefined || mean === null) return [];
    const label = `${symbolOf(summary.axis)} ${first.axis}, seed ${first.seed}: ${points(mean)}`;
    return [{ value: first.axis, y: 100 * mean, label }];
  });
}

/** Mean δ of every arm by the first axis, over the pairs of which no arm failed. */
interface ArmMean {
  readonly value: string;
  readonly arm: SweepRegime;
  readonly delta: number | null;
}

export function armMeans(sweep: SweepRecord): ArmMean[] {
  const { pairs, grid } = sweep;
  const groups = groupBy(pairs.filter(isWhole), ({ axis }) => axis);
  return axisValues(sweep).flatMap((value) =>
    grid.regimes.map((arm) => ({ value, arm, delta: armMean(groups.get(value) ?? [], arm) })),
  );
}

export const armMean = (pairs: readonly SweepPair[], arm: SweepRegime): number | null =>
  meanOf(pairs.flatMap(({ deltas }) => deltas.get(arm) ?? []));

/** The run of an arm that is shown. */
export function runIn({ runs, index }: Pick<SweepPair, 'runs' | 'index'>, arm: SweepRegime): PairRun {
  const found = runs.find((run) => run.arm === arm);
  if (found === undefined) throw new Error(`pair ${String(index)} shows no run of the arm ${arm}`);
  return found;
}

export const isWhole = ({ deltas }: SweepPair): boolean =>
  [...deltas.values()].every((delta) => delta !== null);

/** `2|1|0.5|0.75`: a point's name. */
export const pointKey = ({ kappa, concentration, mu, outsideMidRatio, further }: Point): string =>
  [kappa, concentration, mu, outsideMidRatio, ...(further === '' ? [] : [further])].join('|');

/** Points that share everything but the first axis and the concentration. */
export const facetOf = ({ mu, outsideMidRatio, further }: GridMean): string =>
  `μ ${mu}, ρ ${outsideMidRatio}${further === '' ? '' : `, ${further}`}`;

export const has = ({ grid }: SweepRecord, a: SweepRegime, b: SweepRegime): boolean =>
  grid.comparisons.some((one: Comparison) => comparisonName(one) === comparisonName([a, b]));

/** The values of the first axis, in the order of the grid. */
export const axisValues = ({ grid }: Pick<SweepRecord, 'grid'>): string[] => [
  ...new Set(firstAxis(grid).values),
];

/** What effects are measured in, at their axis. */
export const POINTS = 'effect, percentage points';

/** The means of the seeds at a value, in the order of the seeds. */
export const bySeed = (dots: readonly Dot[], value: string): string =>
  dots
    .filter((dot) => dot.value === value)
    .map(({ y }) => points(y / 100))
    .join('; ');
