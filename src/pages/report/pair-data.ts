/** What the table of pairs works on, as a script beside the page. */
import { known } from '../../run/metrics/postings.ts';
import type { SweepPair, SweepRecord } from './read-sweep.ts';

export interface PairEntry {
  readonly pair: number;
  readonly kappa: string;
  readonly c: string;
  readonly mu: string;
  readonly rho: string;
  /** Further axes. */
  readonly axes: string;
  readonly seed: string;
  readonly passive: number | null;
  readonly active: number | null;
  readonly effect: number | null;
  readonly relief: number | null;
  readonly trades: number | null;
  readonly rescues: number | null;
  readonly outcome: string;
  readonly passiveRun: string;
  readonly activeRun: string;
  /** `failed` or `stopped` where an arm did not run to its end; empty otherwise. */
  readonly status: string;
  /** Whether the two runs have pages here. */
  readonly pages: boolean;
  /** What went wrong, where something did. */
  readonly errors: readonly string[];
}

export interface PairData {
  readonly pairs: readonly PairEntry[];
  /** The sweep's folder as it was named on the command line. */
  readonly dir: string;
}

export function pairData(
  { pairs, summary }: SweepRecord,
  outcomes: ReadonlyMap<number, string>,
  pages: ReadonlySet<number>,
  dir: string,
): PairData {
  const errors = new Map(summary.failures.map((failure) => [failure.index, failure.errors]));
  return {
    dir,
    pairs: pairs.map((pair) => ({
      pair: pair.index,
      kappa: pair.kappa,
      c: pair.concentration,
      mu: pair.mu,
      rho: pair.outsideMidRatio,
      axes: pair.further,
      seed: pair.seed,
      passive: pair.deltaPassive,
      active: pair.deltaActive,
      effect: pair.effect,
      relief: pair.relief,
      trades: pair.trades,
      rescues: pair.rescues,
      outcome: known(outcomes, pair.index),
      passiveRun: pair.passive.runId,
      activeRun: pair.active.runId,
      status: statusOf(pair),
      pages: pages.has(pair.index),
      // a pair that did not fail has no errors
      errors: errors.get(pair.index) ?? [],
    })),
  };
}

const statusOf = ({ passive, active }: SweepPair): string =>
  [passive, active]
    .map(({ status }, i) => (status === 'completed' ? '' : `${i === 0 ? 'passive' : 'active'} ${status}`))
    .filter((text) => text !== '')
    .join(', ');
