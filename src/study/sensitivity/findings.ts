/** What a reading does to the findings: the sign, the size, and the change on the same seeds. BAL-09, BAL-11R. */
import { at } from '../../core/list.ts';
import { Differences, type Effect } from '../../run/metrics/effects.ts';
import { axisText } from '../../scenario/axes.ts';
import { gridPoints, type Grid } from '../../scenario/grid.ts';

/** The effect of every pair by its index, null where the pair failed; in units of default rate. */
export type PairEffects = readonly (number | null)[];

/** What becomes of an effect under another reading. */
export const verdicts = ['survives', 'flips', 'is lost', 'appears', 'none in either'] as const;
export type Verdict = (typeof verdicts)[number];

/** A finding is an effect whose interval leaves zero out. */
export function verdictOf(written: Effect, read: Effect): Verdict {
  if (!written.isFinding) return read.isFinding ? 'appears' : 'none in either';
  if (!read.isFinding) return 'is lost';
  return Math.sign(written.mean) === Math.sign(read.mean) ? 'survives' : 'flips';
}

/**
 * The effect over independent draws: pairs that share a seed are averaged first; where every pair has a seed
 * of its own each is a draw.
 */
export function overall(grid: Grid, effects: PairEffects): Effect {
  const draws = new Map<number, { sum: number; count: number }>();
  for (const { index, seed } of gridPoints(grid)) {
    const effect = at(effects, index);
    if (effect === null) continue;
    const draw = draws.get(seed) ?? { sum: 0, count: 0 };
    draws.set(seed, { sum: draw.sum + effect, count: draw.count + 1 });
  }
  const differences = new Differences();
  for (const { sum, count } of draws.values()) differences.add(sum / count);
  return differences.effect();
}

/** The effect at every point of the grid, over its seeds, in the order of the grid. */
export function byPoint(grid: Grid, effects: PairEffects): Effect[] {
  const points: Effect[] = [];
  let point = new Differences();
  for (const { index, replicate } of gridPoints(grid)) {
    const effect = at(effects, index);
    if (effect !== null) point.add(effect);
    if (replicate < grid.replicates - 1) continue;
    points.push(point.effect());
    point = new Differences();
  }
  return points;
}

/** Effect by effect, how far a reading moves it; null where one of the two failed. */
export const changes = (written: PairEffects, read: PairEffects): PairEffects =>
  written.map((effect, index) => {
    const other = at(read, index);
    return effect === null || other === null ? null : other - effect;
  });

/** For people: `κ 0.5, c 1, μ 0.25, ρ 0.75`, without what is the same everywhere. */
export function pointNames(grid: Grid): string[] {
  const money = grid.kappas === null ? 'L/Q' : 'κ';
  const varies = (values: readonly string[] | null): boolean => (values?.length ?? 0) > 1;
  const names: string[] = [];
  for (const point of gridPoints(grid)) {
    if (point.replicate > 0) continue;
    const parts = [
      ...(varies(grid.kappas ?? grid.liquidityRatios)
        ? [`${money} ${point.kappa ?? point.liquidityRatio ?? ''}`]
        : []),
      ...(varies(grid.concentrations) ? [`c ${point.concentration}`] : []),
      ...(varies(grid.mus) ? [`μ ${point.mu}`] : []),
      ...(varies(grid.outsideMidRatios) ? [`ρ ${point.outsideMidRatio}`] : []),
      ...point.settings.map(({ path, value }) => `${path} ${axisText(value)}`),
    ];
    names.push(parts.join(', ') || 'the only point');
  }
  return names;
}
