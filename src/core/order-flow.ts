/** Eligibility and order flow. FLW-01 … FLW-08. */
import type { Side } from './events.ts';
import type { IndexSet } from './index-set.ts';
import { at } from './list.ts';
import type { Bucket, State, Trader } from './state.ts';
import { onDay } from './tickets.ts';
import { buy, buyFeasibility, refuse, sell, type Trade } from './trade.ts';
import {
  acceptsAnyPrice,
  canActOnGap,
  hasMoneyToSpare,
  isEligible,
  isSafe,
  isSeller,
  ticketToSell,
  type Purchase,
} from './traders.ts';

/** Where the random choices of the order flow come from: a generator, or a script. FLW-08. */
export interface Choices {
  /** Whether there is another arrival; a script ends the flow when it ends. */
  more(): boolean;
  /** Z: 1 prefers SELL. Drawn with probability π_sell. FLW-01. */
  prefersSell(sellProbability: number): boolean;
  /**
   * The place in trader order of the agent: drawn uniformly from the set that serves the arrival, or a
   * scripted one that `admits` lets pass. FLW-03.
   */
  agent(eligible: IndexSet, admits: (index: number) => boolean): number;
}

/** One arrival; `z` is null where the policy draws none. */
export interface Arrival {
  readonly z: 0 | 1 | null;
  readonly side: Side;
  readonly fallback: boolean;
  readonly agent: string;
  readonly trade: Trade;
}

const traderAt = (state: State, index: number): Trader => at(state.traders, index);

/** Marks the traders whose eligibility changes with the date alone, at the start of a period. POL-02, POL-06. */
export function expectChanges(state: State): void {
  const { kind, horizon } = state.policy;
  const lastDay = kind === 'liquidity_and_investment' ? state.time + horizon - 1 : state.time + horizon;
  for (const day of [state.time, lastDay]) {
    for (const { issuer } of onDay(state.calendar, day)) {
      if (issuer.stale) continue;
      issuer.stale = true;
      state.stale.push(issuer);
    }
  }
}

/** Brings the standing set of buyers, or of traders with a gap, up to date. LOOP-01 (3), POL-02, POL-07. */
export function formEligible(state: State): void {
  for (const trader of state.stale) {
    trader.stale = false;
    if (isEligible(state, trader)) state.eligible.add(trader.index);
    else state.eligible.remove(trader.index);
  }
  state.stale.length = 0;
}

/** The sellers of the day: all of them have a payment due, or less than no cash. POL-02, TRD-13R. */
function formSellers(state: State): IndexSet {
  const { sellers } = state;
  while (sellers.size > 0) sellers.remove(sellers.at(0));
  for (const { issuer } of onDay(state.calendar, state.time)) {
    if (!sellers.has(issuer.index) && isSeller(state, issuer)) sellers.add(issuer.index);
  }
  for (const trader of state.overdrawn) if (isSeller(state, trader)) sellers.add(trader.index);
  return sellers;
}

/** The order flow of a period; nothing in the regimes where nobody trades. LOOP-01 (4), LOOP-04, LOOP-05. */
export function orderFlow(state: State, choices: Choices): Arrival[] {
  if (state.regime !== 'active' && state.regime !== 'backstop') return [];
  formEligible(state);
  return state.policy.kind === 'default_avoidance' ? sellersOnly(state, choices) : twoSided(state, choices);
}

/**
 * `liquidity_and_investment`, `two_sided`: Z prefers a side, an empty side falls back on the other, so the share
 * of SELLs is what π_sell, the fallback and feasibility make of it. FLW-01 … FLW-06, FLW-09, POL-14.
 */
function twoSided(state: State, choices: Choices): Arrival[] {
  const byGap = state.policy.kind === 'two_sided';
  const sellers = byGap ? state.eligible : formSellers(state);
  const buyers = byGap ? formBuyers(state) : state.eligible;
  const arrivals: Arrival[] = [];
  const { maxArrivals, sellProbability } = state.policy;
  while (arrivals.length < (maxArrivals ?? Infinity) && sellers.size + buyers.size > 0 && choices.more()) {
    const prefersSell = choices.prefersSell(sellProbability);
    const sells = prefersSell ? sellers.size > 0 : buyers.size === 0;
    const set = sells ? sellers : buyers;
    const trader = traderAt(
      state,
      choices.agent(set, (index) => set.has(index)),
    );
    const trade = sells ? sellByPolicy(state, trader) : buyByPolicy(state, trader);
    if (byGap) leaveByGap(state, buyers, trader, trade);
    else if (trade.executed) set.remove(trader.index);
    arrivals.push({
      z: prefersSell ? 1 : 0,
      side: sells ? 'SELL' : 'BUY',
      fallback: sells !== prefersSell,
      agent: trader.id,
      trade,
    });
  }
  forgetStanding(state, arrivals);
  return arrivals;
}

/**
 * Under `two_sided` a seller stays while it has a gap, a ticket and is offered a positive price; a buyer leaves
 * once it was served or could not be. POL-07, POL-14.
 */
function leaveByGap(state: State, buyers: IndexSet, trader: Trader, { side, executed }: Trade): void {
  if (side === 'BUY') buyers.remove(trader.index);
  formEligible(state);
  if (side === 'SELL' && !executed) state.eligible.remove(trader.index);
}

/** Those who left the set for this period are looked at again in the next. FLW-04. */
function forgetStanding(state: State, arrivals: readonly Arrival[]): void {
  for (const { agent } of arrivals) {
    const trader = state.parties.get(agent);
    if (trader?.kind !== 'trader' || trader.stale) continue;
    trader.stale = true;
    state.stale.push(trader);
  }
}

/** `default_avoidance`: whoever has a gap that it can still act on sells, ticket by ticket. FLW-07, POL-07. */
function sellersOnly(state: State, choices: Choices): Arrival[] {
  const arrivals: Arrival[] = [];
  const { maxArrivals } = state.policy;
  const hasGap = (index: number): boolean => canActOnGap(state, traderAt(state, index));
  while (arrivals.length < (maxArrivals ?? Infinity) && state.eligible.size > 0 && choices.more()) {
    const trader = traderAt(state, choices.agent(state.eligible, hasGap));
    const trade = sellByPolicy(state, trader);
    formEligible(state);
    if (!trade.executed) state.eligible.remove(trader.index);
    arrivals.push({ z: null, side: 'SELL', fallback: false, agent: trader.id, trade });
  }
  forgetStanding(state, arrivals);
  return arrivals;
}

/** The buyers of the day under `two_sided`: money to spare, and safe in the bucket that they would buy in. POL-13. */
function formBuyers(state: State): IndexSet {
  const { sellers: buyers } = state;
  while (buyers.size > 0) buyers.remove(buyers.at(0));
  for (const trader of state.traders) if (buysSafely(state, trader)) buyers.add(trader.index);
  return buyers;
}

function buysSafely(state: State, trader: Trader): boolean {
  if (!hasMoneyToSpare(state, trader)) return false;
  const found = bucketToBuyFrom(state, trader);
  return found.purchase !== null && isSafe(state, trader, found.purchase);
}

/**
 * The trader sells the ticket that its policy chooses. All policies sell to meet a payment that is due or
 * foreseen, and for nothing else. POL-02, POL-04, POL-07, POL-08R, OUT-03.
 */
export function sellByPolicy(state: State, trader: Trader): Trade {
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
export function buyByPolicy(state: State, trader: Trader): Trade {
  const order = { customer: trader, liquidityDriven: false };
  const { bucket, purchase } = bucketToBuyFrom(state, trader);
  const isUnsafe = state.policy.kind === 'two_sided' && purchase !== null && !isSafe(state, trader, purchase);
  if (isUnsafe) return refuse(state, order, 'BUY', bucket, purchase.price, 'unsafe');
  return buy(state, order, bucket);
}
