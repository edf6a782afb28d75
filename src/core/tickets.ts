/** The registry and the holdings of tickets; the only module that moves one. Nothing is created by a move. */
import { at, groupBy, last } from './list.ts';
import { requote, touch } from './ledger.ts';
import {
  bucketAt,
  type Block,
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
function firstNot<T>(list: readonly T[], before: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(at(list, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a day begins, or would begin. */
const dayPosition = (blocks: TicketsByDay, day: number): number => firstNot(blocks, (b) => b.day < day);

/** The tickets that mature on a day, by serial. */
export function onDay(blocks: TicketsByDay, day: number): readonly Ticket[] {
  const start = dayPosition(blocks, day);
  const end = dayPosition(blocks, day + 1);
  const only = blocks[start];
  return only !== undefined && end === start + 1 ? only.tickets : ticketsOf(blocks.slice(start, end));
}

/** How many tickets mature on a day. */
export const countOnDay = (blocks: TicketsByDay, day: number): number => onDay(blocks, day).length;

/** The first day from a given one on that has a ticket, or +∞. */
export const nextDay = (blocks: TicketsByDay, day: number): number =>
  blocks[dayPosition(blocks, day)]?.day ?? Infinity;

/** All tickets, by day, then by serial. */
export const ticketsOf = (blocks: readonly Block[]): Ticket[] =>
  ([] as Ticket[]).concat(...blocks.map(({ tickets }) => tickets));

/** The blocks from a day on, earliest first. */
export const from = (blocks: TicketsByDay, day: number): readonly Block[] =>
  blocks.slice(dayPosition(blocks, day));

/** The same with one block for every day, however many tickets it has. */
export function daysFrom(blocks: TicketsByDay, day: number): readonly Block[] {
  const rest = from(blocks, day);
  if (!rest.some((block, i) => block.day === rest[i + 1]?.day)) return rest;
  return [...groupBy(rest, (block) => block.day)].map(([of, own]) => ({ day: of, tickets: ticketsOf(own) }));
}

/** The first ticket of the earliest days that passes, or null. */
export function firstWhere(blocks: readonly Block[], passes: (ticket: Ticket) => boolean): Ticket | null {
  for (const { tickets } of blocks) {
    for (const ticket of tickets) if (passes(ticket)) return ticket;
  }
  return null;
}

/** A block with more tickets is cut in two: so a place in the middle costs no more than this, however many a desk has. */
const LARGEST_BLOCK = 512;

/** The block that holds the ticket, or in which it would have to be put in front of others. */
const blockPosition = (blocks: TicketsByDay, { maturity, serial }: Ticket): number =>
  firstNot(
    blocks,
    ({ day, tickets }) => day < maturity || (day === maturity && last(tickets).serial < serial),
  );

/** Where among the tickets of a day the ticket is, or would be. */
function serialPosition(tickets: readonly Ticket[], ticket: Ticket): number {
  if (tickets[0] === ticket) return 0;
  if (tickets[tickets.length - 1] === ticket) return tickets.length - 1;
  return firstNot(tickets, (other) => other.serial < ticket.serial);
}

function put(blocks: TicketsByDay, ticket: Ticket): void {
  const day = ticket.maturity;
  const end = dayPosition(blocks, day + 1);
  const latest = blocks[end - 1];
  if (latest?.day === day && last(latest.tickets).serial > ticket.serial) insert(blocks, ticket);
  else if (latest?.day === day && latest.tickets.length < LARGEST_BLOCK) latest.tickets.push(ticket);
  else blocks.splice(end, 0, { day, tickets: [ticket] });
}

/** Puts a ticket in front of others of its day. */
function insert(blocks: TicketsByDay, ticket: Ticket): void {
  const place = blockPosition(blocks, ticket);
  const { day, tickets } = at(blocks, place);
  tickets.splice(serialPosition(tickets, ticket), 0, ticket);
  if (tickets.length <= LARGEST_BLOCK) return;
  blocks.splice(place + 1, 0, { day, tickets: tickets.splice(LARGEST_BLOCK / 2) });
}

function take(blocks: TicketsByDay, ticket: Ticket): void {
  const place = blockPosition(blocks, ticket);
  const block = blocks[place];
  const position = block === undefined ? -1 : serialPosition(block.tickets, ticket);
  if (block?.tickets[position] !== ticket) throw new Error(`ticket ${ticket.id} is not where it should be`);
  if (block.tickets.length === 1) blocks.splice(place, 1);
  else if (position === 0) block.tickets.shift();
  else block.tickets.splice(position, 1);
}

function dropDay(blocks: TicketsByDay, day: number): void {
  const start = dayPosition(blocks, day);
  const end = dayPosition(blocks, day + 1);
  if (end > start) blocks.splice(start, end - start);
}

/** The registered ticket of an id, for questions from outside; null if there is none. */
export const ticketNamed = (state: State, id: string): Ticket | null =>
  firstWhere(state.calendar, (ticket) => ticket.live && ticket.id === id);

/** Whether the party's holdings list the ticket: the evidence for C1, apart from the ticket's own label. */
export function lists(party: Party, ticket: Ticket): boolean {
  const block = party.holdings[blockPosition(party.holdings, ticket)];
  return block?.tickets[serialPosition(block.tickets, ticket)] === ticket;
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
