/** What became of each liability, and whether its debtor had sold to raise cash before. MET-08. */
import type { ModelEvent } from '../../core/events.ts';
import type { Fold } from './fold.ts';

export class FatesFold implements Fold {
  /** Liabilities that defaulted. */
  readonly defaulted = new Set<string>();
  /** Liabilities that were repaid in full after their debtor had sold to raise cash. */
  readonly repaidAfterSale = new Set<string>();
  readonly #sellers = new Set<string>();

  after(event: ModelEvent): void {
    if (event.kind === 'TradeExecuted') {
      // nobody buys to raise cash. CHK-11
      if (event.isLiquidityDriven) this.#sellers.add(event.traderId);
    } else if (event.kind === 'PayableDefaulted') {
      this.defaulted.add(event.pid);
    } else if (event.kind === 'PayableSettled' && this.#sellers.has(event.debtor)) {
      this.repaidAfterSale.add(event.pid);
    }
  }
}

/** Liabilities that default in the passive run and are repaid in the active one after a liquidity sale. MET-08. */
export const rescues = (passive: FatesFold, active: FatesFold): number =>
  [...passive.defaulted].filter((liability) => active.repaidAfterSale.has(liability)).length;
