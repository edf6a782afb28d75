/** Rollover: what was repaid in full is issued again. ROL-01 … ROL-06R. */
import type { Num } from '../num.ts';
import { payable, transfer } from './ledger.ts';
import { receivingDesk } from './rebucketing.ts';
import { record } from './record.ts';
import { bucketAt, type Party, type State, type Ticket } from './state.ts';
import { bucketOf, issue, move } from './tickets.ts';

export interface Issued {
  readonly ticket: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly price: Num;
  /** The sale to the desk that it belongs to, or null where the holder keeps it. ROL-06R. */
  readonly placed: { readonly seller: string; readonly buyer: string; readonly price: Num } | null;
}

/** A reissue that did not come about, named as it would have been. */
export interface Declined {
  readonly ticket: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly price: Num;
  readonly reason: 'cash';
}

/** Rolls what this period's settlement repaid: issuers in trader order, tickets by serial. ROL-01, ROL-04R. */
export function rollOver(state: State): { issued: Issued[]; declined: Declined[] } {
  const issued: Issued[] = [];
  const declined: Declined[] = [];
  const repaid = state.rollover.enabled ? state.settled.repaid : [];
  state.settled.repaid = [];
  repaid.sort((a, b) => a.issuer.index - b.issuer.index || a.serial - b.serial);
  for (const old of repaid) {
    const price = issuePrice(state, old.distance);
    const amount = payable(old.owner, price);
    if (amount === null) declined.push(decline(state, old, price));
    else issued.push(reissue(state, old, amount));
  }
  return { issued, declined };
}

/** Par, or the outside mid of the bucket that ΔT falls in. ROL-02. */
export function issuePrice(state: State, distance: number): Num {
  if (state.rollover.issuePrice === 'par') return state.ticketSize;
  return bucketAt(state, bucketOf(state.buckets, distance)).outsideMid;
}

/** The next id in the line of a ticket or liability: `~1`, then `~2`, … ROL-01. */
export function nextId(id: string): string {
  const [, stem = id, count = '0'] = /^(.*)~(\d+)$/.exec(id) ?? [];
  return `${stem}~${String(Number(count) + 1)}`;
}

function decline(state: State, old: Ticket, price: Num): Declined {
  const [debtor, holder] = [old.issuer.id, old.owner.id];
  record(state, {
    day: state.time,
    kind: 'RolloverDeclined',
    ticketId: old.id,
    debtor,
    holder,
    price,
    reason: 'cash',
  });
  const maturity = state.time + old.distance;
  return { ticket: nextId(old.id), issuer: debtor, owner: holder, maturity, price, reason: 'cash' };
}

/** Same issuer, same face, owner = the holder just repaid, maturity = t + ΔT; cash moves to the issuer. ROL-01, ROL-02. */
function reissue(state: State, old: Ticket, price: Num): Issued {
  const { issuer, owner, distance } = old;
  const bucket = bucketAt(state, bucketOf(state.buckets, distance));
  const ticket: Ticket = {
    id: nextId(old.id),
    liability: nextId(old.liability),
    issuer,
    owner,
    maturity: state.time + distance,
    serial: state.nextSerial,
    distance,
    bucket: bucket.index,
    live: true,
  };
  transfer(state, owner, issuer, price);
  issue(state, ticket);
  record(state, {
    day: state.time,
    kind: 'PayableRolledOver',
    pid: old.liability,
    payableId: ticket.liability,
    ticketId: old.id,
    newTicketId: ticket.id,
    debtor: issuer.id,
    creditor: owner.id,
    bucket: bucket.id,
    dueDay: ticket.maturity,
    amount: state.ticketSize,
    price,
  });
  const placed = place(state, ticket, owner);
  return { ticket: ticket.id, issuer: issuer.id, owner: owner.id, maturity: ticket.maturity, price, placed };
}

/** A desk of another bucket passes the new ticket on to the desk of the bucket that it belongs to. ROL-06R. */
function place(state: State, ticket: Ticket, holder: Party): Issued['placed'] {
  const bucket = bucketAt(state, ticket.bucket);
  if (holder.kind === 'trader' || holder.bucket === bucket.index) return null;
  const buyer = receivingDesk(holder, bucket);
  const price = bucket.outsideMid;
  transfer(state, buyer, holder, price);
  move(state, ticket, buyer);
  const named = { seller: holder.id, buyer: buyer.id, price };
  record(state, { day: state.time, kind: 'TicketPlaced', ticketId: ticket.id, bucket: bucket.id, ...named });
  return named;
}
