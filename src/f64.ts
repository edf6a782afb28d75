/** The float64 twin of decimal.js behind `Num`: the arithmetic of large sweeps. */
import { Decimal } from 'decimal.js';
import type { Arithmetic, Num } from './num.ts';

class Float64 implements Num {
  constructor(private readonly value: number) {}
  plus(other: Float64 | number): Float64 {
    return new Float64(this.value + (typeof other === 'number' ? other : other.value));
  }
  minus(other: Float64 | number): Float64 {
    return new Float64(this.value - (typeof other === 'number' ? other : other.value));
  }
  times(other: Float64 | number): Float64 {
    return new Float64(this.value * (typeof other === 'number' ? other : other.value));
  }
  div(other: Float64 | number): Float64 {
    return new Float64(this.value / (typeof other === 'number' ? other : other.value));
  }
  negated(): Float64 {
    return new Float64(-this.value);
  }
  comparedTo(other: Float64 | number): number {
    const that = typeof other === 'number' ? other : other.value;
    return this.value < that ? -1 : this.value > that ? 1 : 0;
  }
  floor(): Float64 {
    return new Float64(Math.floor(this.value));
  }
  /** A double is coarser than the unit of money, so there is nothing to round. */
  toDecimalPlaces(): this {
    return this;
  }
  isZero(): boolean {
    return this.value === 0;
  }
  toNumber(): number {
    return this.value;
  }
  toFixed(): string {
    const shortest = String(this.value + 0);
    return shortest.includes('e') ? new Decimal(this.value).toFixed() : shortest;
  }
}

/** In proportion; the first of the largest parts takes what rounding left, until the sum comes out. SET-05. */
function split(total: Float64, weights: readonly number[]): Float64[] {
  if (weights.length === 1) return [total];
  const sum = weights.reduce((a, b) => a + b, 0);
  const largest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  let parts = weights.map((weight) => (weight === sum ? total : total.times(weight).div(sum)));
  for (let attempt = 0; attempt < 4; attempt++) {
    const residue = total.minus(parts.reduce((a, b) => a.plus(b)));
    if (residue.isZero()) break;
    parts = parts.map((part, place) => (place === largest ? part.plus(residue) : part));
  }
  return parts;
}

/** IEEE 754 doubles. Sums of money round, so the checks forgive 10⁻¹⁰ times the larger of one and the amounts. */
export const float64: Arithmetic = {
  name: 'float64',
  of: (value) => new Float64(Number(value)),
  zero: new Float64(0),
  split: (total, weights) => {
    if (!(total instanceof Float64)) throw new TypeError('a number of another arithmetic');
    return split(total, weights);
  },
  slack: (size) => 1e-10 * Math.max(1, size),
  tolerance: (size) => 1e-10 * Math.max(1, size),
};

/** A figure as a plain decimal, without an exponent; null where there is none. */
export const plainDecimal = (value: number | null): string | null =>
  value === null ? null : float64.of(value).toFixed();
