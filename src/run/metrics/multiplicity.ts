/** Many tests at once: what an effect's chance is, and which effects are findings over all of them. EXP-06. */
import jstat from 'jstat';
import { at } from '../../core/list.ts';
import { reachOf, type Effect } from './effects.ts';

/** The share of false findings that is accepted over a whole family of tests. */
const LEVEL = 0.05;

/** Two-sided p of the mean being zero, by Student's t or, without a spread, the sign test; null without an error. EXP-06, EXP-11R. */
export function pValue({ pairs, mean, standardError, degrees = pairs - 1 }: Effect): number | null {
  if (standardError === null) return null;
  if (standardError === 0) return mean === 0 ? 1 : 2 ** -degrees;
  // both tails as one incomplete beta, which is exact where 1 − F(t) would cancel
  return jstat.ibeta(degrees / (degrees + (mean / standardError) ** 2), degrees / 2, 0.5);
}

/** One-sided p of the mean being at most zero; null where there is no error. CLM-02. */
export function upperTail(effect: Effect): number | null {
  const both = pValue(effect);
  if (both === null) return null;
  return effect.mean > 0 ? both / 2 : 1 - both / 2;
}

/** Holm's step-down p values, in the order given; what has none is no test and counts for nothing. EXP-06. */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const tests = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  tests.sort((a, b) => a.value - b.value || a.i - b.i);
  const adjusted: (number | null)[] = values.map(() => null);
  let least = 0;
  tests.forEach(({ value, i }, rank) => {
    least = Math.max(least, Math.min(1, value * (tests.length - rank)));
    adjusted[i] = least;
  });
  return adjusted;
}

/** Bonferroni's interval: 95 % for all of so many tests together. EXP-06. */
export function bonferroni(effect: Effect, tests: number): { low: number; high: number } | null {
  return oneSidedBounds(effect, LEVEL / (2 * tests));
}

/** Two bounds around the mean, each wrong by itself in this share of samples. CLM-02. */
export function oneSidedBounds(
  { pairs, mean, standardError, degrees = pairs - 1 }: Effect,
  level: number,
): { low: number; high: number } | null {
  const reach = standardError === null ? null : reachOf(standardError, degrees, level);
  return reach === null ? null : { low: mean - reach, high: mean + reach };
}

/** An effect beside the others of its family. */
export interface Corrected {
  readonly effect: Effect;
  readonly p: number | null;
  readonly holmP: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Survives Holm's correction at 5 %. */
  readonly isFinding: boolean;
}

/** Corrects a family of effects. EXP-06. */
export function correct(effects: readonly Effect[]): Corrected[] {
  const ps = effects.map(pValue);
  const adjusted = holm(ps);
  const tests = ps.filter((p) => p !== null).length;
  return effects.map((effect, i) => {
    const holmP = at(adjusted, i);
    const interval = bonferroni(effect, tests);
    return {
      effect,
      p: at(ps, i),
      holmP,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      isFinding: holmP !== null && holmP <= LEVEL && effect.mean !== 0,
    };
  });
}
