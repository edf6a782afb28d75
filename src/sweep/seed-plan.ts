/** How many seeds each point of a sweep has. EXP-05. */
import { at } from '../core/list.ts';
import { Differences } from '../run/metrics/effects.ts';
import { seedsAsked } from '../run/metrics/stein.ts';
import { pointCount, type Grid } from '../scenario/grid.ts';
import type { PairRecords } from './pair-records.ts';
import { valuesOf } from './tally.ts';

/** The seeds of each point of a grid, in its order: those that are run, and those that its precision asks for. */
export interface SeedPlan {
  readonly asked: readonly number[];
  readonly run: readonly number[];
}

/** By the first comparison's δ in the records of the first stage; without a precision every point has all seeds. */
export function seedPlan(grid: Grid, records: PairRecords): SeedPlan {
  const { precision, replicates } = grid;
  const points = pointCount(grid) / replicates;
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

/** The pairs that a sweep begins with: the first stage, or all. */
export const firstPairs = (grid: Grid): number[] => {
  const points = pointCount(grid) / grid.replicates;
  return [...plannedPairs(grid, new Array<number>(points).fill(grid.precision?.first ?? grid.replicates))];
};
