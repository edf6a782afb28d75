/** Equity, and how each event explains its change: one rule for the check C5 and for the P&L of MET-02. */
import type { Num } from '../num.ts';
import type { ModelEvent } from './events.ts';
import { bucketAt, type Party, type State } from './state.ts';

/** The parts into which profit and loss is attributed. MET-02. */
export const profitParts = [
  'spreadIncome',
  'settlementResult',
  'internalTransfers',
  'rolloverResult',
  'revaluation',
] as const;
export type ProfitPart = (typeof profitParts)[number];

/** What the attribution has to know beside the event: face, the mids in force, and the desks' home tickets. */
export interface Books {
  readonly ticketSize: Num;
  readonly zero: Num;
  outsideMid(bucket: string): Num;
  deskTickets(desk: string): number;
}

export const deskId = (kind: 'dealer' | 'vbt', bucket: string): string => `${kind}:${bucket}`;

/** The home bucket of a desk's id, or null for a trader's. */
export function homeOf(party: string): string | null {
  const colon = party.indexOf(':');
  return colon < 0 ? null : party.slice(colon + 1);
}

/** Traders at face, desks at the outside mid of the tickets in their home book. MOD-12. */
export function equity(state: State, party: Party): Num {
  if (party.kind === 'trader') {
    return party.cash.plus(state.ticketSize.times(party.held - party.owed));
  }
  return party.cash.plus(bucketAt(state, party.bucket).outsideMid.times(party.tickets));
}

/** What one ticket of a bucket counts for in a party's equity: a desk's foreign tickets for nothing. MOD-09, MOD-12. */
function bookValue(books: Books, party: string, bucket: string): Num {
  const home = homeOf(party);
  if (home === null) return books.ticketSize;
  return home === bucket ? books.outsideMid(bucket) : books.zero;
}

/** A desk that makes the market earns the spread; one that trades as a customer makes a transfer. TRD-11, MET-02. */
const partOfTrade = (party: string, customer: string): ProfitPart =>
  party === customer ? 'internalTransfers' : 'spreadIncome';

/** Calls `explain` with every change of equity that the event accounts for, party by party. MET-02, CHK-C5. */
export function explainEquity(
  event: ModelEvent,
  books: Books,
  explain: (party: string, part: ProfitPart, change: Num) => void,
): void {
  switch (event.kind) {
    case 'TradeExecuted': {
      const { buyerId, sellerId, traderId, bucket, price } = event;
      explain(buyerId, partOfTrade(buyerId, traderId), bookValue(books, buyerId, bucket).minus(price));
      explain(sellerId, partOfTrade(sellerId, traderId), price.minus(bookValue(books, sellerId, bucket)));
      return;
    }
    case 'TicketRebucketed': {
      const { seller, buyer, fromBucket, toBucket, tickets } = event;
      const price = event.price ?? books.zero;
      const given = bookValue(books, seller, fromBucket).times(tickets.length);
      const received = bookValue(books, buyer, toBucket).times(tickets.length);
      explain(seller, 'internalTransfers', price.minus(given));
      explain(buyer, 'internalTransfers', received.minus(price));
      return;
    }
    case 'PayableSettled':
    case 'PayableDefaulted':
      explain(event.debtor, 'settlementResult', event.amount.minus(event.paid));
      for (const { holder, tickets, amount } of event.payouts) {
        const given = bookValue(books, holder, event.bucket).times(tickets.length);
        explain(holder, 'settlementResult', amount.minus(given));
      }
      return;
    case 'PayableRolledOver': {
      const { debtor, creditor, bucket, amount, price } = event;
      explain(debtor, 'rolloverResult', price.minus(amount));
      const received = bookValue(books, creditor, bucket).times(event.tickets.length);
      explain(creditor, 'rolloverResult', received.minus(price));
      return;
    }
    case 'TicketPlaced':
      explain(
        event.seller,
        'rolloverResult',
        event.price.minus(bookValue(books, event.seller, event.bucket)),
      );
      explain(
        event.buyer,
        'internalTransfers',
        bookValue(books, event.buyer, event.bucket).minus(event.price),
      );
      return;
    case 'AnchorsUpdated': {
      const change = event.outsideMid.minus(event.outsideMidBefore);
      for (const kind of ['dealer', 'vbt'] as const) {
        const desk = deskId(kind, event.bucket);
        explain(desk, 'revaluation', change.times(books.deskTickets(desk)));
      }
      return;
    }
    default:
      return;
  }
}
