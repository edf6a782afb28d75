/** What claims may speak of: the figures of an arm by name, and the columns of comparison.csv. CLM-01. */
import { decimal } from '../../num.ts';
import { allFigures, hasMarket, type Figure } from '../../sweep/arms.ts';
import { columnsOfSweep } from '../../sweep/comparison.ts';
import type { GriddedSweep } from '../../scenario/grid.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';
import type { PairRecord } from '../../sweep/pair.ts';

/** How amounts of a metric are written: as percentage points of a share, or as plain numbers of something. */
export interface Unit {
  readonly isShare: boolean;
  /** As `traders`; empty for money and for columns. */
  readonly word: string;
}

const share: Unit = { isShare: true, word: 'percentage points' };
const count = (word: string): Unit => ({ isShare: false, word });
const money = count('');

/** The figures that have a name in words; every other one goes by the name of its column. */
export const namedFigures: readonly (readonly [words: string, figure: Figure, unit: Unit])[] = [
  ['the default rate', 'delta', share],
  ['the first-generation default rate', 'delta1', share],
  ['the number of traders that default', 'traders_defaulted', count('traders')],
  ['the unpaid debt', 'unpaid', money],
  ['the debt due', 'due', money],
  ['the debt paid', 'paid', money],
  ['the number of first-round defaults', 'first_round', count('defaults')],
  ['the number of induced defaults', 'induced', count('defaults')],
  ['the number of declined rollovers', 'rollovers_declined', count('rollovers')],
  ['the number of sales', 'sells', count('sales')],
  ['the number of purchases', 'buys', count('purchases')],
  ['the number of trades passed through', 'passed_through', count('trades')],
  ['the number of trades on the first day', 'first_day_trades', count('trades')],
  ['the outside funding drawn', 'vbt_funding_drawn', money],
  ['the lowest cash of the VBTs', 'vbt_lowest_cash', money],
  ['the initial debt', 'initial_debt', money],
  ['the initial money', 'initial_money', money],
  ['the share of days with dealer inventory', 'dealer_active_fraction', share],
];

/** A figure of an arm. */
export interface FigureMetric {
  readonly name: string;
  readonly unit: Unit;
  readonly figure: Figure;
}

/** The figure that words or its own name mean; null where there is none. */
export function figureNamed(words: string): FigureMetric | null {
  const named = namedFigures.find(([name, figure]) => name === words || figure === words);
  if (named !== undefined) return { name: named[0], unit: named[2], figure: named[1] };
  const figure = allFigures.find((name) => name === words);
  return figure === undefined ? null : { name: figure, unit: money, figure };
}

/** All that may be said for a metric of an arm. */
export const figureWords = (): string[] => [...namedFigures.map(([words]) => words), ...allFigures];

/** Whether an arm has a figure: prices and trades are only where traders trade. */
export const hasFigure = (regime: SweepRegime, figure: Figure): boolean =>
  hasMarket(regime) || !onlyOfMarkets.has(figure);

const onlyOfMarkets: ReadonlySet<Figure> = new Set([
  ...(['sells', 'buys', 'passed_through', 'first_day_trades'] as const),
  ...(['vbt_lowest_cash', 'vbt_funding_drawn', 'dealer_active_fraction'] as const),
]);

/** A number of a pair; null where an arm failed or the figure is not there. */
export type Reads = (record: PairRecord) => number | null;

export const readsFigure =
  (regime: SweepRegime, { figure }: FigureMetric): Reads =>
  ({ arms }) => {
    const text = arms[regime]?.[figure];
    return text === undefined ? null : Number(text);
  };

/** a − b, as the figures have it and not their doubles. */
export const readsDifference =
  (a: SweepRegime, b: SweepRegime, { figure }: FigureMetric): Reads =>
  ({ arms }) => {
    const [first, second] = [arms[a]?.[figure], arms[b]?.[figure]];
    if (first === undefined || second === undefined) return null;
    return decimal.of(first).minus(decimal.of(second)).toNumber();
  };

/** Columns of comparison.csv that hold a figure of the pair, by their place in its row. EXP-02. */
export function pairColumns(sweep: GriddedSweep): ReadonlyMap<string, number> {
  const names = columnsOfSweep(sweep).map(([name]) => name);
  const first = names.indexOf('face_value') + 1;
  return new Map(
    names.flatMap((name, i) => (i < first || /_(run_id|status)$/.test(name) ? [] : [[name, i] as const])),
  );
}

export const readsColumn =
  (place: number): Reads =>
  ({ row }) => {
    const text = row[place] ?? '';
    return text === '' ? null : Number(text);
  };
