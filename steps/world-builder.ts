/** Puts together the world that Given steps describe; what they leave open takes a plain default. */
import { parseAmount, toProtocol } from './amounts.ts';
import type { Row } from './tables.ts';
import { bucketId, names, partyId } from './vocabulary.ts';

interface Bucket {
  id: string;
  from: number;
  to: number | null;
  [anchor: string]: string | number | null;
}

interface Ticket {
  id: string;
  owner: string;
  issuer?: string;
  liability?: string;
  maturity?: number;
  serial?: number;
  distance?: number;
}

/** Who issued a ticket of which the feature does not say it. */
export const SOMEBODY = 'Somebody';

export const marketColumns = [
  'bucket',
  'from',
  'to',
  'mid',
  'spread',
  'mid sensitivity',
  'spread sensitivity',
  'least spread',
] as const;
export const sheetColumns = ['entity', 'cash', 'tickets'] as const;
export const ticketColumns = [
  'ticket',
  'issuer',
  'owner',
  'matures',
  'serial',
  'liability',
  'distance',
] as const;

const anchorMembers: readonly [column: string, member: string][] = [
  ['mid', 'outsideMid'],
  ['spread', 'outsideSpread'],
  ['mid sensitivity', 'midSensitivity'],
  ['spread sensitivity', 'spreadSensitivity'],
  ['least spread', 'minSpread'],
];

/** MOD-04. */
const standardRanges = (): Bucket[] => [
  { id: 'short', from: 1, to: 3 },
  { id: 'mid', from: 4, to: 8 },
  { id: 'long', from: 9, to: null },
];

export class WorldBuilder {
  #buckets = standardRanges();
  #listsRanges = false;
  readonly #members: Record<string, unknown> = { time: 0 };
  readonly #desks = {
    dealer: {} as Record<string, { cash: string }>,
    vbt: {} as Record<string, { cash: string }>,
  };
  readonly #traders = new Map<string, string>();
  readonly #tickets = new Map<string, Ticket>();

  /** Sets a member of the world as the protocol names it, or of one of its groups, such as `policy`. */
  set([group = '', member]: readonly string[], value: unknown): void {
    this.#members[group] =
      member === undefined ? value : { ...(this.#members[group] as object | undefined), [member]: value };
  }

  /** Anchors of a bucket; rows with ranges replace the standard buckets. */
  market(row: Row): void {
    const id = bucketId(row['bucket'] ?? '');
    if (row['from'] !== undefined) {
      if (!this.#listsRanges) this.#buckets = [];
      this.#listsRanges = true;
      const to = row['to'] ?? '';
      this.#buckets.push({ id, from: Number(row['from']), to: to === '' ? null : Number(to) });
    }
    const bucket = this.#buckets.find((candidate) => candidate.id === id);
    if (bucket === undefined) throw new Error(`there is no bucket ${id}`);
    for (const [column, member] of anchorMembers) {
      const cell = row[column];
      if (cell !== undefined && cell !== '') bucket[member] = toProtocol(parseAmount(cell));
    }
  }

  /** An entity with its cash and the tickets that it holds. */
  sheet(row: Row): void {
    const id = partyId(row['entity'] ?? '');
    const cash = toProtocol(parseAmount(row['cash'] === '' || row['cash'] === undefined ? '0' : row['cash']));
    const [kind, bucket] = id.split(':');
    if ((kind === 'dealer' || kind === 'vbt') && bucket !== undefined) this.#desks[kind][bucket] = { cash };
    else this.#traders.set(id, cash);
    for (const ticket of names(row['tickets'] ?? '')) this.#ticket(ticket).owner = id;
  }

  /** What is known of a ticket. */
  ticket(row: Row): void {
    const ticket = this.#ticket(row['ticket'] ?? '');
    const owner = row['owner'];
    if (owner !== undefined && owner !== '') ticket.owner = partyId(owner);
    if (row['issuer'] !== undefined && row['issuer'] !== '') ticket.issuer = row['issuer'];
    if (row['liability'] !== undefined && row['liability'] !== '') ticket.liability = row['liability'];
    const number = (column: string): number | undefined =>
      row[column] === undefined || row[column] === '' ? undefined : Number(row[column]);
    const known = { maturity: number('matures'), serial: number('serial'), distance: number('distance') };
    Object.assign(
      ticket,
      Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    );
  }

  /** A trader owes `count` tickets at a date to a party, or to a creditor outside the story who has no cash. */
  debt(issuer: string, count: number, day: number, creditor: string | null): void {
    for (let n = 1; n <= count; n++) {
      const own = `${issuer.toLowerCase()}owes${String(day)}n${String(n)}`;
      if (creditor === null)
        Object.assign(this.#ticket(own), {
          owner: `CreditorOf${issuer}`,
          issuer,
          maturity: day,
          liability: `${issuer}:${String(day)}`,
        });
      else
        Object.assign(this.#ticket(`${creditor}holds${String(n)}`), {
          owner: creditor,
          issuer,
          maturity: day,
        });
    }
  }

  #ticket(id: string): Ticket {
    const found = this.#tickets.get(id) ?? { id, owner: '' };
    this.#tickets.set(id, found);
    return found;
  }

  /** The world as the protocol takes it. */
  world(): Record<string, unknown> {
    const tickets = [...this.#tickets.values()].map((ticket, i) => this.#complete(ticket, i));
    for (const { issuer, owner } of tickets) {
      for (const name of [issuer, owner]) {
        if (!name.includes(':') && !this.#traders.has(name)) this.#traders.set(name, '0');
      }
    }
    return {
      ...this.#members,
      buckets: this.#buckets,
      ...(this.#members['regime'] === 'baseline'
        ? {}
        : { dealers: this.#desks.dealer, vbts: this.#desks.vbt }),
      traders: [...this.#traders].map(([id, cash]) => ({ id, cash })),
      tickets,
    };
  }

  #complete(ticket: Ticket, place: number) {
    const maturity = ticket.maturity ?? this.#homeMaturity(ticket.owner);
    const { id, owner, issuer = SOMEBODY, serial = place + 1 } = ticket;
    return { ...ticket, id, owner, issuer, maturity, serial, liability: ticket.liability ?? `P-${id}` };
  }

  /** A maturity well inside the home bucket of a desk; Short for a trader. */
  #homeMaturity(owner: string): number {
    // a trader has no home, nor has a desk of a bucket that the world is to be refused for
    const bucket = this.#buckets.find(({ id }) => owner.endsWith(`:${id}`)) ?? this.#buckets[0];
    if (bucket === undefined) throw new Error('a world has a bucket');
    return Number(this.#members['time']) + bucket.from + 1;
  }
}
