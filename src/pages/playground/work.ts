/**
 * What the playground works out, from the text of the file that it shows: by the functions of the command line, without
 * the checks after every event, which change no figure. CHK-08.
 */
import { arithmetics, rulesOf, runInMemory } from '../../run/in-memory.ts';
import { pointAt, scenarioAt } from '../../scenario/grid.ts';
import type { Comparison, SweepRegime } from '../../scenario/regimes.ts';
import { parseSweep, type LoadedSweep } from '../../scenario/sweep.ts';
import { recordPair, type PairRecord } from '../../sweep/pair-record.ts';
import { Tally, valuesOf, type Answered } from '../../sweep/tally.ts';
import { LivesFold, type Lives } from '../report/lives.ts';
import { RingFold, type RingHistory } from '../ring/history.ts';

/** @throws Fault with all that is wrong with the text. CFG-03. */
const read = (text: string): LoadedSweep => parseSweep(text, 'playground.yaml', { checks: 'false' });

const pairAt = ({ base, grid }: LoadedSweep, index: number): PairRecord =>
  recordPair({ base, point: pointAt(grid, index), arms: grid, verify: false });

/** The arms on the first seed. */
export interface Pair extends Pick<PairRecord, 'arms' | 'errors'> {
  readonly warnings: readonly string[];
}

export function firstPair(text: string): Pair {
  const sweep = read(text);
  const { arms, errors } = pairAt(sweep, 0);
  return { arms, errors, warnings: sweep.warnings };
}

export interface Shown {
  readonly ring: RingHistory;
  readonly lives: Lives;
}

/** One arm on the first seed, as its picture shows it. */
export function ringOf(text: string, regime: SweepRegime): Shown {
  const { base, grid } = read(text);
  const scenario = scenarioAt(base, pointAt(grid, 0), regime);
  const numbers = arithmetics[scenario.arithmetic];
  const ring = new RingFold(numbers, rulesOf(scenario));
  const lives = new LivesFold(scenario, numbers.of(scenario.ticket_size_S), numbers.zero);
  runInMemory(scenario, {
    onEvent: (event) => {
      ring.take(event);
      lives.take(event);
    },
  });
  return { ring: ring.history(), lives: lives.lives() };
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
