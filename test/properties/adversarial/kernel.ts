/** The dealer's quotes and what an order comes to, worked out from the clauses and not from the core. */
import { amount, least, most, TIE, toUnits, ZERO, type Amount } from './exact.ts';

/** What quotes hang on: KER-15, with the two switches. */
export interface Position {
  readonly size: Amount;
  readonly guardThreshold: Amount;
  readonly clip: boolean;
  readonly cap: boolean;
  readonly mid: Amount;
  readonly spread: Amount;
  readonly tickets: number;
  readonly cash: Amount;
}

export interface Quoted {
  /** The width within which two amounts tied here. */
  readonly tie: Amount;
  readonly fundable: Amount;
  readonly ask: Amount;
  readonly bid: Amount;
  readonly outsideAsk: Amount;
  readonly outsideBid: Amount;
  readonly guard: boolean;
}

/** KER-01 to KER-12, KER-16R, KER-18R, ANC-04. */
export function quotedAt(position: Position, tie: Amount = TIE, tieOfTickets: Amount = TIE): Quoted {
  const { size: S, mid: M, spread: O, tickets: a, cash: C } = position;
  const outsideAsk = toUnits(M.plus(O.div(2)));
  const unclipped = toUnits(M.minus(O.div(2)));
  const outsideBid = position.clip ? most(ZERO, unclipped) : unclipped;
  const outside = { tie, outsideAsk, outsideBid };
  if (M.minus(position.guardThreshold).lte(tie))
    return { ...outside, fundable: ZERO, ask: outsideAsk, bid: outsideBid, guard: true };
  const fundable = most(ZERO, C.div(M).plus(tieOfTickets).floor().plus(a));
  // everything in tickets: X*/S = K*, x/S = a
  const midline = M.minus(O.div(fundable.plus(2)).times(amount(a).minus(fundable.div(2))));
  const half = O.div(fundable.plus(1)).div(2);
  const interiorAsk = midline.plus(half);
  const interiorBid = midline.minus(half);
  const snap = (quote: Amount, to: Amount): Amount => (quote.minus(to).abs().lte(tie) ? to : quote);
  let ask = outsideAsk.minus(interiorAsk).gt(tie) ? toUnits(interiorAsk) : outsideAsk;
  let bid = interiorBid.minus(outsideBid).gt(tie) ? toUnits(interiorBid) : outsideBid;
  if (position.cap) {
    bid = least(S, bid);
    ask = snap(most(bid, least(S, ask)), outsideAsk);
    bid = snap(bid, outsideBid);
  }
  return { ...outside, fundable, ask: most(bid, ask), bid, guard: false };
}

/**
 * The quotes of a position, first as they are, then as they could be where a comparison is so near to the end of a
 * tie that the rounding of the arithmetic under test decides it.
 */
export function* possibleQuotes(position: Position, error: Amount): Generator<Quoted> {
  yield quotedAt(position);
  const { mid, cash } = position;
  const ofTickets = mid.isZero() ? ZERO : error.plus(cash.abs().times('1e-26')).div(mid.abs());
  for (const tie of [TIE.minus(error), TIE.plus(error), TIE])
    for (const tickets of [TIE.minus(ofTickets), TIE.plus(ofTickets), TIE])
      yield quotedAt(position, tie, tickets);
}

/** A SELL fills at the dealer: KER-14. */
export const sellIsInterior = ({ guard, fundable, bid, tie }: Quoted, { tickets, cash }: Position): boolean =>
  !guard && fundable.gte(tickets + 1) && cash.plus(tie).gte(bid);

/**
 * What a payer that may not borrow hands over: the price, or all its cash where that ties with the price, or null
 * for nothing.
 */
export function handedOver(cash: Amount, price: Amount, tie: Amount = TIE): Amount | null {
  if (cash.plus(tie).lt(price)) return null;
  return price.lte(0) ? price : least(price, most(ZERO, cash));
}
