/** The registry and the holdings of tickets; the only module that moves one. Nothing is created by a move. */
import { at } from './list.ts';
import { requote, touch } from './ledger.ts';
import {
  bucketAt,
  type DayGroup,
  type Desk,
  type Party,
  type State,
  type Ticket,
  type TicketsByDay,
  type Trader,
} from './state.ts';

/** Index of the bucket for a remaining maturity τ; a ticket due today keeps the label of τ = 1. MOD-04, MOD-05R. */
export function bucketOf(
  buckets: readonly { readonly to: number | null }[],
  remainingMaturity: number,
): number {
  const tau = Math.max(1, remainingMaturity);
  return buckets.findIndex((bucket) => bucket.to === null || tau <= bucket.to);
}

/** First position for which `before` no longer holds, in a list where it holds for a prefix. */
function firstNot<T>(list: readonly T[], before: (item: T) => boolean, start = 0): number {
  let low = start;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(at(list, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dayPosition = (groups: TicketsByDay, day: number): number => firstNot(groups, (g) => g.day < day);

/** The tickets that mature on a day, by serial. */
export function onDay(groups: TicketsByDay, day: number): readonly Ticket[] {
  const group = groups[dayPosition(groups, day)];
  return group?.day === day ? present(group) : [];
}

/** How many tickets mature on a day. */
export function countOnDay(groups: TicketsByDay, day: number): number {
  const group = groups[dayPosition(groups, day)];
  return group?.day === day ? size(group) : 0;
}

export const size = (group: DayGroup): number => group.tickets.length - group.taken;

/** Day groups from a day on, earliest first. */
export const from = (groups: TicketsByDay, day: number): readonly DayGroup[] =>
  groups.slice(dayPosition(groups, day));

/** A group's tickets, by serial. */
export const present = (group: DayGroup): readonly Ticket[] =>
  group.taken === 0 ? group.tickets : group.tickets.slice(group.taken);

/** The first ticket of the earliest groups that passes, or null. */
export function firstWhere(groups: TicketsByDay, passes: (ticket: Ticket) => boolean): Ticket | null {
  for (const group of groups) {
    for (let i = group.taken; i < group.tickets.length; i++) {
      const ticket = at(group.tickets, i);
      if (passes(ticket)) return ticket;
    }
  }
  return null;
}

function put(groups: TicketsByDay, ticket: Ticket): void {
  const at = dayPosition(groups, ticket.maturity);
  const group = groups[at];
  if (group?.day !== ticket.maturity) {
    groups.splice(at, 0, { day: ticket.maturity, tickets: [ticket], taken: 0 });
    return;
  }
  const last = group.tickets[group.tickets.length - 1];
  if (last === undefined || last.serial < ticket.serial) group.tickets.push(ticket);
  else group.tickets.splice(serialPosition(group, ticket), 0, ticket);
}

/** Tickets mostly leave in the order of serials, so the front of a group is cut lazily. */
function take(groups: TicketsByDay, ticket: Ticket): void {
  const at = dayPosition(groups, ticket.maturity);
  const group = groups[at];
  const place = group === undefined ? -1 : serialPosition(group, ticket);
  if (group?.tickets[place] !== ticket) throw new Error(`ticket ${ticket.id} is not where it should be`);
  if (size(group) === 1) {
    groups.splice(at, 1);
  } else if (place > group.taken) {
    group.tickets.splice(place, 1);
  } else if (++group.taken > group.tickets.length / 2) {
    group.tickets.splice(0, group.taken);
    group.taken = 0;
  }
}

function dropDay(groups: TicketsByDay, day: number): void {
  const at = dayPosition(groups, day);
  if (groups[at]?.day === day) groups.splice(at, 1);
}

/** Where the ticket is, or would be. Most leave from the front and arrive at the back, so both are tried first. */
function serialPosition(group: DayGroup, ticket: Ticket): number {
  const last = group.tickets.length - 1;
  if (group.tickets[group.taken] === ticket) return group.taken;
  if (group.tickets[last] === ticket) return last;
  return firstNot(group.tickets, (other) => other.serial < ticket.serial, group.taken);
}

/** The registered ticket of an id, for questions from outside; null if there is none. */
export const ticketNamed = (state: State, id: string): Ticket | null =>
  firstWhere(state.calendar, (ticket) => ticket.live && ticket.id === id);

/** Whether the party's holdings list the ticket: the evidence for C1, apart from the ticket's own label. */
export function lists(party: Party, ticket: Ticket): boolean {
  const group = party.holdings[dayPosition(party.holdings, ticket.maturity)];
  return group?.tickets[serialPosition(group, ticket)] === ticket;
}

const isHome = (party: Party, ticket: Ticket): party is Desk =>
  party.kind !== 'trader' && party.bucket === ticket.bucket;

function count(state: State, party: Party, ticket: Ticket, change: 1 | -1): void {
  touch(state, party);
  party.held += change;
  if (!isHome(party, ticket)) return;
  party.tickets += change;
  if (party.kind === 'dealer') requote(bucketAt(state, party.bucket));
}

/** Hands a ticket over; one that crosses a boundary enters its new bucket on the way. REB-03, REB-04. */
export function move(state: State, ticket: Ticket, to: Party, bucket = ticket.bucket): void {
  const from = ticket.owner;
  take(from.holdings, ticket);
  count(state, from, ticket, -1);
  ticket.bucket = bucket;
  ticket.owner = to;
  put(to.holdings, ticket);
  count(state, to, ticket, 1);
  state.journal.moves.push({ ticket, from, to });
}

/** Gives a ticket the label of another bucket; its owner keeps it. REB-02, MOD-09. */
export function relabel(state: State, ticket: Ticket, bucket: number): void {
  count(state, ticket.owner, ticket, -1);
  ticket.bucket = bucket;
  count(state, ticket.owner, ticket, 1);
}

/** Enters a new ticket into the registry: at the start, and by rollover. SET-08, ROL-01. */
export function issue(state: State, ticket: Ticket): void {
  ticket.live = true;
  state.registered++;
  state.nextSerial = Math.max(state.nextSerial, ticket.serial + 1);
  put(state.calendar, ticket);
  put(ticket.issuer.issued, ticket);
  touch(state, ticket.issuer);
  ticket.issuer.owed++;
  put(ticket.owner.holdings, ticket);
  count(state, ticket.owner, ticket, 1);
  state.journal.issued.push(ticket);
}

/**
 * Deletes a settled ticket: the only way that the registry shrinks. Its place in the day's lists goes with
 * the day (`closeDay`), which settles as a whole. SET-02, SET-08.
 */
export function remove(state: State, ticket: Ticket): void {
  ticket.live = false;
  state.registered--;
  touch(state, ticket.issuer);
  ticket.issuer.owed--;
  count(state, ticket.owner, ticket, -1);
  state.journal.deleted.push(ticket);
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
