/** The folder of an analysis: its files, their columns, and the shape of its answer. ANA-01 … ANA-04. */
import { strategies, type Strategy } from '../../run/metrics/repayments.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';

const point = ['kappa', 'concentration', 'mu', 'outside_mid_ratio'] as const;
const effect = ['delta_passive', 'delta_active', 'trading_effect', 'trading_relief_ratio'] as const;
const ofStrategy = ['count', 'face', 'default_count', 'default_face', 'default_rate'] as const;

type OfStrategy = `${(typeof ofStrategy)[number]}_${Strategy}`;

/** ANA-01. */
export const outcomesByRunColumns = [
  'run_id',
  ...point,
  'seed',
  'face_value',
  ...effect,
  'total_liabilities',
  'total_face_value',
  'default_face_total',
  'default_rate_total',
  ...strategies.flatMap((strategy) => ofStrategy.map((what): OfStrategy => `${what}_${strategy}`)),
] as const;

/** ANA-02. */
export const outcomesOverallColumns = [
  'strategy',
  ...point,
  'total_face',
  'default_face',
  'default_rate',
  'runs_using_strategy',
  'mean_trading_effect',
] as const;

/** ANA-03. */
export const dealerUsageColumns = [
  'run_id',
  ...point,
  ...effect,
  'dealer_trade_count',
  'trader_dealer_trade_count',
  'n_traders_using_dealer',
  'total_face_traded',
  'total_cash_volume',
  'dealer_active_fraction',
  'dealer_empty_fraction',
  'vbt_usage_fraction',
  'mean_debt_to_money',
  'final_debt_to_money',
  'debt_shrink_rate',
  'frac_defaulted_that_traded',
  'frac_repaid_that_traded',
] as const;

/** One row for each pair with zero effect: its class, and the counts of the active run that put it there. ANA-04. */
export const zeroEffectColumns = [
  ...point,
  'seed',
  'passive_run_id',
  'active_run_id',
  'delta_passive',
  'delta_active',
  'class',
  'dealer_trades',
  'orders_past_dealer',
  'defaulted_liabilities',
  'defaulted_that_traded',
] as const;

/** Why a pair has no effect. The first that holds, in this order, is the pair's class. ANA-04, ANA-06R. */
export const zeroEffectClasses = [
  'no_defaults_to_relieve',
  'dealer_not_used',
  'defaulters_never_traded',
  'dealer_emptied_or_full',
  'defaulters_traded_in_vain',
] as const;

export type ZeroEffectClass = (typeof zeroEffectClasses)[number];

/** The tables by file name, each with its columns. */
export const tables = {
  'strategy_outcomes_by_run.csv': outcomesByRunColumns,
  'strategy_outcomes_overall.csv': outcomesOverallColumns,
  'dealer_usage_by_run.csv': dealerUsageColumns,
  'zero_effect_pairs.csv': zeroEffectColumns,
} as const;

export type TableName = keyof typeof tables;

/** The columns of a table over a sweep with these further axes, which stand after the outside mid. EXP-02. */
export const columnsOf = (name: TableName, axes: readonly string[]): string[] =>
  tables[name].flatMap((column) => (column === 'outside_mid_ratio' ? [column, ...axes] : [column]));

/** One row as text, by column; a cell is empty where there is nothing to say. Numbers are plain decimal strings. */
export type Row<Name extends TableName> = Readonly<Record<(typeof tables)[Name][number], string>>;

export type Tables = { readonly [Name in TableName]: readonly Row<Name>[] };

/** `answer.json`. Money and rates are plain decimal strings, the rest are counts. */
export interface Answer {
  /** What the sweep lacks of passive and active: without either there is no trading effect. BAL-09, EXP-03. */
  readonly lacks?: readonly SweepRegime[];
  readonly pairs: number;
  readonly compared: number;
  /** Pairs of which an arm failed. BAL-10. */
  readonly failed: number;
  readonly lowered: number;
  readonly unchanged: number;
  readonly raised: number;
  /** Every class in its order, those of no pair too. */
  readonly classes: readonly {
    readonly class: ZeroEffectClass;
    readonly pairs: number;
    /** What the class says, as words for a table. */
    readonly words: string;
  }[];
  /** Pairs with zero effect that have no class, since files of their active run are missing. */
  readonly not_classed: number;
  /** Over all active runs, in the order of OUT-09. */
  readonly strategies: readonly {
    readonly strategy: Strategy;
    readonly liabilities: number;
    readonly face: string;
    readonly default_face: string;
    readonly default_rate: string;
  }[];
  /** Per-run files that are not there, as paths below the sweep's folder. ANA-05. */
  readonly missing: readonly string[];
  /** The whole answer as one paragraph. ANA-04. */
  readonly text: string;
}

export interface Analysis {
  readonly answer: Answer;
  readonly tables: Tables;
  /** Paths of the sweep's further axes, each a column of every table. EXP-02. */
  readonly axes: readonly string[];
}

/** Where the analysis of a sweep stands, below the sweep's folder. */
export const ANALYSIS = 'analysis';

export const ANSWER = 'answer.json';
