/** The value-based trader's side: outside quotes from its anchors. */
import { larger, toMoney, type Num } from '../num.ts';

/** A = M + O/2, B = M − O/2 per ticket (KER-01); with the clip on, B ← max(0, B) and A stays (ANC-04). */
export function outsideQuotes(
  outsideMid: Num,
  outsideSpread: Num,
  clipOutsideBid: boolean,
): { ask: Num; bid: Num } {
  const half = outsideSpread.div(2);
  const ask = toMoney(outsideMid.plus(half));
  const bid = toMoney(outsideMid.minus(half));
  return { ask, bid: clipOutsideBid ? larger(bid, bid.minus(bid)) : bid };
}
