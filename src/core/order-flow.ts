/** Eligibility and order flow. FLW-01 … FLW-08. */
import { checkFlowEnds, checkFlowOpens } from './checks/check.ts';
import type { Choices } from './choices.ts';
import type { Side } from './events.ts';
import { IndexSet } from './fast/index-set.ts';
import type { Running } from './journal.ts';
import { at } from './list.ts';
import type { Bucket, State, Trader } from './state.ts';
import { buy, buyFeasibility, refuse, sell, type Trade } from './trade.ts';
import {
  acceptsAnyPrice,
  canActOnGap,
  hasMoneyToSpare,
  isBuyer,
  isSafe,
  isSeller,
  ticketToSell,
  type Purchase,
} from './traders.ts';

/** One arrival; `z` is null where the policy draws none. */
export interface Arrival {
  readonly z: 0 | 1 | null;
  readonly side: Side;
  readonly fallback: boolean;
  readonly agent: string;
  readonly trade: Trade;
}

/** Who may come to the market in a period; each leaves its set with its last order. LOOP-01 (3). */
export interface Eligible {
  readonly sellers: IndexSet;
  readonly buyers: IndexSet;
}

const traderAt = (state: State, index: number): Trader => at(state.traders, index);

/** The traders for whom something holds. */
function those(state: State, holds: (state: State, trader: Trader) => boolean): IndexSet {
  const set = new IndexSet(state.traders.length);
  for (const trader of state.traders) if (holds(state, trader)) set.add(trader.index);
  return set;
}

/** The eligibility step of a period; nobody where nobody trades. LOOP-01 (3), LOOP-04, LOOP-05. */
export function formEligible(state: State): Eligible {
  const nobody = new IndexSet(0);
  if (state.regime !== 'active' && state.regime !== 'backstop') return { sellers: nobody, buyers: nobody };
  switch (state.policy.kind) {
    case 'liquidity_and_investment':
      return { sellers: those(state, isSeller), buyers: those(state, isBuyer) };
    case 'default_avoidance':
      return { sellers: those(state, canActOnGap), buyers: nobody };
    case 'two_sided':
      return { sellers: those(state, canActOnGap), buyers: those(state, buysSafely) };
  }
}

/** The order flow of a period. LOOP-01 (4). */
export function orderFlow(state: Running, eligible: Eligible, choices: Choices): Arrival[] {
  const heard = checkFlowOpens(state, choices);
  const arrivals =
    state.policy.kind === 'default_avoidance'
      ? sellersOnly(state, eligible, heard)
      : twoSided(state, eligible, heard);
  checkFlowEnds(state, choices);
  return arrivals;
}

/**
 * `liquidity_and_investment`, `two_sided`: Z prefers a side, an empty side falls back on the other, so the share
 * of SELLs is what π_sell, the fallback and feasibility make of it. FLW-01 … FLW-06, FLW-09, POL-14.
 */
function twoSided(state: Running, { sellers, buyers }: Eligible, choices: Choices): Arrival[] {
  const arrivals: Arrival[] = [];
  const { maxArrivals, sellProbability } = state.policy;
  while (arrivals.length < (maxArrivals ?? Infinity) && sellers.size + buyers.size > 0 && choices.more()) {
    const prefersSell = choices.prefersSell(sellProbability);
    const sells = prefersSell ? sellers.size > 0 : buyers.size === 0;
    const set = sells ? sellers : buyers;
    const index = choices.agent(set, (place) => set.has(place));
    const trader = traderAt(state, index);
    const trade = sells ? sellByPolicy(state, trader) : buyByPolicy(state, trader);
    if (leaves(state, trader, trade)) set.remove(index);
    arrivals.push({
      z: prefersSell ? 1 : 0,
      side: sells ? 'SELL' : 'BUY',
      fallback: sells !== prefersSell,
      agent: trader.id,
      trade,
    });
  }
  return arrivals;
}

/**
 * Whether an order was its agent's last of the period: one that is filled, or any where there is no N_max; where
 * policies look at the gap, any BUY, and a SELL that was refused or leaves nothing to do. FLW-04, FLW-05, FLW-07,
 * FLW-12R, POL-07, POL-14.
 */
function leaves(state: State, trader: Trader, { side, executed }: Trade): boolean {
  const { kind, maxArrivals } = state.policy;
  if (kind === 'liquidity_and_investment') return executed || maxArrivals === null;
  return side === 'BUY' || !executed || !canActOnGap(state, trader);
}

/** `default_avoidance`: whoever has a gap that it can still act on sells, ticket by ticket. FLW-07, POL-07. */
function sellersOnly(state: Running, { sellers }: Eligible, choices: Choices): Arrival[] {
  const arrivals: Arrival[] = [];
  const { maxArrivals } = state.policy;
  const hasGap = (index: number): boolean => canActOnGap(state, traderAt(state, index));
  while (arrivals.length < (maxArrivals ?? Infinity) && sellers.size > 0 && choices.more()) {
    const trader = traderAt(state, choices.agent(sellers, hasGap));
    const trade = sellByPolicy(state, trader);
    if (leaves(state, trader, trade)) sellers.remove(trader.index);
    arrivals.push({ z: null, side: 'SELL', fallback: false, agent: trader.id, trade });
  }
  return arrivals;
}

/** A buyer of the day under `two_sided`: money to spare, and safe in the bucket that it would buy in. POL-13. */
function buysSafely(state: State, trader: Trader): boolean {
  if (!hasMoneyToSpare(state, trader)) return false;
  const found = bucketToBuyFrom(state, trader);
  return found.purchase !== null && isSafe(state, trader, found.purchase);
}

/**
 * The trader sells the ticket that its policy chooses. All policies sell to meet a payment that is due or
 * foreseen, and for nothing else. POL-02, POL-04, POL-07, POL-08R, OUT-03.
 */
export function sellByPolicy(state: Running, trader: Trader): Trade {
  const order = { customer: trader, liquidityDriven: true };
  const ticket = ticketToSell(state, trader);
  if (ticket === null) return refuse(state, order, 'SELL', null, null, 'no_ticket');
  return sell(state, order, ticket, acceptsAnyPrice(state));
}

/**
 * The first bucket, nearest maturity first, where the order is feasible, with what it would bring; failing all,
 * the first that failed for cash, otherwise the first. POL-05.
 */
function bucketToBuyFrom(state: State, trader: Trader): { bucket: Bucket; purchase: Purchase | null } {
  let reported = state.buckets[0];
  let failedForCash = false;
  for (const bucket of state.buckets) {
    const feasibility = buyFeasibility(state, trader, bucket);
    if (feasibility.refusal === null) {
      const { route, price } = feasibility;
      return { bucket, purchase: { ticket: route.ticket, price } };
    }
    if (feasibility.refusal === 'cash' && !failedForCash) {
      failedForCash = true;
      reported = bucket;
    }
  }
  if (reported === undefined) throw new Error('a world has at least one bucket');
  return { bucket: reported, purchase: null };
}

/** The trader buys in the bucket of POL-05; under `two_sided` only where it is safe then. POL-05, POL-13. */
export function buyByPolicy(state: Running, trader: Trader): Trade {
  const order = { customer: trader, liquidityDriven: false };
  const { bucket, purchase } = bucketToBuyFrom(state, trader);
  const isUnsafe = state.policy.kind === 'two_sided' && purchase !== null && !isSafe(state, trader, purchase);
  if (isUnsafe) return refuse(state, order, 'BUY', bucket, purchase.price, 'unsafe');
  return buy(state, order, bucket);
}
