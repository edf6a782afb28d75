/** The start of a period: maturities shorten, and what crosses a boundary is rebucketed. REB-01 … REB-07R. */
import type { Num } from '../num.ts';
import { checkStep } from './checks/check.ts';
import { transfer } from './ledger.ts';
import { payable } from './payment.ts';
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

/** A ticket due today that has not settled, or null. Time does not pass over one. LOOP-06R. */
export const unsettled = (state: State): Ticket | null => onDay(state.calendar, state.time)[0] ?? null;

/**
 * One period later: boundaries nearest maturity first, within one by maturity, then serial. Only the tickets
 * that cross are looked at. What the last settlement left is forgotten. REB-01, REB-06R, LOOP-07R.
 */
export function advance(state: State): Rebucketed[] {
  const due = unsettled(state);
  if (due !== null) throw new Error(`ticket ${due.id}, due today, has not settled`);
  state.time++;
  state.settled = { repaid: [], matured: Array.from(state.buckets, () => nothingMatured(state)) };
  const crossed: Rebucketed[] = [];
  for (const bucket of state.buckets) {
    if (bucket.to === null) continue;
    rebucket(state, onDay(state.calendar, state.time + bucket.to), bucket, crossed);
  }
  checkStep(state, 'advance');
  return crossed;
}

export const nothingMatured = (state: State): { face: Num; loss: Num } => ({
  face: state.numbers.zero,
  loss: state.numbers.zero,
});

/** From whom and from where a ticket crosses to whom, and what is paid; null where it stays with its owner. */
interface Crossing {
  readonly from: Bucket;
  readonly seller: Party;
  readonly buyer: Party;
  readonly price: Num | null;
}

/** A desk's home ticket is sold to the new bucket's desk; any other ticket only changes its label. REB-02 … REB-04. */
function crossingOf(state: State, ticket: Ticket, to: Bucket): Crossing {
  const from = bucketAt(state, ticket.bucket);
  const seller = ticket.owner;
  const isHome = seller.kind !== 'trader' && seller.bucket === from.index;
  return { from, seller, ...(isHome ? internalSale(seller, to) : { buyer: seller, price: null }) };
}

/** Ticket by ticket; neighbours that cross between the same two parties at one price are told in one event. REB-06R. */
function rebucket(state: State, tickets: readonly Ticket[], to: Bucket, crossed: Rebucketed[]): void {
  let block: { crossing: Crossing; ids: string[] } | null = null;
  for (const ticket of tickets) {
    const crossing = crossingOf(state, ticket, to);
    if (block !== null && !isSame(crossing, block.crossing)) {
      tell(state, block.crossing, to, block.ids);
      block = null;
    }
    block ??= { crossing, ids: [] };
    block.ids.push(ticket.id);
    const { from, seller, buyer, price } = crossing;
    if (price === null) relabel(state, ticket, to.index);
    else {
      transfer(state, buyer, seller, price);
      move(state, ticket, buyer, to.index);
    }
    crossed.push({ ticket: ticket.id, from: from.id, to: to.id, seller: seller.id, buyer: buyer.id, price });
  }
  if (block !== null) tell(state, block.crossing, to, block.ids);
}

const isSame = (a: Crossing, b: Crossing): boolean =>
  a.seller === b.seller &&
  a.buyer === b.buyer &&
  (a.price === null || b.price === null ? a.price === b.price : a.price.comparedTo(b.price) === 0);

function tell(state: State, { from, seller, buyer, price }: Crossing, to: Bucket, ids: string[]): void {
  record(state, {
    day: state.time,
    kind: 'TicketRebucketed',
    tickets: ids,
    fromBucket: from.id,
    toBucket: to.id,
    seller: seller.id,
    buyer: buyer.id,
    price: price === null ? null : price.times(ids.length),
  });
}

/**
 * Which desk takes a ticket of a desk from another bucket, and what it pays: the one of the same kind at the outside
 * mid; the VBT in place of a dealer that cannot pay that. REB-03, REB-04, REB-07R, ROL-06R.
 */
export function internalSale(seller: Desk, bucket: Bucket): { readonly buyer: Desk; readonly price: Num } {
  const { dealer, vbt } = desksOf(bucket);
  const paid = seller.kind === 'dealer' ? payable(dealer, bucket.outsideMid) : null;
  return paid === null ? { buyer: vbt, price: bucket.outsideMid } : { buyer: dealer, price: paid };
}
