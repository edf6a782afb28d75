/** What every event does to the balance sheets, read from the event alone. OUT-02. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import { at } from '../../core/list.ts';
import { bucketOf } from '../../core/tickets.ts';
import type { Num } from '../../num.ts';

/** A claim as it is issued: at the start, or by rollover. */
export interface Claim {
  readonly liability: string;
  readonly debtor: string;
  readonly maturity: number;
}

/** Receives the moves of cash and tickets, in their order. */
export interface Postings {
  openAccount(party: string, cash: Num): void;
  /** Adds to the cash of a party, or takes from it. */
  book(party: string, change: Num): void;
  issue(claim: Claim, holder: string, bucket: string, tickets: readonly string[]): void;
  /** From one holder and label to another; either may stay what it is. */
  hand(tickets: readonly string[], from: string, to: string, oldBucket: string, newBucket: string): void;
  retire(debtor: string, holder: string, bucket: string, tickets: readonly string[]): void;
}

/** Whether the event belongs to the opening balance sheets: before the first other one, they are complete. */
export const tellsOpening = ({ kind }: ModelEvent): boolean =>
  kind === 'WorldOpened' ||
  kind === 'AccountOpened' ||
  kind === 'PayableCreated' ||
  kind === 'TicketsAllocated';

/** What is kept under an id that an event names; a log that names one it never introduced is damaged. */
export function known<K extends string | number, T>(kept: ReadonlyMap<K, T>, id: K): T {
  const found = kept.get(id);
  if (found === undefined) throw new Error(`${String(id)} has not been introduced`);
  return found;
}

function pay(to: Postings, payer: string, payee: string, amount: Num): void {
  to.book(payer, amount.negated());
  to.book(payee, amount);
}

/** Reads events as postings. It remembers the bucket ranges, and the claim that was created last. */
export class PostingReader {
  #buckets: EventOf<'WorldOpened'>['buckets'] = [];
  /** The opening tells the allocations of a liability right after the liability itself. */
  #created: { readonly liability: string; readonly bucket: string } | null = null;

  read(event: ModelEvent, to: Postings): void {
    switch (event.kind) {
      case 'WorldOpened':
        this.#buckets = event.buckets;
        return;
      case 'AccountOpened':
        to.openAccount(event.party, event.cash);
        return;
      case 'PayableCreated': {
        const { payableId: liability, debtor, dueDay: maturity } = event;
        const bucket = this.#bucketFor(maturity - event.day);
        this.#created = { liability, bucket };
        to.issue({ liability, debtor, maturity }, event.creditor, bucket, event.tickets);
        return;
      }
      case 'TicketsAllocated': {
        if (event.payableId !== this.#created?.liability)
          throw new Error(`${event.payableId} was allocated before it was created`);
        const { bucket } = this.#created;
        to.hand(event.tickets, event.from, event.to, bucket, bucket);
        return;
      }
      case 'TradeExecuted':
      case 'TicketPlaced': {
        const { ticketId, bucket } = event;
        const [buyer, seller] =
          event.kind === 'TicketPlaced' ? [event.buyer, event.seller] : [event.buyerId, event.sellerId];
        pay(to, buyer, seller, event.price);
        to.hand([ticketId], seller, buyer, bucket, bucket);
        return;
      }
      case 'TicketRebucketed': {
        const { tickets, seller, buyer, fromBucket, toBucket } = event;
        if (event.price !== null) pay(to, buyer, seller, event.price);
        to.hand(tickets, seller, buyer, fromBucket, toBucket);
        return;
      }
      case 'PayableSettled':
      case 'PayableDefaulted':
        to.book(event.debtor, event.paid.negated());
        for (const { holder, tickets, amount } of event.payouts) {
          to.book(holder, amount);
          to.retire(event.debtor, holder, event.bucket, tickets);
        }
        return;
      case 'PayableRolledOver': {
        const { payableId: liability, debtor, creditor, dueDay: maturity, price } = event;
        pay(to, creditor, debtor, price);
        to.issue({ liability, debtor, maturity }, creditor, event.bucket, event.tickets);
        return;
      }
      default:
      // the others move nothing
    }
  }

  #bucketFor(remainingMaturity: number): string {
    return at(this.#buckets, bucketOf(this.#buckets, remainingMaturity)).id;
  }
}
