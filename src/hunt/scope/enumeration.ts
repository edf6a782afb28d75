/** A finite list that is never written out: how many there are, and the k-th of them, a pure function of k. */
import { at } from '../../core/list.ts';

export interface Enumeration<T> {
  readonly count: number;
  /** The one of this number, from 0. */
  readonly at: (number: number) => T;
}

/** A number that there is; anything else is a mistake of ours. */
function known(number: number, count: number): number {
  if (Number.isInteger(number) && number >= 0 && number < count) return number;
  throw new RangeError(`there is no number ${String(number)} of ${String(count)}`);
}

type Members<T> = { readonly [K in keyof T]: Enumeration<T[K]> };

/** What stands in a list. */
export const oneOf = <T>(list: readonly T[]): Enumeration<T> => ({
  count: list.length,
  // the list has this place
  at: (number) => list[known(number, list.length)] as T,
});

/** Every combination of the members; the last member turns fastest. */
export function product<T extends object>(members: Members<T>): Enumeration<T> {
  const names = Object.keys(members) as (keyof T)[];
  const all = names.reduce((product, name) => product * members[name].count, 1);
  return {
    count: all,
    at: (number) => {
      let rest = known(number, all);
      const made: Partial<T> = {};
      for (const name of [...names].reverse()) {
        const { count } = members[name];
        made[name] = members[name].at(rest % count);
        rest = Math.floor(rest / count);
      }
      // every member has been given
      return made as T;
    },
  };
}

/** One after the other. */
export function union<T>(parts: readonly Enumeration<T>[]): Enumeration<T> {
  const pieces: { readonly part: Enumeration<T>; readonly start: number }[] = [];
  let count = 0;
  for (const part of parts) {
    if (part.count > 0) pieces.push({ part, start: count });
    count += part.count;
  }
  return {
    count,
    at: (number) => {
      known(number, count);
      let [place, beyond] = [0, pieces.length];
      while (beyond - place > 1) {
        const middle = (place + beyond) >> 1;
        if (at(pieces, middle).start <= number) place = middle;
        else beyond = middle;
      }
      const { part, start } = at(pieces, place);
      return part.at(number - start);
    },
  };
}

export const mapped = <T, U>(items: Enumeration<T>, turn: (item: T) => U): Enumeration<U> => ({
  count: items.count,
  at: (number) => turn(items.at(number)),
});

/** For each item of a list all that goes with it. */
export const each = <T, U>(list: readonly T[], then: (item: T) => Enumeration<U>): Enumeration<U> =>
  union(list.map(then));
