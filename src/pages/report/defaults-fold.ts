/** Every default of a run, and whether other defaults brought it about. SET-04, MET-13. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Fold } from '../../run/metrics/fold.ts';

export interface Default {
  readonly day: number;
  readonly liability: string;
  readonly debtor: string;
  readonly due: number;
  readonly paid: number;
  readonly recovery: number;
  readonly holders: readonly string[];
  /** Whether the debtor could have paid, had all that it held been paid. MET-13. */
  readonly isInduced: boolean;
}

export class DefaultsFold implements Fold {
  readonly defaults: Default[] = [];
  readonly #today: EventOf<'PayableDefaulted'>[] = [];

  after(event: ModelEvent): void {
    if (event.kind === 'PayableDefaulted') this.#today.push(event);
  }

  judged(debtor: string, isInduced: boolean): void {
    const own = this.#today.filter((event) => event.debtor === debtor);
    for (const event of own) {
      this.defaults.push(defaultOf(event, isInduced));
      this.#today.splice(this.#today.indexOf(event), 1);
    }
  }
}

const defaultOf = (event: EventOf<'PayableDefaulted'>, isInduced: boolean): Default => ({
  day: event.day,
  liability: event.pid,
  debtor: event.debtor,
  due: event.amount.toNumber(),
  paid: event.paid.toNumber(),
  recovery: event.recovery.toNumber(),
  holders: event.payouts.map(({ holder }) => holder),
  isInduced,
});
