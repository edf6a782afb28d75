/** Readings: the scenario as written, every alternative of every ruling, and named pairs of them. */
import { resolvedSweep } from '../../scenario/grid.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import { valueAt, type Ruling } from './rulings.ts';

/** One ruling read in another way than the scenario does. */
export interface Setting {
  readonly ruling: Ruling;
  readonly value: string;
}

/** No settings: as written. One: an alternative. Two: a pair of alternatives. */
export interface Reading {
  /** `as-written`, `SET-06R-sequential`, `SET-06R-sequential+ROL-02-mid`: the name of its folder, too. */
  readonly id: string;
  readonly settings: readonly Setting[];
}

/** Two clauses whose alternatives are to be combined. */
export type PairOfClauses = readonly [string, string];

export const idOf = (settings: readonly Setting[]): string =>
  settings.map(({ ruling, value }) => `${ruling.name ?? ruling.clause}-${value}`).join('+') || 'as-written';

const readingOf = (settings: readonly Setting[]): Reading => ({ id: idOf(settings), settings });

/** For people: `SET-06R (rulings.clearing: sequential)`. */
export const nameOf = ({ settings }: Pick<Reading, 'settings'>): string =>
  settings.map(({ ruling, value }) => `${ruling.clause} (${ruling.path}: ${value})`).join(' with ') ||
  'as written';

/** As written first, then each alternative in the order of the catalogue, then the pairs as they were named. */
export function readingsOf(
  sweep: LoadedSweep,
  rulings: readonly Ruling[],
  pairs: readonly PairOfClauses[],
): Reading[] {
  const written = resolvedSweep(sweep);
  const alternatives = (ruling: Ruling): Setting[] => {
    const own = valueAt(written, ruling);
    return ruling.values.filter((value) => value !== own).map((value) => ({ ruling, value }));
  };
  const ofClause = (clause: string): Setting[] =>
    rulings.filter((ruling) => ruling.clause === clause).flatMap(alternatives);
  const singles = rulings.flatMap(alternatives).map((setting) => [setting]);
  const doubles = pairs.flatMap(([a, b]) =>
    ofClause(a).flatMap((first) => ofClause(b).map((second) => [first, second])),
  );
  return [[], ...singles, ...doubles].map(readingOf);
}

/** What is wrong with a pair as it was asked for, or null. */
export function faultOfPair([a, b]: PairOfClauses, rulings: readonly Ruling[]): string | null {
  const known = rulings.map(({ clause }) => clause);
  const unknown = [a, b].filter((clause) => !known.includes(clause));
  if (unknown.length > 0) return `${unknown.join(' and ')} has no switch; these have: ${known.join(', ')}`;
  return a === b ? `${a} cannot be paired with itself` : null;
}
