/** A finite list that is never written out: how many there are, and the k-th of them, a pure function of k. */

export interface Enumeration<T> {
  readonly count: number;
  /** The one of this number, from 0. */
  readonly at: (number: number) => T;
}

type Members<T> = { readonly [K in keyof T]: Enumeration<T[K]> };

/** What stands in a list. */
export const oneOf = <T>(list: readonly T[]): Enumeration<T> => ({
  count: list.length,
  at: (number) => {
    if (!(number in list))
      throw new RangeError(`there is no number ${String(number)} of ${String(list.length)}`);
    // the list has this place
    return list[number] as T;
  },
});

/** Every combination of the members; the last member turns fastest. */
export function product<T extends object>(members: Members<T>): Enumeration<T> {
  const names = Object.keys(members) as (keyof T)[];
  return {
    count: names.reduce((all, name) => all * members[name].count, 1),
    at: (number) => {
      let rest = number;
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
  const starts: number[] = [];
  let count = 0;
  for (const part of parts) {
    starts.push(count);
    count += part.count;
  }
  return {
    count,
    at: (number) => {
      let [place, beyond] = [0, starts.length];
      while (beyond - place > 1) {
        const middle = (place + beyond) >> 1;
        if ((starts[middle] ?? Infinity) <= number) place = middle;
        else beyond = middle;
      }
      const [part, start] = [parts[place], starts[place]];
      if (part === undefined || start === undefined)
        throw new RangeError(`there is no number ${String(number)}`);
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
