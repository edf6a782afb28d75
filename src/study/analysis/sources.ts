/** The files that an analysis reads: their columns, and what may stand in each. OUT-03 … OUT-08R, OUT-13. */
import { repaymentColumns, strategies } from '../../run/metrics/repayments.ts';
import { inventoryColumns, midColumns, systemColumns } from '../../run/metrics/series.ts';
import { tradeColumns } from '../../run/metrics/trades.ts';
import { shownArms, type SweepRegime } from '../../scenario/regimes.ts';
import { comparisonColumns, type ComparedArms } from '../../sweep/comparison.ts';

/** What a cell may be: a pattern that holds in SQL and in TypeScript alike, and the same in words. */
interface Kind {
  readonly pattern: string;
  readonly allowed: string;
}

const oneOf = (...words: readonly string[]): Kind => ({
  pattern: words.join('|'),
  allowed: words.filter((word) => word !== '').join(', '),
});
const orNothing = ({ pattern, allowed }: Kind): Kind => ({
  pattern: `(${pattern})?`,
  allowed: `${allowed}, or nothing`,
});

const id: Kind = { pattern: '[^/]+', allowed: 'a name' };
const count: Kind = { pattern: '[0-9]{1,9}', allowed: 'a whole number' };
/** No exponent, no infinity: a plain decimal, as every file has it. */
const number: Kind = { pattern: '-?[0-9]+(\\.[0-9]+)?', allowed: 'a plain decimal number' };
/** Below the 10²⁰ that DECIMAL(38, 18) ends at. */
const amount: Kind = { pattern: '-?[0-9]{1,18}(\\.[0-9]+)?', allowed: 'an amount as a plain decimal number' };
/** Between −10⁹ and 10⁹, which leaves room for 28 decimals. */
const rate: Kind = { pattern: '-?[0-9]{1,9}(\\.[0-9]+)?', allowed: 'a rate as a plain decimal number' };
const flag = oneOf('true', 'false');
const party = oneOf('trader', 'dealer', 'vbt');
const strategy = oneOf(...strategies);
const status = oneOf('completed', 'stopped', 'failed');

export interface Source {
  /** The table. */
  readonly name: string;
  /** The file without its `.csv`. */
  readonly file: string;
  /** The arm whose runs have it. */
  readonly arm: SweepRegime;
  readonly columns: readonly string[];
  readonly kindOf: (column: string) => Kind;
  /** Columns that tell the rows of one file apart, set by set. */
  readonly keys: readonly (readonly string[])[];
  /** Whether a file without a row is a broken one: a series has an opening. OUT-15R. */
  readonly needsRow: boolean;
}

const trades: Readonly<Record<(typeof tradeColumns)[number], Kind>> = {
  run_id: id,
  regime: id,
  day: count,
  trade_index: count,
  trader_id: id,
  side: oneOf('BUY', 'SELL'),
  buyer_id: id,
  buyer_type: party,
  seller_id: id,
  seller_type: party,
  bucket: id,
  ticket_id: id,
  liability_id: id,
  issuer_id: id,
  maturity_day: count,
  face_value: amount,
  price: amount,
  outside_mid: number,
  outside_bid: number,
  outside_ask: number,
  dealer_midline: number,
  dealer_inventory_before: count,
  dealer_inventory_after: count,
  is_passthrough: flag,
  hit_vbt_reason: orNothing(oneOf('capacity', 'cash', 'inventory', 'guard', 'issuer', 'regime')),
  is_liquidity_driven: flag,
};

const repayments: Readonly<Record<(typeof repaymentColumns)[number], Kind>> = {
  run_id: id,
  regime: id,
  trader_id: id,
  liability_id: id,
  maturity_day: count,
  face_value: amount,
  outcome: oneOf('repaid', 'defaulted'),
  recovery: number,
  buy_count: count,
  sell_count: count,
  net_cash_pnl: number,
  strategy,
  debtor_buy_count: count,
  debtor_sell_count: count,
  debtor_net_cash_pnl: number,
  debtor_strategy: strategy,
  held_matching_maturity: flag,
};

const inventories: Readonly<Record<(typeof inventoryColumns)[number], Kind>> = {
  day: count,
  bucket: id,
  dealer_inventory: count,
  dealer_capacity: number,
  capacity_used: orNothing(number),
  is_at_zero: flag,
  hit_vbt_this_step: flag,
  dealer_cash: number,
  vbt_inventory: count,
  vbt_cash: number,
  total_face_outstanding: number,
  share_dealer: orNothing(number),
  share_vbt: orNothing(number),
  share_traders: orNothing(number),
};

const source = <Column extends string>(
  file: string,
  kinds: Readonly<Record<Column, Kind>>,
  keys: readonly (readonly Column[])[],
  needsRow: boolean,
  arm: SweepRegime = 'active',
): Source => ({
  ...{ name: arm === 'active' ? file : `${arm}_${file}`, file, arm },
  columns: Object.keys(kinds),
  kindOf: (column) => kinds[column as Column],
  keys,
  needsRow,
});

export const repaymentsOf = (arm: SweepRegime): Source =>
  source('repayment_events', repayments, [['liability_id']], false, arm);
export const inventoriesOf = (arm: SweepRegime): Source =>
  source('inventory_timeseries', inventories, [['day', 'bucket']], true, arm);

/** The files of an active run with these buckets. */
export const runSources = (buckets: readonly string[]): readonly Source[] => [
  source('trades', trades, [['trade_index']], false),
  repaymentsOf('active'),
  inventoriesOf('active'),
  {
    ...{ name: 'system_state_timeseries', file: 'system_state_timeseries', arm: 'active' },
    columns: systemColumns(buckets),
    kindOf: (column) => (column === 'day' ? count : column.includes('face') ? amount : number),
    keys: [['day']],
    needsRow: true,
  },
];

const mids: Readonly<Record<(typeof midColumns)[number], Kind>> = {
  day: count,
  bucket: id,
  dealer_midline: orNothing(number),
  vbt_mid: orNothing(number),
  dealer_premium_pct: orNothing(number),
  vbt_premium_pct: orNothing(number),
};

/** What only fans over seeds read. */
export const midsOf = (arm: SweepRegime): Source =>
  source('mid_timeseries', mids, [['day', 'bucket']], true, arm);

const ofPairs: Readonly<Record<string, Kind>> = {
  face_value: amount,
  seed: { pattern: '[0-9]+', allowed: 'a whole number' },
  passive_run_id: id,
  active_run_id: id,
  baseline_run_id: id,
  backstop_run_id: id,
  passive_status: status,
  active_status: status,
  baseline_status: status,
  backstop_status: status,
  delta_passive: orNothing(rate),
  delta_active: orNothing(rate),
  trading_effect: orNothing(rate),
};
const parameters = ['kappa', 'liquidity_ratio', 'concentration', 'mu', 'outside_mid_ratio'];

/** `comparison.csv` of a sweep, with the arms and axes that its header has. BAL-08, EXP-01, EXP-03. */
export const comparisonSource = (buckets: readonly string[], arms: ComparedArms): Source => ({
  ...{ name: 'comparison', file: 'comparison', arm: 'active' },
  columns: comparisonColumns(buckets, arms).map(([name]) => name),
  kindOf: (column) =>
    ofPairs[column] ??
    (parameters.includes(column) ? number : arms.axes.includes(column) ? id : orNothing(number)),
  keys: shownArms(arms)
    .toReversed()
    .map((regime) => [`${regime}_run_id`]),
  needsRow: false,
});
