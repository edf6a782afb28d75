/** What a trader knows and wants: shortfall, horizon, gap, and the ticket that it would sell. POL-01 … POL-11R. */
import { exceeds, larger, type Num } from '../num.ts';
import { issuePrice } from './rollover.ts';
import type { State, Ticket, Trader } from './state.ts';
import { countOnDay, daysFrom, firstFrom, firstWhere, lastDay, nextDay, type Block } from './tickets.ts';

/** shortfall_i(t) = max(0, payments due at t − cash), money. POL-01. */
export function shortfall(state: State, trader: Trader): Num {
  const { zero } = state.numbers;
  const due = state.ticketSize.times(countOnDay(trader.issued, state.time));
  return larger(zero, due.minus(trader.cash));
}

/** T_min_i(t): the earliest maturity of an own liability after t, or +∞. POL-01. */
export const nextOwnMaturity = (state: State, trader: Trader): number =>
  nextDay(trader.issued, state.time + 1);

/** Seller under `liquidity_and_investment`: a shortfall, and a ticket to sell. POL-02. */
export const isSeller = (state: State, trader: Trader): boolean =>
  trader.held > 0 && exceeds(shortfall(state, trader), 0);

/** Buyer under `liquidity_and_investment`: nothing due within H, cash above the buffer, no shortfall. POL-02, POL-03R. */
export const isBuyer = (state: State, trader: Trader): boolean =>
  nextOwnMaturity(state, trader) - state.time >= state.policy.horizon &&
  exceeds(trader.cash, state.policy.cashBuffer) &&
  !exceeds(shortfall(state, trader), 0);

/** A ticket that a trader may buy, and what it would pay. */
export interface Purchase {
  readonly ticket: Ticket;
  readonly price: Num;
}

/** What a trader holds from today on, with a purchase as it would be then: a day may have several blocks in a row. */
function receiptsOf(state: State, trader: Trader, purchase: Purchase | null): readonly Block<Ticket>[] {
  const held = daysFrom(trader.holdings, state.time);
  if (purchase === null) return held;
  const { ticket } = purchase;
  const later = held.findIndex(({ day }) => day > ticket.maturity);
  const place = later < 0 ? held.length : later;
  return [...held.slice(0, place), { day: ticket.maturity, tickets: [ticket] }, ...held.slice(place)];
}

/**
 * The gap under `default_avoidance`: over the dates s in [t, t + H] on which something is due, the largest
 * amount by which the payment exceeds cash now, plus what matures before s, minus own payments before s; 0 if
 * none does. With a purchase, as it would be then. POL-06, POL-10R, POL-12R, POL-13.
 */
export function gap(state: State, trader: Trader, purchase: Purchase | null = null): Num {
  const { policy, time } = state;
  const lag = sameDayReceiptsPay(state) ? 0 : 1;
  const isAllLent = isLentAgain(state);
  const receipts = isAllLent ? [] : receiptsOf(state, trader, purchase);
  let next = 0;
  let projected = purchase === null ? trader.cash : trader.cash.minus(purchase.price);
  let largest = state.numbers.zero;
  for (const payment of daysFrom(trader.issued, time)) {
    if (payment.day > time + policy.horizon) break;
    for (let receipt = receipts[next]; receipt !== undefined; receipt = receipts[++next]) {
      if (receipt.day + lag > payment.day) break;
      projected = projected.plus(kept(state, receipt.tickets));
    }
    largest = larger(largest, state.ticketSize.times(payment.tickets.length).minus(projected));
    if (!isAllLent) projected = projected.minus(kept(state, payment.tickets));
  }
  return largest;
}

/** Whether a receipt of the same day can pay what is due that day. POL-10R, SET-06R. */
const sameDayReceiptsPay = (state: State): boolean => state.clearing !== 'cash_on_hand';

/** Whether what is paid is lent again at par, and leaves everybody's cash as it was. POL-11R. */
const isLentAgain = ({ rollover }: State): boolean => rollover.enabled && rollover.issuePrice === 'par';

/** What a day's tickets leave in cash: their face, less the price of their reissue under rollover. POL-11R. */
function kept(state: State, tickets: readonly Ticket[]): Num {
  const face = state.ticketSize.times(tickets.length);
  if (!state.rollover.enabled) return face;
  return tickets.reduce((sum, ticket) => sum.minus(issuePrice(state, ticket.distance)), face);
}

/** Whether a purchase leaves the trader without a gap. POL-13. */
export const isSafe = (state: State, trader: Trader, purchase: Purchase): boolean =>
  !exceeds(gap(state, trader, purchase), 0);

/** May buy under `two_sided`, where a bucket is safe: no gap, and cash above the buffer. POL-13. */
export function hasMoneyToSpare(state: State, trader: Trader): boolean {
  const { cashBuffer } = state.policy;
  return exceeds(trader.cash, cashBuffer) && !exceeds(gap(state, trader), 0);
}

/** A gap, and a ticket to close it with. POL-07. */
export const canActOnGap = (state: State, trader: Trader): boolean =>
  trader.held > 0 && exceeds(gap(state, trader), 0);

/**
 * The ticket that the trader's policy sells: the shortest τ under `liquidity_and_investment`, the longest
 * under the other two, then the lowest serial; null when it holds none. One τ is one bucket (MOD-04),
 * so the tie across buckets of POL-04 cannot arise. POL-04, POL-08R.
 */
export function ticketToSell(state: State, trader: Trader): Ticket | null {
  if (state.policy.kind === 'liquidity_and_investment') return firstWhere(trader.holdings, () => true);
  return firstFrom(trader.holdings, lastDay(trader.holdings) ?? Infinity, () => true);
}

/** Whether it takes any price: who avoids a default wants a positive one. POL-07, POL-13. */
export const acceptsAnyPrice = (state: State): boolean => state.policy.kind === 'liquidity_and_investment';
