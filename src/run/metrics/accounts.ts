/** The balance sheets in counts: cash, tickets by bucket, tickets owed. What the other folds look things up in. */
import { homeOf, type Books } from '../../core/equity.ts';
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Arithmetic, Num } from '../../num.ts';
import { at } from '../../core/list.ts';
import { known, PostingReader, type Claim, type Postings } from './postings.ts';

export const holderKinds = ['trader', 'dealer', 'vbt'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** What kind of party an id names: `dealer:` and `vbt:` begin the ids of the desks. */
export const kindOf = (party: string): HolderKind =>
  party.startsWith('dealer:') ? 'dealer' : party.startsWith('vbt:') ? 'vbt' : 'trader';

export interface Account {
  readonly id: string;
  readonly kind: HolderKind;
  cash: Num;
  /** Number of tickets held, by index of the bucket whose label they carry. */
  readonly tickets: number[];
  /** Own tickets still open. */
  owed: number;
}

/** A bucket's anchor in force and the quotes posted last; no quotes where nobody makes a market. */
export interface BucketBook {
  readonly id: string;
  readonly index: number;
  outsideMid: Num;
  quotes: EventOf<'QuotesPosted'> | null;
  /** Number of tickets with this label, by kind of holder. */
  readonly held: Record<HolderKind, number>;
}

export class Accounts implements Postings, Books {
  readonly parties = new Map<string, Account>();
  readonly buckets: BucketBook[] = [];
  /** All cash, by kind of holder. */
  readonly cash: Record<HolderKind, Num>;
  ticketSize: Num;
  readonly zero: Num;
  readonly #reader = new PostingReader();
  readonly #byId = new Map<string, BucketBook>();

  constructor(readonly numbers: Arithmetic) {
    this.zero = numbers.zero;
    this.ticketSize = numbers.zero;
    this.cash = { trader: numbers.zero, dealer: numbers.zero, vbt: numbers.zero };
  }

  take(event: ModelEvent): void {
    if (event.kind === 'WorldOpened') this.#openWorld(event);
    else if (event.kind === 'QuotesPosted') this.bucket(event.bucket).quotes = event;
    else if (event.kind === 'AnchorsUpdated') this.bucket(event.bucket).outsideMid = event.outsideMid;
    this.#reader.read(event, this);
  }

  #openWorld({ ticketSize, buckets }: EventOf<'WorldOpened'>): void {
    this.ticketSize = ticketSize;
    buckets.forEach(({ id, outsideMid }, index) => {
      const bucket: BucketBook = {
        id,
        index,
        outsideMid,
        quotes: null,
        held: { trader: 0, dealer: 0, vbt: 0 },
      };
      this.buckets.push(bucket);
      this.#byId.set(id, bucket);
    });
  }

  openAccount(id: string, cash: Num): void {
    const kind = kindOf(id);
    this.parties.set(id, { id, kind, cash, tickets: Array.from(this.buckets, () => 0), owed: 0 });
    this.cash[kind] = this.cash[kind].plus(cash);
  }

  book(id: string, change: Num): void {
    const party = this.party(id);
    party.cash = party.cash.plus(change);
    this.cash[party.kind] = this.cash[party.kind].plus(change);
  }

  issue({ debtor }: Claim, holder: string, bucket: string, tickets: readonly string[]): void {
    this.party(debtor).owed += tickets.length;
    this.#count(holder, bucket, tickets.length);
  }

  hand(tickets: readonly string[], from: string, to: string, oldBucket: string, newBucket: string): void {
    this.#count(from, oldBucket, -tickets.length);
    this.#count(to, newBucket, tickets.length);
  }

  retire(debtor: string, holder: string, bucket: string, tickets: readonly string[]): void {
    this.party(debtor).owed -= tickets.length;
    this.#count(holder, bucket, -tickets.length);
  }

  #count(holder: string, bucket: string, change: number): void {
    const book = this.bucket(bucket);
    const party = this.party(holder);
    party.tickets[book.index] = at(party.tickets, book.index) + change;
    book.held[party.kind] += change;
  }

  party(id: string): Account {
    return known(this.parties, id);
  }

  bucket(id: string): BucketBook {
    return known(this.#byId, id);
  }

  outsideMid(bucket: string): Num {
    return this.bucket(bucket).outsideMid;
  }

  /** The home bucket of a desk. MOD-09. */
  home(desk: string): BucketBook {
    const bucket = homeOf(desk);
    if (bucket === null) throw new Error(`${desk} is no desk`);
    return this.bucket(bucket);
  }

  /** The home tickets of a desk: the kernel's a. In a baseline losses move anchors, but there are no desks. MOD-09. */
  deskTickets(desk: string): number {
    const account = this.parties.get(desk);
    return account === undefined ? 0 : at(account.tickets, this.home(desk).index);
  }

  /** Face of a number of tickets. */
  face(tickets: number): Num {
    return this.ticketSize.times(tickets);
  }

  /** Face of everything outstanding, by bucket or of all of them. */
  outstanding(bucket?: BucketBook): Num {
    const of = bucket === undefined ? this.buckets : [bucket];
    return this.face(of.reduce((sum, { held }) => sum + held.trader + held.dealer + held.vbt, 0));
  }
}
