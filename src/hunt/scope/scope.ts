/** A small scope in full: every world of it has a number, and a number is a world. */
import type { Trial } from '../trial.ts';
import type { Detail, PartName } from './about.ts';
import { arrivals } from './arrivals.ts';
import { crossings } from './crossings.ts';
import { debts } from './debts.ts';
import { union } from './enumeration.ts';
import type { Part } from './part.ts';
import { trades } from './trades.ts';

export const parts: readonly Part[] = [...debts, ...crossings, ...trades, ...arrivals];

export interface Scope {
  readonly detail: Detail;
  readonly count: number;
  /** World number `number`, from 0, with the name of its part. */
  readonly at: (number: number) => { readonly part: PartName; readonly trial: Trial };
}

export function scope(detail: Detail): Scope {
  const all = union(
    parts.map((part) => {
      const trials = part.trials(detail);
      return { count: trials.count, at: (number: number) => ({ part: part.name, trial: trials.at(number) }) };
    }),
  );
  return { detail, count: all.count, at: (number) => all.at(number) };
}
