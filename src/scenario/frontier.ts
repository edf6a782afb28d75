/** A design that searches: where along one axis the mean of a metric over the seeds crosses a target. EXP-04. */
import { closest } from 'fastest-levenshtein';
import { Fault, pathText } from '../files/faults.ts';
import { decimal } from '../num.ts';
import type { Axis, AxisValue } from './axes.ts';
import type { Inconsistency } from './consistency.ts';
import type { Grid } from './grid.ts';
import { measures, type Comparison, type Measure, type SweepRegime } from './regimes.ts';
import type { FilledSweep } from './sweep.ts';
import { readAxisValue } from './sweep-schema.ts';

/** As a file writes it; numbers are exact texts. */
export interface Frontier {
  /** A key of a scenario that holds one number. */
  readonly axis: string;
  /** [low, high]. */
  readonly between: readonly string[];
  readonly metric: string;
  readonly target: string;
  /** Halvings of the range, at most. */
  readonly steps: number;
}

/** Digits of a value within the range, as in a drawn design. */
const DIGITS = 6;

/** A measure of one arm, or its difference between two. */
export interface FrontierMetric {
  readonly measure: Measure;
  readonly arms: readonly [SweepRegime] | Comparison;
}

/** Every metric that a frontier may be of, by its name: the columns of comparison.csv. EXP-04, EXP-07. */
export const frontierMetrics = ({
  regimes,
  comparisons,
}: Pick<Grid, 'regimes' | 'comparisons'>): ReadonlyMap<string, FrontierMetric> =>
  new Map(
    measures.flatMap((measure): [string, FrontierMetric][] => [
      ...regimes.map((arm): [string, FrontierMetric] => [`${measure}_${arm}`, { measure, arms: [arm] }]),
      ...comparisons.map((arms): [string, FrontierMetric] => [
        `effect_${measure}_${arms.join('_')}`,
        { measure, arms },
      ]),
    ]),
  );

/**
 * The axis with every value at which the search may look: the range halved so many times, or all whole numbers where
 * there are no more. Null where the axis or its range is at fault.
 */
export function searchedAxis({ axis, between, steps }: Frontier): Axis | null {
  const ends = between.map((value) => readAxisValue(axis, value)?.value);
  if (ends.length !== 2 || ends.some((end) => end == null || typeof end === 'boolean')) return null;
  const [low = NaN, high = NaN] = ends.map(Number);
  if (!(low < high)) return null;
  const parts = 2 ** steps;
  const isWhole = typeof ends[0] === 'number';
  const valueAt = (part: number): AxisValue => {
    const value = low + ((high - low) * part) / parts;
    if (isWhole) return Math.round(value);
    const end = part === 0 ? ends[0] : part === parts ? ends[1] : undefined;
    return end ?? decimal.of(Number(value.toPrecision(DIGITS))).toFixed();
  };
  return { path: axis, values: [...new Set(Array.from({ length: parts + 1 }, (_, part) => valueAt(part)))] };
}

/** A number to search along and a metric to look at, and no other design beside them. EXP-04. */
export function frontierFaults({ given, grid }: FilledSweep): Inconsistency[] {
  const frontier = given.design?.frontier;
  if (frontier == null) return [];
  const { axis, metric } = frontier;
  const names = [...frontierMetrics(grid).keys()];
  const beside = [
    ...(given.design?.latin_hypercube == null ? [] : ['latin_hypercube']),
    ...(given.precision == null ? [] : ['precision']),
    ...(given.axes?.some(({ path }) => path === axis) === true ? [`sweep.axes.${axis}`] : []),
  ];
  const range = rangeFault(frontier);
  return [
    ...(range === null ? [] : [range]),
    ...(names.includes(metric)
      ? []
      : [
          faultAt(
            'metric',
            metric,
            `a measure of an arm or a comparison: the nearest is ${closest(metric, names)}`,
          ),
        ]),
    ...beside.map((other) => faultAt(null, `a frontier beside ${other}`, 'one of the two')),
  ];
}

/** What is wrong with the axis, else with its range; null where neither is. */
function rangeFault({ axis, between }: Pick<Frontier, 'axis' | 'between'>): Inconsistency | null {
  const ends = between.map((value) => readAxisValue(axis, value));
  if (readAxisValue(axis, '1') === null || !ends.every((end) => end === null || end.isNumber))
    return faultAt('axis', axis, 'a key of a scenario that holds one number, such as ring.kappa');
  const found = `[${between.join(', ')}]`;
  const refused = ends.find((end) => end?.allowed !== undefined);
  if (refused?.allowed !== undefined) return faultAt('between', found, `two values, each ${refused.allowed}`);
  const isRange = between.length === 2 && Number(between[0]) < Number(between[1]);
  return isRange ? null : faultAt('between', found, 'a range [low, high]');
}

/** A fault of a key of the frontier, or of all of it. */
function faultAt(key: keyof Frontier | null, found: string, allowed: string): Inconsistency {
  const path = ['sweep', 'design', 'frontier', ...(key === null ? [] : [key])];
  return { path, because: [pathText(path), 'sweep.axes', 'sweep.regimes'], found, allowed };
}

/** Faults of a value at which the search would look are told of its range, once. */
export function atTheRange(faults: readonly Inconsistency[], frontier: Frontier | null): Inconsistency[] {
  if (frontier === null) return [...faults];
  const path = ['sweep', 'design', 'frontier', 'between'];
  const isWithin = ({ path: own }: Inconsistency): boolean =>
    (own[1] === 'axes' && own[2] === frontier.axis) || (own.length > 4 && own[2] === 'frontier');
  const [first] = faults.filter(isWithin);
  const others = faults.filter((fault) => !isWithin(fault));
  return first === undefined ? others : [...others, { ...first, path }];
}

/** What needs pairs at every point of a grid cannot be made of a search. @throws Fault EXP-04. */
export function refuseFrontier({ frontier }: Grid, use: string): void {
  if (frontier !== null)
    throw new Fault(
      `a sweep with sweep.design.frontier has pairs only where its search looked: ${use} needs a grid, so name its values in a list`,
      'badInput',
    );
}
