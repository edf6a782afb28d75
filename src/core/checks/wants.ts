/** Who may come to the market, from the balance sheets alone. POL-01 … POL-13. */
import type { Num } from '../../num.ts';
import type { State, Ticket, TicketsByDay, Trader } from '../state.ts';
import { onDay } from '../tickets.ts';
import { both, either, known, no, not, ofAll, surely, type Belief } from './belief.ts';
import { bucketFor, isAbove, payment, size, type Where } from './recomputed.ts';
import { buyerOf, canServe, offersIn, type Offer } from './shelves.ts';

/** Whether a trader may sell, and whether it may buy. */
export interface Wish {
  readonly sell: Belief;
  readonly buy: Belief;
}

const nothing: Wish = { sell: no, buy: no };

/** What a trader may come for when the order flow begins. POL-02, POL-03R, POL-07, POL-13. */
export function wishOf(at: Where, trader: Trader): Wish {
  const { state } = at;
  if (state.regime !== 'active' && state.regime !== 'backstop') return nothing;
  if (state.policy.kind === 'liquidity_and_investment') return needOrSpare(state, trader);
  const { kind } = state.policy;
  if (kind === 'default_avoidance' && trader.held === 0) return nothing;
  const hasGap = foreseesGap(state, trader);
  const sell = both(known(trader.held > 0), hasGap);
  if (kind === 'default_avoidance' || hasGap === surely) return { sell, buy: no };
  const hasSpare = both(not(hasGap), isAbove(state, trader.cash, state.policy.cashBuffer));
  return { sell, buy: hasSpare === no ? no : both(hasSpare, buysSafely(at, trader)) };
}

/** A shortfall and a ticket; or none, cash above the buffer, and nothing due within H. POL-01 … POL-03R. */
function needOrSpare(state: State, trader: Trader): Wish {
  const { policy, time, ticketSize } = state;
  const due = ticketSize.times(onDay(trader.issued, time).length);
  const isShort = isAbove(state, due, trader.cash);
  const sell = both(known(trader.held > 0), isShort);
  const next = trader.issued.find(({ day }) => day > time);
  const isFree = next === undefined || next.day - time >= policy.horizon;
  const buy = isFree ? both(not(isShort), isAbove(state, trader.cash, policy.cashBuffer)) : no;
  return { sell, buy };
}

/** Tickets of one day. */
type Dated = TicketsByDay[number];

const between = (days: TicketsByDay, first: number, last: number): Dated[] =>
  days.filter(({ day }) => day >= first && day <= last);

const counted = (days: readonly Dated[]): number =>
  days.reduce((sum, { tickets }) => sum + tickets.length, 0);

/**
 * Whether on a day up to t + H more is due than cash, plus what tickets have left by then, less what own payments have
 * taken before; with a purchase, as it would be then. POL-06, POL-10R … POL-12R.
 */
export function foreseesGap(state: State, trader: Trader, bought: Offer | null = null): Belief {
  const { time, policy, ticketSize } = state;
  const owed = between(trader.issued, time, time + policy.horizon);
  if (owed.length === 0) return no;
  const held = between(trader.holdings, time, time + policy.horizon);
  if (bought !== null) held.push({ day: bought.ticket.maturity, tickets: [bought.ticket] });
  const cash = bought === null ? trader.cash : trader.cash.minus(payment(trader, trader.cash, bought.price));
  const scale = size(trader.cash, ticketSize.times(counted(owed) + counted(held)));
  const changes = changesOf(state, held, owed);
  let found: Belief = no;
  for (const { day } of owed) {
    const due = ticketSize.times(onDay(trader.issued, day).length);
    const there = changes.reduce((sum, { from, change }) => (from <= day ? sum.plus(change) : sum), cash);
    found = either(found, isAbove(state, due, there, scale));
  }
  return found;
}

/** What held and owed tickets do to cash, each with the first day on which a payment can count on it. POL-10R, POL-12R. */
function changesOf(
  state: State,
  held: readonly Dated[],
  owed: readonly Dated[],
): { readonly from: number; readonly change: Num }[] {
  // what is lent again at par leaves everything as it was
  if (state.rollover.enabled && state.rollover.issuePrice === 'par') return [];
  const lag = state.clearing === 'cash_on_hand' ? 1 : 0;
  return [
    ...held.map(({ day, tickets }) => ({ from: day + lag, change: left(state, tickets) })),
    ...owed.map(({ day, tickets }) => ({ from: day + 1, change: left(state, tickets).negated() })),
  ];
}

/** What tickets leave in cash when they mature: their face, less what is lent again for it. POL-11R. */
function left(state: State, tickets: readonly Ticket[]): Num {
  const face = state.ticketSize.times(tickets.length);
  if (!state.rollover.enabled) return face;
  return tickets.reduce((rest, { distance }) => rest.minus(bucketFor(state, distance).outsideMid), face);
}

/** Whether the first bucket that can serve a trader leaves it without a gap. POL-05, POL-13. */
function buysSafely(at: Where, trader: Trader): Belief {
  const { state } = at;
  const buyer = buyerOf(trader, null);
  let reached: Belief = surely;
  let found: Belief = no;
  for (const bucket of state.buckets) {
    if (reached === no) break;
    const offers = offersIn(at, bucket, buyer);
    const served = canServe(at, buyer, trader.cash, offers);
    const isSafe = ofAll(offers.map((offer) => (offer === null ? no : isSafeWith(state, trader, offer))));
    found = either(found, both(reached, both(served, isSafe)));
    reached = both(reached, not(served));
  }
  return found;
}

/** Whether a trader has no gap once it has bought what it is offered. POL-13. */
export const isSafeWith = (state: State, trader: Trader, offer: Offer): Belief =>
  not(foreseesGap(state, trader, offer));
