/** What the table of pairs works on, as a script beside the page. */
import { fromColumns, toColumns, type Columns } from './columns.ts';
import { known } from '../../run/metrics/postings.ts';
import type { GridMean, SweepPair, SweepRecord } from './read-sweep.ts';

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

/** The pairs by column; null for the runs where they are named by what the other columns have. */
export interface PairData {
  readonly pairs: Columns<Unnamed>;
  readonly runs: Columns<Pick<PairEntry, 'passiveRun' | 'activeRun'>> | null;
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
  const entries = pairs.map((pair): PairEntry => ({
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
  }));
  return {
    dir,
    pairs: toColumns(entries.map(withoutRuns)),
    runs: entries.every(
      (entry) =>
        entry.passiveRun === runIdOf('passive', entry) && entry.activeRun === runIdOf('active', entry),
    )
      ? null
      : toColumns(entries.map(({ passiveRun, activeRun }) => ({ passiveRun, activeRun }))),
  };
}

function withoutRuns(entry: PairEntry): Unnamed {
  const others: Partial<Mutable<PairEntry>> = { ...entry };
  delete others.passiveRun;
  delete others.activeRun;
  // all other keys are there
  return others as Unnamed;
}

type Unnamed = Omit<PairEntry, 'passiveRun' | 'activeRun'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The usual name of a run. OUT-01. */
const runIdOf = (arm: 'passive' | 'active', { kappa, c, mu, rho, seed }: Unnamed): string =>
  `${arm}_k${kappa}_c${c}_mu${mu}_rho${rho}_s${seed}`;

/** The rows of the table again. */
export function pairEntries({ pairs, runs }: PairData): PairEntry[] {
  const names = runs === null ? null : fromColumns<Pick<PairEntry, 'passiveRun' | 'activeRun'>>(runs);
  return fromColumns<Unnamed>(pairs).map((entry, i) => ({
    ...entry,
    passiveRun: names?.[i]?.passiveRun ?? runIdOf('passive', entry),
    activeRun: names?.[i]?.activeRun ?? runIdOf('active', entry),
  }));
}

/** What the maps of a large sweep are drawn from in its page. */
export interface MapData {
  readonly points: Columns<GridMean>;
  readonly grid: SweepRecord['grid'];
}

export const mapData = ({ points, grid }: SweepRecord): MapData => ({ points: toColumns(points), grid });

const statusOf = ({ passive, active }: SweepPair): string =>
  [passive, active]
    .map(({ status }, i) => (status === 'completed' ? '' : `${i === 0 ? 'passive' : 'active'} ${status}`))
    .filter((text) => text !== '')
    .join(', ');
