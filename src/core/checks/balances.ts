/** Nobody pays what it has not. MOD-10, TRD-13R, CHK-11. */
import type { ModelEvent } from '../events.ts';
import { size } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

/**
 * No trader and no dealer goes below zero, or further below, but by a negative price. Under the clearing vector all pay
 * at once, so that balances count when settlement is over (`checkSettled`).
 */
export function checkBalances(at: Occasion<ModelEvent>): void {
  const { state } = at;
  for (const { party, cash: before } of at.changes.touched) {
    const { kind, id, cash } = party;
    if (cash === before || kind === 'vbt' || cash.comparedTo(0) >= 0 || cash.comparedTo(before) >= 0)
      continue;
    if (Math.abs(cash.toNumber()) > state.numbers.slack(size(cash, before)) && !mayFallBelowZero(at))
      at.differs('CHK-11', [id], 'nobody pays what it has not', cash, 0, '<');
  }
}

function mayFallBelowZero({ state, event }: Occasion<ModelEvent>): boolean {
  const settles = event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted';
  if (settles && state.clearing === 'clearing_vector') return true;
  return 'price' in event && event.price !== null && event.price.comparedTo(0) < 0;
}
