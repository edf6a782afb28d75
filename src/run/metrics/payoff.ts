/** What fell due and what was paid of it, and who bore the losses. MET-01, MET-09, MET-10. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import { kindOf, type Accounts, type HolderKind } from './accounts.ts';
import type { Fold } from './fold.ts';

export interface Payoff {
  readonly liabilitiesMatured: number;
  readonly liabilitiesDefaulted: number;
  readonly due: Num;
  readonly paid: Num;
  /** Due − paid. MET-10. */
  readonly unpaid: Num;
  /** Traders that defaulted at least once. MET-10. */
  readonly tradersDefaulted: number;
  /** Over the liabilities of t = 0 alone. MET-10. */
  readonly firstGeneration: Generation;
  /** φ */
  readonly payoffRate: Num;
  /** δ = 1 − φ */
  readonly defaultRate: Num;
}

/** Some of the liabilities that matured; δ₁ is the default rate of those of t = 0. MET-10. */
export interface Generation {
  readonly due: Num;
  readonly paid: Num;
  readonly defaultRate: Num;
}

export interface Losses {
  readonly total: Num;
  readonly traders: Num;
  readonly dealers: Num;
  readonly vbts: Num;
}

export class PayoffFold implements Fold {
  #matured = 0;
  #defaulted = 0;
  #due: Num;
  #paid: Num;
  #firstDue: Num;
  #firstPaid: Num;
  /** Liabilities of t = 0 that have not matured. */
  readonly #first = new Set<string>();
  readonly #defaulters = new Set<string>();
  readonly #losses: Record<HolderKind, Num>;

  constructor(readonly accounts: Accounts) {
    const { zero } = accounts;
    this.#due = zero;
    this.#paid = zero;
    this.#firstDue = zero;
    this.#firstPaid = zero;
    this.#losses = { trader: zero, dealer: zero, vbt: zero };
  }

  after(event: ModelEvent): void {
    if (event.kind === 'PayableCreated') this.#first.add(event.payableId);
    if (event.kind !== 'PayableSettled' && event.kind !== 'PayableDefaulted') return;
    this.#matured++;
    this.#due = this.#due.plus(event.amount);
    this.#paid = this.#paid.plus(event.paid);
    if (this.#first.delete(event.pid)) {
      this.#firstDue = this.#firstDue.plus(event.amount);
      this.#firstPaid = this.#firstPaid.plus(event.paid);
    }
    if (event.kind === 'PayableDefaulted') this.#default(event);
  }

  /** A holder of q tickets loses q·S less what it was paid. MET-09. */
  #default({ debtor, payouts }: EventOf<'PayableDefaulted'>): void {
    this.#defaulted++;
    this.#defaulters.add(debtor);
    for (const { holder, tickets, amount } of payouts) {
      const kind = kindOf(holder);
      this.#losses[kind] = this.#losses[kind].plus(this.accounts.face(tickets.length).minus(amount));
    }
  }

  /** φ = Σ paid / Σ due and δ = 1 − φ; both rates are 1 and 0 when nothing fell due. MET-01. */
  payoff(): Payoff {
    const one = this.accounts.numbers.of(1);
    const rate = (paid: Num, due: Num): Num => (due.isZero() ? one : paid.div(due));
    const payoffRate = rate(this.#paid, this.#due);
    return {
      liabilitiesMatured: this.#matured,
      liabilitiesDefaulted: this.#defaulted,
      due: this.#due,
      paid: this.#paid,
      unpaid: this.#due.minus(this.#paid),
      tradersDefaulted: this.#defaulters.size,
      firstGeneration: {
        due: this.#firstDue,
        paid: this.#firstPaid,
        defaultRate: one.minus(rate(this.#firstPaid, this.#firstDue)),
      },
      payoffRate,
      defaultRate: one.minus(payoffRate),
    };
  }

  losses(): Losses {
    const { trader, dealer, vbt } = this.#losses;
    return { total: trader.plus(dealer).plus(vbt), traders: trader, dealers: dealer, vbts: vbt };
  }
}
