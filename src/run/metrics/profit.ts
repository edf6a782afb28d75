/** Profit and loss of the desks, attributed to its parts without a remainder. MET-02. */
import { explainEquity, type ProfitPart } from '../../core/equity.ts';
import type { ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { kindOf, type Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';
import { known, tellsOpening } from './postings.ts';

export interface DeskProfit {
  readonly desk: string;
  readonly kind: 'dealer' | 'vbt';
  readonly bucket: string;
  /** E_0 and E_T at the outside mid. MOD-12. */
  readonly equityInitial: Num;
  readonly equityFinal: Num;
  readonly pnl: Num;
  /** On E_0, or null where E_0 is not positive. */
  readonly returnOnEquity: Num | null;
  readonly parts: Readonly<Record<ProfitPart, Num>>;
}

export class ProfitFold implements Fold {
  readonly #initial = new Map<string, Num>();
  readonly #parts = new Map<string, Record<ProfitPart, Num>>();
  #opened = false;

  constructor(readonly accounts: Accounts) {}

  before(event: ModelEvent): void {
    if (this.#opened || tellsOpening(event)) return;
    this.#opened = true;
    const { zero } = this.accounts;
    for (const { id, kind } of this.accounts.parties.values()) {
      if (kind === 'trader') continue;
      this.#initial.set(id, this.#equity(id));
      this.#parts.set(id, {
        spreadIncome: zero,
        settlementResult: zero,
        internalTransfers: zero,
        rolloverResult: zero,
        revaluation: zero,
      });
    }
  }

  after(event: ModelEvent): void {
    explainEquity(event, this.accounts, (party, part, change) => {
      const parts = this.#parts.get(party);
      if (parts !== undefined) parts[part] = parts[part].plus(change);
    });
  }

  /** E = C + M·a. MOD-12. */
  #equity(desk: string): Num {
    const { accounts } = this;
    const { outsideMid } = accounts.home(desk);
    return accounts.party(desk).cash.plus(outsideMid.times(accounts.deskTickets(desk)));
  }

  /** Every desk, dealer before VBT, buckets nearest maturity first. */
  profits(): DeskProfit[] {
    return [...this.#initial].map(([desk, equityInitial]) => {
      const equityFinal = this.#equity(desk);
      const pnl = equityFinal.minus(equityInitial);
      return {
        desk,
        kind: kindOf(desk) === 'dealer' ? 'dealer' : 'vbt',
        bucket: this.accounts.home(desk).id,
        equityInitial,
        equityFinal,
        pnl,
        returnOnEquity: equityInitial.comparedTo(0) > 0 ? pnl.div(equityInitial) : null,
        parts: known(this.#parts, desk),
      };
    });
  }
}

/** P&L of all desks of a kind together. */
export const totalProfit = (profits: readonly DeskProfit[], kind: DeskProfit['kind'], zero: Num): Num =>
  profits.reduce((sum, desk) => (desk.kind === kind ? sum.plus(desk.pnl) : sum), zero);
