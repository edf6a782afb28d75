/**
 * A sorted list of tickets by maturity day, then by serial, cut into blocks, so that a ticket comes and goes at the
 * cost of a block however many a desk holds. test/core/tickets.test.ts holds it against a plain list; the bench row
 * N = 100000 shows what it buys: about seven times.
 */
import { at, last } from '../list.ts';

export interface Dated {
  readonly maturity: number;
  readonly serial: number;
}

/** Tickets of one maturity day, by serial; a day with many has several blocks in a row, and none is empty. */
export interface Block<T> {
  readonly day: number;
  readonly tickets: T[];
}

/** Tickets by maturity day, earliest first, then by serial: every order that the model asks for. */
export type ByDay<T> = Block<T>[];

/** A block with more tickets is cut in two. */
const LARGEST_BLOCK = 512;

/** The first place of a list, sorted by a number of its items, where that is not below what is looked for. */
function firstPlace<I>(
  items: readonly I[],
  numberOf: (item: I) => number,
  least: number,
  low = 0,
  high = items.length,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(at(items, middle)) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dayOf = ({ day }: Block<unknown>): number => day;
const serialOf = ({ serial }: Dated): number => serial;
const lastSerialOf = ({ tickets }: Block<Dated>): number => last(tickets).serial;

/** Where a day begins, or would begin. */
const dayPosition = <T>(blocks: ByDay<T>, day: number): number => firstPlace(blocks, dayOf, day);

/** Where among the tickets of a block the serial is, or would be. */
const serialPosition = (tickets: readonly Dated[], serial: number): number =>
  tickets[0]?.serial === serial ? 0 : firstPlace(tickets, serialOf, serial);

/** The block that holds the ticket, or in which it would have to be put in front of others. */
const blockPosition = <T extends Dated>(blocks: ByDay<T>, { maturity, serial }: T): number =>
  firstPlace(blocks, lastSerialOf, serial, dayPosition(blocks, maturity), dayPosition(blocks, maturity + 1));

/** The tickets that mature on a day, by serial. */
export function onDay<T>(blocks: ByDay<T>, day: number): readonly T[] {
  const start = dayPosition(blocks, day);
  const first = blocks[start];
  if (first?.day !== day) return [];
  return blocks[start + 1]?.day === day
    ? ticketsOf(blocks.slice(start, dayPosition(blocks, day + 1)))
    : first.tickets;
}

/** How many tickets mature on a day. */
export const countOnDay = <T>(blocks: ByDay<T>, day: number): number => onDay(blocks, day).length;

/** The first day from a given one on that has a ticket, or +∞. */
export function nextDay<T>(blocks: ByDay<T>, day: number): number {
  const place = dayPosition(blocks, day);
  return place === blocks.length ? Infinity : at(blocks, place).day;
}

/** The last day that has a ticket, or null. */
export const lastDay = <T>(blocks: ByDay<T>): number | null =>
  blocks.length === 0 ? null : last(blocks).day;

/** All tickets, by day, then by serial. */
export const ticketsOf = <T>(blocks: readonly Block<T>[]): T[] => blocks.flatMap(({ tickets }) => tickets);

/** The days from a given one on that have tickets, earliest first, each with all that it has. */
export function daysFrom<T>(blocks: ByDay<T>, day: number): readonly Block<T>[] {
  const days: Block<T>[] = [];
  for (let place = dayPosition(blocks, day); ; place++) {
    const block = blocks[place];
    if (block === undefined) return days;
    const latest = days[days.length - 1];
    if (latest?.day === block.day)
      days[days.length - 1] = { day: block.day, tickets: [...latest.tickets, ...block.tickets] };
    else days.push(block);
  }
}

/** The first ticket from a day on that passes, or null. */
export function firstFrom<T>(blocks: ByDay<T>, day: number, passes: (ticket: T) => boolean): T | null {
  for (let place = dayPosition(blocks, day); ; place++) {
    const block = blocks[place];
    if (block === undefined) return null;
    for (const ticket of block.tickets) if (passes(ticket)) return ticket;
  }
}

/** The first ticket of all that passes, or null. */
export const firstWhere = <T>(blocks: ByDay<T>, passes: (ticket: T) => boolean): T | null =>
  firstFrom(blocks, -Infinity, passes);

/** Whether the list has the ticket at its place. */
export function has<T extends Dated>(blocks: ByDay<T>, ticket: T): boolean {
  const block = blocks[blockPosition(blocks, ticket)];
  return block?.tickets[serialPosition(block.tickets, ticket.serial)] === ticket;
}

/** Adds a ticket at its place. */
export function put<T extends Dated>(blocks: ByDay<T>, ticket: T): void {
  const { maturity: day, serial } = ticket;
  const end = dayPosition(blocks, day + 1);
  const latest = blocks[end - 1];
  if (latest?.day !== day) {
    blocks.splice(end, 0, { day, tickets: [ticket] });
    return;
  }
  if (last(latest.tickets).serial > serial) insert(blocks, ticket);
  else if (latest.tickets.length < LARGEST_BLOCK) latest.tickets.push(ticket);
  else blocks.splice(end, 0, { day, tickets: [ticket] });
}

/** Puts a ticket in front of others of its day. */
function insert<T extends Dated>(blocks: ByDay<T>, ticket: T): void {
  const place = blockPosition(blocks, ticket);
  const { day, tickets } = at(blocks, place);
  tickets.splice(serialPosition(tickets, ticket.serial), 0, ticket);
  if (tickets.length <= LARGEST_BLOCK) return;
  blocks.splice(place + 1, 0, { day, tickets: tickets.splice(LARGEST_BLOCK / 2) });
}

/** Takes a ticket out; false where it is not in the list. */
export function take<T extends Dated>(blocks: ByDay<T>, ticket: T): boolean {
  const place = blockPosition(blocks, ticket);
  const block = blocks[place];
  const position = block === undefined ? -1 : serialPosition(block.tickets, ticket.serial);
  if (block?.tickets[position] !== ticket) return false;
  if (block.tickets.length === 1) blocks.splice(place, 1);
  else if (position === 0) block.tickets.shift();
  else block.tickets.splice(position, 1);
  return true;
}

/** Takes out all tickets of a day. */
export function dropDay<T>(blocks: ByDay<T>, day: number): void {
  const start = dayPosition(blocks, day);
  const end = dayPosition(blocks, day + 1);
  if (end > start) blocks.splice(start, end - start);
}
