/** Effects over paired seeds: mean, standard error and 95 % interval. BAL-09, BAL-11R. */
import jstat from 'jstat';
import { counted } from '../../counted.ts';

/** An effect over n pairs; an error needs two pairs at least, an interval more where they all agree. In units of default rate. */
export interface Effect {
  readonly pairs: number;
  /** 0 where there is no pair: `meanOf` tells the two apart. */
  readonly mean: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the interval leaves zero out; without an interval nothing is a finding. EXP-11R. */
  readonly isFinding: boolean;
  /** Degrees of freedom where they are not n − 1: those of Stein's first stage. EXP-05. */
  readonly degrees?: number;
}

/** The mean, or nothing where nothing was compared. */
export const meanOf = ({ pairs, mean }: Effect): number | null => (pairs === 0 ? null : mean);

/** An effect nearer to zero than 10⁻⁹ is the rounding of a double. ANA-06R. */
export const isNothing = (effect: number): boolean => Math.abs(effect) < 1e-9;

/**
 * How far from the mean a bound lies that is wrong in this share of samples. Where all differences agree there is no
 * spread for a t test: the bound is then the mean itself, where the sign test of so many lets it, or there is none. EXP-11R.
 */
export function reachOf(standardError: number, degrees: number, share: number): number | null {
  if (standardError > 0) return jstat.studentt.inv(1 - share, degrees) * standardError;
  return 2 ** -(degrees + 1) <= share ? 0 : null;
}

/** Either end of a 95 % interval is wrong in this share of samples. */
const END = 0.025;

/** The 95 % interval with this error, and whether it leaves zero out. */
export function interval(
  mean: number,
  standardError: number,
  degrees: number,
): Pick<Effect, 'standardError' | 'low' | 'high' | 'isFinding'> {
  const reach = reachOf(standardError, degrees, END);
  if (reach === null) return { standardError, low: null, high: null, isFinding: false };
  const [low, high] = [mean - reach, mean + reach];
  return { standardError, low, high, isFinding: low > 0 || high < 0 };
}

/** Why an effect has no interval, within a sentence. */
export const noInterval = ({ pairs }: Effect): string =>
  pairs < 2
    ? 'with one seed there is no interval'
    : `all ${String(pairs)} seeds agree, and so few leave no interval`;

/** Differences that lie no further apart are the same: their doubles are rounded. */
const isRounding = (spread: number, mean: number): boolean => spread < Math.max(1e-9, 1e-12 * Math.abs(mean));

/** Mean and spread of paired differences, one at a time (Welford). */
export class Differences {
  #pairs = 0;
  #mean = 0;
  #squares = 0;
  #least = Infinity;
  #most = -Infinity;

  /** Rounding alone has no spread, so an interval around it would leave zero out: it counts as zero. */
  add(effect: number): void {
    const difference = isNothing(effect) ? 0 : effect;
    this.#pairs++;
    this.#least = Math.min(this.#least, difference);
    this.#most = Math.max(this.#most, difference);
    const step = difference - this.#mean;
    this.#mean += step / this.#pairs;
    this.#squares += step * (difference - this.#mean);
  }

  /** Student's interval around the mean of independent differences. */
  effect(): Effect {
    const pairs = this.#pairs;
    const mean = this.#mean;
    if (pairs < 2) return { pairs, mean, standardError: null, low: null, high: null, isFinding: false };
    const standardError = isRounding(this.#most - this.#least, mean)
      ? 0
      : Math.sqrt(this.#squares / (pairs - 1) / pairs);
    return { pairs, mean, ...interval(mean, standardError, pairs - 1) };
  }
}

/** A rate in percent, so a difference of rates in percentage points; what rounds to zero has no sign. */
export const points = (value: number | null): string => {
  if (value === null) return '–';
  const text = (100 * value).toFixed(2);
  return text === '-0.00' ? '0.00' : text.replace('-', '−');
};

/** How many pairs there were, and how many of them had two arms to compare. */
export interface Compared {
  readonly pairs: number;
  readonly compared: number;
}

/**
 * What was found, as a clause. Positive effects mean fewer defaults in the second arm.
 * @param subject what the second arm does, within a sentence
 */
export function finding(effect: Effect, { pairs, compared }: Compared, subject: string): string {
  const failed = pairs - compared;
  const lost = `${String(failed)} of ${counted(pairs, 'pair')} failed`;
  const { mean, low, high } = effect;
  if (effect.pairs === 0) return `no effect can be stated: ${lost}`;
  if (low === null || high === null) {
    const why =
      effect.pairs > 1 || failed === 0
        ? noInterval(effect)
        : `${lost} and one seed is left, so there is no interval`;
    const rest = effect.pairs > 1 && failed > 0 ? `; ${lost}` : '';
    return `${why}, and a mean effect of ${points(mean)} percentage points is no finding${rest}`;
  }
  const leftOut = failed === 0 ? '' : `; ${lost} and ${failed === 1 ? 'is' : 'are'} left out`;
  if (!effect.isFinding)
    return (
      `no effect was found: the mean effect is ${points(mean)} percentage points, ` +
      `and its 95 % interval ${points(low)} to ${points(high)} covers zero${leftOut}`
    );
  // how far it raises or lowers has no sign, and neither has the interval of that
  const [verb, size, from, to] = mean > 0 ? ['lowered', mean, low, high] : ['raised', -mean, -high, -low];
  return (
    `${subject} ${verb} the default rate by ${points(size)} percentage points ` +
    `(95 % interval ${points(from)} to ${points(to)})${leftOut}`
  );
}

/** The finding as a sentence, for people. */
export function sentence(effect: Effect, compared: Compared, subject: string): string {
  const clause = finding(effect, compared, subject);
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
