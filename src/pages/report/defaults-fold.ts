/** Every default of a run, and whether other defaults brought it about. SET-04, MET-13. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import type { Accounts } from '../../run/metrics/accounts.ts';
import type { Rules } from '../../run/metrics/fold.ts';
import { RoundsFold } from '../../run/metrics/rounds.ts';

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

export class DefaultsFold {
  readonly defaults: Default[] = [];
  readonly #rounds: RoundsFold;
  readonly #today: EventOf<'PayableDefaulted'>[] = [];
  #day: number | null = null;

  /** `accounts` are those of the run, which take every event before this does. */
  constructor(accounts: Accounts, rules: Rules) {
    this.#rounds = new RoundsFold(accounts, rules, (debtor, isInduced) => {
      this.#judged(debtor, isInduced);
    });
  }

  take(event: ModelEvent): void {
    this.#day ??= event.day;
    while (this.#day < event.day) {
      this.#rounds.closeDay();
      this.#day++;
    }
    if (event.kind === 'PayableDefaulted') this.#today.push(event);
    this.#rounds.after(event);
    if (event.kind === 'RunEnded') this.#rounds.finish();
  }

  #judged(debtor: string, isInduced: boolean): void {
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
