/** The dealer kernel of one bucket: a pure function of its inputs. KER-15. */
import { atLeast, exceeds, larger, smaller, ties, toMoney, wholeTickets, type Num } from '../num.ts';
import { outsideQuotes } from './vbt.ts';

/** Money per ticket; `tickets` is the dealer's count a, `cash` its C in money. */
export interface KernelInput {
  readonly ticketSize: Num;
  readonly outsideMid: Num;
  readonly outsideSpread: Num;
  readonly guardThreshold: Num;
  readonly clipOutsideBid: boolean;
  readonly capQuotesAtPar: boolean;
  readonly tickets: number;
  readonly cash: Num;
}

/** What a dealer quotes and why; names as in the glossary. */
export interface Quotes {
  readonly tickets: number;
  readonly faceInventory: Num;
  readonly cash: Num;
  readonly midValuedWealth: Num;
  readonly fundableTickets: number;
  readonly capacity: Num;
  readonly rungs: number;
  readonly layoffProbability: Num;
  readonly insideWidth: Num;
  readonly midline: Num;
  readonly interiorAsk: Num;
  readonly interiorBid: Num;
  readonly ask: Num;
  readonly bid: Num;
  readonly outsideMid: Num;
  readonly outsideSpread: Num;
  readonly outsideAsk: Num;
  readonly outsideBid: Num;
  readonly askPinned: boolean;
  readonly bidPinned: boolean;
  readonly guard: boolean;
}

/** V = M·a + C. KER-02. */
export const midValuedWealth = (outsideMid: Num, tickets: number, cash: Num): Num =>
  outsideMid.times(tickets).plus(cash);

/** K* = ⌊V/M⌋, taken as a + ⌊C/M + 10⁻⁹⌋ and never below 0. KER-03, KER-04R. */
export const fundableTickets = (outsideMid: Num, tickets: number, cash: Num): number =>
  Math.max(0, tickets + wholeTickets(cash, outsideMid));

/** The guard is on at or below the threshold: no ladder, every execution passes through. KER-12. */
export const guardIsOn = (outsideMid: Num, guardThreshold: Num): boolean =>
  !exceeds(outsideMid, guardThreshold);

/** p(x) = M − O/(X* + 2S)·(x − ½X*). KER-08. */
export function midline(input: KernelInput, capacity: Num, faceInventory: Num): Num {
  const { outsideMid: M, outsideSpread: O, ticketSize: S } = input;
  const slope = O.div(capacity.plus(S.times(2)));
  return M.minus(slope.times(faceInventory.minus(capacity.div(2))));
}

/** Everything the dealer quotes at its position, or with the schedule read at another rung. KER-01 … KER-12. */
export function quotesAt(
  input: KernelInput,
  faceInventory: Num = input.ticketSize.times(input.tickets),
): Quotes {
  const { ticketSize, outsideMid, outsideSpread, tickets, cash } = input;
  const outside = outsideQuotes(outsideMid, outsideSpread, input.clipOutsideBid);
  const guard = guardIsOn(outsideMid, input.guardThreshold);
  const fundable = guard ? 0 : fundableTickets(outsideMid, tickets, cash);
  /** X* = S·K*. KER-05. */
  const capacity = ticketSize.times(fundable);
  const rungs = fundable + 1;
  /** λ = S/(X* + S) = 1/N. KER-06. */
  const layoffProbability = ticketSize.div(capacity.plus(ticketSize));
  /** I = λ·O. KER-07. */
  const insideWidth = layoffProbability.times(outsideSpread);
  const p = guard ? outsideMid : midline(input, capacity, faceInventory);
  /** a(x) = p(x) + I/2, b(x) = p(x) − I/2. KER-09. */
  const interiorAsk = guard ? outside.ask : p.plus(insideWidth.div(2));
  const interiorBid = guard ? outside.bid : p.minus(insideWidth.div(2));
  const clipped = clip(interiorAsk, interiorBid, outside.ask, outside.bid);
  const isCapped = input.capQuotesAtPar && !guard;
  const quoted = isCapped ? capAtPar(clipped, outside.ask, outside.bid, ticketSize) : clipped;
  return {
    tickets,
    faceInventory,
    cash,
    midValuedWealth: midValuedWealth(outsideMid, tickets, cash),
    fundableTickets: fundable,
    capacity,
    rungs,
    layoffProbability,
    insideWidth,
    midline: p,
    interiorAsk,
    interiorBid,
    ask: quoted.ask,
    bid: quoted.bid,
    askPinned: quoted.askPinned,
    bidPinned: quoted.bidPinned,
    outsideMid,
    outsideSpread,
    outsideAsk: outside.ask,
    outsideBid: outside.bid,
    guard,
  };
}

type Clipped = Pick<Quotes, 'ask' | 'bid' | 'askPinned' | 'bidPinned'>;

/**
 * b_c = max(B, b), a_c = max(b_c, min(A, a)); a quote that reaches the outside one is pinned to it. KER-10, KER-18R.
 */
function clip(interiorAsk: Num, interiorBid: Num, outsideAsk: Num, outsideBid: Num): Clipped {
  const bidPinned = !exceeds(interiorBid, outsideBid);
  const bid = bidPinned ? outsideBid : toMoney(interiorBid);
  const ask = exceeds(outsideAsk, interiorAsk) ? larger(bid, toMoney(interiorAsk)) : outsideAsk;
  return { ask, bid, askPinned: ask.comparedTo(outsideAsk) === 0, bidPinned };
}

/** The switch `cap_quotes_at_par`: bid = min(S, b_c), ask = max(bid, min(S, a_c)). KER-16R. */
function capAtPar(clipped: Clipped, outsideAsk: Num, outsideBid: Num, par: Num): Clipped {
  const lowered = smaller(par, clipped.bid);
  const bidPinned = ties(lowered, outsideBid);
  const bid = bidPinned ? outsideBid : lowered;
  const highest = smaller(par, clipped.ask);
  const ask = ties(highest, outsideAsk) ? outsideAsk : larger(bid, highest);
  return { ask, bid, askPinned: ask.comparedTo(outsideAsk) === 0, bidPinned };
}

/** Capacity condition of an interior SELL: x + S ≤ X*. KER-14. */
export const hasRoom = (quotes: Quotes): boolean => quotes.tickets + 1 <= quotes.fundableTickets;

/**
 * Cash condition of an interior SELL: C ≥ b_c(x), per ticket. For C ≥ 0 and O ≤ (80/7)·M room implies it.
 * KER-14, KER-17, TRD-12R.
 */
export const canPay = (quotes: Quotes): boolean => atLeast(quotes.cash, quotes.bid);

/** Whether a BUY fills at the dealer, as far as its inventory goes: x ≥ S. KER-13. */
export const buyIsInterior = (quotes: Quotes): boolean => !quotes.guard && quotes.tickets >= 1;
