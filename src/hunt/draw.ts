/** Picking from lists by one stream of chance. */
import type { Stream } from '../random.ts';

/** One of the list, each as likely as the next; a value that stands there twice is twice as likely. */
export function oneOf<T>(chance: Stream, list: readonly T[]): T {
  const picked = list[chance.below(list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** A whole number from `least` to `most`. */
export const between = (chance: Stream, least: number, most: number): number =>
  least + chance.below(most - least + 1);

/** As many as asked for, one after the other. */
export const several = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, () => draw());
