/** Rollover: what was repaid in full is issued again. ROL-01 … ROL-06R. */
import type { Num } from '../num.ts';
import { checkStep } from './checks/check.ts';
import { transfer } from './ledger.ts';
import { at } from './list.ts';
import { payable } from './payment.ts';
import { internalSale } from './rebucketing.ts';
import { record } from './record.ts';
import { bucketAt, type Bucket, type Desk, type Party, type State, type Ticket } from './state.ts';
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
  for (let start = 0, end = 0; start < repaid.length; start = end) {
    end = endOfBlock(state, repaid, start);
    const block = repaid.slice(start, end);
    const price = issuePrice(state, at(block, 0).distance);
    const made = reissue(state, block, price);
    issued.push(...made);
    for (const old of block.slice(made.length)) declined.push(decline(state, old, price));
  }
  checkStep(state, 'rollover');
  return { issued, declined };
}

/**
 * Neighbours roll in one event: tickets of one liability, with one holder, due again on one day. One that is
 * sold on at once stands alone, because its sale comes before the next one is paid. ROL-06R.
 */
function endOfBlock(state: State, repaid: readonly Ticket[], start: number): number {
  const { liability, owner, distance } = at(repaid, start);
  let end = start + 1;
  if (passesOn(owner, homeOf(state, distance))) return end;
  for (let next = repaid[end]; next !== undefined; next = repaid[++end]) {
    if (next.liability !== liability || next.owner !== owner || next.distance !== distance) break;
  }
  return end;
}

/** The bucket that ΔT falls in. ROL-02, ROL-06R. */
const homeOf = (state: State, distance: number): Bucket => bucketAt(state, bucketOf(state.buckets, distance));

/** A desk keeps paper of its own bucket only. ROL-06R. */
const passesOn = (holder: Party, home: Bucket): holder is Desk =>
  holder.kind !== 'trader' && holder.bucket !== home.index;

/** Par, or the outside mid of the bucket that ΔT falls in. ROL-02. */
export function issuePrice(state: State, distance: number): Num {
  if (state.rollover.issuePrice === 'par') return state.ticketSize;
  return homeOf(state, distance).outsideMid;
}

const digits = /^\d+$/;

/** The next id in the line of a ticket or liability: `~1`, then `~2`, … ROL-01. */
export function nextId(id: string): string {
  const mark = id.lastIndexOf('~');
  const count = mark < 0 ? '' : id.slice(mark + 1);
  return digits.test(count) ? `${id.slice(0, mark)}~${String(Number(count) + 1)}` : `${id}~1`;
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

/**
 * Same issuer, same face, owner = the holder just repaid, maturity = t + ΔT; cash moves to the issuer, ticket
 * by ticket, until the holder has too little. ROL-01, ROL-02.
 */
function reissue(state: State, block: readonly Ticket[], price: Num): Issued[] {
  const first = at(block, 0);
  const { issuer, owner, distance } = first;
  const home = homeOf(state, distance);
  const liability = nextId(first.liability);
  const maturity = state.time + distance;
  const made: Ticket[] = [];
  const issued: Issued[] = [];
  let paid = state.numbers.zero;
  for (const old of block) {
    const amount = payable(owner, price);
    if (amount === null) break;
    const ticket: Ticket = {
      id: nextId(old.id),
      liability,
      issuer,
      owner,
      maturity,
      serial: state.nextSerial,
      distance,
      bucket: home.index,
      live: true,
    };
    transfer(state, owner, issuer, amount);
    issue(state, ticket);
    paid = paid.plus(amount);
    made.push(ticket);
    issued.push({
      ticket: ticket.id,
      issuer: issuer.id,
      owner: owner.id,
      maturity,
      price: amount,
      placed: null,
    });
  }
  if (made.length === 0) return issued;
  record(state, {
    day: state.time,
    kind: 'PayableRolledOver',
    pid: first.liability,
    payableId: liability,
    tickets: made.map((ticket) => ticket.id),
    debtor: issuer.id,
    creditor: owner.id,
    bucket: home.id,
    dueDay: maturity,
    amount: state.ticketSize.times(made.length),
    price: paid,
  });
  if (!passesOn(owner, home)) return issued;
  return issued.map((one, i) => ({ ...one, placed: place(state, at(made, i), owner, home) }));
}

/** A desk of another bucket passes the new ticket on to the desk of the bucket that it belongs to. ROL-06R. */
function place(state: State, ticket: Ticket, holder: Desk, home: Bucket): Issued['placed'] {
  const { buyer, price } = internalSale(holder, home);
  transfer(state, buyer, holder, price);
  move(state, ticket, buyer);
  record(state, {
    day: state.time,
    kind: 'TicketPlaced',
    ticketId: ticket.id,
    bucket: home.id,
    seller: holder.id,
    buyer: buyer.id,
    price,
  });
  return { seller: holder.id, buyer: buyer.id, price };
}
