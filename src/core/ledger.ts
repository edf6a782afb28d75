/** Cash. A posting is one transfer, so double entry holds by construction; the journal lets C1 check it. */
import { larger, type Num } from '../num.ts';
import { touch, type Running } from './journal.ts';
import { bucketAt, type Bucket, type Party } from './state.ts';

function setCash(state: Running, party: Party, cash: Num): void {
  touch(state, party);
  party.cash = cash;
  if (party.kind === 'dealer') requote(bucketAt(state, party.bucket));
}

/** Marks a bucket's quotes as out of date: its M, O, a or C changed. KER-15. */
export function requote(bucket: Bucket): void {
  bucket.quotes = null;
  bucket.posted = false;
}

/** Moves an amount of cash from one party to another; a negative amount flows the other way. CHK-C1. */
export function transfer(state: Running, from: Party, to: Party, amount: Num): void {
  setCash(state, from, from.cash.minus(amount));
  setCash(state, to, to.cash.plus(amount));
}

/**
 * Hands out amounts of cash from one party, which is left with `closing`: a balance of exactly 0 does not
 * hang on the order in which rounded amounts are subtracted. SET-04, SET-05.
 */
export function distribute(
  state: Running,
  from: Party,
  closing: Num,
  payouts: readonly { readonly party: Party; readonly amount: Num }[],
): void {
  setCash(state, from, closing);
  for (const { party, amount } of payouts) setCash(state, party, party.cash.plus(amount));
}

/**
 * Leaves an account that has paid and received at once with the balance worked out for it: doubles, added in the
 * order of the payouts, miss it by their rounding, and would end below zero by that. SET-04, CHK-09R.
 */
export function closeAccount(state: Running, party: Party, closing: Num, turnover: Num): void {
  const rounding = closing.minus(party.cash);
  if (rounding.isZero()) return;
  const largest = larger(turnover, larger(closing, closing.negated()));
  if (Math.abs(rounding.toNumber()) > state.numbers.slack(largest.toNumber())) {
    throw new Error(`${party.id} is left with ${party.cash.toFixed()}, worked out was ${closing.toFixed()}`);
  }
  party.cash = closing;
}

/** Overrides a cash balance from outside the model: the protocol's `set`. */
export function overrideCash(state: Running, party: Party, cash: Num): void {
  setCash(state, party, cash);
}
