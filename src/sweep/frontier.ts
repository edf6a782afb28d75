/** The search of a frontier: by bisection along each line of the grid, from what the records say. EXP-04. */
import { at, last } from '../core/list.ts';
import { Differences, type Effect } from '../run/metrics/effects.ts';
import { frontierMetrics, type Frontier } from '../scenario/frontier.ts';
import { frontierLines, type Grid } from '../scenario/grid.ts';
import type { PairRecords } from './pair-records.ts';
import { valuesOf } from './tally.ts';

/** Where the mean of the metric crosses the target on one line. */
export interface Crossing {
  /** Points that the search has looked at or asks for, in no order. */
  readonly visited: ReadonlySet<number>;
  /** Null as long as an end of the line is not run, or has no pair of which the arms ran. */
  readonly ends: readonly [low: Effect, high: Effect] | null;
  /** The two neighbouring points between which the mean crosses; null where it does not. */
  readonly between: readonly [low: number, high: number] | null;
  /** The outer ends of what the seeds leave: null where that reaches beyond the range, or with one seed. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The mean of the metric over the seeds of a point, with its 95 % interval. */
export function metricAt(grid: Grid, { metric }: Frontier, records: PairRecords, point: number): Effect {
  const sought = frontierMetrics(grid).get(metric);
  if (sought === undefined) throw new Error(`no metric ${metric}`);
  const { measure, arms } = sought;
  const values = new Differences();
  for (let replicate = 0; replicate < grid.replicates; replicate++) {
    const record = records.read(point * grid.replicates + replicate);
    const [a, b] = arms;
    const value =
      b === undefined
        ? record.arms[a]?.[measure]
        : valuesOf(record, { comparison: [a, b], measure })?.difference;
    if (value !== undefined) values.add(Number(value));
  }
  return values.effect();
}

/** @param at what is known of a point; null where it is not run: the search then asks for it and goes no further. */
export const search = (grid: Grid, frontier: Frontier, known: (point: number) => Effect | null): Crossing[] =>
  frontierLines(grid, frontier).map((line) => alongLine(line, Number(frontier.target), known));

function alongLine(
  line: readonly number[],
  target: number,
  known: (point: number) => Effect | null,
): Crossing {
  const visited = new Set<number>([at(line, 0), last(line)]);
  const [low, high] = [known(at(line, 0)), known(last(line))];
  const nothing = { visited, ends: null, between: null, from: null, to: null };
  if (low === null || high === null || low.pairs === 0 || high.pairs === 0) return nothing;
  const direction = high.mean < low.mean ? -1 : 1;
  /** Neighbours between which the mean, or an end of its interval, reaches the target in the direction of the line. */
  const bisect = (value: (effect: Effect) => number | null): readonly [number, number] | null => {
    const isPast = (effect: Effect): boolean | null => {
      const found = value(effect);
      return found === null ? null : direction * (found - target) >= 0;
    };
    // a target that the low end meets is reached there, and not before
    const [least, most] = [value(low), value(high)];
    if (least === null || most === null) return null;
    if (direction * (least - target) > 0 || direction * (most - target) < 0) return null;
    let [before, after] = [0, line.length - 1];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      visited.add(at(line, middle));
      const effect = known(at(line, middle));
      const past = effect === null || effect.pairs === 0 ? null : isPast(effect);
      if (past === null) return null;
      if (past) after = middle;
      else before = middle;
    }
    return [at(line, before), at(line, after)];
  };
  const between = bisect(({ mean }) => mean);
  // the end of the interval that is nearer to the far side reaches the target first
  const first = bisect(({ low: least, high: most }) => (direction > 0 ? most : least));
  const second = bisect(({ low: least, high: most }) => (direction > 0 ? least : most));
  return { visited, ends: [low, high], between, from: first?.[0] ?? null, to: second?.[1] ?? null };
}
