/** C2, and that posted quotes are those of the state. CHK-C2, KER-15, CHK-11. */
import type { Num } from '../../num.ts';
import type { EventOf } from '../events.ts';
import { bucketNamed, desksOf } from '../state.ts';
import { mustAgree, outside, stances } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

type Posted = Occasion<EventOf<'QuotesPosted'>>;

/** The quotes stay inside the outside ones, and the flags say exactly when they meet. CHK-C2, KER-16R. */
export function checkQuotesInside(at: Posted): void {
  const { bid, ask, outsideBid, outsideAsk, guard, bucket } = at.event;
  const par = at.state.ticketSize;
  const capped = at.state.capQuotesAtPar && !guard && outsideBid.comparedTo(par) > 0;
  const lowest = capped ? par : outsideBid;
  if (bid.comparedTo(lowest) < 0) at.differs('C2', [bucket], 'b_c ≥ B', bid, lowest, '<');
  if (ask.comparedTo(outsideAsk) > 0) at.differs('C2', [bucket], 'a_c ≤ A', ask, outsideAsk, '>');
  if (ask.comparedTo(bid) < 0) at.differs('C2', [bucket], 'a_c ≥ b_c', ask, bid, '<');
  checkFlag(at, 'bid', at.event.bidPinned, bid, outsideBid);
  checkFlag(at, 'ask', at.event.askPinned, ask, outsideAsk);
}

function checkFlag(at: Posted, side: string, pinned: boolean, quote: Num, limit: Num): void {
  const meet = quote.comparedTo(limit) === 0;
  if (pinned === meet) return;
  const said = pinned ? 'flagged as pinned, and is not' : 'not flagged as pinned, and is';
  at.fails(
    'C2',
    [at.event.bucket],
    `the ${side} of ${quote.toFixed()} is ${said} the outside ${limit.toFixed()}`,
  );
}

/** A figure posted is the one that is known. CHK-11. */
function known(at: Posted, what: string, found: Num, expected: Num): void {
  mustAgree(at, [at.event.bucket], what, found, expected);
}

/** Every figure posted is that of the state, worked out another way. KER-01 … KER-12, KER-15. */
export function checkQuotesCurrent(at: Posted): void {
  const { state, event } = at;
  const bucket = bucketNamed(state, event.bucket);
  const { dealer } = desksOf(bucket);
  if (event.dealerInventory !== dealer.tickets)
    at.differs('CHK-11', [dealer.id], 'the dealer’s inventory', event.dealerInventory, dealer.tickets);
  known(at, 'the dealer’s cash', event.dealerCash, dealer.cash);
  const { ask, bid } = outside(at, bucket);
  known(at, 'A = M + O/2', event.outsideAsk, ask);
  known(at, 'B = M − O/2', event.outsideBid, bid);
  const possible = stances(at, bucket, dealer);
  const alike = possible.filter(({ guard }) => guard === event.guard);
  if (alike.length === 0)
    at.fails('CHK-11', [event.bucket], `the guard is ${event.guard ? 'on above' : 'off at'} its threshold`);
  const claimed = event.dealerCapacity.div(state.ticketSize).toNumber();
  const expected = alike.find(({ capacity }) => Math.abs(capacity - claimed) < 0.5);
  if (expected === undefined)
    at.differs(
      'CHK-11',
      [event.bucket],
      'K* = ⌊V/M⌋',
      claimed,
      alike.map(({ capacity }) => capacity).join(' or '),
    );
  known(at, 'the midline p(x)', event.dealerMidline, expected.midline);
  known(at, 'the ask', event.ask, expected.ask);
  known(at, 'the bid', event.bid, expected.bid);
}
