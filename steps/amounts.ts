/** Amounts as a feature writes them: decimals or fractions, compared as numbers and never as text. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });
export type Amount = Decimal;

/** Money agrees when it is this near. */
export const TOLERANCE = '1e-10';
let tolerance = new Exact(TOLERANCE);

/** Another nearness, for an implementation that cannot count as finely. */
export function tolerate(distance: string): void {
  tolerance = new Exact(distance);
}

/** `1.05`, `-1/60` or `31/30`, exactly. */
export function parseAmount(text: string): Amount {
  const match = /^\s*(-?[\d.]+)\s*(?:\/\s*(\d+))?\s*$/.exec(text);
  if (match?.[1] === undefined) throw new Error(`"${text}" is no amount: write 1.05 or 31/30`);
  return new Exact(match[1]).div(match[2] ?? 1);
}

/** As the protocol takes it: a decimal string of 28 digits. */
export const toProtocol = (amount: Amount): string => amount.toSignificantDigits(28).toFixed();

export const near = (expected: Amount, found: string): boolean =>
  new Exact(found).minus(expected).abs().lessThanOrEqualTo(tolerance);

export const addUp = (amounts: readonly string[]): Amount =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));
