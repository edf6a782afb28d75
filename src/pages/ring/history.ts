/** What a ring does day by day, folded from the events of a run: all that its picture shows. OUT-02, MET-13. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import { kindOf, type Accounts } from '../../run/metrics/accounts.ts';
import type { Fold } from '../../run/metrics/fold.ts';
import { known } from '../../run/metrics/postings.ts';

const outcomes = ['paid', 'first-round', 'induced'] as const;
/** In full, or not: because own cash was too little, or because others had not paid. MET-13. */
export type Outcome = (typeof outcomes)[number];

/** What a debtor does about all that is due on a day. Parties are given by their place in `parties`. */
interface Settled {
  readonly debtor: number;
  readonly outcome: Outcome;
  readonly liabilities: number;
  /** Money. */
  readonly due: number;
  readonly paid: number;
  readonly to: readonly (readonly [holder: number, amount: number])[];
}

/** A ticket that a customer sells to a desk or buys from it. */
interface Traded {
  readonly customer: number;
  readonly desk: number;
  readonly sells: boolean;
  readonly issuer: number;
  readonly price: number;
}

export interface RingDay {
  readonly day: number;
  /** By party, at the end of the day. */
  readonly cash: readonly number[];
  /** Tickets open at the end of the day, in threes: debtor, holder, how many. */
  readonly claims: readonly number[];
  readonly settled: readonly Settled[];
  readonly trades: readonly Traded[];
  /** Tickets issued again in place of repaid ones. ROL-01. */
  readonly reissued: number;
}

/** Plain data, as a page carries it. */
export interface RingHistory {
  /** Traders in the order of the ring, then the desks. */
  readonly parties: readonly string[];
  readonly traders: number;
  readonly buckets: readonly string[];
  /** The opening, and every day after it. */
  readonly days: readonly RingDay[];
}

/** More traders than this are no picture. */
export const MOST_TRADERS = 400;

type Draft = { -readonly [K in keyof Settled]: Settled[K] } & { to: [number, number][] };

export class RingFold implements Fold {
  readonly #place = new Map<string, number>();
  readonly #parties: string[] = [];
  readonly #days: RingDay[] = [];
  /** Debtor and holder of every open ticket. */
  readonly #open = new Map<string, { readonly debtor: number; holder: number }>();
  #buckets: readonly string[] = [];
  #day: number | null = null;
  #closed = false;
  #settled = new Map<number, Draft>();
  #trades: Traded[] = [];
  #reissued = 0;

  constructor(readonly accounts: Accounts) {}

  after(event: ModelEvent): void {
    this.#day = event.day;
    this.#closed = false;
    this.#note(event);
  }

  judged(debtor: string, isInduced: boolean): void {
    known(this.#settled, this.#placeOf(debtor)).outcome = isInduced ? 'induced' : 'first-round';
  }

  closeDay(day: number): void {
    this.#close(day);
    this.#closed = true;
  }

  /** A day that a violation cut short is shown as far as it went. CHK-07. */
  finish(): void {
    if (!this.#closed && this.#day !== null) this.#close(this.#day);
  }

  history(): RingHistory {
    const traders = this.#parties.filter((id) => kindOf(id) === 'trader').length;
    return { parties: this.#parties, traders, buckets: this.#buckets, days: this.#days };
  }

  #note(event: ModelEvent): void {
    switch (event.kind) {
      case 'WorldOpened':
        this.#buckets = event.buckets.map(({ id }) => id);
        return;
      case 'AccountOpened':
        this.#place.set(event.party, this.#parties.length);
        this.#parties.push(event.party);
        return;
      case 'PayableCreated':
        this.#issue(event.tickets, event.debtor, event.creditor);
        return;
      case 'PayableRolledOver':
        this.#issue(event.tickets, event.debtor, event.creditor);
        this.#reissued += event.tickets.length;
        return;
      case 'TicketsAllocated':
        this.#hand(event.tickets, event.to);
        return;
      case 'TicketRebucketed':
        this.#hand(event.tickets, event.buyer);
        return;
      case 'TicketPlaced':
        this.#hand([event.ticketId], event.buyer);
        return;
      case 'TradeExecuted':
        this.#trade(event);
        return;
      case 'PayableSettled':
      case 'PayableDefaulted':
        this.#settle(event);
        return;
      default:
      // the others move nothing
    }
  }

  #placeOf(party: string): number {
    return known(this.#place, party);
  }

  #issue(tickets: readonly string[], debtor: string, holder: string): void {
    for (const id of tickets)
      this.#open.set(id, { debtor: this.#placeOf(debtor), holder: this.#placeOf(holder) });
  }

  #hand(tickets: readonly string[], to: string): void {
    for (const id of tickets) known(this.#open, id).holder = this.#placeOf(to);
  }

  #trade({ traderId, side, buyerId, sellerId, issuerId, ticketId, price }: EventOf<'TradeExecuted'>): void {
    this.#hand([ticketId], buyerId);
    const sells = side === 'SELL';
    this.#trades.push({
      customer: this.#placeOf(traderId),
      desk: this.#placeOf(sells ? buyerId : sellerId),
      sells,
      issuer: this.#placeOf(issuerId),
      price: price.toNumber(),
    });
  }

  #settle({ debtor, amount, paid, payouts }: EventOf<'PayableSettled' | 'PayableDefaulted'>): void {
    const place = this.#placeOf(debtor);
    const nothing: Draft = { debtor: place, outcome: 'paid', liabilities: 0, due: 0, paid: 0, to: [] };
    const own = this.#settled.get(place) ?? nothing;
    this.#settled.set(place, own);
    own.liabilities++;
    own.due += amount.toNumber();
    own.paid += paid.toNumber();
    for (const { holder, tickets, amount: got } of payouts) {
      own.to.push([this.#placeOf(holder), got.toNumber()]);
      for (const id of tickets) this.#open.delete(id);
    }
  }

  #close(day: number): void {
    const { parties } = this.accounts;
    const cash = this.#parties.map((id) => known(parties, id).cash.toNumber());
    const settled = [...this.#settled.values()];
    const claims = this.#claims();
    this.#days.push({ day, cash, claims, settled, trades: this.#trades, reissued: this.#reissued });
    [this.#settled, this.#trades, this.#reissued] = [new Map<number, Draft>(), [], 0];
  }

  #claims(): number[] {
    const counts = new Map<number, number>();
    const wide = this.#parties.length;
    for (const { debtor, holder } of this.#open.values()) {
      const key = debtor * wide + holder;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, count]) => [Math.floor(key / wide), key % wide, count]);
  }
}
