/** Figures that describe many values; one nearer to zero than a tie is neither above nor below it. CHK-12R. */
import { exceeds, larger, smaller, type Num } from '../../num.ts';

/** Quantiles are values that occurred (nearest rank), so nothing is interpolated. Null where there is no value. */
export interface Distribution {
  readonly count: number;
  readonly mean: Num | null;
  readonly min: Num | null;
  readonly quartile1: Num | null;
  readonly median: Num | null;
  readonly quartile3: Num | null;
  readonly max: Num | null;
  readonly shareAboveZero: Num | null;
}

export function distributionOf(values: readonly Num[], zero: Num): Distribution {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const count = sorted.length;
  /** The ⌈q·n⌉-th smallest. */
  const at = (quantile: number): Num | null => sorted[Math.max(0, Math.ceil(quantile * count) - 1)] ?? null;
  const above = sorted.filter((value) => exceeds(value, 0)).length;
  return {
    count,
    mean: meanOf(values, zero),
    min: at(0),
    quartile1: at(0.25),
    median: at(0.5),
    quartile3: at(0.75),
    max: at(1),
    shareAboveZero: count === 0 ? null : zero.plus(above).div(count),
  };
}

export const meanOf = (values: readonly Num[], zero: Num): Num | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum.plus(value), zero).div(values.length);

/** Values summed up as they come, none of them kept. */
export class Tally {
  #count = 0;
  #negative = 0;
  #sum: Num;
  #min: Num | null = null;
  #max: Num | null = null;

  constructor(zero: Num) {
    this.#sum = zero;
  }

  add(value: Num): void {
    this.#count++;
    if (exceeds(value.negated(), 0)) this.#negative++;
    this.#sum = this.#sum.plus(value);
    this.#min = this.#min === null ? value : smaller(value, this.#min);
    this.#max = this.#max === null ? value : larger(value, this.#max);
  }

  summary(): TallySummary {
    return {
      count: this.#count,
      countBelowZero: this.#negative,
      mean: this.#count === 0 ? null : this.#sum.div(this.#count),
      min: this.#min,
      max: this.#max,
    };
  }
}

export interface TallySummary {
  readonly count: number;
  readonly countBelowZero: number;
  readonly mean: Num | null;
  readonly min: Num | null;
  readonly max: Num | null;
}
