/**
 * Numbers of the model. Money, prices and rates are `Num`; counts, days and ids are plain integers.
 * The method names are those of decimal.js, so a Decimal is a `Num` as it stands; `f64.ts` is the twin.
 */
import { Decimal } from 'decimal.js';

/** A money amount, price or rate. A plain `number` as operand is an integer count or a literal constant. */
export interface Num {
  plus(other: Num | number): Num;
  minus(other: Num | number): Num;
  times(other: Num | number): Num;
  div(other: Num | number): Num;
  negated(): Num;
  /** −1, 0 or 1. Decisions go through the helpers below, never through this. */
  comparedTo(other: Num | number): number;
  floor(): Num;
  toDecimalPlaces(places: number): Num;
  isZero(): boolean;
  toNumber(): number;
  /** Plain decimal string with every digit, never with an exponent. */
  toFixed(): string;
}

export const arithmeticNames = ['decimal', 'float64'] as const;
export type ArithmeticName = (typeof arithmeticNames)[number];

/** Where numbers come from. One run uses one arithmetic throughout. */
export interface Arithmetic {
  readonly name: ArithmeticName;
  /** Exact reading of a decimal string, or of an integer. */
  of(value: string | number): Num;
  readonly zero: Num;
  /** Largest rounding that C1 forgives for amounts of this size; 0 where sums of money are exact (CHK-C1). */
  slack(size: Num): number;
}

/**
 * Two amounts nearer than this are a tie, and a tie counts as reached: the true value, which rounding may
 * miss on either side, decides alike in every arithmetic. KER-04R.
 */
const TIE = 1e-9;

/**
 * The smallest unit of money has this many decimals. Amounts that change hands, prices and anchors are whole
 * units, so every sum of them is exact in 28 digits. CHK-09R.
 */
export const MONEY_PLACES = 18;

/** Rounds half-even to the smallest unit of money; a float64, which is coarser already, stays. CHK-09R. */
export const toMoney = (value: Num): Num => value.toDecimalPlaces(MONEY_PLACES);

/** a ≥ b, ties included. KER-04R. */
export const atLeast = (a: Num, b: Num | number): boolean => a.plus(TIE).comparedTo(b) >= 0;

/** a > b, ties excluded. KER-04R. */
export const exceeds = (a: Num, b: Num | number): boolean => a.minus(TIE).comparedTo(b) > 0;

/** a = b, within a tie. KER-04R. */
export const ties = (a: Num, b: Num): boolean => !exceeds(a, b) && !exceeds(b, a);

/** ⌊amount/price + 10⁻⁹⌋: how many tickets the amount buys; may be negative. KER-04R. */
export const wholeTickets = (amount: Num, price: Num): number =>
  amount.div(price).plus(TIE).floor().toNumber();

export const larger = (a: Num, b: Num): Num => (a.comparedTo(b) >= 0 ? a : b);
export const smaller = (a: Num, b: Num): Num => (a.comparedTo(b) <= 0 ? a : b);

/**
 * Splits a total over whole-number weights so that the parts, added in their order, give the total exactly:
 * each part is rounded to the unit of money and the first of the heaviest takes the residue. SET-05.
 */
export function splitExactly(total: Num, weights: readonly number[]): Num[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const heaviest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  let parts = weights.map((w) => (w === sum ? total : toMoney(total.times(w).div(sum))));
  for (let attempt = 0; attempt < 4; attempt++) {
    const residue = total.minus(parts.reduce((a, b) => a.plus(b)));
    if (residue.isZero()) break;
    parts = parts.map((part, i) => (i === heaviest ? part.plus(residue) : part));
  }
  return parts;
}

const Exact = Decimal.clone({ precision: 28, rounding: Decimal.ROUND_HALF_EVEN });

/** decimal.js at 28 significant digits, half-even: the arithmetic of verification. */
export const decimal: Arithmetic = {
  name: 'decimal',
  // Decimal takes more kinds of operand than Num asks for, which TypeScript reads as a mismatch.
  of: (value) => new Exact(value) as unknown as Num,
  zero: new Exact(0) as unknown as Num,
  slack: () => 0,
};
