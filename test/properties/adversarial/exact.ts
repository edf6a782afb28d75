/** Exact amounts for the books of this test: 60 digits, apart from the arithmetic under test. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });
export type Amount = Decimal;

/** An amount as the model says it: a decimal string, or a number of any arithmetic. */
export type Said = string | number | { toFixed(): string };

export const amount = (said: Said): Amount => new Exact(typeof said === 'object' ? said.toFixed() : said);

export const ZERO = amount(0);
/** KER-04R. */
export const TIE = amount('0.000000001');
/** CHK-09R. */
export const UNIT = amount('0.000000000000000001');

export const toUnits = (value: Amount): Amount => value.toDecimalPlaces(18);
export const most = (a: Amount, b: Amount): Amount => (a.gt(b) ? a : b);
export const least = (a: Amount, b: Amount): Amount => (a.lt(b) ? a : b);
export const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((a, b) => a.plus(b), ZERO);

/** How far the arithmetic under test may be from the exact figure. */
export interface Precision {
  /** A balance, or a sum of payments: nothing in decimals, where sums are exact. */
  readonly sums: Amount;
  /** A price, an anchor or another rounded quotient. */
  readonly quotients: Amount;
}

/** @param scale the largest amount in the world */
export function precisionOf(arithmetic: string, scale: Amount): Precision {
  if (arithmetic === 'decimal') return { sums: ZERO, quotients: UNIT.times(3).plus(scale.times('1e-26')) };
  const error = scale.times('1e-12');
  // a float64 is not rounded to units of money, the exact figure is
  return { sums: error, quotients: error.plus(UNIT) };
}

export const near = (a: Amount, b: Amount, error: Amount): boolean => a.minus(b).abs().lte(error);
