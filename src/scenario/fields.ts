/** The kinds of value that a scenario file may hold; each knows in words what it allows. CFG-03, CFG-04. */
import * as z from 'zod';
import { decimal, MONEY_PLACES, type Num } from '../num.ts';
import type { Plain } from '../files/tree.ts';

/** Money has 18 decimals in 28 digits, and sums need room. CHK-09R. */
export const MONEY_LIMIT = 1e9;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i;
const LONGEST_NUMBER = 60;

/** Decimals of a ratio: enough for a price in whole units of money to come back from price/S. BAL-06. */
const RATIO_PLACES = 28;

/** The exact number that a text writes, or null. CFG-04. */
function exactNumber(raw: Plain, places = MONEY_PLACES): Num | null {
  if (typeof raw !== 'string' || raw.length > LONGEST_NUMBER || !NUMBER.test(raw)) return null;
  const value = decimal.of(raw.replace(/^\+/, ''));
  return value.toDecimalPlaces(places).comparedTo(value) === 0 ? value : null;
}

/** A value that `read` understands (null: it does not); the issue's message says what is allowed. */
function field<T>(allowed: string, read: (raw: Plain) => T | null): z.ZodType<T> {
  return z.unknown().transform((raw, context): T => {
    const value = read(raw as Plain);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: allowed });
    return z.NEVER;
  });
}

interface Range {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly places?: number;
}

/** An exact number as a plain decimal string. */
function number(
  allowed: string,
  { from = -Infinity, above = -Infinity, to = Infinity, places = MONEY_PLACES }: Range,
) {
  return field(`${allowed}, with at most ${String(places)} decimals`, (raw) => {
    const value = exactNumber(raw, places);
    if (value === null) return null;
    const inside =
      value.comparedTo(from) >= 0 &&
      value.comparedTo(above) > 0 &&
      value.comparedTo(to) <= 0 &&
      value.comparedTo(MONEY_LIMIT) < 0;
    // a zero has no sign
    return inside ? (value.isZero() ? '0' : value.toFixed()) : null;
  });
}

const limit = String(MONEY_LIMIT);
export const positive = number(`a number above 0 and below ${limit}`, { above: 0 });
/** An amount of money as a share of another, such as M/S. */
export const ratio = number(`a number above 0 and below ${limit}`, { above: 0, places: RATIO_PLACES });
/** ρ, before S is known. BAL-06. */
export const ratioOrPrice = number('a ratio above 0 and up to 1, or the price of a ticket', {
  above: 0,
  places: RATIO_PLACES,
});
export const nonNegative = number(`a number from 0 to below ${limit}`, { from: 0 });
export const anyNumber = number(`a number below ${limit}`, {});
/** Probabilities, shares, skew. CFG-05. */
export const fraction = number('a number from 0 to 1', { from: 0, to: 1 });

/** A whole number within a range. */
export const count = (from: number, to: number): z.ZodType<number> =>
  field(`a whole number from ${String(from)} to ${String(to)}`, (raw) => {
    const value = exactNumber(raw);
    if (value?.floor().comparedTo(value) !== 0) return null;
    return value.comparedTo(from) >= 0 && value.comparedTo(to) <= 0 ? value.toNumber() : null;
  });

export const yesOrNo = field('true or false', (raw) => (typeof raw === 'boolean' ? raw : null)).meta({
  type: 'boolean',
});

/** One of a few words. */
export const oneOf = <T extends string>(words: readonly T[]): z.ZodType<T> =>
  field(words.join(', '), (raw) => words.find((word) => word === raw) ?? null).meta({ enum: [...words] });

/** A list of at least one value; a value that is none is a fault of its own, at its place in the list. */
export const listOf = <T>(value: z.ZodType<T>): z.ZodType<T[]> =>
  z.array(value, 'a list of values').min(1, 'at least one value');

/** A section with the keys of its shape; without content it counts as left out. The message lists the keys. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape, {
      error: ({ code }) => {
        const keys = Object.keys(shape).join(', ');
        return code === 'unrecognized_keys' ? keys : `a section with the keys ${keys}`;
      },
    })
    .nullish();

/** A value made of several, read by a function that returns null when it does not understand. */
export { field as readBy };
