/** `comparison.csv`: one row a pair. OUT-13, MET-08, BAL-08, BAL-09, EXP-03, EXP-07. */
import type { Cell } from '../files/cell.ts';
import type { Metrics } from '../run/metrics/run-metrics.ts';
import type { Num } from '../num.ts';
import { axisText, type AxisSetting } from '../scenario/axes.ts';
import type { Grid, GriddedSweep } from '../scenario/grid.ts';
import type { Comparison, SweepRegime } from '../scenario/regimes.ts';
import { difference, figuresOf, measures } from './arms.ts';

/** What became of one arm; `completed` is `stopped` where a default ended the run (SET-07). */
export type ArmStatus = 'completed' | 'stopped' | 'failed';

export interface Arm {
  readonly runId: string;
  readonly status: ArmStatus;
  /** Null where the run failed. */
  readonly metrics: Metrics | null;
}

export interface Pair {
  readonly parameters: {
    readonly kappa: string;
    readonly liquidityRatio: string;
    readonly concentration: string;
    readonly mu: string;
    readonly outsideMidRatio: string;
    /** Further axes. EXP-01. */
    readonly settings: readonly AxisSetting[];
    readonly seed: number;
    readonly faceValue: string;
  };
  readonly passive: Arm;
  readonly active: Arm;
  /** Only where the sweep has the third regime. BAL-08. */
  readonly baseline: Arm | null;
  /** Only where the sweep has it. LOOP-05. */
  readonly backstop: Arm | null;
  readonly rescues: number | null;
}

type Columns = readonly (readonly [name: string, cell: (pair: Pair) => Cell])[];

const perhaps = (metrics: Metrics | null, read: (metrics: Metrics) => Cell): Cell =>
  metrics === null ? null : read(metrics);

/** δ_passive − δ_active: positive where market making lowers defaults. BAL-09. */
export function tradingEffect({ passive, active }: Pick<Pair, 'passive' | 'active'>): Num | null {
  if (passive.metrics === null || active.metrics === null) return null;
  return passive.metrics.payoff.defaultRate.minus(active.metrics.payoff.defaultRate);
}

/** The effect over δ_passive, 0 when there is nothing to relieve. BAL-09. */
function relief(pair: Pair): Num | null {
  const effect = tradingEffect(pair);
  const rate = pair.passive.metrics?.payoff.defaultRate;
  if (effect === null || rate === undefined) return null;
  return rate.isZero() ? rate : effect.div(rate);
}

/** δ_baseline − δ_passive: what the balance sheets absorb by being there. BAL-08. */
function absorption({ baseline, passive }: Pair): Num | null {
  if (baseline?.metrics == null || passive.metrics === null) return null;
  return baseline.metrics.payoff.defaultRate.minus(passive.metrics.payoff.defaultRate);
}

const midColumns = (kind: 'dealer' | 'vbt', buckets: readonly string[]): Columns =>
  buckets.map((bucket) => [
    `${kind}_mid_final_${bucket}`,
    ({ active }) =>
      perhaps(active.metrics, ({ mids }) => {
        const mid = mids.find((candidate) => candidate.bucket === bucket);
        return (kind === 'dealer' ? mid?.dealerMidFinal : mid?.vbtMidFinal) ?? null;
      }),
  ]);

/** What decides which columns there are, besides the buckets. */
export interface ComparedArms extends Pick<Grid, 'regimes' | 'comparisons'> {
  /** Paths of further axes. EXP-02. */
  readonly axes: readonly string[];
}

/** The columns of a sweep. */
export const columnsOfSweep = ({ base, grid }: GriddedSweep): Columns =>
  comparisonColumns(Object.keys(base.buckets), { ...grid, axes: grid.axes.map(({ path }) => path) });

/** The columns for these buckets and arms; those of a third and fourth arm come only with it. */
export function comparisonColumns(
  buckets: readonly string[],
  { regimes, comparisons, axes }: ComparedArms,
): Columns {
  const own: Columns = [
    ['kappa', ({ parameters }) => parameters.kappa],
    ['liquidity_ratio', ({ parameters }) => parameters.liquidityRatio],
    ['concentration', ({ parameters }) => parameters.concentration],
    ['mu', ({ parameters }) => parameters.mu],
    ['outside_mid_ratio', ({ parameters }) => parameters.outsideMidRatio],
    ...axisColumns(axes),
    ['seed', ({ parameters }) => parameters.seed],
    ['face_value', ({ parameters }) => parameters.faceValue],
    ['delta_passive', ({ passive }) => perhaps(passive.metrics, ({ payoff }) => payoff.defaultRate)],
    ['delta_active', ({ active }) => perhaps(active.metrics, ({ payoff }) => payoff.defaultRate)],
    ['phi_passive', ({ passive }) => perhaps(passive.metrics, ({ payoff }) => payoff.payoffRate)],
    ['phi_active', ({ active }) => perhaps(active.metrics, ({ payoff }) => payoff.payoffRate)],
    ['trading_effect', tradingEffect],
    ['trading_relief_ratio', relief],
    ['passive_run_id', ({ passive }) => passive.runId],
    ['passive_status', ({ passive }) => passive.status],
    ['active_run_id', ({ active }) => active.runId],
    ['active_status', ({ active }) => active.status],
    [
      'big_entity_loss_passive',
      ({ passive }) => perhaps(passive.metrics, ({ losses }) => losses.dealers.plus(losses.vbts)),
    ],
    [
      'big_entity_pnl_active',
      ({ active }) => perhaps(active.metrics, (m) => m.dealerTotalPnl.plus(m.vbtTotalPnl)),
    ],
    ['dealer_total_pnl', ({ active }) => perhaps(active.metrics, ({ dealerTotalPnl }) => dealerTotalPnl)],
    ['vbt_total_pnl', ({ active }) => perhaps(active.metrics, ({ vbtTotalPnl }) => vbtTotalPnl)],
    ['total_trades', ({ active }) => perhaps(active.metrics, ({ activity }) => activity.trades)],
    ['rescue_count', ({ rescues }) => rescues],
    ['initial_debt', ({ active }) => perhaps(active.metrics, ({ initialTotalDebt }) => initialTotalDebt)],
    ['initial_money', ({ active }) => perhaps(active.metrics, ({ initialTotalMoney }) => initialTotalMoney)],
    [
      'debt_to_money_ratio',
      ({ active }) => perhaps(active.metrics, ({ debtToMoneyRatio }) => debtToMoneyRatio),
    ],
    ...midColumns('dealer', buckets),
    ...midColumns('vbt', buckets),
  ];
  const third: Columns = [
    [
      'delta_baseline',
      ({ baseline }) => perhaps(baseline?.metrics ?? null, ({ payoff }) => payoff.defaultRate),
    ],
    ['phi_baseline', ({ baseline }) => perhaps(baseline?.metrics ?? null, ({ payoff }) => payoff.payoffRate)],
    ['balance_sheet_effect', absorption],
    ['baseline_run_id', ({ baseline }) => baseline?.runId ?? null],
    ['baseline_status', ({ baseline }) => baseline?.status ?? null],
  ];
  const fourth: Columns = [
    ['phi_backstop', ({ backstop }) => perhaps(backstop?.metrics ?? null, ({ payoff }) => payoff.payoffRate)],
    ['backstop_run_id', ({ backstop }) => backstop?.runId ?? null],
    ['backstop_status', ({ backstop }) => backstop?.status ?? null],
  ];
  const columns = [
    ...own,
    ...(regimes.includes('baseline') ? third : []),
    ...(regimes.includes('backstop') ? fourth : []),
  ];
  const known = new Set(columns.map(([name]) => name));
  const figures = [...armColumns(regimes), ...effectColumns(comparisons)].filter(
    ([name]) => !known.has(name),
  );
  return [...columns, ...figures];
}

/** A column for each further axis, named by its path. EXP-01, EXP-02. */
const axisColumns = (axes: readonly string[]): Columns =>
  axes.map((path) => [
    path,
    ({ parameters }) => {
      const setting = parameters.settings.find((one) => one.path === path);
      return setting === undefined ? null : axisText(setting.value);
    },
  ]);

/** `<figure>_<arm>`. MET-10 … MET-15. */
const armColumns = (regimes: readonly SweepRegime[]): Columns =>
  regimes.flatMap((regime) =>
    figuresOf(regime).map(
      ([name, read]) =>
        [`${name}_${regime}`, (pair: Pair) => perhaps(pair[regime]?.metrics ?? null, read)] as const,
    ),
  );

/** `effect_<measure>_<a>_<b>`: a − b, for every comparison. EXP-03, EXP-07. */
const effectColumns = (comparisons: readonly Comparison[]): Columns =>
  comparisons.flatMap((comparison) =>
    measures.map(
      (measure) =>
        [
          `effect_${measure}_${comparison.join('_')}`,
          (pair: Pair) => difference(comparison, measure, (regime) => pair[regime]?.metrics ?? null),
        ] as const,
    ),
  );
