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

/** IEEE 754 doubles. Sums of money round, so C1 forgives 10⁻¹⁰, and as much again per unit of size. */
export const float64: Arithmetic = {
  name: 'float64',
  of: (value) => new Float64(Number(value)),
  zero: new Float64(0),
  slack: (size) => 1e-10 * Math.max(1, Math.abs(size.toNumber())),
};
