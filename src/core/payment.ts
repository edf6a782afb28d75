/** What a payer hands over: nobody pays what it has not. KER-04R, MOD-10, MOD-11R, SET-06R. */
import { atLeast, smaller, type Num } from '../num.ts';
import type { Party } from './state.ts';

/** Cash that can be paid with: a balance below zero counts as none. TRD-13R. */
export const spendable = (cash: Num): Num => (cash.comparedTo(0) < 0 ? cash.minus(cash) : cash);

/**
 * What leaves the payer's cash for an amount asked for: the amount, or all that it has. An amount below zero is
 * paid by the other side, and needs no cash. SET-06R, TRD-13R.
 */
export const handedOver = (cash: Num, asked: Num): Num =>
  asked.comparedTo(0) <= 0 ? asked : smaller(asked, spendable(cash));

/**
 * What a party pays for a price: the price, or all its cash where that ties with the price; null when it cannot
 * pay, because it may not borrow. A VBT is funded from outside and always pays. A price of zero or below is compared as
 * it stands. REB-07R, REB-08R, ROL-06R, TRD-05, TRD-14R, CHK-12R.
 */
export function payable(payer: Party, price: Num): Num | null {
  if (payer.kind === 'vbt') return price;
  return atLeast(payer.cash, price) ? handedOver(payer.cash, price) : null;
}
