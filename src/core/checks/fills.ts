/** C3 and C4: who fills an order, at what price, and with which ticket. CHK-C3, CHK-C4, CHK-11. */
import type { Num } from '../../num.ts';
import type { EventOf, RoutingReason } from '../events.ts';
import {
  bucketNamed,
  desksOf,
  type Bucket,
  type Desk,
  type Party,
  type State,
  type Ticket,
} from '../state.ts';
import { firstFrom } from '../tickets.ts';
import {
  agrees,
  before,
  clearlyReaches,
  outside,
  payment,
  reaches,
  stances,
  type Position,
  type Stance,
} from './recomputed.ts';
import type { Occasion } from './occasion.ts';
import { buyerOf, firstFor, partyNamed } from './shelves.ts';

type TradeEvent = EventOf<'TradeExecuted'>;

/** A fill with its desks, and the dealer as it stood before it. */
export interface Fill {
  readonly at: Occasion<TradeEvent>;
  readonly state: State;
  readonly event: TradeEvent;
  readonly bucket: Bucket;
  readonly dealer: Desk;
  readonly vbt: Desk;
  readonly was: Position;
  readonly possible: readonly Stance[];
}

export function fillOf(at: Occasion<TradeEvent>): Fill {
  const { state, event } = at;
  const bucket = bucketNamed(state, event.bucket);
  const { dealer, vbt } = desksOf(bucket);
  const was = before(at, dealer);
  const possible = stances(at, bucket, was);
  return { at, state, event, bucket, dealer, vbt, was, possible };
}

/** Before an interior fill KER-13 or KER-14 held. CHK-C3. */
export function checkInteriorFill({ at, state, event, bucket, was, possible }: Fill): void {
  const parties = [event.sellerId, event.buyerId];
  if (state.regime === 'backstop') at.fails('C3', parties, 'no dealer fills an order in a backstop');
  if (possible.every(({ guard }) => guard))
    at.differs(
      'C3',
      parties,
      'an interior fill needs M > M_min',
      bucket.outsideMid,
      state.guardThreshold,
      '≤',
    );
  if (event.side === 'BUY') {
    if (was.tickets < 1)
      at.differs('C3', parties, 'an interior BUY needs x ≥ S, in tickets', was.tickets, 1, '<');
    return;
  }
  const capacity = possible.reduce((most, each) => Math.max(most, each.capacity), 0);
  if (was.tickets + 1 > capacity)
    at.differs(
      'C3',
      parties,
      'an interior SELL needs x + S ≤ X*, in tickets',
      was.tickets + 1,
      capacity,
      '>',
    );
  const bids = possible.map(({ bid }) => bid);
  if (!bids.some((bid) => reaches(state, was.cash, bid)))
    at.differs('C3', parties, 'an interior SELL needs C ≥ b_c(x)', was.cash, lowest(bids), '<');
}

const lowest = (amounts: readonly Num[]): Num => amounts.reduce((a, b) => (a.comparedTo(b) <= 0 ? a : b));

/** A pass-through leaves the dealer what it was, and the dealer could not have filled it. CHK-C4. */
export function checkPassThrough(fill: Fill): void {
  const { at, dealer, was } = fill;
  if (dealer.tickets !== was.tickets)
    at.differs('C4', [dealer.id], 'a pass-through leaves x, in tickets', dealer.tickets, was.tickets);
  if (dealer.cash.comparedTo(was.cash) !== 0)
    at.differs('C4', [dealer.id], 'a pass-through leaves C', dealer.cash, was.cash);
  if (dealerWouldFill(fill)) at.fails('C4', [dealer.id], 'the dealer could have filled what passed through');
}

/** Whether the order was interior beyond doubt. KER-13, KER-14, TRD-09R, LOOP-05. */
function dealerWouldFill({ state, event, dealer, was, possible }: Fill): boolean {
  if (state.regime === 'backstop' || possible.some(({ guard }) => guard)) return false;
  if (event.side === 'BUY')
    return (
      was.tickets >= 1 && firstFor(dealer, buyerOf(partyNamed(state, event.buyerId), event.ticketId)) !== null
    );
  return possible.every(
    ({ capacity, bid }) => was.tickets + 1 <= capacity && clearlyReaches(state, was.cash, bid),
  );
}

/** The price, the quotes told and the ticket are what the state before the fill makes them. CHK-11. */
export function checkFill(fill: Fill): void {
  checkPrice(fill);
  checkTold(fill);
  checkReason(fill);
  checkDelivery(fill);
}

/** The party of the desks that the order went to, and what its quote comes to for this payer. TRD-01 … TRD-05. */
function checkPrice({ at, state, event, bucket, dealer, vbt, possible }: Fill): void {
  const desk = event.isPassthrough ? vbt : dealer;
  const sells = event.side === 'SELL';
  const [buyer, seller] = sells ? [desk.id, event.traderId] : [event.traderId, desk.id];
  if (event.buyerId !== buyer) at.differs('CHK-11', [event.traderId], 'the buyer', event.buyerId, buyer);
  if (event.sellerId !== seller) at.differs('CHK-11', [event.traderId], 'the seller', event.sellerId, seller);
  const payer = partyNamed(state, buyer);
  const { cash } = before(at, payer);
  const quotes = event.isPassthrough ? [outside(at, bucket)] : possible;
  const prices = quotes.map(({ bid, ask }) => payment(payer, cash, sells ? bid : ask));
  if (!prices.some((price) => agrees(state, event.price, price)))
    at.differs('CHK-11', [buyer, seller], 'the price of the fill', event.price, lowest(prices));
  const wantsMore = state.policy.kind !== 'liquidity_and_investment' && event.isLiquidityDriven;
  if (wantsMore && quotes.every(({ bid }) => clearlyReaches(state, state.numbers.zero, bid)))
    at.differs('CHK-11', [seller], 'who avoids a default sells at a positive price', event.price, 0, '≤');
}

/** What the event tells of the quotes and of the dealer is so. OUT-03. */
function checkTold({ at, state, event, bucket, dealer, was, possible }: Fill): void {
  const told = possible.some(
    ({ bid, ask, midline }) =>
      agrees(state, event.bid, bid) &&
      agrees(state, event.ask, ask) &&
      agrees(state, event.dealerMidline, midline),
  );
  const { bid, ask } = outside(at, bucket);
  const isCurrent = told && agrees(state, event.outsideBid, bid) && agrees(state, event.outsideAsk, ask);
  if (!isCurrent) at.fails('CHK-11', [dealer.id], 'the quotes traded on are not those of the state');
  const [quote, limit] =
    event.side === 'SELL' ? [event.bid, event.outsideBid] : [event.ask, event.outsideAsk];
  const pinned = event.isPassthrough || quote.comparedTo(limit) === 0;
  if (event.pinned !== pinned)
    at.fails('C4', [dealer.id], `the quote is ${pinned ? '' : 'not '}pinned, and the event tells otherwise`);
  if (event.dealerInventoryBefore !== was.tickets)
    at.differs('CHK-11', [dealer.id], 'inventory before the fill', event.dealerInventoryBefore, was.tickets);
  if (event.dealerInventoryAfter !== dealer.tickets)
    at.differs('CHK-11', [dealer.id], 'inventory after the fill', event.dealerInventoryAfter, dealer.tickets);
}

/** Why the order went past the dealer is told, and so is whether somebody sells to raise cash. OUT-03, KER-13, KER-14. */
function checkReason({ at, state, event, dealer, was, possible }: Fill): void {
  const { memory } = at;
  const why: readonly (RoutingReason | null)[] = event.isPassthrough
    ? possible.map((stance) => reasonFor(state, event.side, was, stance))
    : [null];
  if (!why.includes(event.hitVbtReason))
    at.differs(
      'CHK-11',
      [dealer.id],
      'why the dealer did not fill it',
      event.hitVbtReason ?? 'nothing',
      why.map((reason) => reason ?? 'nothing').join(' or '),
    );
  if (event.isLiquidityDriven && event.side === 'BUY')
    at.fails('CHK-11', [event.traderId], 'a BUY is told as made to raise cash');
  if (event.tradeIndex !== memory.trades)
    at.differs('CHK-11', [event.traderId], 'the number of the trade', event.tradeIndex, memory.trades);
  memory.trades++;
}

/** What keeps a dealer that stands so from filling an order: of several the first. TRD-01 … TRD-04, LOOP-05. */
function reasonFor(state: State, side: string, was: Position, { guard, capacity }: Stance): RoutingReason {
  if (state.regime === 'backstop') return 'regime';
  if (guard) return 'guard';
  if (side === 'BUY') return was.tickets < 1 ? 'inventory' : 'issuer';
  return was.tickets + 1 > capacity ? 'capacity' : 'cash';
}

/** One ticket of the bucket goes from seller to buyer, and it is the one that the rules choose. TRD-06, POL-04, POL-08R. */
function checkDelivery({ at, state, event, bucket }: Fill): void {
  const parties = [event.sellerId, event.buyerId];
  const [move, second] = at.changes.moves;
  if (move === undefined || second !== undefined)
    return at.differs('CHK-11', parties, 'tickets that a fill moves', at.changes.moves.length, 1);
  const { ticket } = move;
  if (move.from.id !== event.sellerId || move.to.id !== event.buyerId || ticket.id !== event.ticketId)
    at.fails('CHK-11', parties, `ticket ${ticket.id} went from ${move.from.id} to ${move.to.id}`);
  if (ticket.bucket !== bucket.index)
    at.fails('CHK-11', parties, `ticket ${ticket.id} is not of the bucket ${event.bucket}`);
  if (event.side === 'SELL') {
    if (event.isLiquidityDriven) checkSoldFirst(at, move.from, ticket);
    return;
  }
  const buyer = buyerOf(partyNamed(state, event.buyerId), event.ticketId);
  if (ticket.issuer === buyer.party)
    at.fails('CHK-11', parties, `${event.buyerId} was sold ticket ${ticket.id}, which it issued itself`);
  if (buyer.tiedTo !== null && ticket.issuer !== buyer.tiedTo)
    at.differs('CHK-11', parties, 'the issuer of all that a trader holds', ticket.issuer.id, buyer.tiedTo.id);
  if (move.from.kind === 'trader') return;
  const earlier = firstFor(move.from, buyer);
  if (earlier !== null && comesBefore(earlier, ticket))
    at.differs('CHK-11', parties, 'the ticket delivered first', ticket.id, earlier.id);
}

const comesBefore = (a: Ticket, b: Ticket): boolean =>
  a.maturity < b.maturity || (a.maturity === b.maturity && a.serial < b.serial);

/** A policy sells the shortest maturity, or under `default_avoidance` the longest; then the lowest serial. */
function checkSoldFirst(at: Fill['at'], seller: Party, sold: Ticket): void {
  const longest = at.state.policy.kind !== 'liquidity_and_investment';
  const better = firstFrom(seller.holdings, longest ? sold.maturity : -Infinity, (kept) =>
    longest && kept.maturity !== sold.maturity ? kept.maturity > sold.maturity : comesBefore(kept, sold),
  );
  if (better !== null)
    at.differs('CHK-11', [seller.id], 'the ticket that the policy sells', sold.id, better.id);
}
