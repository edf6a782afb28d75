/** Rollover: what was repaid in full is issued again. ROL-01 … ROL-06R. */
import type { Num } from '../num.ts';
import { checkStep } from './checks/check.ts';
import { inEvents } from './grouping.ts';
import type { Running } from './journal.ts';
import { transfer } from './ledger.ts';
import { at } from './list.ts';
import { payable } from './payment.ts';
import { internalSale } from './rebucketing.ts';
import { record } from './record.ts';
import {
  bucketAt,
  type Bucket,
  type Desk,
  type Party,
  type State,
  type Ticket,
  type Trader,
} from './state.ts';
import { bucketOf, issue, issuerHeld, move } from './tickets.ts';

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
  /** Why: no cash for it (ROL-04R), or tickets of another issuer (MOD-08). */
  readonly reason: 'cash' | 'issuer';
}

/** Rolls what this period's settlement repaid: issuers in trader order, tickets by serial. ROL-01, ROL-04R. */
export function rollOver(state: Running): { issued: Issued[]; declined: Declined[] } {
  const issued: Issued[] = [];
  const declined: Declined[] = [];
  const repaid = state.rollover.enabled ? state.settled.repaid : [];
  state.settled.repaid = [];
  repaid.sort((a, b) => a.issuer.index - b.issuer.index || a.serial - b.serial);
  inEvents(repaid, {
    decide: (old) => termsOf(state, old),
    act: (terms) => {
      if (terms.paid !== null) terms.ticket = reissue(state, terms, terms.paid);
    },
    isSame,
    standsAlone: ({ old, home }) => passesOn(old.owner, home),
    tell: (terms) => {
      const { refusal } = at(terms, 0);
      if (refusal === null) for (const one of tell(state, terms)) issued.push(one);
      else for (const one of terms) declined.push(decline(state, one, refusal));
    },
  });
  checkStep(state, 'rollover');
  return { issued, declined };
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

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number after one in digits; one of up to 15 is exact in a double, which is faster. */
const oneMore = (digits: string): string =>
  digits.length < 16 ? String(Number(digits) + 1) : String(BigInt(digits) + 1n);

/** The next id in the line of a ticket or liability: `~1`, then `~2`, … ROL-01. */
export function nextId(id: string): string {
  let digits = id.length;
  while (isDigit(id.charCodeAt(digits - 1))) digits--;
  const isCounted = digits < id.length && id[digits - 1] === '~';
  return isCounted ? id.slice(0, digits) + oneMore(id.slice(digits)) : `${id}~1`;
}

/** For what a repaid ticket is issued again, or that its holder cannot take it. ROL-01 … ROL-04R. */
interface Terms {
  readonly old: Ticket;
  readonly home: Bucket;
  readonly price: Num;
  /** What the holder pays; null where it declines. */
  readonly paid: Num | null;
  /** Why it declines; null where it pays. */
  readonly refusal: Declined['reason'] | null;
  /** Set once it is issued. */
  ticket: Ticket | null;
}

function termsOf(state: State, old: Ticket): Terms {
  const price = issuePrice(state, old.distance);
  const payment = payable(old.owner, price);
  const refusal = payment === null ? 'cash' : holdsOther(old.owner, old.issuer) ? 'issuer' : null;
  const paid = refusal === null ? payment : null;
  return { old, home: homeOf(state, old.distance), price, paid, refusal, ticket: null };
}

/** A trader that has bought since it was repaid may hold tickets of somebody else. MOD-08, LOOP-07R. */
function holdsOther(holder: Party, issuer: Trader): boolean {
  if (holder.kind !== 'trader') return false;
  const own = issuerHeld(holder);
  return own !== null && own !== issuer;
}

/** Tickets of one liability, with one holder, for one distance; all are issued, or all are declined. */
const isSame = (a: Terms, b: Terms): boolean =>
  a.old.liability === b.old.liability &&
  a.old.owner === b.old.owner &&
  a.old.distance === b.old.distance &&
  a.refusal === b.refusal;

/** Same issuer, same face, owner = the holder just repaid, maturity = t + ΔT; cash moves to the issuer. ROL-01. */
function reissue(state: Running, { old, home }: Terms, paid: Num): Ticket {
  const { issuer, owner, distance } = old;
  const ticket: Ticket = {
    id: nextId(old.id),
    liability: nextId(old.liability),
    issuer,
    owner,
    maturity: state.time + distance,
    serial: state.nextSerial,
    distance,
    bucket: home.index,
    live: true,
  };
  transfer(state, owner, issuer, paid);
  issue(state, ticket);
  return ticket;
}

/** The new ticket of terms that were kept. */
function issuedFor({ old, ticket }: Terms): Ticket {
  if (ticket === null) throw new Error(`ticket ${old.id} is not issued again`);
  return ticket;
}

/** Records the reissue of tickets; a desk of another bucket then passes on what it got. ROL-01, ROL-06R. */
function tell(state: Running, terms: readonly Terms[]): Issued[] {
  const { old, home } = at(terms, 0);
  const { issuer, owner } = old;
  const tickets = terms.map(issuedFor);
  const first = at(tickets, 0);
  record(state, {
    day: state.time,
    kind: 'PayableRolledOver',
    pid: old.liability,
    payableId: first.liability,
    tickets: tickets.map(({ id }) => id),
    debtor: issuer.id,
    creditor: owner.id,
    bucket: home.id,
    dueDay: first.maturity,
    amount: state.ticketSize.times(tickets.length),
    price: terms.reduce((sum, { paid }) => (paid === null ? sum : sum.plus(paid)), state.numbers.zero),
  });
  return tickets.map((ticket, i) => ({
    ticket: ticket.id,
    issuer: issuer.id,
    owner: owner.id,
    maturity: ticket.maturity,
    price: at(terms, i).paid ?? state.numbers.zero,
    placed: passesOn(owner, home) ? place(state, ticket, owner, home) : null,
  }));
}

/** The holder keeps its cash, and the liability ends. ROL-04R. */
function decline(state: Running, { old, price }: Terms, reason: Declined['reason']): Declined {
  const [debtor, holder] = [old.issuer.id, old.owner.id];
  record(state, {
    day: state.time,
    kind: 'RolloverDeclined',
    ticketId: old.id,
    debtor,
    holder,
    price,
    reason,
  });
  const maturity = state.time + old.distance;
  return { ticket: nextId(old.id), issuer: debtor, owner: holder, maturity, price, reason };
}

/** A desk of another bucket passes the new ticket on to the desk of the bucket that it belongs to. ROL-06R. */
function place(state: Running, ticket: Ticket, holder: Desk, home: Bucket): Issued['placed'] {
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
