/** How an arm with a market used it, over all pairs of a sweep. MET-11, MET-12. */
import { hasMarket, type MarketFigure } from './arms.ts';
import type { SweepRegime } from '../scenario/regimes.ts';
import type { PairRecord } from './pair-record.ts';

export interface UseOfMarket {
  readonly regime: SweepRegime;
  readonly runs: number;
  readonly trades: number;
  readonly sells: number;
  readonly passedThrough: number;
  /** On the first day of each run on which any trade fell. */
  readonly firstDay: number;
  /** Runs whose VBTs fell below zero, and what they lacked at the worst: on average over all runs, and at most. */
  readonly runsDrawn: number;
  readonly meanDrawn: number;
  readonly mostDrawn: number;
}

export class UseTotals {
  readonly #sums = { runs: 0, trades: 0, sells: 0, passedThrough: 0, firstDay: 0, runsDrawn: 0 };
  #drawn = 0;
  #mostDrawn = 0;

  constructor(readonly regime: SweepRegime) {}

  add({ arms }: PairRecord): void {
    const figures = arms[this.regime];
    if (figures?.sells === undefined) return;
    const read = (name: MarketFigure): number => Number(figures[name]);
    this.#sums.runs++;
    this.#sums.trades += read('sells') + read('buys');
    this.#sums.sells += read('sells');
    this.#sums.passedThrough += read('passed_through');
    this.#sums.firstDay += read('first_day_trades');
    const drawn = read('vbt_funding_drawn');
    if (drawn > 0) this.#sums.runsDrawn++;
    this.#drawn += drawn;
    this.#mostDrawn = Math.max(this.#mostDrawn, drawn);
  }

  total(): UseOfMarket {
    const { runs } = this.#sums;
    const meanDrawn = runs === 0 ? 0 : this.#drawn / runs;
    return { regime: this.regime, ...this.#sums, meanDrawn, mostDrawn: this.#mostDrawn };
  }
}

export const useTotalsOf = (regimes: readonly SweepRegime[]): UseTotals[] =>
  regimes.filter(hasMarket).map((regime) => new UseTotals(regime));

/** Defaults of an arm over all pairs: those that others induced, and the rest. MET-13. */
export interface RoundsOfArm {
  readonly regime: SweepRegime;
  readonly firstRound: number;
  readonly induced: number;
}

export function roundsOf(regimes: readonly SweepRegime[]): {
  readonly add: (record: PairRecord) => void;
  readonly total: () => RoundsOfArm[];
} {
  const sums = regimes.map((regime) => ({ regime, firstRound: 0, induced: 0 }));
  return {
    add: ({ arms }) => {
      for (const sum of sums) {
        sum.firstRound += Number(arms[sum.regime]?.first_round ?? 0);
        sum.induced += Number(arms[sum.regime]?.induced ?? 0);
      }
    },
    total: () => sums,
  };
}
