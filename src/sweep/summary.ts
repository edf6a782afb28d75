/** What a sweep came to: counts, the test over the whole of it, the headline by its first axis. OUT-13, EXP-06. */
import { plainDecimal } from '../f64.ts';
import { Differences, isNothing, meanOf, sentence, type Effect } from '../run/metrics/effects.ts';
import type { Frontier } from '../scenario/frontier.ts';
import type { Grid } from '../scenario/grid.ts';
import { pairComparison, shownArms, type SweepRegime } from '../scenario/regimes.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { comparisonName } from './arms.ts';
import { firstAxis } from './first-axis.ts';
import { frontierCells, frontierSays, type FrontierRow } from './frontier-rows.ts';
import { answerSays, armsSay, precisionSays, roundsSay, subjectWithin } from './headline-sentences.ts';
import type { PairRecord } from './pair-record.ts';
import { setupSays } from './setup.ts';
import { reliefOf, type Answered, type Row } from './tally.ts';
import type { RoundsOfArm, UseOfMarket } from './use-of-market.ts';

/** A row of the headline, at a value of the first axis. */
export interface HeadlineRow extends Row {
  readonly value: string;
}

export interface Found {
  /** What the search of a frontier found, line by line; null in a sweep without one. EXP-04. */
  readonly frontier: readonly FrontierRow[] | null;
  readonly effects: readonly Row[];
  readonly headline: readonly HeadlineRow[];
  /** Over the whole sweep, one test for each question. EXP-06. */
  readonly overall: readonly Answered[];
  /** Pairs of which the first comparison has figures; null where nothing is compared. */
  readonly compared: number | null;
  readonly uses: readonly UseOfMarket[];
  readonly rounds: readonly RoundsOfArm[];
  /** Points whose precision asks for more seeds than are allowed. EXP-05. */
  readonly short: readonly { readonly point: string; readonly asked: number }[];
}

/** `meanDeltaPassive` and so on, over the pairs that were compared: null where there is none. */
type MeanDeltas = { readonly [Arm in SweepRegime as `meanDelta${Capitalize<Arm>}`]?: number | null };

/** The arms whose means a summary has, and the names of these. */
const meanNames = {
  passive: 'meanDeltaPassive',
  active: 'meanDeltaActive',
  backstop: 'meanDeltaBackstop',
  baseline: 'meanDeltaBaseline',
} as const satisfies Readonly<Record<SweepRegime, keyof MeanDeltas>>;

/** Mean δ of an arm that the summary shows; null where no pair was compared. */
export const meanDeltaOf = (summary: MeanDeltas, arm: SweepRegime): number | null =>
  summary[meanNames[arm]] ?? null;

export interface Summary extends MeanDeltas {
  readonly pairs: number;
  /** Pairs of which the two arms of `pairComparison` ran; without one, pairs of which every arm ran. */
  readonly completed: number;
  readonly failed: number;
  readonly verified: number;
  readonly improved: number;
  readonly unchanged: number;
  readonly worsened: number;
  readonly overall: Effect;
  /** Points of the grid with a finding by Holm, by sign. EXP-06. */
  readonly pointsLowered: number;
  readonly pointsRaised: number;
  /** The one test over the whole sweep. */
  readonly sentence: string;
  /** The headline in words, then how it comes about, the use of the market and the setup. EXP-07, EXP-08. */
  readonly answer: readonly string[];
  readonly axis: string;
  readonly frontier: Found['frontier'];
  readonly headline: readonly HeadlineRow[];
  readonly overallBy: readonly Answered[];
  readonly uses: readonly UseOfMarket[];
  readonly short: Found['short'];
  readonly failures: readonly { readonly index: number; readonly errors: readonly string[] }[];
}

/** Running counts. Pairs of one seed share their draws, so the seeds, not the pairs, are independent. BAL-11R. */
export class Totals {
  #counts = { pairs: 0, completed: 0, failed: 0, verified: 0, improved: 0, unchanged: 0, worsened: 0 };
  readonly #deltas = new Map<SweepRegime, number>();
  readonly #failures: { index: number; errors: readonly string[] }[] = [];
  /** Sum and number of effects by seed, where pairs share seeds. */
  readonly #sums: Float64Array;
  readonly #numbers: Int32Array;
  readonly #pairs = new Differences();

  constructor(readonly grid: Grid) {
    this.#sums = new Float64Array(grid.replicates);
    this.#numbers = new Int32Array(grid.replicates);
  }

  add(record: PairRecord, replicate: number): void {
    this.#counts.pairs++;
    if (record.status === 'failed') {
      this.#counts.failed++;
      this.#failures.push({ index: record.index, errors: record.errors });
    }
    if (record.verified) this.#counts.verified++;
    const isCompared = pairComparison(this.grid) !== null;
    if (isCompared ? record.effect === null : record.status === 'failed') return;
    this.#counts.completed++;
    for (const arm of shownArms(this.grid))
      this.#deltas.set(arm, (this.#deltas.get(arm) ?? 0) + Number(record.arms[arm]?.delta));
    if (isCompared) this.#addEffect(Number(record.effect), replicate);
  }

  #addEffect(effect: number, replicate: number): void {
    this.#counts[isNothing(effect) ? 'unchanged' : effect > 0 ? 'improved' : 'worsened']++;
    // the one test over the sweep is of the seeds of a first stage, which every point has. EXP-05
    if (replicate >= (this.grid.precision?.first ?? Infinity)) return;
    this.#pairs.add(effect);
    this.#sums[replicate] = (this.#sums[replicate] ?? 0) + effect;
    this.#numbers[replicate] = (this.#numbers[replicate] ?? 0) + 1;
  }

  /** Over the pairs where each has a seed of its own, else over the seeds. */
  #overall(): Effect {
    if (this.grid.seedPerPair) return this.#pairs.effect();
    const seeds = new Differences();
    this.#numbers.forEach((count, i) => {
      if (count > 0) seeds.add((this.#sums[i] ?? 0) / count);
    });
    return seeds.effect();
  }

  /** Mean δ of every arm that is shown; null where no pair was compared. */
  #means(): Map<SweepRegime, number | null> {
    const { completed } = this.#counts;
    const mean = (sum: number): number | null => (completed === 0 ? null : sum / completed);
    return new Map(shownArms(this.grid).map((arm) => [arm, mean(this.#deltas.get(arm) ?? 0)]));
  }

  summary(sweep: LoadedSweep, found: Found): Summary {
    const { pairs, completed: compared } = this.#counts;
    const { frontier } = sweep.grid;
    // points that a search visits are no grid to test over. EXP-04
    const overall = frontier === null ? this.#overall() : new Differences().effect();
    const sought =
      frontier === null || found.frontier === null
        ? null
        : frontierSays(frontier, found.frontier, this.grid.replicates);
    const comparison = pairComparison(this.grid);
    const means = this.#means();
    const whole =
      comparison === null
        ? armsSay(this.grid.regimes, means)
        : sentence(overall, { pairs, compared }, subjectWithin(comparison));
    const [first] = found.headline;
    const points = found.effects.filter(
      ({ comparison, measure, isFinding }) =>
        isFinding && measure === 'delta' && comparison === first?.comparison,
    );
    const axis = firstAxis(sweep.grid).name;
    return {
      ...this.#counts,
      ...Object.fromEntries([...means].map(([arm, mean]) => [meanNames[arm], mean])),
      overall,
      pointsLowered: points.filter(({ effect }) => effect.mean > 0).length,
      pointsRaised: points.filter(({ effect }) => effect.mean < 0).length,
      sentence: sought?.[0] ?? whole,
      answer: [
        ...(sought ?? answerSays(axis, found, { pairs, compared: found.compared ?? compared }, whole)),
        ...roundsSay(found.rounds, sweep.base.rollover),
        ...precisionSays(sweep.grid.precision, found),
        setupSays(sweep),
      ],
      short: found.short,
      axis,
      frontier: found.frontier,
      headline: found.headline,
      overallBy: found.overall,
      uses: found.uses,
      failures: this.#failures,
    };
  }
}

/** The summary as it is written: plain decimal strings, snake_case. */
export function summaryTold(summary: Summary, grid: Grid): object {
  const { overall, failures } = summary;
  return {
    pairs: summary.pairs,
    completed: summary.completed,
    failed: summary.failed,
    verified: summary.verified,
    improved: summary.improved,
    unchanged: summary.unchanged,
    worsened: summary.worsened,
    ...Object.fromEntries(
      shownArms(grid).map((arm) => [`mean_delta_${arm}`, plainDecimal(meanDeltaOf(summary, arm))]),
    ),
    mean_trading_effect: plainDecimal(meanOf(overall)),
    standard_error: plainDecimal(overall.standardError),
    interval_low: plainDecimal(overall.low),
    interval_high: plainDecimal(overall.high),
    seeds: overall.pairs,
    grid_points_lowered: summary.pointsLowered,
    grid_points_raised: summary.pointsRaised,
    sentence: summary.sentence,
    answer: summary.answer,
    axis: summary.axis,
    headline: summary.headline.map((row) => ({ value: row.value, ...toldRow(row), ...toldCorrection(row) })),
    overall: summary.overallBy.map(toldRow),
    market_use: summary.uses.map((use) => ({
      regime: use.regime,
      runs: use.runs,
      trades: use.trades,
      sells: use.sells,
      passed_through: use.passedThrough,
      first_day_trades: use.firstDay,
      runs_with_vbt_funding: use.runsDrawn,
      mean_vbt_funding: plainDecimal(use.meanDrawn),
      largest_vbt_funding: plainDecimal(use.mostDrawn),
    })),
    points_short_of_seeds: summary.short,
    ...(grid.frontier === null || summary.frontier === null
      ? {}
      : { frontier: toldFrontier(grid.frontier, summary.frontier) }),
    grid,
    failures,
  };
}

const toldFrontier = (frontier: Frontier, rows: readonly FrontierRow[]): object[] =>
  rows.map((row) => Object.fromEntries(frontierCells(frontier, row)));

const toldRow = (row: Answered): object => ({
  comparison: comparisonName(row.comparison),
  measure: row.measure,
  seeds: row.effect.pairs,
  mean_effect: plainDecimal(meanOf(row.effect)),
  standard_error: plainDecimal(row.effect.standardError),
  interval_low: plainDecimal(row.effect.low),
  interval_high: plainDecimal(row.effect.high),
  relief: plainDecimal(reliefOf(row)),
});

const toldCorrection = (row: Row): object => ({
  bonferroni_low: plainDecimal(row.low),
  bonferroni_high: plainDecimal(row.high),
  holm_p: plainDecimal(row.holmP),
  is_finding: row.isFinding,
});
