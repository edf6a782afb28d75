/** What moves tickets or makes them outside of trades: rebucketing, rollover, placement; and the anchors. */
import type { EventOf } from '../../../src/core/events.ts';
import type { Books, Market, Ticket } from './books.ts';
import { amount, most, near, sum, TIE, toUnits, ZERO, type Amount } from './exact.ts';
import { handedOver } from './kernel.ts';

/** In float64 a comparison so near to the end of a tie is decided by rounding, and either way is right. */
function tiesOf({ exact, precision }: Books): Amount[] {
  return exact ? [TIE] : [TIE, TIE.minus(precision.sums), TIE.plus(precision.sums)];
}

/** A payer that may not borrow hands over just this for tickets at these prices, one after the other. */
function handsOver(books: Books, payer: string, prices: readonly Amount[], said: Amount): boolean {
  const error = books.precision.sums;
  if (payer.startsWith('vbt:')) return near(sum(prices), said, error);
  return tiesOf(books).some((tie) => {
    let cash = books.cashOf(payer);
    for (const price of prices) {
      const paid = handedOver(cash, price, tie);
      if (paid === null) return false;
      cash = cash.minus(paid);
    }
    return near(books.cashOf(payer).minus(cash), said, error);
  });
}

/** A payer that may not borrow has too little for this price. */
const lacks = (books: Books, payer: string, price: Amount): boolean =>
  !payer.startsWith('vbt:') &&
  tiesOf(books).some((tie) => handedOver(books.cashOf(payer), price, tie) === null);

/** Neighbours that take another label together, sold by one desk to another or kept. REB-02 … REB-07R. */
export function rebucketed(books: Books, event: EventOf<'TicketRebucketed'>): void {
  const { tickets, seller, buyer } = event;
  const to = books.market(event.toBucket);
  const what = `${tickets.join(', ')} from ${seller} to ${buyer}`;
  for (const id of tickets) {
    books.hand(id, seller, buyer);
    const ticket = books.tickets.get(id);
    if (ticket === undefined) continue;
    const isHome = seller === `dealer:${ticket.bucket}` || seller === `vbt:${ticket.bucket}`;
    if (isHome !== (event.price !== null) || (!isHome && seller !== buyer))
      books.fault('rebucketing', `${what}: of the home book of ${seller}: ${String(isHome)}`);
    ticket.bucket = to.id;
  }
  if (event.price === null) return;
  sold(books, seller, buyer, to, tickets.length, amount(event.price), what);
}

/** Between desks of the same kind, at the mid; the VBT takes what the dealer cannot pay. REB-07R, ROL-06R. */
function sold(
  books: Books,
  seller: string,
  buyer: string,
  { id, mid }: Market,
  count: number,
  price: Amount,
  what: string,
): void {
  const [dealer, vbt] = [`dealer:${id}`, `vbt:${id}`];
  const isBuyer = seller.startsWith('vbt:')
    ? buyer === vbt
    : buyer === dealer || (buyer === vbt && lacks(books, dealer, mid));
  const has = books.cashOf(dealer).toFixed();
  if (!isBuyer) books.fault('buyer', `${what}: the mid is ${mid.toFixed()}, ${dealer} has ${has}`);
  else if (
    !handsOver(
      books,
      buyer,
      Array.from({ length: count }, () => mid),
      price,
    )
  )
    books.fault('price', `${what}: ${price.toFixed()}, the mid is ${mid.toFixed()}, ${dealer} has ${has}`);
  books.pay(buyer, seller, price, what);
}

/** Every ticket carries the label of its remaining maturity once the day has begun. MOD-05R, REB-01. */
export function checkLabels(books: Books): void {
  for (const { id, maturity, bucket } of books.tickets.values())
    if (bucket !== books.bucketFor(maturity)) books.fault('rebucketing', `${id} is still in ${bucket}`);
}

/** `~1`, then `~2`. ROL-01. */
function nextId(id: string): string {
  const [, line = id, count = '0'] = /^(.*)~(\d+)$/.exec(id) ?? [];
  return `${line}~${String(Number(count) + 1)}`;
}

const issuePrice = (books: Books, { distance }: Ticket): Amount =>
  books.world.rollover.issuePrice === 'par' ? books.size : books.market(books.bucketOfDistance(distance)).mid;

/** The repaid ticket that a new one, or a refusal, stands for; each only once. */
function takeRepaid(books: Books, isIt: (old: Ticket) => boolean, what: string): Ticket | null {
  const old = [...books.repaid.values()].find(isIt);
  if (old === undefined) books.fault('rollover', `${what}: no such ticket was repaid today`);
  else books.repaid.delete(old.id);
  return old ?? null;
}

/** Repaid tickets are issued again, each to the holder that was repaid, for the issue price. ROL-01, ROL-02. */
export function rolledOver(books: Books, event: EventOf<'PayableRolledOver'>): void {
  const { creditor, debtor, tickets, dueDay } = event;
  const what = `the issue of ${tickets.join(', ')} to ${creditor}`;
  const paid = amount(event.price);
  const prices: Amount[] = [];
  for (const id of tickets) {
    const old = takeRepaid(books, (ticket) => nextId(ticket.id) === id, what);
    if (old === null) continue;
    if (old.owner !== creditor || old.issuer !== debtor || books.time + old.distance !== dueDay)
      books.fault('rollover', `${what}: ${old.owner} was repaid`);
    prices.push(issuePrice(books, old));
    const bucket = books.bucketOfDistance(old.distance);
    const liability = event.payableId;
    books.tickets.set(id, { ...old, id, liability, maturity: dueDay, bucket });
  }
  if (!handsOver(books, creditor, prices, paid))
    books.fault(
      'price',
      `${what} for ${paid.toFixed()}, ${creditor} has ${books.cashOf(creditor).toFixed()}, the price is ${sum(prices).toFixed()}`,
    );
  books.pay(creditor, debtor, paid, what);
}

/** Only who has not the price does not roll. ROL-04R. */
export function declined(books: Books, { ticketId, holder }: EventOf<'RolloverDeclined'>): void {
  const what = `the refusal of ${holder} to roll ${ticketId}`;
  const old = takeRepaid(books, (ticket) => ticket.id === ticketId, what);
  if (old === null) return;
  const price = issuePrice(books, old);
  if (!lacks(books, holder, price))
    books.fault(
      'rollover',
      `${what}: it has ${books.cashOf(holder).toFixed()}, the price is ${price.toFixed()}`,
    );
}

/** A new ticket goes on to the desk of its bucket. ROL-06R. */
export function placed(
  books: Books,
  { ticketId, seller, buyer, bucket, price }: EventOf<'TicketPlaced'>,
): void {
  const what = `the placement of ${ticketId} by ${seller} with ${buyer}`;
  sold(books, seller, buyer, books.market(bucket), 1, amount(price), what);
  books.hand(ticketId, seller, buyer);
}

/** After the rollover nobody who was repaid has been left out. ROL-01, ROL-06R. */
export function checkRolled(books: Books): void {
  if (!books.world.rollover.enabled) return;
  for (const id of books.repaid.keys())
    books.fault('rollover', `${id} was neither issued again nor declined`);
  for (const { id, owner, bucket } of books.tickets.values())
    if (owner.startsWith('vbt:') && owner !== `vbt:${bucket}`)
      books.fault('rollover', `${id} stays with ${owner}`);
}

/** M and O after the day's losses. ANC-01 … ANC-07R. */
function expectedAnchors(books: Books, market: Market): { mid: Amount; spread: Amount } {
  const { mid, spread, midSensitivity, spreadSensitivity, minSpread, matured } = market;
  if (!books.world.anchors.update) return { mid, spread };
  const lossRate = matured.face.isZero() ? ZERO : matured.loss.div(matured.face);
  const moved = toUnits(mid.minus(midSensitivity.times(lossRate)));
  return {
    mid: books.world.clipOutsideBid ? most(ZERO, moved) : moved,
    spread: most(minSpread, toUnits(spread.plus(spreadSensitivity.times(lossRate)))),
  };
}

export function anchorsUpdated(books: Books, event: EventOf<'AnchorsUpdated'>): void {
  const market = books.market(event.bucket);
  const said = { mid: amount(event.outsideMid), spread: amount(event.outsideSpread) };
  mustBeAnchors(books, market, said);
  Object.assign(market, said, { matured: { face: ZERO, loss: ZERO } });
}

/** Where nothing was said of the anchors after a day's losses, they stay as they are. */
export function checkAnchors(books: Books): void {
  for (const market of books.markets) mustBeAnchors(books, market, market);
}

function mustBeAnchors(books: Books, market: Market, { mid, spread }: { mid: Amount; spread: Amount }): void {
  const right = expectedAnchors(books, market);
  const error = books.precision.quotients;
  if (near(mid, right.mid, error) && near(spread, right.spread, error)) return;
  const [is, ought] = [{ mid, spread }, right].map(
    (pair) => `${pair.mid.toFixed()}, ${pair.spread.toFixed()}`,
  );
  books.fault('anchors', `${market.id} has ${is ?? ''}, not ${ought ?? ''}`);
}
