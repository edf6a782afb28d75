import type { Stream } from '../../src/random.ts';

/** A stream that gives what it is told. */
export function scripted(below: number[], units: number[] = []): Stream {
  const next = (list: number[]): number => {
    const value = list.shift();
    if (value === undefined) throw new Error('the script has ended');
    return value;
  };
  return { below: () => next(below), unit: () => next(units) };
}
