/** What the table of pairs works on, as a script beside the page. */
import { fromColumns, toColumns, type Columns } from './columns.ts';
import { pairComparison, shownArms, type Arms, type SweepRegime } from '../../scenario/regimes.ts';
import { deltaOf, hasArms } from './arm-words.ts';
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
  /** δ of the arms that are shown; null where there is no second one. */
  readonly first: number | null;
  readonly second: number | null;
  readonly effect: number | null;
  readonly relief: number | null;
  readonly trades: number | null;
  readonly rescues: number | null;
  readonly outcome: string;
  /** The runs of the arms that are shown. */
  readonly runs: readonly string[];
  /** `failed` or `stopped` where an arm did not run to its end; empty otherwise. */
  readonly status: string;
  /** Whether the runs have pages here. */
  readonly pages: boolean;
  /** What went wrong, where something did. */
  readonly errors: readonly string[];
}

/** What the table has columns for. EXP-03. */
export interface PairArms {
  /** `shownArms` */
  readonly shown: readonly SweepRegime[];
  readonly isCompared: boolean;
  readonly hasTrades: boolean;
  readonly hasRescues: boolean;
}

const pairArms = (grid: Arms): PairArms => ({
  shown: shownArms(grid),
  isCompared: pairComparison(grid) !== null,
  hasTrades: hasArms(grid, 'active'),
  hasRescues: hasArms(grid, 'passive', 'active'),
});

/** The pairs by column; null for the runs where they are named by what the other columns have. */
export interface PairData {
  readonly pairs: Columns<Unnamed>;
  readonly runs: Columns<Pick<PairEntry, 'runs'>> | null;
  readonly arms: PairArms;
  /** The sweep's folder as it was named on the command line. */
  readonly dir: string;
}

export function pairData(
  { pairs, summary, grid }: Pick<SweepRecord, 'pairs' | 'summary' | 'grid'>,
  outcomes: ReadonlyMap<number, string>,
  pages: ReadonlySet<number>,
  dir: string,
): PairData {
  const errors = new Map(summary.failures.map((failure) => [failure.index, failure.errors]));
  const arms = pairArms(grid);
  const [first, second] = arms.shown;
  const entries = pairs.map((pair): PairEntry => ({
    pair: pair.index,
    kappa: pair.kappa,
    c: pair.concentration,
    mu: pair.mu,
    rho: pair.outsideMidRatio,
    axes: pair.further,
    seed: pair.seed,
    first: deltaOf(pair, first),
    second: deltaOf(pair, second),
    effect: pair.effect,
    relief: pair.relief,
    trades: pair.trades,
    rescues: pair.rescues,
    outcome: known(outcomes, pair.index),
    runs: pair.runs.map(({ runId }) => runId),
    status: statusOf(pair),
    pages: pages.has(pair.index),
    // a pair that did not fail has no errors
    errors: errors.get(pair.index) ?? [],
  }));
  const areUsual = entries.every((entry) => entry.runs.join() === usualRuns(arms, entry).join());
  return {
    dir,
    arms,
    pairs: toColumns(entries.map(withoutRuns)),
    runs: areUsual ? null : toColumns(entries.map(({ runs }) => ({ runs }))),
  };
}

function withoutRuns(entry: PairEntry): Unnamed {
  const others: Partial<Mutable<PairEntry>> = { ...entry };
  delete others.runs;
  // all other keys are there
  return others as Unnamed;
}

type Unnamed = Omit<PairEntry, 'runs'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The usual names of the runs. OUT-01. */
const usualRuns = ({ shown }: PairArms, { kappa, c, mu, rho, seed }: Unnamed): string[] =>
  shown.map((arm) => `${arm}_k${kappa}_c${c}_mu${mu}_rho${rho}_s${seed}`);

/** The rows of the table again. */
export function pairEntries({ pairs, runs, arms }: PairData): PairEntry[] {
  const names = runs === null ? null : fromColumns<Pick<PairEntry, 'runs'>>(runs);
  return fromColumns<Unnamed>(pairs).map((entry, i) => ({
    ...entry,
    runs: names?.[i]?.runs ?? usualRuns(arms, entry),
  }));
}

/** What the maps of a large sweep are drawn from in its page. */
export interface MapData {
  readonly points: Columns<GridMean>;
  readonly grid: SweepRecord['grid'];
}

export const mapData = ({ points, grid }: SweepRecord): MapData => ({ points: toColumns(points), grid });

const statusOf = ({ runs }: SweepPair): string =>
  runs
    .filter(({ status }) => status !== 'completed')
    .map(({ arm, status }) => `${arm} ${status}`)
    .join(', ');
