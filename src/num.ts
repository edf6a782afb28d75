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
  /**
   * Parts of a total in proportion to whole-number weights that, added in their order, give it exactly. No part is
   * negative, and none is a unit of money or more from its share. SET-05.
   */
  split(total: Num, weights: readonly number[]): Num[];
  /** Largest rounding that the checks forgive in sums of amounts of this size; 0 where such sums are exact. CHK-09R. */
  slack(size: number): number;
  /** Largest difference that the checks forgive between two ways to compute an amount of this size. CHK-11. */
  tolerance(size: number): number;
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
export const atLeast = (a: Num, b: Num | number): boolean =>
  a.comparedTo(b) >= 0 || a.plus(tieFor(a)).comparedTo(b) >= 0;

/** a > b, ties excluded. KER-04R. */
export const exceeds = (a: Num, b: Num | number): boolean =>
  a.comparedTo(b) > 0 && a.minus(tieFor(a)).comparedTo(b) > 0;

/** a = b, within a tie. KER-04R. */
export const ties = (a: Num, b: Num): boolean => !exceeds(a, b) && !exceeds(b, a);

/** ⌊amount/price + 10⁻⁹⌋: how many tickets the amount buys; may be negative. KER-04R. */
export const wholeTickets = (amount: Num, price: Num): number => {
  const count = amount.div(price);
  return count.plus(tieFor(count)).floor().toNumber();
};

/** ⌊amount/price⌋ without a tie, for what a world opens with. CHK-12R. */
export const wholeParts = (amount: Num, price: Num): number => amount.div(price).floor().toNumber();

export const larger = (a: Num, b: Num): Num => (a.comparedTo(b) >= 0 ? a : b);
export const smaller = (a: Num, b: Num): Num => (a.comparedTo(b) <= 0 ? a : b);

const DIGITS = 28;

const Exact = Decimal.clone({ precision: DIGITS, rounding: Decimal.ROUND_HALF_EVEN });

/** The tie as an operand: decimal.js reads a fraction anew from its digits each time it is given as a number. */
const EXACT_TIE = new Exact(TIE) as unknown as Num;
const tieFor = (a: Num): Num | number => (a instanceof Exact ? EXACT_TIE : TIE);

/** Below this every amount in whole units of money has at most 28 digits, so that sums are exact. CHK-09R. */
const EXACT_BELOW = 10 ** (DIGITS - MONEY_PLACES);

/**
 * Largest remainder in units of 10⁻¹⁸, ties to the first; above 10¹⁰ in units of the last of 28 digits. All is
 * counted in whole numbers, so nothing rounds. SET-05.
 */
function splitByLargestRemainder(total: Decimal, weights: readonly number[]): Decimal[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const places = Math.min(MONEY_PLACES, DIGITS - 1 - total.e);
  const units = total.times(`1e${String(places)}`);
  let each = units.div(sum).floor();
  // a quotient of 28 digits may round up to the next whole number
  if (each.times(sum).greaterThan(units)) each = each.minus(1);
  const rest = units.minus(each.times(sum)).toNumber();
  const shares = weights.map((weight) => ({
    weight,
    units: Math.floor((rest * weight) / sum),
    remainder: (rest * weight) % sum,
  }));
  const left = rest - shares.reduce((given, share) => given + share.units, 0);
  const largestFirst = [...shares].sort((a, b) => b.remainder - a.remainder);
  for (const share of largestFirst.slice(0, left)) share.units++;
  return shares.map((share) =>
    each
      .times(share.weight)
      .plus(share.units)
      .times(`1e-${String(places)}`),
  );
}

/** decimal.js at 28 significant digits, half-even: the arithmetic of verification. */
export const decimal: Arithmetic = {
  name: 'decimal',
  // Decimal takes more kinds of operand than Num asks for, which TypeScript reads as a mismatch.
  of: (value) => new Exact(value) as unknown as Num,
  zero: new Exact(0) as unknown as Num,
  split: (total, weights) =>
    weights.length === 1
      ? [total]
      : (splitByLargestRemainder(total as unknown as Decimal, weights) as unknown as Num[]),
  slack: (size) => (size < EXACT_BELOW ? 0 : size * 10 ** (1 - DIGITS)),
  tolerance: (size) => 1e-15 * Math.max(1, size),
};
