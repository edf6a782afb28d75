/** Quotes and orders: what is posted and traded on must be the quotes of the position just before. */
import type { EventOf } from '../../../src/core/events.ts';
import type { Books, Market } from './books.ts';
import { amount, near, ZERO, type Amount, type Said } from './exact.ts';
import { handedOver, possibleQuotes, sellIsInterior, type Quoted } from './kernel.ts';

const show = ({ ask, bid }: Pick<Quoted, 'ask' | 'bid'>): string => `${bid.toFixed()} / ${ask.toFixed()}`;

type SaidQuotes = Readonly<Record<'bid' | 'ask' | 'outsideBid' | 'outsideAsk', Said>>;

/** Whether a position's quotes are what was said, as far as the arithmetic under test can tell. */
const agrees =
  (said: SaidQuotes, error: Amount) =>
  (quoted: Quoted): boolean =>
    (['bid', 'ask', 'outsideBid', 'outsideAsk'] as const).every((name) =>
      near(quoted[name], amount(said[name]), error),
    );

/** Whether one of them fits; the first mostly does, and each next one is only worked out where those before do not. */
function anyFits(candidates: Iterable<Quoted>, fits: (quoted: Quoted) => boolean): boolean {
  for (const quoted of candidates) if (fits(quoted)) return true;
  return false;
}

/** What is said of a market's quotes: they are those of its position, not crossed, and pinned where they say so. */
export function checkQuotes(
  books: Books,
  market: Market,
  said: SaidQuotes & { readonly askPinned: boolean; readonly bidPinned: boolean },
  where: string,
): void {
  const [ask, bid] = [amount(said.ask), amount(said.bid)];
  if (ask.lt(bid)) books.fault('crossed quote', `${where} ${market.id}: ${show({ ask, bid })}`);
  const { quotients } = books.precision;
  if (!anyFits(possibleQuotes(books.position(market), quotients), agrees(said, quotients))) {
    const [right] = possibleQuotes(books.position(market), quotients);
    books.fault(
      'stale quote',
      `${where} ${market.id}: ${show({ ask, bid })}, not ${right ? show(right) : ''}`,
    );
  }
  if (said.askPinned !== ask.eq(amount(said.outsideAsk)))
    books.fault('pin', `${where} ${market.id}: the ask is pinned: ${String(said.askPinned)}`);
  if (said.bidPinned !== bid.eq(amount(said.outsideBid)))
    books.fault('pin', `${where} ${market.id}: the bid is pinned: ${String(said.bidPinned)}`);
}

/** In a period nobody trades on quotes that were not posted. FLW-04, KER-15. */
export function mustBePosted(books: Books, market: Market, where: string): void {
  const { posted } = market;
  const { quotients } = books.precision;
  const current = (): Iterable<Quoted> => possibleQuotes(books.position(market), quotients);
  const isPosted = ({ ask, bid }: Quoted): boolean =>
    posted !== null && near(ask, posted.ask, quotients) && near(bid, posted.bid, quotients);
  if (anyFits(current(), isPosted)) return;
  const said = posted === null ? 'nothing' : show(posted);
  const [right] = current();
  books.fault('stale quote', `${where}: ${market.id} has ${said} posted, not ${right ? show(right) : ''}`);
}

/** A ticket of the desk's home bucket that this customer may hold. TRD-07, TRD-08R, TRD-09R, TRD-11. */
function hasEligible(books: Books, desk: string, customer: string): boolean {
  if (customer.includes(':')) return books.shelf(desk).length > 0;
  const held = [...books.tickets.values()].find(({ owner }) => owner === customer)?.issuer;
  return books.shelf(desk).some(({ issuer }) => issuer !== customer && (held ?? issuer) === issuer);
}

/** Who fills the order and at what quote; null where nobody can. KER-13, KER-14, TRD-01 … TRD-04. */
function routed(
  books: Books,
  market: Market,
  quoted: Quoted,
  side: 'BUY' | 'SELL',
  customer: string,
): { readonly desk: string; readonly quote: Amount } | null {
  const [dealer, vbt] = [`dealer:${market.id}`, `vbt:${market.id}`];
  if (side === 'SELL') {
    return sellIsInterior(quoted, books.position(market))
      ? { desk: dealer, quote: quoted.bid }
      : { desk: vbt, quote: quoted.outsideBid };
  }
  if (!quoted.guard && hasEligible(books, dealer, customer)) return { desk: dealer, quote: quoted.ask };
  return hasEligible(books, vbt, customer) ? { desk: vbt, quote: quoted.outsideAsk } : null;
}

/** A fill: on the quotes of the moment, by whom they send the order to, at what the payer hands over. */
export function trade(books: Books, event: EventOf<'TradeExecuted'>, inPeriod: boolean): void {
  const { side, traderId, buyerId, sellerId, ticketId } = event;
  const market = books.market(event.bucket);
  const price = amount(event.price);
  const what = `the ${side} of ${ticketId} by ${traderId} at ${price.toFixed()}`;
  const position = books.position(market);
  if (inPeriod) mustBePosted(books, market, what);
  const { quotients } = books.precision;
  const quotes = [...possibleQuotes(position, quotients)].filter(agrees(event, quotients));
  const [right] = possibleQuotes(position, quotients);
  if (quotes.length === 0)
    books.fault(
      'stale quote',
      `${what}: ${show({ ask: amount(event.ask), bid: amount(event.bid) })}, not ${right ? show(right) : ''}`,
    );
  const desk = side === 'SELL' ? buyerId : sellerId;
  const payer = books.cashOf(buyerId);
  const routes = quotes.flatMap((quoted) => {
    const route = routed(books, market, quoted, side, traderId);
    return route?.desk === desk ? [{ ...route, tie: quoted.tie }] : [];
  });
  if (quotes.length > 0 && routes.length === 0) books.fault('route', `${what}: ${desk} fills it`);
  const fits = routes.some(({ quote, tie }) => {
    const paid = buyerId.startsWith('vbt:') ? quote : handedOver(payer, quote, tie);
    return paid !== null && near(paid, price, quotients);
  });
  if (routes.length > 0 && !fits)
    books.fault(
      'price',
      `${what}: the quote is ${routes[0]?.quote.toFixed() ?? ''}, ${buyerId} has ${payer.toFixed()}`,
    );
  if (event.isPassthrough !== desk.startsWith('vbt:'))
    books.fault('route', `${what}: ${desk}, pass-through: ${String(event.isPassthrough)}`);
  books.pay(buyerId, sellerId, price, what);
  books.hand(ticketId, sellerId, buyerId);
  const after = books.shelf(`dealer:${market.id}`).length;
  if (event.dealerInventoryBefore !== position.tickets || event.dealerInventoryAfter !== after)
    books.fault(
      'inventory',
      `${what}: ${String(event.dealerInventoryBefore)} to ${String(event.dealerInventoryAfter)}, not ${String(position.tickets)} to ${String(after)}`,
    );
}

/** An order that is refused for cash, or for its price, is refused at the quote of the moment. TRD-05, POL-07. */
export function refusal(books: Books, event: EventOf<'OrderRejected'>): void {
  const { side, traderId, reason } = event;
  if (event.bucket === null || reason === 'no_ticket') return;
  const market = books.market(event.bucket);
  const error = books.precision.quotients;
  const fits = anyFits(possibleQuotes(books.position(market), error), (quoted) => {
    const route = routed(books, market, quoted, side, traderId);
    if (reason === 'no_eligible_ticket') return route === null;
    if (route === null || event.price === null || !near(route.quote, amount(event.price), error))
      return false;
    return reason === 'cash'
      ? handedOver(books.cashOf(traderId), route.quote, quoted.tie) === null
      : route.quote.minus(quoted.tie).lte(ZERO);
  });
  if (!fits)
    books.fault(
      'refusal',
      `${side} by ${traderId} in ${market.id} is refused for ${reason} at ${event.price?.toFixed() ?? 'no price'}`,
    );
}
