/** Stein's two stages: how many seeds an interval of a given half width needs, and the interval that they give. EXP-05. */
import jstat from 'jstat';
import { interval, type Effect } from './effects.ts';

const T = 0.975;

/**
 * N = max(n₀, ⌈t²·s²/h²⌉), with t of n₀ − 1 degrees and s² of the first stage; not capped. n₀ where fewer than two
 * pairs of the first stage were compared.
 */
export function seedsAsked(stage: Effect, halfWidth: number, first: number): number {
  if (stage.standardError === null) return first;
  const t = jstat.studentt.inv(T, stage.pairs - 1);
  const variance = stage.standardError ** 2 * stage.pairs;
  return Math.max(first, Math.ceil((t * t * variance) / halfWidth ** 2));
}

/**
 * The interval around the mean of all N seeds, with t and s of the first stage: valid whatever N came out. None where the
 * seeds of the stage agree and later ones do not: another measure asked for these, and the stage has no s for them. EXP-11R.
 */
export function steinInterval(all: Effect, stage: Effect): Effect {
  if (stage.standardError === null || (stage.standardError === 0 && all.standardError !== 0))
    return { ...all, standardError: null, low: null, high: null, isFinding: false };
  const degrees = stage.pairs - 1;
  const standardError = Math.sqrt((stage.standardError ** 2 * stage.pairs) / all.pairs);
  return { ...all, ...interval(all.mean, standardError, degrees), degrees };
}
