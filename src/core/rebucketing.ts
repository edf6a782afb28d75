/** The start of a period: maturities shorten, and what crosses a boundary is rebucketed. REB-01 … REB-07R. */
import type { Arithmetic, Num } from '../num.ts';
import { checkStep } from './checks/check.ts';
import { inEvents } from './grouping.ts';
import type { Running } from './journal.ts';
import { transfer } from './ledger.ts';
import { at } from './list.ts';
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
export function advance(state: Running): Rebucketed[] {
  const due = unsettled(state);
  if (due !== null) throw new Error(`ticket ${due.id}, due today, has not settled`);
  state.time++;
  state.settled = { repaid: [], matured: state.buckets.map(() => nothingMatured(state.numbers)) };
  const crossed: Rebucketed[] = [];
  for (const bucket of state.buckets) {
    if (bucket.to === null) continue;
    inEvents(onDay(state.calendar, state.time + bucket.to), {
      decide: (ticket) => crossingOf(state, ticket, bucket),
      isSame,
      act: (crossing) => {
        cross(state, crossing);
        crossed.push(said(crossing));
      },
      tell: (crossings) => {
        tell(state, crossings);
      },
    });
  }
  checkStep(state, 'advance');
  return crossed;
}

const said = ({ ticket, from, to, seller, buyer, price }: Crossing): Rebucketed => ({
  ticket: ticket.id,
  from: from.id,
  to: to.id,
  seller: seller.id,
  buyer: buyer.id,
  price,
});

export const nothingMatured = ({ zero }: Arithmetic): { face: Num; loss: Num } => ({
  face: zero,
  loss: zero,
});

/** A ticket that crosses: from whom to whom, and what is paid; null where it stays with its owner. */
interface Crossing {
  readonly ticket: Ticket;
  readonly from: Bucket;
  readonly to: Bucket;
  readonly seller: Party;
  readonly buyer: Party;
  readonly price: Num | null;
}

/** A desk's home ticket is sold to the new bucket's desk; any other ticket only changes its label. REB-02 … REB-04. */
function crossingOf(state: State, ticket: Ticket, to: Bucket): Crossing {
  const from = bucketAt(state, ticket.bucket);
  const seller = ticket.owner;
  const isHome = seller.kind !== 'trader' && seller.bucket === from.index;
  const { buyer, price } = isHome ? internalSale(seller, to) : { buyer: seller, price: null };
  return { ticket, from, to, seller, buyer, price };
}

/** The ticket enters its new bucket, sold or not. */
function cross(state: Running, { ticket, to, seller, buyer, price }: Crossing): void {
  if (price === null) {
    relabel(state, ticket, to.index);
    return;
  }
  transfer(state, buyer, seller, price);
  move(state, ticket, buyer, to.index);
}

/** Between the same two parties, at one price. */
const isSame = (a: Crossing, b: Crossing): boolean =>
  a.seller === b.seller &&
  a.buyer === b.buyer &&
  (a.price === null || b.price === null ? a.price === b.price : a.price.comparedTo(b.price) === 0);

function tell(state: Running, crossings: readonly Crossing[]): void {
  const { from, to, seller, buyer, price } = at(crossings, 0);
  record(state, {
    day: state.time,
    kind: 'TicketRebucketed',
    tickets: crossings.map(({ ticket }) => ticket.id),
    fromBucket: from.id,
    toBucket: to.id,
    seller: seller.id,
    buyer: buyer.id,
    price: price === null ? null : price.times(crossings.length),
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
