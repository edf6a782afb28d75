/** A customer's order: routed, checked, filled. */
import { exceeds, type Num } from '../num.ts';
import type { Refusal, RoutingReason, Side } from './events.ts';
import type { Running } from './journal.ts';
import { buyIsInterior, canPay, hasRoom, type Quotes } from './kernel.ts';
import { transfer } from './ledger.ts';
import { handedOver, payable } from './payment.ts';
import { postQuotes, quotesOf } from './quoting.ts';
import { record } from './record.ts';
import { bucketAt, desksOf, type Bucket, type Desk, type Party, type State, type Ticket } from './state.ts';
import { firstWhere, issuerHeld, move } from './tickets.ts';

/** What became of an order. */
export interface Trade {
  readonly executed: boolean;
  readonly side: Side;
  readonly trader: string;
  readonly bucket: string | null;
  readonly ticket: string | null;
  readonly issuer: string | null;
  readonly price: Num | null;
  readonly route: 'interior' | 'passthrough' | null;
  readonly reason: Refusal | null;
  readonly routedBecause: RoutingReason | null;
}

/** In a backstop the dealers hold what they have, and every order goes through to the VBT. LOOP-05. */
const dealersFill = ({ regime }: State): boolean => regime !== 'backstop';

/** Why the dealer cannot buy one more ticket; null where it can. KER-14. */
const whyNotSold = (quotes: Quotes): RoutingReason | null =>
  quotes.guard ? 'guard' : !hasRoom(quotes) ? 'capacity' : !canPay(quotes) ? 'cash' : null;

/** Who fills an order, at what price, and why not the dealer. Decided once, then carried along. */
interface Route {
  readonly desk: Desk;
  readonly price: Num;
  readonly because: RoutingReason | null;
}

export interface Order {
  readonly customer: Party;
  /** Whether the customer trades to meet a payment. OUT-03. */
  readonly liquidityDriven: boolean;
}

/** A SELL fills at the dealer's bid, or goes through to the VBT at B. KER-14, TRD-01, TRD-03, LOOP-05. */
function routeSell(state: State, bucket: Bucket): Route {
  const quotes = quotesOf(state, bucket);
  const { dealer, vbt } = desksOf(bucket);
  const because = dealersFill(state) ? whyNotSold(quotes) : 'regime';
  if (because !== null) return { desk: vbt, price: quotes.outsideBid, because };
  return { desk: dealer, price: handedOver(dealer.cash, quotes.bid), because };
}

/**
 * A BUY fills at the dealer's ask, or goes through to the VBT at A; null when neither holds an eligible
 * ticket. KER-13, TRD-02, TRD-04, TRD-09R, LOOP-05.
 */
function routeBuy(state: State, bucket: Bucket, customer: Party): (Route & { ticket: Ticket }) | null {
  const quotes = quotesOf(state, bucket);
  const { dealer, vbt } = desksOf(bucket);
  const fills = dealersFill(state);
  const interior = fills && buyIsInterior(quotes);
  const shelf = interior ? eligibleTicket(dealer, customer) : null;
  if (shelf !== null) return { desk: dealer, price: quotes.ask, because: null, ticket: shelf };
  const because = !fills ? 'regime' : interior ? 'issuer' : quotes.guard ? 'guard' : 'inventory';
  const ticket = eligibleTicket(vbt, customer);
  return ticket === null ? null : { desk: vbt, price: quotes.outsideAsk, because, ticket };
}

/**
 * The ticket that a desk delivers: lowest maturity, then lowest serial, among those of its home bucket that
 * the customer may hold. TRD-06, TRD-07, TRD-08R, TRD-10R, TRD-11.
 */
function eligibleTicket(desk: Desk, customer: Party): Ticket | null {
  if (customer.kind !== 'trader') return firstWhere(desk.holdings, (ticket) => ticket.bucket === desk.bucket);
  const issuer = issuerHeld(customer);
  if (issuer === null) {
    return firstWhere(desk.holdings, (t) => t.bucket === desk.bucket && t.issuer !== customer);
  }
  if (issuer === customer) return null;
  return firstWhere(issuer.issued, (t) => t.owner === desk && t.bucket === desk.bucket);
}

/**
 * SELL of one ticket: always feasible, by pass-through if need be, unless the customer wants a positive price
 * and is offered none. TRD-01, TRD-03, TRD-05, POL-07, TRD-13R.
 */
export function sell(state: Running, order: Order, ticket: Ticket, acceptsAnyPrice = true): Trade {
  const bucket = bucketAt(state, ticket.bucket);
  const route = routeSell(state, bucket);
  if (!acceptsAnyPrice && !exceeds(route.price, 0)) {
    return refuse(state, order, 'SELL', bucket, route.price, 'price');
  }
  return fill(state, order, 'SELL', bucket, route, ticket);
}

/** BUY of one ticket; refused without an eligible ticket, or without the cash. TRD-02, TRD-04, TRD-05. */
export function buy(state: Running, order: Order, bucket: Bucket): Trade {
  const feasibility = buyFeasibility(state, order.customer, bucket);
  if (feasibility.refusal !== null) {
    return refuse(state, order, 'BUY', bucket, feasibility.price, feasibility.refusal);
  }
  const { route, price } = feasibility;
  const { desk, because, ticket } = route;
  return fill(state, order, 'BUY', bucket, { desk, price, because }, ticket);
}

/** Whether a BUY in this bucket would execute, and at what price; first failing rule wins. TRD-05, TRD-09R. */
export function buyFeasibility(
  state: State,
  customer: Party,
  bucket: Bucket,
):
  | { refusal: null; route: Route & { ticket: Ticket }; price: Num }
  | { refusal: 'cash' | 'no_eligible_ticket'; price: Num | null } {
  const route = routeBuy(state, bucket, customer);
  if (route === null) return { refusal: 'no_eligible_ticket', price: null };
  const price = payable(customer, route.price);
  return price === null ? { refusal: 'cash', price: route.price } : { refusal: null, route, price };
}

/** Records an order that changes nothing. FLW-05. */
export function refuse(
  state: Running,
  { customer }: Order,
  side: Side,
  bucket: Bucket | null,
  price: Num | null,
  reason: Refusal,
): Trade {
  const named = { side, bucket: bucket?.id ?? null, price, reason };
  record(state, { day: state.time, kind: 'OrderRejected', traderId: customer.id, ...named });
  return {
    executed: false,
    trader: customer.id,
    ...named,
    ticket: null,
    issuer: null,
    route: null,
    routedBecause: null,
  };
}

/** Cash one way, one ticket the other: Events 1, 2, 9 and 10. Nothing can fail from here. */
function fill(
  state: Running,
  { customer, liquidityDriven }: Order,
  side: Side,
  bucket: Bucket,
  route: Route,
  ticket: Ticket,
): Trade {
  const { dealer } = desksOf(bucket);
  const quotes = quotesOf(state, bucket);
  const [buyer, seller] = side === 'BUY' ? [customer, route.desk] : [route.desk, customer];
  transfer(state, buyer, seller, route.price);
  move(state, ticket, buyer);
  record(state, {
    day: state.time,
    kind: 'TradeExecuted',
    tradeIndex: state.journal.tradeIndex++,
    traderId: customer.id,
    side,
    buyerId: buyer.id,
    sellerId: seller.id,
    bucket: bucket.id,
    ticketId: ticket.id,
    liabilityId: ticket.liability,
    issuerId: ticket.issuer.id,
    maturityDay: ticket.maturity,
    price: route.price,
    outsideMid: quotes.outsideMid,
    outsideBid: quotes.outsideBid,
    outsideAsk: quotes.outsideAsk,
    dealerMidline: quotes.midline,
    dealerInventoryBefore: quotes.tickets,
    dealerInventoryAfter: dealer.tickets,
    bid: quotes.bid,
    ask: quotes.ask,
    isPassthrough: route.because !== null,
    pinned: route.because !== null || (side === 'SELL' ? quotes.bidPinned : quotes.askPinned),
    hitVbtReason: route.because,
    isLiquidityDriven: liquidityDriven,
  });
  postQuotes(state);
  return {
    executed: true,
    side,
    trader: customer.id,
    bucket: bucket.id,
    ticket: ticket.id,
    issuer: ticket.issuer.id,
    price: route.price,
    route: route.because === null ? 'interior' : 'passthrough',
    reason: null,
    routedBecause: route.because,
  };
}
