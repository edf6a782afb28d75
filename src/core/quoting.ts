/** The kernel at a dealer's present position, and the posting of its quotes. */
import type { Running } from './journal.ts';
import { quotesAt, type KernelInput, type Quotes } from './kernel.ts';
import { record } from './record.ts';
import { desksOf, type Bucket, type State } from './state.ts';

const kernelInput = (state: State, bucket: Bucket): KernelInput => ({
  ticketSize: state.ticketSize,
  outsideMid: bucket.outsideMid,
  outsideSpread: bucket.outsideSpread,
  guardThreshold: state.guardThreshold,
  clipOutsideBid: state.clipOutsideBid,
  capQuotesAtPar: state.capQuotesAtPar,
  tickets: desksOf(bucket).dealer.tickets,
  cash: desksOf(bucket).dealer.cash,
});

/** The dealer's present quotes, recomputed when one of their inputs moved. KER-15. */
export const quotesOf = (state: State, bucket: Bucket): Quotes =>
  (bucket.quotes ??= quotesAt(kernelInput(state, bucket)));

/** Posts the quotes of every bucket where one of their inputs moved since they were posted last. FLW-04, KER-15. */
export function postQuotes(state: Running): void {
  for (const bucket of state.buckets) {
    if (bucket.posted || bucket.desks === null) continue;
    const quotes = quotesOf(state, bucket);
    bucket.posted = true;
    record(state, {
      day: state.time,
      kind: 'QuotesPosted',
      bucket: bucket.id,
      dealerInventory: quotes.tickets,
      dealerCash: quotes.cash,
      dealerCapacity: quotes.capacity,
      dealerMidline: quotes.midline,
      bid: quotes.bid,
      ask: quotes.ask,
      outsideBid: quotes.outsideBid,
      outsideAsk: quotes.outsideAsk,
      bidPinned: quotes.bidPinned,
      askPinned: quotes.askPinned,
      guard: quotes.guard,
    });
  }
}
