/** The tables of an analysis by plain loops over the files of a sweep: the same answer by another way. */
import { Decimal } from 'decimal.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../../../steps/csv.ts';

type Row = Readonly<Record<string, string>>;

const D = Decimal.clone({ precision: 60 });
type D = InstanceType<typeof D>;

export const readTable = (path: string): Row[] => csvRows(readFileSync(path, 'utf8'));

const of = (row: Row, column: string): string => {
  const cell = row[column];
  if (cell === undefined) throw new Error(`no ${column}`);
  return cell;
};
const sum = (rows: readonly Row[], column: string): D =>
  rows.reduce((total, row) => total.plus(of(row, column)), new D(0));
const rate = (part: D | number, whole: D | number): string =>
  new D(whole).isZero() ? '0' : new D(part).div(whole).toString();
const strategies = ['no_trade', 'hold_to_maturity', 'sell_before', 'round_trip'];

interface RunFiles {
  readonly pair: Row;
  readonly trades: Row[];
  readonly repayments: Row[];
  readonly inventory: Row[];
  readonly system: Row[];
}

/** Every pair with the files of its active run. */
function runsOf(folder: string): RunFiles[] {
  return readTable(join(folder, 'aggregate', 'comparison.csv')).map((pair) => {
    const file = (name: string) =>
      readTable(join(folder, 'active', 'runs', of(pair, 'active_run_id'), 'out', name));
    return {
      pair,
      trades: file('trades.csv'),
      repayments: file('repayment_events.csv'),
      inventory: file('inventory_timeseries.csv'),
      system: file('system_state_timeseries.csv'),
    };
  });
}

const grid = ['kappa', 'concentration', 'mu', 'outside_mid_ratio'];
const effects = ['delta_passive', 'delta_active', 'trading_effect', 'trading_relief_ratio'];
const pick = (row: Row, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, of(row, column)]));
const defaulted = (row: Row): boolean => of(row, 'outcome') === 'defaulted';

function outcomesOf({ pair, repayments }: RunFiles): Row {
  const row: Record<string, string> = {
    run_id: of(pair, 'active_run_id'),
    ...pick(pair, [...grid, 'seed', 'face_value', ...effects]),
    total_liabilities: String(repayments.length),
    total_face_value: sum(repayments, 'face_value').toFixed(),
    default_face_total: sum(repayments.filter(defaulted), 'face_value').toFixed(),
    default_rate_total: rate(sum(repayments.filter(defaulted), 'face_value'), sum(repayments, 'face_value')),
  };
  for (const strategy of strategies) {
    const own = repayments.filter((event) => of(event, 'strategy') === strategy);
    const lost = own.filter(defaulted);
    row[`count_${strategy}`] = String(own.length);
    row[`face_${strategy}`] = sum(own, 'face_value').toFixed();
    row[`default_count_${strategy}`] = String(lost.length);
    row[`default_face_${strategy}`] = sum(lost, 'face_value').toFixed();
    row[`default_rate_${strategy}`] = rate(sum(lost, 'face_value'), sum(own, 'face_value'));
  }
  return row;
}

function overallOf(runs: readonly RunFiles[]): Row[] {
  const keyOf = ({ pair }: RunFiles): string => JSON.stringify(pick(pair, grid));
  return [...new Set(runs.map(keyOf))].flatMap((key) =>
    strategies.map((strategy) => {
      const uses = ({ repayments }: RunFiles) =>
        repayments.some((event) => of(event, 'strategy') === strategy);
      const own = runs.filter((run) => keyOf(run) === key && uses(run));
      const events = own.flatMap(({ repayments }) =>
        repayments.filter((event) => of(event, 'strategy') === strategy),
      );
      const lost = events.filter(defaulted);
      const total = sum(
        own.map(({ pair }) => pair),
        'trading_effect',
      );
      return {
        strategy,
        ...(JSON.parse(key) as Row),
        total_face: sum(events, 'face_value').toFixed(),
        default_face: sum(lost, 'face_value').toFixed(),
        default_rate: rate(sum(lost, 'face_value'), sum(events, 'face_value')),
        runs_using_strategy: String(own.length),
        mean_trading_effect: own.length === 0 ? '' : total.div(own.length).toString(),
      };
    }),
  );
}

function usageOf({ pair, trades, repayments, inventory, system }: RunFiles): Row {
  const withDealer = trades.filter((trade) =>
    [of(trade, 'buyer_type'), of(trade, 'seller_type')].includes('dealer'),
  );
  const withTrader = withDealer.filter((trade) =>
    [of(trade, 'buyer_type'), of(trade, 'seller_type')].includes('trader'),
  );
  const days = [...new Set(inventory.map((row) => of(row, 'day')))].filter((day) => day !== '0');
  const share = (holds: (rows: Row[]) => boolean): string =>
    rate(days.filter((day) => holds(inventory.filter((row) => of(row, 'day') === day))).length, days.length);
  const later = system.filter((row) => of(row, 'day') !== '0');
  const [first, last] = [system[0] ?? {}, system.at(-1) ?? {}];
  const used = (row: Row): boolean => Number(of(row, 'buy_count')) + Number(of(row, 'sell_count')) > 0;
  const usedShare = (rows: Row[]): string =>
    rate(sum(rows.filter(used), 'face_value'), sum(rows, 'face_value'));
  const face0 = new D(of(first, 'total_face_value'));
  return {
    run_id: of(pair, 'active_run_id'),
    ...pick(pair, [...grid, ...effects]),
    dealer_trade_count: String(withDealer.length),
    trader_dealer_trade_count: String(withTrader.length),
    n_traders_using_dealer: String(new Set(withTrader.map((trade) => of(trade, 'trader_id'))).size),
    total_face_traded: sum(trades, 'face_value').toFixed(),
    total_cash_volume: sum(trades, 'price').toFixed(),
    dealer_active_fraction: share((rows) => rows.some((row) => Number(of(row, 'dealer_inventory')) > 0)),
    dealer_empty_fraction: share((rows) => rows.every((row) => Number(of(row, 'dealer_inventory')) === 0)),
    vbt_usage_fraction: share((rows) => rows.some((row) => of(row, 'hit_vbt_this_step') === 'true')),
    mean_debt_to_money: rate(sum(later, 'debt_to_money'), later.length),
    final_debt_to_money: of(last, 'debt_to_money'),
    debt_shrink_rate: rate(face0.minus(of(last, 'total_face_value')), face0),
    frac_defaulted_that_traded: usedShare(repayments.filter(defaulted)),
    frac_repaid_that_traded: usedShare(repayments.filter((row) => !defaulted(row))),
  };
}

function zeroEffectOf({ pair, trades, repayments }: RunFiles): Row[] {
  if (new D(of(pair, 'trading_effect')).abs().greaterThan('1e-9')) return [];
  const lost = repayments.filter(defaulted);
  const traded = lost.filter(
    (row) => Number(of(row, 'debtor_buy_count')) + Number(of(row, 'debtor_sell_count')) > 0,
  );
  const dealt = trades.filter(
    (trade) => of(trade, 'buyer_type') === 'dealer' || of(trade, 'seller_type') === 'dealer',
  );
  const past = trades.filter((trade) => !['', 'issuer'].includes(of(trade, 'hit_vbt_reason')));
  const classOf = (): string => {
    if (new D(of(pair, 'delta_passive')).lessThanOrEqualTo('1e-9')) return 'no_defaults_to_relieve';
    if (dealt.length === 0 && past.length === 0) return 'dealer_not_used';
    if (traded.length === 0) return 'defaulters_never_traded';
    return past.length > 0 ? 'dealer_emptied_or_full' : 'defaulters_traded_in_vain';
  };
  return [
    {
      ...pick(pair, [...grid, 'seed', 'passive_run_id', 'active_run_id', 'delta_passive', 'delta_active']),
      class: classOf(),
      dealer_trades: String(dealt.length),
      orders_past_dealer: String(past.length),
      defaulted_liabilities: String(lost.length),
      defaulted_that_traded: String(traded.length),
    },
  ];
}

/** Every table, by file name. Rates in 60 digits. */
export function tablesByLoops(folder: string): Readonly<Record<string, Row[]>> {
  const runs = runsOf(folder);
  return {
    'strategy_outcomes_by_run.csv': runs.map(outcomesOf),
    'strategy_outcomes_overall.csv': overallOf(runs),
    'dealer_usage_by_run.csv': runs.map(usageOf),
    'zero_effect_pairs.csv': runs.flatMap(zeroEffectOf),
  };
}
