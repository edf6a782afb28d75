/** How many seeds each point of a sweep has. EXP-05. */
import { at } from '../core/list.ts';
import { Differences } from '../run/metrics/effects.ts';
import { seedsAsked } from '../run/metrics/stein.ts';
import { frontierLines, pointCount, type Grid } from '../scenario/grid.ts';
import { metricAt, search } from './frontier.ts';
import type { PairRecords } from './pair-records.ts';
import { valuesOf } from './tally.ts';

/** The seeds of each point of a grid, in its order: those that are run, and those that its precision asks for. */
export interface SeedPlan {
  readonly asked: readonly number[];
  readonly run: readonly number[];
}

/**
 * By the first comparison's δ in the records of the first stage, or by what the search of a frontier has seen so far;
 * else every point has all seeds.
 * @param isSeen the points whose records may be read
 */
export function seedPlan(
  grid: Grid,
  records: PairRecords,
  isSeen: (point: number) => boolean = (point) => records.has(point * grid.replicates),
): SeedPlan {
  const { precision, frontier, replicates } = grid;
  const points = pointCount(grid) / replicates;
  if (frontier !== null) {
    const visited = new Set(
      search(grid, frontier, (point) =>
        isSeen(point) ? metricAt(grid, frontier, records, point) : null,
      ).flatMap((line) => [...line.visited]),
    );
    const run = Array.from({ length: points }, (_, point) => (visited.has(point) ? replicates : 0));
    return { asked: run, run };
  }
  if (precision === null) {
    const all = Array.from({ length: points }, () => replicates);
    return { asked: all, run: all };
  }
  const asked = Array.from({ length: points }, (_, point) => {
    const stage = new Differences();
    for (let replicate = 0; replicate < precision.first; replicate++) {
      const record = records.read(point * replicates + replicate);
      const values = valuesOf(record, { comparison: at(grid.comparisons, 0), measure: 'delta' });
      if (values !== null) stage.add(values.difference);
    }
    return seedsAsked(stage.effect(), Number(precision.half_width), precision.first);
  });
  return { asked, run: asked.map((seeds) => Math.min(seeds, precision.most)) };
}

/** The pairs of which each point has so many seeds, in the order of the grid. */
export function* plannedPairs(grid: Grid, seeds: readonly number[]): Generator<number> {
  for (const [point, count] of seeds.entries())
    for (let replicate = 0; replicate < count; replicate++) yield point * grid.replicates + replicate;
}

/** The pairs that a sweep begins with: the first stage, the ends of every line of a frontier, or all. */
export const firstPairs = (grid: Grid): number[] => {
  const points = pointCount(grid) / grid.replicates;
  const seeds = new Array<number>(points).fill(grid.precision?.first ?? grid.replicates);
  if (grid.frontier === null) return [...plannedPairs(grid, seeds)];
  const ends = new Set(frontierLines(grid, grid.frontier).flatMap((line) => [line[0], line.at(-1)]));
  return [
    ...plannedPairs(
      grid,
      seeds.map((count, point) => (ends.has(point) ? count : 0)),
    ),
  ];
};
