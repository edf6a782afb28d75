/** Two sweeps over the same points and seeds, pair by pair: how their effects differ. EXP-09. */
import { at } from '../../core/list.ts';
import { Fault } from '../../files/faults.ts';
import { decimal } from '../../num.ts';
import { counted } from '../../counted.ts';
import { gridPoints, type Grid, type GridPoint } from '../../scenario/grid.ts';
import type { Comparison } from '../../scenario/regimes.ts';
import { comparisonName } from '../../sweep/arms.ts';
import {
  corrected,
  questionsOf,
  Tally,
  valuesOf,
  type Answered,
  type Row,
  type Values,
} from '../../sweep/tally.ts';
import { refuseFrontier } from '../../scenario/frontier.ts';
import { varyingAxes, type GridAxis } from '../axes.ts';
import type { FoundSweep } from './read.ts';

/** A parameter that is not the same in both; null where a sweep goes over it or does not have it. */
export interface Difference {
  readonly parameter: string;
  readonly a: string | null;
  readonly b: string | null;
}

export interface PointRow extends Row {
  /** The values of what varies, in the order of `axes`. */
  readonly point: readonly string[];
}

export interface SweepComparison {
  readonly a: string;
  readonly b: string;
  readonly differences: readonly Difference[];
  readonly axes: readonly string[];
  readonly seeds: number;
  readonly pairs: number;
  /** Pairs of which the first comparison has no figures in one of the two, since an arm failed. */
  readonly failed: number;
  readonly points: readonly PointRow[];
  /** Over all points, clustered by seed. */
  readonly overall: readonly Answered[];
}

/**
 * The effect in B less the effect in A, pair by pair, for every comparison that both have and every measure: by
 * point, corrected over all points and comparisons (EXP-06), and over the whole of it.
 * @throws Fault where the two cannot be paired.
 */
export function compareSweeps(a: FoundSweep, b: FoundSweep): SweepComparison {
  for (const { sweep } of [a, b]) refuseFrontier(sweep.grid, 'compare');
  const [axes, theirs] = [varyingAxes(a.sweep.grid), varyingAxes(b.sweep.grid)];
  const reasons = notPaired(a.sweep.grid, b.sweep.grid, axes, theirs);
  if (reasons.length > 0) throw refused(a, b, reasons);
  const { grid } = a.sweep;
  const partners = pairsByName(b.sweep.grid, theirs, theirs);
  const missing = unlike(pairsByName(grid, axes, theirs), partners);
  if (missing.length > 0) throw refused(a, b, missing);
  const questions = questionsOf(common(grid, b.sweep.grid));
  const tallies = (): Tally[] => questions.map((question) => new Tally(question, grid.seedPerPair));
  const overall = tallies();
  const points: { readonly point: readonly string[]; readonly answer: Answered }[] = [];
  let [pairs, failed, point] = [0, 0, tallies()];
  const seeds = seedsOf(grid);
  for (const place of gridPoints(grid)) {
    if (place.replicate >= seeds) continue;
    pairs++;
    const other = partners.get(nameOf(place, axes, theirs));
    if (other === undefined) throw new Error(`pair ${String(place.index)} has no partner`);
    const [ours, their] = [a.records.read(place.index), b.records.read(other.index)];
    questions.forEach((question, i) => {
      const [first, second] = [valuesOf(ours, question), valuesOf(their, question)];
      if (first === null || second === null) {
        if (i === 0) failed++;
        return;
      }
      for (const tally of [at(point, i), at(overall, i)]) tally.add(less(second, first), place.replicate);
    });
    if (place.replicate < seeds - 1) continue;
    const values = axes.map((axis) => axis.of(place));
    points.push(...point.map((tally) => ({ point: values, answer: tally.answered() })));
    point = tallies();
  }
  return {
    a: a.folder,
    b: b.folder,
    differences: differencesOf(a, b),
    axes: axes.map(({ column }) => column),
    seeds,
    pairs,
    failed,
    points: corrected(points.map(({ answer }) => answer)).map((row, i) => ({
      ...row,
      point: at(points, i).point,
    })),
    overall: overall.map((tally) => tally.answered()),
  };
}

const refused = (a: FoundSweep, b: FoundSweep, reasons: readonly string[]): Fault =>
  new Fault(`${a.folder} and ${b.folder} cannot be paired:\n  ${reasons.join('\n  ')}`, 'badInput');

/** Of a sweep with a precision, the seeds that every point has. EXP-05 */
const seedsOf = ({ precision, replicates }: Grid): number => precision?.first ?? replicates;

/** A pair by the values of what varies, in the order of `order`, and by its seed. */
const nameOf = (place: GridPoint, own: readonly GridAxis[], order: readonly GridAxis[]): string =>
  order
    .map(({ column }) => `${column} ${own.find((axis) => axis.column === column)?.of(place) ?? ''}`)
    .concat(`seed ${String(place.seed)}`)
    .join(', ');

const pairsByName = (
  grid: Grid,
  own: readonly GridAxis[],
  order: readonly GridAxis[],
): ReadonlyMap<string, GridPoint> =>
  new Map(
    [...gridPoints(grid)]
      .filter(({ replicate }) => replicate < seedsOf(grid))
      .map((place) => [nameOf(place, own, order), place]),
  );

/** Of the same axes and seeds: points that only one has, as of a design, or that have other seeds. BAL-11R, EXP-04. */
function unlike(a: ReadonlyMap<string, GridPoint>, b: ReadonlyMap<string, GridPoint>): string[] {
  const lacks = (own: typeof a, other: typeof a, name: string): string[] => {
    const missing = [...other.keys()].filter((pair) => !own.has(pair));
    return missing.length === 0
      ? []
      : [
          `${name} has no pair at ${missing[0] ?? ''}${missing.length > 1 ? `, nor at ${counted(missing.length - 1, 'more place')} of the other` : ''}`,
        ];
  };
  return [...lacks(a, b, 'A'), ...lacks(b, a, 'B')];
}

/** Effects as the two values, and the difference as their figures have it. */
function less(b: Values, a: Values): Values {
  const difference = decimal.of(b.difference).minus(decimal.of(a.difference)).toNumber();
  return { a: a.difference, b: b.difference, difference };
}

/** Comparisons of both, in the order of A. EXP-03. */
const common = (a: Grid, b: Grid): Comparison[] =>
  a.comparisons.filter((one) => b.comparisons.some((other) => comparisonName(other) === comparisonName(one)));

/** Why two sweeps are not over the same points and seeds; nothing where they are. */
function notPaired(a: Grid, b: Grid, ours: readonly GridAxis[], theirs: readonly GridAxis[]): string[] {
  const missing = (own: readonly GridAxis[], other: readonly GridAxis[], name: string): string[] =>
    own
      .filter((axis) => !other.some((one) => one.column === axis.column))
      .map((axis) => `only ${name} goes over ${axis.column}`);
  const values = ours.flatMap((axis) => {
    const other = theirs.find(({ column }) => column === axis.column);
    if (other === undefined || [...axis.values].sort().join() === [...other.values].sort().join()) return [];
    return [
      `${axis.column} goes over ${axis.values.join(', ')} in A and over ${other.values.join(', ')} in B`,
    ];
  });
  const seedsSay = (grid: Grid): string =>
    `${counted(seedsOf(grid), 'seed')} from ${String(grid.baseSeed)}${grid.seedPerPair ? ', each pair its own' : ''}`;
  const seeds = seedsSay(a) === seedsSay(b) ? [] : [`A has ${seedsSay(a)}, B has ${seedsSay(b)}`];
  return [
    ...missing(ours, theirs, 'A'),
    ...missing(theirs, ours, 'B'),
    ...values,
    ...seeds,
    ...(common(a, b).length > 0
      ? []
      : [`no comparison of arms is in both: A has ${comparisonsIn(a)}, B has ${comparisonsIn(b)}`]),
  ];
}

const comparisonsIn = ({ comparisons }: Grid): string =>
  comparisons.length === 0 ? 'none' : comparisons.map(comparisonName).join(', ');

function differencesOf(a: FoundSweep, b: FoundSweep): Difference[] {
  const names = new Set([...a.parameters.keys(), ...b.parameters.keys()]);
  return [...names].flatMap((parameter) => {
    const [one, other] = [a.parameters.get(parameter) ?? null, b.parameters.get(parameter) ?? null];
    return one === other ? [] : [{ parameter, a: one, b: other }];
  });
}
