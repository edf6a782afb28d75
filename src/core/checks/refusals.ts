/** An order that was refused could not have been filled, for the reason and at the price told. TRD-05, POL-07, POL-13. */
import type { Num } from '../../num.ts';
import { refusals, type EventOf } from '../events.ts';
import { bucketNamed, desksOf, type Bucket, type Party } from '../state.ts';
import { surely } from './belief.ts';
import type { Occasion } from './occasion.ts';
import { agrees, clearlyReaches, isAbove, outside, payment, stances } from './recomputed.ts';
import { buyerOf, firstFor, offersIn, partyNamed } from './shelves.ts';
import { isSafeWith } from './wants.ts';

type Refused = Occasion<EventOf<'OrderRejected'>>;

export function checkRefusal(at: Refused): void {
  const { state, event, changes } = at;
  const { traderId, side } = event;
  const party = partyNamed(state, traderId);
  if (changes.touched.length > 0) at.fails('CHK-11', [traderId], 'a refused order changes an account');
  if (!refusals.includes(event.reason)) at.fails('CHK-11', [traderId], 'an order is refused for no reason');
  const bucket = event.bucket === null ? null : bucketNamed(state, event.bucket);
  if (side === 'BUY' && bucket !== null) checkRefusedBuy(at, party, bucket);
  else if (side === 'SELL' && event.reason === 'no_ticket') checkNothingToSell(at, party);
  else if (side === 'SELL' && bucket !== null) checkRefusedSale(at, party, bucket);
  else at.fails('CHK-11', [traderId], 'an order is refused that neither buys in a bucket nor sells');
}

/** Nobody can deliver, or the buyer cannot pay what it is asked, or would not be safe. TRD-05, TRD-09R, POL-13. */
function checkRefusedBuy(at: Refused, party: Party, bucket: Bucket): void {
  const { state, event } = at;
  const { reason, price } = event;
  if (reason === 'no_eligible_ticket') {
    checkShelves(at, bucket, party);
    return;
  }
  const offers = offersIn(at, bucket, buyerOf(party, null)).filter((offer) => offer !== null);
  if (reason === 'cash') {
    if (price !== null && clearlyReaches(state, party.cash, price))
      at.differs('CHK-11', [party.id], 'refused for cash below the price', party.cash, price, '>');
    mustBeAsked(
      at,
      offers.map((offer) => offer.price),
    );
    return;
  }
  if (reason !== 'unsafe') at.fails('CHK-11', [party.id], `no BUY is refused for the reason '${reason}'`);
  if (party.kind !== 'trader' || state.policy.kind !== 'two_sided')
    at.fails('CHK-11', [party.id], 'no policy asks whether a BUY is safe, and it is refused for that');
  mustBeAsked(
    at,
    offers.map((offer) => payment(party, party.cash, offer.price)),
  );
  if (offers.every((offer) => isSafeWith(state, party, offer) === surely))
    at.fails('CHK-11', [party.id], 'a BUY is refused as unsafe, and leaves no gap');
}

/** Neither desk that may deliver has a ticket for the buyer. TRD-09R. */
function checkShelves(at: Refused, bucket: Bucket, party: Party): void {
  const { state, event } = at;
  const { dealer, vbt } = desksOf(bucket);
  const guarded = stances(at, bucket, dealer).some(({ guard }) => guard);
  const vbtAlone = guarded || state.regime === 'backstop';
  const buyer = buyerOf(party, null);
  const shelves = (vbtAlone ? [vbt] : [dealer, vbt]).filter((desk) => firstFor(desk, buyer) !== null);
  if (shelves.length > 0)
    at.fails(
      'CHK-11',
      [party.id],
      `a BUY is refused, and ${shelves.map(({ id }) => id).join(' and ')} could deliver`,
    );
  if (event.price !== null) at.fails('CHK-11', [party.id], 'nobody can deliver, and a price is told');
}

/** The price that an order was refused at is one that it was asked or offered. */
function mustBeAsked(at: Refused, prices: readonly Num[]): void {
  const { state, event } = at;
  const { price, traderId } = event;
  const [first] = prices;
  if (first === undefined)
    at.fails(
      'CHK-11',
      [traderId],
      `an order is refused for the reason '${event.reason}', and nobody serves it`,
    );
  if (price === null || !prices.some((asked) => agrees(state, price, asked)))
    at.differs('CHK-11', [traderId], 'the price that an order is refused at', price ?? 'none', first);
}

function checkNothingToSell(at: Refused, party: Party): void {
  if (party.held !== 0 || at.event.bucket !== null || at.event.price !== null)
    at.differs('CHK-11', [party.id], 'refused as without a ticket, with tickets', party.held, 0, '>');
}

/** Only who avoids a default refuses a price, and only one that is not positive. POL-07. */
function checkRefusedSale(at: Refused, party: Party, bucket: Bucket): void {
  const { state, event } = at;
  if (event.reason !== 'price')
    at.fails('CHK-11', [party.id], `no SELL is refused for the reason '${event.reason}'`);
  if (state.policy.kind === 'liquidity_and_investment')
    at.fails('CHK-11', [party.id], 'the policy takes any price, and an order is refused for it');
  if (event.price !== null && isAbove(state, event.price, state.numbers.zero) === surely)
    at.differs('CHK-11', [party.id], 'refused for a price of at most 0', event.price, 0, '>');
  mustBeAsked(at, bidsIn(at, bucket));
}

/** What a SELL in a bucket would bring, from the dealer or from the VBT. TRD-01, TRD-03. */
function bidsIn(at: Refused, bucket: Bucket): Num[] {
  const { state } = at;
  const { dealer } = desksOf(bucket);
  const passed = outside(at, bucket).bid;
  return stances(at, bucket, dealer).flatMap(({ guard, capacity, bid }) => {
    if (guard || state.regime === 'backstop' || dealer.tickets + 1 > capacity) return [passed];
    const own = payment(dealer, dealer.cash, bid);
    return clearlyReaches(state, dealer.cash, bid) ? [own] : [own, passed];
  });
}
