/** From the records of the pairs, one by one in the order of the grid, to the files over all of them. OUT-13. */
import { join } from 'node:path';
import { float64 } from '../f64.ts';
import { Differences, isNothing, meanOf, sentence, type Effect } from '../run/metrics/effects.ts';
import type { Cell } from '../files/text-file.ts';
import { comparisonColumns } from './comparison.ts';
import { jsonDocument } from '../run/plain.ts';
import { WholeCsv } from '../files/whole-csv.ts';
import { gridPoints } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import type { PairRecord } from './pair.ts';
import type { PairRecords } from './pair-records.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface Summary {
  readonly pairs: number;
  readonly completed: number;
  readonly failed: number;
  readonly verified: number;
  readonly improved: number;
  readonly unchanged: number;
  readonly worsened: number;
  /** Null where no pair was compared. */
  readonly meanDeltaPassive: number | null;
  readonly meanDeltaActive: number | null;
  readonly overall: Effect;
  /** Points of the grid whose interval leaves zero out, by sign. */
  readonly pointsLowered: number;
  readonly pointsRaised: number;
  readonly sentence: string;
  readonly failures: readonly { readonly index: number; readonly errors: readonly string[] }[];
}

const plainNumber = (value: number): string => float64.of(value).toFixed();
export const cell = (value: number | null): Cell => (value === null ? null : float64.of(value));

const effectColumns = [
  ...['kappa', 'liquidity_ratio', 'concentration', 'mu', 'outside_mid_ratio'],
  ...['pairs', 'mean_effect', 'standard_error', 'interval_low', 'interval_high', 'finding'],
];

/** The parameters of a row of `comparison.csv`, the seed aside. */
const PARAMETERS = 5;

/** Reads every record once and writes comparison.csv, effects.csv and summary.json. Memory does not grow with the pairs. */
export function aggregate(folder: string, records: PairRecords, { base, grid }: LoadedSweep): Summary {
  const columns = comparisonColumns(Object.keys(base.buckets), grid.regimes.includes('baseline'));
  const comparison = new WholeCsv(
    join(folder, 'aggregate', 'comparison.csv'),
    columns.map(([name]) => name),
  );
  const effects = new WholeCsv(join(folder, 'aggregate', 'effects.csv'), effectColumns);
  const totals = new Totals(grid.replicates, grid.seedPerPair);
  let point = new Differences();
  for (const { index, replicate } of gridPoints(grid)) {
    const record = records.read(index);
    comparison.add(record.row);
    totals.add(record, replicate);
    if (record.effect !== null) point.add(Number(record.effect));
    if (replicate < grid.replicates - 1) continue;
    const effect = point.effect();
    totals.addPoint(effect);
    effects.add([...record.row.slice(0, PARAMETERS), ...effectCells(effect)]);
    point = new Differences();
  }
  comparison.finish();
  effects.finish();
  const summary = totals.summary();
  writeWhole(join(folder, 'aggregate', 'summary.json'), jsonDocument(told(summary, grid)));
  return summary;
}

export const effectCells = (effect: Effect): Cell[] => [
  effect.pairs,
  cell(meanOf(effect)),
  cell(effect.standardError),
  cell(effect.low),
  cell(effect.high),
  !effect.isFinding ? 'none' : effect.mean > 0 ? 'lowers defaults' : 'raises defaults',
];

/** Running counts. Pairs of one seed share their draws, so the seeds, not the pairs, are independent. BAL-11R. */
class Totals {
  #counts = { pairs: 0, completed: 0, failed: 0, verified: 0, improved: 0, unchanged: 0, worsened: 0 };
  #deltas = { passive: 0, active: 0 };
  #points = { lowered: 0, raised: 0 };
  readonly #failures: { index: number; errors: readonly string[] }[] = [];
  /** Sum and number of effects by seed, where pairs share seeds. */
  readonly #sums: Float64Array;
  readonly #numbers: Int32Array;
  readonly #pairs = new Differences();

  constructor(
    readonly replicates: number,
    readonly seedPerPair: boolean,
  ) {
    this.#sums = new Float64Array(replicates);
    this.#numbers = new Int32Array(replicates);
  }

  add(record: PairRecord, replicate: number): void {
    this.#counts.pairs++;
    if (record.status === 'failed') {
      this.#counts.failed++;
      this.#failures.push({ index: record.index, errors: record.errors });
    }
    if (record.verified) this.#counts.verified++;
    if (record.effect === null) return;
    const effect = Number(record.effect);
    this.#counts.completed++;
    this.#counts[isNothing(effect) ? 'unchanged' : effect > 0 ? 'improved' : 'worsened']++;
    this.#deltas.passive += Number(record.deltaPassive);
    this.#deltas.active += Number(record.deltaActive);
    this.#pairs.add(effect);
    this.#sums[replicate] = (this.#sums[replicate] ?? 0) + effect;
    this.#numbers[replicate] = (this.#numbers[replicate] ?? 0) + 1;
  }

  /** Over the pairs where each has a seed of its own, else over the seeds. */
  #overall(): Effect {
    if (this.seedPerPair) return this.#pairs.effect();
    const seeds = new Differences();
    this.#numbers.forEach((count, i) => {
      if (count > 0) seeds.add((this.#sums[i] ?? 0) / count);
    });
    return seeds.effect();
  }

  addPoint(effect: Effect): void {
    if (!effect.isFinding) return;
    this.#points[effect.mean > 0 ? 'lowered' : 'raised']++;
  }

  summary(): Summary {
    const { pairs, completed: compared } = this.#counts;
    const overall = this.#overall();
    const mean = (sum: number): number | null => (compared === 0 ? null : sum / compared);
    return {
      ...this.#counts,
      meanDeltaPassive: mean(this.#deltas.passive),
      meanDeltaActive: mean(this.#deltas.active),
      overall,
      pointsLowered: this.#points.lowered,
      pointsRaised: this.#points.raised,
      sentence: sentence(overall, { pairs, compared }),
      failures: this.#failures,
    };
  }
}

/** The summary as it is written: plain decimal strings, snake_case. */
function told(summary: Summary, grid: LoadedSweep['grid']): object {
  const { overall, failures } = summary;
  const number = (value: number | null): string | null => (value === null ? null : plainNumber(value));
  return {
    pairs: summary.pairs,
    completed: summary.completed,
    failed: summary.failed,
    verified: summary.verified,
    improved: summary.improved,
    unchanged: summary.unchanged,
    worsened: summary.worsened,
    mean_delta_passive: number(summary.meanDeltaPassive),
    mean_delta_active: number(summary.meanDeltaActive),
    mean_trading_effect: number(meanOf(overall)),
    standard_error: number(overall.standardError),
    interval_low: number(overall.low),
    interval_high: number(overall.high),
    seeds: overall.pairs,
    grid_points_lowered: summary.pointsLowered,
    grid_points_raised: summary.pointsRaised,
    sentence: summary.sentence,
    grid,
    failures,
  };
}
