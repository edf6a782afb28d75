/** The registry and the holdings of tickets; the only module that moves one. Nothing is created by a move. */
import { dropDay, firstWhere, has, onDay, put, take } from './fast/by-day.ts';
import { touch, type Running } from './journal.ts';
import { requote } from './ledger.ts';
import { bucketAt, type Desk, type Party, type State, type Ticket, type Trader } from './state.ts';

export {
  countOnDay,
  daysFrom,
  firstFrom,
  firstWhere,
  lastDay,
  nextDay,
  onDay,
  ticketsOf,
  type Block,
} from './fast/by-day.ts';

/** Index of the bucket for a remaining maturity τ; a ticket due today keeps the label of τ = 1. MOD-04, MOD-05R. */
export function bucketOf(
  buckets: readonly { readonly to: number | null }[],
  remainingMaturity: number,
): number {
  const tau = Math.max(1, remainingMaturity);
  return buckets.findIndex((bucket) => bucket.to === null || tau <= bucket.to);
}

/** The registered ticket of an id, for questions from outside; null if there is none. */
export const ticketNamed = (state: State, id: string): Ticket | null =>
  firstWhere(state.calendar, (ticket) => ticket.live && ticket.id === id);

/** Whether a party lists a ticket, whatever the ticket says of its owner. */
export const lists = (party: Party, ticket: Ticket): boolean => has(party.holdings, ticket);

const isHome = (party: Party, ticket: Ticket): party is Desk =>
  party.kind !== 'trader' && party.bucket === ticket.bucket;

function count(state: Running, party: Party, ticket: Ticket, change: 1 | -1): void {
  touch(state, party);
  party.held += change;
  if (!isHome(party, ticket)) return;
  party.tickets += change;
  if (party.kind === 'dealer') requote(bucketAt(state, party.bucket));
}

/** Hands a ticket over; one that crosses a boundary enters its new bucket on the way. REB-03, REB-04. */
export function move(state: Running, ticket: Ticket, to: Party, bucket = ticket.bucket): void {
  const from = ticket.owner;
  if (!take(from.holdings, ticket)) throw new Error(`${from.id} does not list its ticket ${ticket.id}`);
  count(state, from, ticket, -1);
  ticket.bucket = bucket;
  ticket.owner = to;
  put(to.holdings, ticket);
  count(state, to, ticket, 1);
  state.journal.checks?.changes.moves.push({ ticket, from, to });
}

/** Gives a ticket the label of another bucket; its owner keeps it. REB-02, MOD-09. */
export function relabel(state: Running, ticket: Ticket, bucket: number): void {
  count(state, ticket.owner, ticket, -1);
  ticket.bucket = bucket;
  count(state, ticket.owner, ticket, 1);
}

/** Enters a new ticket into the registry: at the start, and by rollover. SET-08, ROL-01. */
export function issue(state: Running, ticket: Ticket): void {
  ticket.live = true;
  state.registered++;
  state.nextSerial = Math.max(state.nextSerial, ticket.serial + 1);
  put(state.calendar, ticket);
  put(ticket.issuer.issued, ticket);
  touch(state, ticket.issuer);
  ticket.issuer.owed++;
  put(ticket.owner.holdings, ticket);
  count(state, ticket.owner, ticket, 1);
  state.journal.checks?.changes.issued.push(ticket);
}

/**
 * Deletes a settled ticket: the only way that the registry shrinks. Its place in the day's lists goes with
 * the day (`closeDay`), which settles as a whole. SET-02, SET-08.
 */
export function remove(state: Running, ticket: Ticket): void {
  ticket.live = false;
  state.registered--;
  touch(state, ticket.issuer);
  ticket.issuer.owed--;
  count(state, ticket.owner, ticket, -1);
  state.journal.checks?.changes.deleted.push(ticket);
}

/** Clears the lists of a day whose tickets have all been deleted. */
export function closeDay(state: State, day: number): void {
  for (const ticket of onDay(state.calendar, day)) {
    dropDay(ticket.issuer.issued, day);
    dropDay(ticket.owner.holdings, day);
  }
  dropDay(state.calendar, day);
}

/** k(i): the issuer of all tickets that a trader holds, or null when it is free. MOD-08. */
export const issuerHeld = (trader: Trader): Trader | null =>
  firstWhere(trader.holdings, () => true)?.issuer ?? null;
