/** Effects over paired seeds: mean, standard error and 95 % interval. BAL-09, BAL-11R. */
import jstat from 'jstat';

/** An effect over n pairs; error and interval need two pairs at least. In units of default rate. */
export interface Effect {
  readonly pairs: number;
  readonly mean: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the interval leaves zero out; without an interval nothing is a finding. */
  readonly isFinding: boolean;
}

/** Mean and spread of paired differences, one at a time (Welford). */
export class Differences {
  #pairs = 0;
  #mean = 0;
  #squares = 0;

  add(difference: number): void {
    this.#pairs++;
    const step = difference - this.#mean;
    this.#mean += step / this.#pairs;
    this.#squares += step * (difference - this.#mean);
  }

  /** Student's interval around the mean of independent differences. */
  effect(): Effect {
    const pairs = this.#pairs;
    const mean = this.#mean;
    if (pairs < 2) return { pairs, mean, standardError: null, low: null, high: null, isFinding: false };
    const standardError = Math.sqrt(this.#squares / (pairs - 1) / pairs);
    const reach = jstat.studentt.inv(0.975, pairs - 1) * standardError;
    const [low, high] = [mean - reach, mean + reach];
    return { pairs, mean, standardError, low, high, isFinding: low > 0 || high < 0 };
  }
}

/** The finding in words, for people. Positive effects mean fewer defaults with market making. */
export function sentence(effect: Effect, unit = 'percentage points'): string {
  const points = (value: number): string => (100 * value).toFixed(2);
  if (effect.low === null || effect.high === null) {
    return `With one seed there is no interval: the mean effect of ${points(effect.mean)} ${unit} is no finding.`;
  }
  const interval = `95 % interval ${points(effect.low)} to ${points(effect.high)}`;
  if (!effect.isFinding) {
    return `No effect found: the mean effect is ${points(effect.mean)} ${unit}, and its ${interval} covers zero.`;
  }
  const verb = effect.mean > 0 ? 'lowered' : 'raised';
  return `Market making ${verb} the default rate by ${points(Math.abs(effect.mean))} ${unit} (${interval}).`;
}
