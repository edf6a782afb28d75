/**
 * What the playground works out, from the text of the file that it shows: by the functions of the command line, without
 * the checks after every event, which change no figure. CHK-08.
 */
import { arithmetics, runInMemory, type Listeners } from '../../run/in-memory.ts';
import { pointAt, scenarioAt } from '../../scenario/grid.ts';
import type { Comparison, SweepRegime } from '../../scenario/regimes.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parseSweep, type LoadedSweep } from '../../scenario/sweep.ts';
import { readFigures, type ArmFigures } from '../../sweep/arms.ts';
import { recordPair, type PairRecord, type RunArm } from '../../sweep/pair-record.ts';
import { Tally, valuesOf, type Answered } from '../../sweep/tally.ts';
import { HistoriesFold, type Histories } from '../report/histories.ts';
import { RingFold, type RingHistory } from '../ring/history.ts';

let latest: { readonly text: string; readonly sweep: LoadedSweep } | null = null;

/** The text is the same one for the arms, the ring and the seeds. @throws Fault with all that is wrong with it. CFG-03. */
function read(text: string): LoadedSweep {
  if (latest?.text !== text)
    latest = { text, sweep: parseSweep(text, 'playground.yaml', { checks: 'false' }) };
  return latest.sweep;
}

const pairAt = ({ base, grid }: LoadedSweep, index: number): PairRecord =>
  recordPair({ base, point: pointAt(grid, index), arms: grid, verify: false });

/** The arms on the first seed. */
export interface Pair extends Pick<PairRecord, 'arms' | 'errors'> {
  readonly warnings: readonly string[];
}

/** Told as soon as the arm is run that the reader looks at: the others follow. */
type OnFirst = (figures: ArmFigures) => void;

/** The arms on the first seed, the one that is looked at first; what its picture shows takes longer than its run. */
export function firstPair(text: string, first: SweepRegime, onFirst: OnFirst): Pair {
  const { base, grid, warnings } = read(text);
  const order = [first, ...grid.regimes.filter((regime) => regime !== first)];
  const run: RunArm = (regime, scenario, listeners) => {
    const result = runInMemory(scenario, listeners);
    if (regime === first && result.violation === null) onFirst(readFigures(regime, result.metrics));
    return { ...result, checksum: null };
  };
  const arms = { regimes: order, comparisons: grid.comparisons };
  const record = recordPair({ base, point: pointAt(grid, 0), arms, verify: false }, run);
  return { arms: record.arms, errors: record.errors, warnings };
}

export interface Shown {
  readonly ring: RingHistory;
  readonly histories: Histories;
}

/** One arm on the first seed, as its picture shows it. */
export function ringOf(text: string, regime: SweepRegime): Shown {
  const { base, grid } = read(text);
  const scenario = scenarioAt(base, pointAt(grid, 0), regime);
  const picture = new Picture(scenario);
  runInMemory(scenario, picture.watching({}));
  return picture.shown();
}

/** What the picture of a run is made of, taken while it runs. */
class Picture {
  #ring: RingFold | null = null;
  readonly #histories: HistoriesFold;

  constructor(scenario: Scenario) {
    const numbers = arithmetics[scenario.arithmetic];
    this.#histories = new HistoriesFold(scenario, numbers.of(scenario.ticket_size_S), numbers.zero);
  }

  watching(others: Listeners): Listeners {
    return {
      ...others,
      onEvent: (event) => {
        others.onEvent?.(event);
        this.#histories.take(event);
      },
      follow: (metrics) => {
        this.#ring = new RingFold(metrics.accounts);
        metrics.follow(this.#ring);
      },
    };
  }

  shown(): Shown {
    if (this.#ring === null) throw new Error('the run has begun');
    return { ring: this.#ring.history(), histories: this.#histories.histories() };
  }
}

/** A comparison over the seeds so far. */
export interface Compared {
  readonly comparison: Comparison;
  readonly answered: Answered;
  /** The difference of δ, seed by seed. */
  readonly seeds: readonly number[];
}

export interface Seeds {
  readonly done: number;
  readonly all: number;
  readonly failed: number;
  readonly compared: readonly Compared[];
}

/** Every seed of the sweep, one after the other: after each, what is known so far. BAL-11R. */
export function* seedsOf(text: string): Generator<Seeds> {
  const sweep = read(text);
  const { grid } = sweep;
  const rows = grid.comparisons.map((comparison) => ({
    comparison,
    tally: new Tally({ comparison, measure: 'delta' }, grid.seedPerPair),
    seeds: [] as number[],
  }));
  let failed = 0;
  for (let replicate = 0; replicate < grid.replicates; replicate++) {
    const record = pairAt(sweep, replicate);
    if (record.status === 'failed') failed++;
    for (const { tally, seeds, comparison } of rows) {
      const values = valuesOf(record, { comparison, measure: 'delta' });
      if (values === null) continue;
      tally.add(values, replicate);
      seeds.push(values.difference);
    }
    yield {
      done: replicate + 1,
      all: grid.replicates,
      failed,
      compared: rows.map(({ comparison, tally, seeds }) => ({
        comparison,
        answered: tally.answered(),
        seeds: [...seeds],
      })),
    };
  }
}
