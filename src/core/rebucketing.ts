/** The start of a period: maturities shorten, and what crosses a boundary is rebucketed. REB-01 … REB-07R. */
import type { Num } from '../num.ts';
import { payable, transfer } from './ledger.ts';
import { record } from './record.ts';
import { bucketAt, desksOf, type Bucket, type Desk, type Party, type State, type Ticket } from './state.ts';
import { move, onDay, relabel } from './tickets.ts';

/** A ticket that took another label; `price` is null where it stayed with its owner. */
export interface Rebucketed {
  readonly ticket: string;
  readonly from: string;
  readonly to: string;
  readonly seller: string;
  readonly buyer: string;
  readonly price: Num | null;
}

/**
 * One period later: boundaries nearest maturity first, within one by maturity, then serial. Only the tickets
 * that cross are looked at. REB-01, REB-06R.
 */
export function advance(state: State): Rebucketed[] {
  state.time++;
  state.settled = { repaid: [], matured: state.buckets.map(() => nothingMatured(state)) };
  const crossed: Rebucketed[] = [];
  for (const bucket of state.buckets) {
    if (bucket.to === null) continue;
    for (const ticket of onDay(state.calendar, state.time + bucket.to)) {
      if (ticket.bucket !== bucket.index) crossed.push(rebucket(state, ticket, bucket));
    }
  }
  return crossed;
}

export const nothingMatured = (state: State): { face: Num; loss: Num } => ({
  face: state.numbers.zero,
  loss: state.numbers.zero,
});

/** A desk's home ticket is sold to the new bucket's desk; any other ticket only changes its label. REB-02 … REB-04. */
function rebucket(state: State, ticket: Ticket, to: Bucket): Rebucketed {
  const from = bucketAt(state, ticket.bucket);
  const seller = ticket.owner;
  const isHome = seller.kind !== 'trader' && seller.bucket === from.index;
  const buyer: Party = isHome ? receivingDesk(seller, to) : seller;
  const price = isHome ? to.outsideMid : null;
  if (price === null) relabel(state, ticket, to.index);
  else {
    transfer(state, buyer, seller, price);
    move(state, ticket, buyer, to.index);
  }
  record(state, {
    day: state.time,
    kind: 'TicketRebucketed',
    ticketId: ticket.id,
    fromBucket: from.id,
    toBucket: to.id,
    seller: seller.id,
    buyer: buyer.id,
    price,
  });
  return { ticket: ticket.id, from: from.id, to: to.id, seller: seller.id, buyer: buyer.id, price };
}

/** The desk of the same kind; the VBT in place of a dealer that cannot pay the mid in full. REB-07R, ROL-06R. */
export function receivingDesk(seller: Desk, bucket: Bucket): Desk {
  const { dealer, vbt } = desksOf(bucket);
  if (seller.kind === 'vbt') return vbt;
  return payable(dealer, bucket.outsideMid) === null ? vbt : dealer;
}
