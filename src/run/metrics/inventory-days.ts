/** On which share of the days any dealer holds inventory. ANA-03, CLM-01. */
import { deskId } from '../../core/equity.ts';
import type { Num } from '../../num.ts';
import type { Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';

export class InventoryDaysFold implements Fold {
  #days = 0;
  #withInventory = 0;

  constructor(readonly accounts: Accounts) {}

  /** Taken at the close; day 0 is the opening and no day of trading. OUT-15R. */
  closeDay(day: number): void {
    if (day === 0) return;
    this.#days++;
    const { accounts } = this;
    const holds = accounts.buckets.some(
      ({ id, quotes }) => quotes !== null && accounts.deskTickets(deskId('dealer', id)) > 0,
    );
    if (holds) this.#withInventory++;
  }

  /** Days with inventory over all days; null where there was no day. */
  activeFraction(): Num | null {
    const { zero } = this.accounts;
    return this.#days === 0 ? null : zero.plus(this.#withInventory).div(this.#days);
  }
}
