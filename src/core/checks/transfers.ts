/** Tickets that change their label, are issued again, or are placed: to whom, and at what price. CHK-11. */
import type { Num } from '../../num.ts';
import type { EventOf, ModelEvent } from '../events.ts';
import type { Note } from '../journal.ts';
import { at as listed } from '../list.ts';
import {
  bucketNamed,
  desksOf,
  type Bucket,
  type Desk,
  type Party,
  type State,
  type Ticket,
  type Trader,
} from '../state.ts';
import { firstWhere, onDay } from '../tickets.ts';
import { changeDue, reissuedId, type Memory, type StepEnded } from './memory.ts';
import { before, bucketFor, clearlyReaches, counterpart, mustAgree, payment, reaches } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

/** A desk sells what crosses to the desk of its kind at the new mid, or to the VBT; others keep it. REB-02 … REB-07R. */
export function checkRebucketing(at: Occasion<EventOf<'TicketRebucketed'>>): void {
  const { state, event } = at;
  const { moves, touched } = at.changes;
  const parties = [event.seller, event.buyer];
  const to = bucketNamed(state, event.toBucket);
  if (event.price === null) {
    if (moves.length > 0 || event.seller !== event.buyer || touched.some(movedCash))
      at.fails('CHK-11', parties, 'a ticket that keeps its owner moves cash or holdings');
    const owner = state.parties.get(event.seller);
    if (owner?.kind !== 'trader' && owner?.bucket === bucketNamed(state, event.fromBucket).index)
      at.fails('CHK-11', parties, 'a desk keeps a ticket of its home bucket that leaves it');
    return;
  }
  if (moves.length !== event.tickets.length)
    at.differs('CHK-11', parties, 'tickets sold on the way', moves.length, event.tickets.length);
  moves.forEach(({ ticket, from, to: buyer }, place) => {
    if (ticket.bucket !== to.index || bucketFor(state, ticket.maturity - state.time) !== to)
      at.fails('CHK-11', parties, `ticket ${ticket.id} does not belong to ${to.id}`);
    if (from.id !== event.seller || buyer.id !== event.buyer || ticket.id !== event.tickets[place])
      at.fails('CHK-11', parties, `ticket ${ticket.id} went from ${from.id} to ${buyer.id}`);
    // yesterday it had a period more
    const left = bucketFor(state, ticket.maturity - state.time + 1);
    if (event.fromBucket !== left.id || (from.kind !== 'trader' && from.bucket !== left.index))
      at.fails('CHK-11', parties, `${from.id} sells ticket ${ticket.id}, which leaves the bucket ${left.id}`);
  });
  checkInternalSale(at, listed(moves, 0).from, to, event.buyer, event.price, moves.length);
}

const movedCash = ({ party, cash }: Note): boolean => party.cash.comparedTo(cash) !== 0;

function checkInternalSale(
  at: Occasion<ModelEvent>,
  seller: Party,
  bucket: Bucket,
  buyerId: string,
  price: Num,
  count: number,
): void {
  if (seller.kind === 'trader') at.fails('CHK-11', [seller.id], 'a trader sells internally');
  const buyer = buyerOf(at, seller, bucket, buyerId, count);
  const expected = payment(buyer, before(at, buyer).cash, bucket.outsideMid, count);
  mustAgree(at, [seller.id, buyerId], 'an internal sale is paid at the outside mid', price, expected);
}

/** The desk of the seller's kind, or the VBT where the dealer's cash is below the mid. REB-07R, ROL-06R. */
function buyerOf(
  at: Occasion<ModelEvent>,
  seller: Desk,
  bucket: Bucket,
  buyerId: string,
  count: number,
): Desk {
  const { state } = at;
  const own = counterpart(bucket, seller);
  const { vbt } = desksOf(bucket);
  const { cash } = before(at, own);
  if (buyerId === own.id) {
    if (own.kind === 'dealer' && !reaches(state, cash, bucket.outsideMid.times(count), count))
      at.differs('CHK-11', [own.id], 'a dealer does not borrow', cash, bucket.outsideMid.times(count), '<');
    return own;
  }
  if (buyerId !== vbt.id) at.differs('CHK-11', [seller.id], 'the buyer of an internal sale', buyerId, own.id);
  if (clearlyReaches(state, cash, bucket.outsideMid))
    at.fails(
      'CHK-11',
      [own.id],
      `${own.id} has ${cash.toFixed()} for the mid of ${bucket.outsideMid.toFixed()}, and ${vbt.id} buys`,
    );
  return vbt;
}

/** After time has advanced, what is at a boundary has the label of the bucket that it has entered. REB-01, MOD-04. */
export function checkLabels(at: Occasion<StepEnded>): void {
  const { state } = at;
  for (const bucket of state.buckets) {
    if (bucket.to === null) continue;
    for (const ticket of onDay(state.calendar, state.time + bucket.to)) {
      if (ticket.bucket !== bucket.index)
        at.fails(
          'CHK-11',
          [ticket.owner.id],
          `ticket ${ticket.id} has entered ${bucket.id}, and has another label`,
        );
    }
  }
}

/** New tickets for repaid ones: same issuer and holder, ΔT later, at the issue price. ROL-01, ROL-02, ROL-04R. */
export function checkReissue(at: Occasion<EventOf<'PayableRolledOver'>>): void {
  const { state, event, memory } = at;
  const parties = [event.debtor, event.creditor];
  const { issued } = at.changes;
  if (!state.rollover.enabled) at.fails('CHK-11', parties, 'a ticket is issued again with rollover off');
  if (issued.length === 0) at.fails('CHK-11', parties, 'a rollover issues nothing');
  for (const ticket of issued) checkNewTicket(at, ticket, parties);
  if (event.payableId !== reissuedId(event.pid))
    at.differs('CHK-11', parties, `what follows ${event.pid}`, event.payableId, reissuedId(event.pid));
  if (issued.length !== event.tickets.length || issued.some(({ id }, place) => id !== event.tickets[place]))
    at.fails('CHK-11', parties, 'the tickets told are not those that are issued');
  const face = state.ticketSize.times(issued.length);
  mustAgree(at, parties, 'the face of what is issued', event.amount, face);
  const { issuer, owner, distance, bucket, serial } = listed(issued, 0);
  const { dueDay } = event;
  if (isBound(owner, issuer, serial))
    at.fails('CHK-11', parties, `${owner.id} holds tickets of another issuer than ${issuer.id}`);
  if (event.bucket !== listed(state.buckets, bucket).id || issued.some(({ maturity }) => maturity !== dueDay))
    at.fails('CHK-11', parties, 'the bucket and the day told are not those of the new tickets');
  changeDue(memory, dueDay, issued.length);
  if (owner.kind !== 'trader' && owner.bucket !== bucket) memory.toPlace = onlyOne(at, issued);
  const { cash } = before(at, owner);
  const each = issuePrice(state, distance);
  if (owner.kind !== 'vbt' && !reaches(state, cash, each.times(issued.length), issued.length))
    at.differs('CHK-11', parties, 'a holder lends what it has', cash, each.times(issued.length), '<');
  const expected = payment(owner, cash, each, issued.length);
  mustAgree(at, parties, 'the issue price', event.price, expected);
}

/** A new ticket takes the place of one that was repaid today: all but its day and its name is as it was. ROL-01. */
function checkNewTicket(
  at: Occasion<EventOf<'PayableRolledOver'>>,
  ticket: Ticket,
  parties: readonly string[],
): void {
  const { state, event, memory } = at;
  const old = nextToRoll(memory);
  if (old === undefined || ticket.id !== reissuedId(old.id))
    at.fails('CHK-11', parties, `ticket ${ticket.id} is issued again, and ${turnOf(old)}`);
  const { issuer, owner, distance, maturity } = ticket;
  if (issuer !== old.issuer || owner !== old.owner || distance !== old.distance)
    at.fails(
      'CHK-11',
      parties,
      `ticket ${ticket.id} is not between the parties, or for the time, of ${old.id}`,
    );
  if (issuer.id !== event.debtor || owner.id !== event.creditor)
    at.fails('CHK-11', parties, `ticket ${ticket.id} is of ${issuer.id} and ${owner.id}`);
  if (old.liability !== event.pid || ticket.liability !== event.payableId)
    at.fails('CHK-11', parties, `ticket ${ticket.id} of ${ticket.liability} follows one of ${old.liability}`);
  if (maturity !== state.time + old.distance)
    at.differs('CHK-11', parties, `maturity of ticket ${ticket.id}`, maturity, state.time + old.distance);
  if (ticket.bucket !== bucketFor(state, old.distance).index)
    at.fails(
      'CHK-11',
      parties,
      `ticket ${ticket.id} does not have the label of ${String(old.distance)} periods`,
    );
}

/** Whether a trader holds a ticket of somebody else, issued before the serial: then it takes none of this issuer. MOD-08. */
function isBound(holder: Party, issuer: Trader, serial = Infinity): boolean {
  if (holder.kind !== 'trader') return false;
  const held = firstWhere(holder.holdings, (ticket) => ticket.serial < serial);
  return held !== null && held.issuer !== issuer;
}

/** Whose turn it is: what was repaid rolls with issuers in trader order, and tickets by serial. ROL-04R. */
function nextToRoll(memory: Memory): Ticket | undefined {
  const { repaid } = memory;
  if (memory.rolled === 0) repaid.sort((a, b) => a.issuer.index - b.issuer.index || a.serial - b.serial);
  return repaid[memory.rolled++];
}

const turnOf = (old: Ticket | undefined): string =>
  old === undefined ? 'nothing is left of what was repaid today' : `it is the turn of ${old.id}`;

/** What a desk has to pass on is issued and passed on ticket by ticket. ROL-06R. */
function onlyOne(at: Occasion<EventOf<'PayableRolledOver'>>, issued: readonly Ticket[]): Ticket {
  if (issued.length > 1)
    at.differs('CHK-11', [at.event.creditor], 'new tickets that a desk passes on at once', issued.length, 1);
  return listed(issued, 0);
}

/** After a desk got a new ticket of another bucket, it passes it on, and nothing comes between. ROL-06R. */
export function checkPassedOn(at: Occasion<ModelEvent | StepEnded>): void {
  const { event, memory } = at;
  const { toPlace } = memory;
  if (toPlace === null) return;
  memory.toPlace = null;
  if (event.kind !== 'TicketPlaced' || event.ticketId !== toPlace.id)
    at.fails('CHK-11', [toPlace.owner.id], `ticket ${toPlace.id} is of another bucket, and is not passed on`);
}

/** Par, or the mid of the bucket that ΔT falls in. ROL-02. */
const issuePrice = (state: State, distance: number): Num =>
  state.rollover.issuePrice === 'par' ? state.ticketSize : bucketFor(state, distance).outsideMid;

/** Who declines has less than the issue price, or holds tickets of another issuer. ROL-04R, MOD-08. */
export function checkDecline(at: Occasion<EventOf<'RolloverDeclined'>>): void {
  const { state, event, memory } = at;
  const old = nextToRoll(memory);
  if (old?.id !== event.ticketId)
    at.fails('CHK-11', [event.holder], `ticket ${event.ticketId} is declined, and ${turnOf(old)}`);
  const { issuer, owner, distance } = old;
  if (event.debtor !== issuer.id || event.holder !== owner.id)
    at.fails('CHK-11', [issuer.id, owner.id], `ticket ${old.id} is declined between others`);
  mustAgree(at, [owner.id], 'the issue price', event.price, issuePrice(state, distance));
  if (event.reason === 'issuer' && isBound(owner, issuer)) {
    if (!reaches(state, owner.cash, issuePrice(state, distance)))
      at.differs('CHK-11', [owner.id], 'why a rollover is declined', event.reason, 'cash');
    return;
  }
  if (event.reason !== 'cash')
    at.differs('CHK-11', [owner.id], 'why a rollover is declined', event.reason, 'cash');
  if (owner.kind === 'vbt' || clearlyReaches(state, owner.cash, issuePrice(state, distance)))
    at.differs(
      'CHK-11',
      [owner.id],
      'a holder declines with cash below the issue price',
      owner.cash,
      issuePrice(state, distance),
      '>',
    );
}

/** A new ticket of another bucket goes to the desk that it belongs to. ROL-06R. */
export function checkPlacement(at: Occasion<EventOf<'TicketPlaced'>>): void {
  const { state, event } = at;
  const { moves } = at.changes;
  const [move] = moves;
  if (move === undefined || moves.length > 1 || move.ticket.id !== event.ticketId)
    at.fails(
      'CHK-11',
      [event.seller, event.buyer],
      `ticket ${event.ticketId} is placed, and does not move alone`,
    );
  if (move.from.kind !== 'trader' && move.from.bucket === move.ticket.bucket)
    at.fails('CHK-11', [event.seller], `ticket ${event.ticketId} is placed, and was at home`);
  checkInternalSale(at, move.from, listed(state.buckets, move.ticket.bucket), event.buyer, event.price, 1);
}

/** After rollover every ticket that was repaid has been issued again or declined. ROL-01. */
export function checkRolledOver(at: Occasion<StepEnded>): void {
  checkPassedOn(at);
  if (!at.state.rollover.enabled) return;
  const left = at.memory.repaid[at.memory.rolled];
  if (left !== undefined)
    at.fails(
      'CHK-11',
      [left.owner.id],
      `ticket ${left.id} was repaid, and is neither issued again nor declined`,
    );
}
