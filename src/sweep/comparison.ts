/** `comparison.csv`: one row a pair. OUT-13, MET-08, BAL-08, BAL-09, EXP-03, EXP-07. */
import type { Cell } from '../files/cell.ts';
import type { Metrics } from '../run/metrics/run-metrics.ts';
import type { Num } from '../num.ts';
import { axisText, type AxisSetting } from '../scenario/axes.ts';
import type { GriddedSweep } from '../scenario/grid.ts';
import type { Arms, Comparison, SweepRegime } from '../scenario/regimes.ts';
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
  readonly arms: Readonly<Partial<Record<SweepRegime, Arm>>>;
  /** Null where the sweep lacks one of the two arms that it is told by, or one failed. MET-08. */
  readonly rescues: number | null;
}

export type Columns = readonly (readonly [name: string, cell: (pair: Pair) => Cell])[];

/** A column, and the arms without which a sweep does not have it. BAL-08, EXP-03. */
type ArmColumn = readonly [name: string, needs: readonly SweepRegime[], cell: (pair: Pair) => Cell];

const metricsOf = ({ arms }: Pair, regime: SweepRegime): Metrics | null => arms[regime]?.metrics ?? null;

const perhaps = (metrics: Metrics | null, read: (metrics: Metrics) => Cell): Cell =>
  metrics === null ? null : read(metrics);

/** A figure of one arm. */
const ofArm = (regime: SweepRegime, name: string, read: (metrics: Metrics) => Cell): ArmColumn => [
  name,
  [regime],
  (pair) => perhaps(metricsOf(pair, regime), read),
];

const deltaOf = (regime: SweepRegime): ArmColumn =>
  ofArm(regime, `delta_${regime}`, ({ payoff }) => payoff.defaultRate);
const phiOf = (regime: SweepRegime): ArmColumn =>
  ofArm(regime, `phi_${regime}`, ({ payoff }) => payoff.payoffRate);

/** Which run it was, and what became of it. */
const runOf = (regime: SweepRegime): ArmColumn[] => [
  [`${regime}_run_id`, [regime], ({ arms }) => arms[regime]?.runId ?? null],
  [`${regime}_status`, [regime], ({ arms }) => arms[regime]?.status ?? null],
];

/** δ_a − δ_b: positive where b has fewer defaults; null where an arm is missing or failed. BAL-08, BAL-09. */
export function effectOf(pair: Pair, [a, b]: Comparison): Num | null {
  const [first, second] = [metricsOf(pair, a), metricsOf(pair, b)];
  return first === null || second === null ? null : first.payoff.defaultRate.minus(second.payoff.defaultRate);
}

const tradingEffect = (pair: Pair): Num | null => effectOf(pair, ['passive', 'active']);

/** The effect over δ_passive, 0 when there is nothing to relieve. BAL-09. */
function relief(pair: Pair): Num | null {
  const effect = tradingEffect(pair);
  const rate = metricsOf(pair, 'passive')?.payoff.defaultRate;
  if (effect === null || rate === undefined) return null;
  return rate.isZero() ? rate : effect.div(rate);
}

/** What all arms start from, but a baseline that lacks the large holders: read where there are some, if anywhere. */
const atOpening = ({ arms }: Pair): Metrics | null =>
  (arms.active ?? arms.passive ?? arms.backstop ?? arms.baseline)?.metrics ?? null;

const ofOpening = (name: string, read: (metrics: Metrics) => Cell): ArmColumn => [
  name,
  [],
  (pair) => perhaps(atOpening(pair), read),
];

const midColumns = (kind: 'dealer' | 'vbt', buckets: readonly string[]): ArmColumn[] =>
  buckets.map((bucket) =>
    ofArm('active', `${kind}_mid_final_${bucket}`, ({ mids }) => {
      const mid = mids.find((candidate) => candidate.bucket === bucket);
      return (kind === 'dealer' ? mid?.dealerMidFinal : mid?.vbtMidFinal) ?? null;
    }),
  );

/** What decides which columns there are, besides the buckets. */
export interface ComparedArms extends Arms {
  /** Paths of further axes. EXP-02. */
  readonly axes: readonly string[];
}

/** The columns of a sweep. */
export const columnsOfSweep = ({ base, grid }: GriddedSweep): Columns =>
  comparisonColumns(Object.keys(base.buckets), { ...grid, axes: grid.axes.map(({ path }) => path) });

/** What every arm and comparison has, in the order of OUT-13; those of a third and fourth arm come last. BAL-08. */
const columnsOfArms = (buckets: readonly string[]): readonly ArmColumn[] => [
  deltaOf('passive'),
  deltaOf('active'),
  phiOf('passive'),
  phiOf('active'),
  ['trading_effect', ['passive', 'active'], tradingEffect],
  ['trading_relief_ratio', ['passive', 'active'], relief],
  ...runOf('passive'),
  ...runOf('active'),
  ofArm('passive', 'big_entity_loss_passive', ({ losses }) => losses.dealers.plus(losses.vbts)),
  ofArm('active', 'big_entity_pnl_active', (m) => m.dealerTotalPnl.plus(m.vbtTotalPnl)),
  ofArm('active', 'dealer_total_pnl', ({ dealerTotalPnl }) => dealerTotalPnl),
  ofArm('active', 'vbt_total_pnl', ({ vbtTotalPnl }) => vbtTotalPnl),
  ofArm('active', 'total_trades', ({ activity }) => activity.trades),
  ['rescue_count', ['passive', 'active'], ({ rescues }) => rescues],
  ofOpening('initial_debt', ({ initialTotalDebt }) => initialTotalDebt),
  ofOpening('initial_money', ({ initialTotalMoney }) => initialTotalMoney),
  ofOpening('debt_to_money_ratio', ({ debtToMoneyRatio }) => debtToMoneyRatio),
  ...midColumns('dealer', buckets),
  ...midColumns('vbt', buckets),
  deltaOf('baseline'),
  phiOf('baseline'),
  // what the balance sheets absorb by being there
  ['balance_sheet_effect', ['baseline', 'passive'], (pair) => effectOf(pair, ['baseline', 'passive'])],
  ...runOf('baseline'),
  phiOf('backstop'),
  ...runOf('backstop'),
];

/** The columns for these buckets and arms; a column is there where every arm that it needs is. BAL-08, EXP-03. */
export function comparisonColumns(
  buckets: readonly string[],
  { regimes, comparisons, axes }: ComparedArms,
): Columns {
  const columns: Columns = [
    ['kappa', ({ parameters }) => parameters.kappa],
    ['liquidity_ratio', ({ parameters }) => parameters.liquidityRatio],
    ['concentration', ({ parameters }) => parameters.concentration],
    ['mu', ({ parameters }) => parameters.mu],
    ['outside_mid_ratio', ({ parameters }) => parameters.outsideMidRatio],
    ...axisColumns(axes),
    ['seed', ({ parameters }) => parameters.seed],
    ['face_value', ({ parameters }) => parameters.faceValue],
    ...columnsOfArms(buckets).flatMap(([name, needs, cell]) =>
      needs.every((regime) => regimes.includes(regime)) ? [[name, cell] as const] : [],
    ),
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
        [`${name}_${regime}`, (pair: Pair) => perhaps(metricsOf(pair, regime), read)] as const,
    ),
  );

/** `effect_<measure>_<a>_<b>`: a − b, for every comparison. EXP-03, EXP-07. */
const effectColumns = (comparisons: readonly Comparison[]): Columns =>
  comparisons.flatMap((comparison) =>
    measures.map(
      (measure) =>
        [
          `effect_${measure}_${comparison.join('_')}`,
          (pair: Pair) => difference(comparison, measure, (regime) => metricsOf(pair, regime)),
        ] as const,
    ),
  );
