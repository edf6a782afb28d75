/** The order flow: whoever comes may come, in the side that is its turn, and nobody is left out. FLW-01 … FLW-07. */
import type { EventOf } from '../events.ts';
import type { Choices } from '../choices.ts';
import { at as listed } from '../list.ts';
import { bucketNamed, type State, type Trader } from '../state.ts';
import { both, either, known, no, not, ofAll, perhaps, surely, type Belief } from './belief.ts';
import { Crowd, type Flow } from './crowd.ts';
import type { StepEnded } from './memory.ts';
import type { Occasion } from './occasion.ts';
import { before } from './recomputed.ts';
import { buyerOf, canServe, offersIn, partyNamed } from './shelves.ts';
import { foreseesGap, wishOf } from './wants.ts';

type Order = Occasion<EventOf<'TradeExecuted' | 'OrderRejected'>>;
type Where = Occasion<StepEnded>;

/** Forms both sets, and listens to what is drawn. LOOP-01 (3). */
export function openFlow(at: Where, choices: Choices): Choices {
  const { state, memory } = at;
  const count = state.traders.length;
  const flow: Flow = {
    sellers: new Crowd(count),
    buyers: new Crowd(count),
    arrivals: 0,
    drawn: { prefersSell: null, agent: null, isScripted: false },
    refused: new Set(),
  };
  for (const trader of state.traders) {
    const { sell, buy } = wishOf(at, trader);
    if (sell !== no) flow.sellers.set(trader.index, sell);
    if (buy !== no) flow.buyers.set(trader.index, buy);
  }
  memory.flow = flow;
  return listening(at, flow, choices);
}

/** The same choices; the checks hear which they were, and from which set. FLW-01 … FLW-03, FLW-07, FLW-08. */
function listening(at: Where, flow: Flow, choices: Choices): Choices {
  const { kind, sellProbability } = at.state.policy;
  const { drawn, refused } = flow;
  return {
    more: () => choices.more(),
    prefersSell(probability) {
      if (kind === 'default_avoidance') at.fails('CHK-11', [], 'a side is drawn, and nobody buys');
      if (probability !== sellProbability) at.differs('CHK-11', [], 'π_sell', probability, sellProbability);
      drawn.prefersSell = choices.prefersSell(probability);
      return drawn.prefersSell;
    },
    agent(eligible, admits) {
      const crowds = crowdsOf(at, flow, eligible.size);
      drawn.isScripted = false;
      drawn.agent = choices.agent(eligible, (place) => {
        drawn.isScripted = true;
        const isAdmitted = admits(place);
        const may = refused.has(place) ? perhaps : ofAll(crowds.map((crowd) => crowd.of(place)));
        if (isAdmitted ? may === no : may === surely)
          at.fails(
            'CHK-11',
            [listed(at.state.traders, place).id],
            `is ${isAdmitted ? '' : 'not '}let in by a script`,
          );
        return isAdmitted;
      });
      return drawn.agent;
    },
  };
}

/**
 * The set that serves an arrival: of the side that Z prefers, or of the other where nobody is on that. It may be either
 * where rounding decides whether somebody is. FLW-01, FLW-02.
 */
function crowdsOf(at: Where, { sellers, buyers, drawn }: Flow, size: number): Crowd[] {
  const [first, other] = drawn.prefersSell === false ? [buyers, sellers] : [sellers, buyers];
  const serving = first.certain > 0 ? [first] : [first, other];
  const isOf = ({ possible, certain }: Crowd): boolean => size > 0 && size >= certain && size <= possible;
  const crowds = serving.filter(isOf);
  if (crowds.length === 0) at.differs('CHK-11', [], 'those who may come', size, first.certain);
  return crowds;
}

/** Somebody has come: it was drawn, it may come, and on this side; then it leaves or stays. FLW-02 … FLW-07. */
export function checkArrival(at: Order): void {
  const { state, event, memory } = at;
  const { flow } = memory;
  if (flow === null) return;
  const { traderId, side } = event;
  const trader = partyNamed(state, traderId);
  if (trader.kind !== 'trader') return at.fails('CHK-11', [traderId], 'a desk comes in an order flow');
  const crowd = side === 'SELL' ? flow.sellers : flow.buyers;
  const { maxArrivals, kind } = state.policy;
  flow.arrivals++;
  if (maxArrivals !== null && flow.arrivals > maxArrivals)
    at.differs('CHK-11', [traderId], 'arrivals of a flow', flow.arrivals, maxArrivals, '>');
  const isSentAgain = flow.drawn.isScripted && flow.refused.has(trader.index);
  if (crowd.of(trader.index) === no && !isSentAgain)
    at.fails('CHK-11', [traderId], `${traderId} comes to ${side}, and is none of those who may`);
  checkDraw(at, flow, trader);
  if (side === 'BUY') {
    checkBucketTried(at, trader);
    if (kind === 'two_sided' && event.kind === 'TradeExecuted' && foreseesGap(state, trader) === surely)
      at.fails('CHK-11', [traderId], 'a BUY is filled that leaves its buyer with a gap');
  } else if (event.kind === 'TradeExecuted' && !event.isLiquidityDriven)
    at.fails('CHK-11', [traderId], 'a policy sells to raise cash, and another reason is told');
  crowd.set(trader.index, wishAfter(at, trader, crowd.of(trader.index)));
  if (kind === 'default_avoidance' && event.kind === 'OrderRejected') flow.refused.add(trader.index);
}

/** The order is of whom was drawn, and on the side that Z prefers unless nobody is there. FLW-01 … FLW-03. */
function checkDraw(at: Order, { sellers, buyers, drawn }: Flow, trader: Trader): void {
  const { side } = at.event;
  if (drawn.agent !== trader.index)
    at.differs('CHK-11', [trader.id], 'who was drawn', trader.index, drawn.agent ?? 'nobody');
  if (drawn.prefersSell !== null) {
    const preferred = drawn.prefersSell ? sellers : buyers;
    if (drawn.prefersSell !== (side === 'SELL') && preferred.certain > 0)
      at.fails('CHK-11', [trader.id], `a ${side} is served, and the other side was drawn`);
  }
  drawn.agent = null;
  drawn.prefersSell = null;
}

/** Whether somebody may come again after an order. FLW-04 … FLW-07, FLW-12R, POL-07, POL-14. */
function wishAfter({ state, event }: Order, trader: Trader, was: Belief): Belief {
  const isFilled = event.kind === 'TradeExecuted';
  const { kind, maxArrivals } = state.policy;
  if (kind === 'liquidity_and_investment') return isFilled || maxArrivals === null ? no : was;
  if (event.side === 'BUY' || !isFilled) return no;
  return both(known(trader.held > 0), foreseesGap(state, trader));
}

/** A BUY goes to the first bucket that can serve it; failing all to the first that failed for cash, or the first. POL-05. */
function checkBucketTried(at: Order, trader: Trader): void {
  const { state, event } = at;
  const filled = event.kind === 'TradeExecuted';
  const buyer = buyerOf(trader, filled ? event.ticketId : null);
  const { cash } = before(at, trader);
  // checkRefusal has stopped a BUY without a bucket
  if (event.bucket === null) throw new Error(`a BUY of ${trader.id} names no bucket`);
  const named = bucketNamed(state, event.bucket);
  const isServed = filled || event.reason === 'unsafe';
  for (const bucket of state.buckets) {
    if (isServed && bucket === named) break;
    const offers = offersIn(at, bucket, buyer);
    const served = canServe(at, buyer, cash, offers);
    if (served === surely)
      at.fails('CHK-11', [trader.id], `a BUY comes to ${named.id}, and ${bucket.id} could have served it`);
    if (isServed) continue;
    const lacksCash = both(not(served), ofAll(offers.map((offer) => known(offer !== null))));
    if (lacksCash === surely && bucket !== named && (bucket.index < named.index || event.reason !== 'cash'))
      at.fails('CHK-11', [trader.id], `a BUY is refused in ${named.id}, and lacked cash in ${bucket.id}`);
  }
  if (!filled && event.reason === 'no_eligible_ticket' && named.index !== 0)
    at.fails('CHK-11', [trader.id], `a BUY that nobody can serve is refused in ${named.id}`);
}

/** A flow ends with N_max, with its script, or when nobody is left who may come. FLW-01, FLW-07, FLW-11R. */
export function closeFlow(at: Where, choices: Choices): void {
  const { state, memory } = at;
  const { flow } = memory;
  memory.flow = null;
  if (flow === null) return;
  const { maxArrivals } = state.policy;
  if (maxArrivals !== null && flow.arrivals >= maxArrivals) return;
  const left = leftOver(state, flow);
  if (left !== null && choices.more())
    at.fails('CHK-11', [left.id], `the flow is over, and ${left.id} could still come`);
}

const leftOver = ({ traders }: State, { sellers, buyers }: Flow): Trader | null =>
  traders.find(({ index }) => either(sellers.of(index), buyers.of(index)) === surely) ?? null;
