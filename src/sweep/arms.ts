/** The arms of a pair, what is compared with what, and by which measures. EXP-03, EXP-07. */
import type { Comparison, Measure, SweepRegime } from '../scenario/regimes.ts';
import type { Metrics } from '../run/metrics/run-metrics.ts';
import type { Num } from '../num.ts';

export { measures, type Comparison, type Measure } from '../scenario/regimes.ts';

export const comparisonName = ([a, b]: Comparison): string => `${a} - ${b}`;

const ofMeasure: Readonly<Record<Measure, (metrics: Metrics) => Num | number>> = {
  delta: ({ payoff }) => payoff.defaultRate,
  delta1: ({ payoff }) => payoff.firstGeneration.defaultRate,
  traders_defaulted: ({ payoff }) => payoff.tradersDefaulted,
  unpaid: ({ payoff }) => payoff.unpaid,
};

/** Everything else that is kept of an arm. MET-10 … MET-15. */
const ofArm = {
  due: ({ payoff }) => payoff.due,
  paid: ({ payoff }) => payoff.paid,
  first_round: ({ rounds }) => rounds.firstRound.count,
  first_round_face: ({ rounds }) => rounds.firstRound.face,
  induced: ({ rounds }) => rounds.induced.count,
  induced_face: ({ rounds }) => rounds.induced.face,
  rollovers_declined: ({ activity }) => activity.rolloversDeclined,
  rollovers_declined_face: ({ activity }) => activity.rolloversDeclinedFace,
} satisfies Readonly<Record<string, (metrics: Metrics) => Num | number>>;

/** And of an arm in which traders trade. MET-11, MET-12. */
const ofMarket = {
  sells: ({ marketUse: use }) => use.sellsInterior + use.sellsPassedThrough,
  buys: ({ marketUse: use }) => use.buysInterior + use.buysPassedThrough,
  passed_through: ({ marketUse: use }) => use.sellsPassedThrough + use.buysPassedThrough,
  first_day_trades: ({ marketUse: use }) => use.firstDayTrades,
  vbt_lowest_cash: ({ vbtFunding }) => vbtFunding.total.lowestCash,
  vbt_funding_drawn: ({ vbtFunding }) => vbtFunding.total.drawn,
} satisfies Readonly<Record<string, (metrics: Metrics) => Num | number>>;

/** Kept of an arm, too, for claims and data, without a column of comparison.csv. CLM-01, DAT-01. */
const ofRecord = {
  initial_debt: ({ initialTotalDebt }) => initialTotalDebt,
  initial_money: ({ initialTotalMoney }) => initialTotalMoney,
  dealer_active_fraction: ({ dealerActiveFraction }) => dealerActiveFraction ?? 0,
} satisfies Readonly<Record<string, (metrics: Metrics) => Num | number>>;

export type MarketFigure = keyof typeof ofMarket;
export type Figure = Measure | keyof typeof ofArm | MarketFigure | keyof typeof ofRecord;

/** All figures that a record keeps of an arm, those of an arm with a market among them. */
export const allFigures = Object.keys({ ...ofMeasure, ...ofArm, ...ofMarket, ...ofRecord }) as Figure[];

export const hasMarket = (regime: SweepRegime): boolean => regime === 'active' || regime === 'backstop';

/** The figures of an arm by name: each is a column `<name>_<regime>` of comparison.csv. */
export function figuresOf(
  regime: SweepRegime,
): readonly (readonly [Figure, (metrics: Metrics) => Num | number])[] {
  const all = { ...ofMeasure, ...ofArm, ...(hasMarket(regime) ? ofMarket : {}) };
  return Object.entries(all) as [Figure, (metrics: Metrics) => Num | number][];
}

/** All that a record keeps of an arm. A passive dealer has no market: the fraction is of arms with one. */
function recordFigures(
  regime: SweepRegime,
): readonly (readonly [Figure, (metrics: Metrics) => Num | number])[] {
  const more = Object.entries(ofRecord).filter(
    ([name]) => name !== 'dealer_active_fraction' || hasMarket(regime),
  ) as [Figure, (metrics: Metrics) => Num | number][];
  return [...figuresOf(regime), ...more];
}

/** Their names, in the order of a record. */
export const figureNames = (regime: SweepRegime): readonly Figure[] =>
  recordFigures(regime).map(([name]) => name);

/** What an arm came to, as plain decimal strings. */
export type ArmFigures = Readonly<Partial<Record<Figure, string>>>;

export const readFigures = (regime: SweepRegime, metrics: Metrics): ArmFigures =>
  Object.fromEntries(
    recordFigures(regime).map(([name, read]) => {
      const value = read(metrics);
      return [name, typeof value === 'number' ? String(value) : value.toFixed()];
    }),
  );

/** a − b of a measure; null where an arm failed. EXP-03. */
export function difference(
  comparison: Comparison,
  measure: Measure,
  metricsOf: (regime: SweepRegime) => Metrics | null,
): Num | number | null {
  const [a, b] = comparison.map(metricsOf);
  if (a == null || b == null) return null;
  const [first, second] = [ofMeasure[measure](a), ofMeasure[measure](b)];
  return typeof first === 'number' || typeof second === 'number'
    ? Number(first) - Number(second)
    : first.minus(second);
}
