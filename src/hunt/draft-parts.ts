/** Parts of a draft changed or left out, the rest as it was. */
import type { Draft, Trial } from './trial.ts';

export const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, i) => i !== place);
export const replaced = <T>(list: readonly T[], place: number, item: T): T[] =>
  list.map((one, i) => (i === place ? item : one));
export const withWorld = (trial: Trial, change: Partial<Draft>): Trial => ({
  ...trial,
  world: { ...trial.world, ...change },
});

/** An object without one member. */
export function dropped<T extends object>(from: T, member: keyof T): T {
  const copy = { ...from };
  // the members that are dropped are optional ones
  Reflect.deleteProperty(copy, member);
  return copy;
}

/** The maturity that a feature leaves out: well inside the holder's bucket. */
export function homeMaturity({ buckets, time = 0 }: Draft, owner: string): number {
  const home = buckets.find(({ id }) => owner.endsWith(`:${id}`)) ?? buckets[0];
  return time + (home?.from ?? 1) + 1;
}
