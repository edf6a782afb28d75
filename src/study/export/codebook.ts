/** Every column of the exported tables: what it means, its unit and clause. The writers have no other columns. DAT-02. */
import { explainedKeys } from '../../scenario/explain.ts';

export const tableNames = ['runs', 'liabilities', 'trades', 'days', 'effects'] as const;
export type TableName = (typeof tableNames)[number];

/** `number` is a DOUBLE, with its exact decimals beside it where a run was decimal. */
export type ColumnType = 'text' | 'integer' | 'number' | 'flag';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: string;
  readonly unit: string;
  readonly clause: string;
}

const column =
  (type: ColumnType) =>
  (name: string, meaning: string, clause: string, unit = ''): Column => ({
    name,
    type,
    meaning,
    unit,
    clause,
  });
const [text, integer, number, flag] = [column('text'), column('integer'), column('number'), column('flag')];

const runId = text('run_id', 'the run, made of its parameters', 'OUT-01');
const replicate = integer('replicate', 'the seed of the point, from 0; the same at every point', 'BAL-11R');
const seed = integer('seed', 'where all chance of the run comes from', 'BAL-11R');

/** The four parameters of the sources; other axes are explained as the keys of a scenario are. */
const parameters: Readonly<Record<string, Column>> = {
  kappa: number('kappa', 'initial debt over initial money of the traders', 'RING-03R'),
  liquidity_ratio: number('liquidity_ratio', 'initial money of the traders over initial debt', 'RING-03R'),
  concentration: number(
    'concentration',
    'of the Dirichlet draw of debts: the smaller, the more unequal',
    'RING-02',
  ),
  mu: number('mu', 'how far due days are spread', 'RING-05'),
  outside_mid_ratio: number('outside_mid_ratio', 'outside mid at the start, per unit of face', 'BAL-06'),
};

/** The column of an axis that varies. @throws Error where nothing explains it */
export function parameterColumn({ column: axis, values }: VaryingAxis): Column {
  const own = parameters[axis];
  if (own !== undefined) return own;
  const path = axis.replace(/^buckets\.[^.]+\./, 'buckets.<bucket>.');
  const key = explainedKeys().find((one) => one.path === path);
  if (key === undefined) throw new Error(`the axis ${axis} has no entry in the codebook`);
  return column(typeOf(values))(axis, key.means, key.clause, key.unit ?? '');
}

/** Words among the values, as the none of a limit, leave all of them text. */
function typeOf(values: readonly string[]): ColumnType {
  if (values.every((value) => /^-?\d+(\.\d+)?$/.test(value))) return 'number';
  return values.every((value) => value === 'true' || value === 'false') ? 'flag' : 'text';
}

const runs: readonly Column[] = [
  runId,
  text('regime', 'who makes a market: the arm of the pair', 'LOOP-04'),
  integer('pair', 'pairs from 0: runs of one pair start from one initial state', 'BAL-01'),
  replicate,
  seed,
  text('status', 'completed, stopped at a default, or failed', 'OUT-13'),
  number('delta', 'default rate: 1 less what was paid over what was due', 'MET-01', 'share'),
  number('delta1', 'default rate of the liabilities of t = 0 alone', 'MET-10', 'share'),
  number('traders_defaulted', 'traders that defaulted at least once', 'MET-10', 'traders'),
  number('unpaid', 'what was due less what was paid', 'MET-10', 'money'),
  number('due', 'all that fell due', 'MET-10', 'money'),
  number('paid', 'all that was paid of it', 'MET-10', 'money'),
  number('first_round', 'defaults that no other default induced', 'MET-13', 'liabilities'),
  number('first_round_face', 'their face', 'MET-13', 'money'),
  number(
    'induced',
    'defaults that would not be, had all claims of the issuer been paid in full',
    'MET-13',
    'liabilities',
  ),
  number('induced_face', 'their face', 'MET-13', 'money'),
  number(
    'rollovers_declined',
    'tickets not issued again because the holder could not pay',
    'MET-15',
    'tickets',
  ),
  number('rollovers_declined_face', 'their face', 'MET-15', 'money'),
  number('sells', 'tickets that traders sold', 'MET-12', 'trades'),
  number('buys', 'tickets that traders bought', 'MET-12', 'trades'),
  number('passed_through', 'trades that passed through to a VBT', 'MET-12', 'trades'),
  number('first_day_trades', 'trades on the first day on which any fell', 'MET-12', 'trades'),
  number('vbt_lowest_cash', 'lowest cash of the VBTs, added up', 'MET-11', 'money'),
  number('vbt_funding_drawn', 'how far they fell below zero, added up', 'MET-11', 'money'),
  number('initial_debt', 'all liabilities at t = 0', 'MET-04', 'money'),
  number('initial_money', 'cash of the traders at t = 0', 'MET-04', 'money'),
  number(
    'dealer_active_fraction',
    'days on which any dealer holds inventory, over all days',
    'ANA-03',
    'share',
  ),
];

const liabilities: readonly Column[] = [
  runId,
  text('trader_id', 'who owes it', 'OUT-07'),
  text('liability_id', 'the liability', 'OUT-07'),
  integer('maturity_day', 'the day on which it was due', 'OUT-07', 'days'),
  number('face_value', 'its amount', 'OUT-07', 'money'),
  text('outcome', 'repaid, or defaulted: anything short of full repayment', 'OUT-10'),
  number('recovery', 'what was paid over what was due', 'SET-01', 'share'),
  integer('buy_count', 'tickets of it that traders bought', 'OUT-08R', 'trades'),
  integer('sell_count', 'tickets of it that traders sold', 'OUT-08R', 'trades'),
  number('net_cash_pnl', 'what traders got for its tickets less what they paid', 'OUT-08R', 'money'),
  text('strategy', 'how its tickets were traded', 'OUT-09'),
  integer('debtor_buy_count', 'tickets that the debtor bought so far', 'OUT-08R', 'trades'),
  integer('debtor_sell_count', 'tickets that the debtor sold so far', 'OUT-08R', 'trades'),
  number('debtor_net_cash_pnl', 'what the debtor got in trades less what it paid', 'OUT-08R', 'money'),
  text('debtor_strategy', 'how the debtor traded', 'OUT-09'),
  flag('held_matching_maturity', 'the debtor once held a ticket due on that day', 'OUT-07'),
];

const trades: readonly Column[] = [
  runId,
  integer('day', 'the day', 'OUT-03', 'days'),
  integer('trade_index', 'the fill in its run, from 0', 'OUT-03'),
  text('trader_id', 'the customer', 'OUT-03'),
  text('side', 'BUY or SELL, of the customer', 'OUT-03'),
  text('buyer_id', 'who has the ticket now', 'OUT-03'),
  text('buyer_type', 'trader, dealer or vbt', 'OUT-03'),
  text('seller_id', 'who had it', 'OUT-03'),
  text('seller_type', 'trader, dealer or vbt', 'OUT-03'),
  text('bucket', 'the market', 'OUT-03'),
  text('ticket_id', 'the ticket', 'OUT-03'),
  text('liability_id', 'the liability that it is a part of', 'OUT-03'),
  text('issuer_id', 'who owes it', 'OUT-03'),
  integer('maturity_day', 'the day on which it is due', 'OUT-03', 'days'),
  number('face_value', 'S, the face of a ticket', 'MOD-02', 'money'),
  number('price', 'what was paid for it', 'OUT-03', 'money'),
  number('outside_mid', 'M of the bucket', 'OUT-03', 'money'),
  number('outside_bid', 'B of the bucket', 'OUT-03', 'money'),
  number('outside_ask', 'A of the bucket', 'OUT-03', 'money'),
  number('dealer_midline', "the dealer's p(x) before the trade", 'OUT-03', 'money'),
  integer('dealer_inventory_before', 'tickets of the dealer', 'OUT-03', 'tickets'),
  integer('dealer_inventory_after', 'tickets of the dealer', 'OUT-03', 'tickets'),
  flag('is_passthrough', 'it passed through to the VBT', 'OUT-03'),
  text('hit_vbt_reason', 'why it passed through', 'OUT-03'),
  flag('is_liquidity_driven', 'the customer lacked cash', 'OUT-03'),
];

const days: readonly Column[] = [
  runId,
  integer('day', 'the day, at its close; 0 is the opening', 'OUT-15R', 'days'),
  text('bucket', 'the market', 'OUT-04'),
  integer('dealer_inventory', 'tickets of the dealer', 'OUT-04', 'tickets'),
  number('dealer_capacity', 'X*, in tickets', 'OUT-04', 'tickets'),
  number('capacity_used', 'inventory over capacity', 'OUT-04', 'share'),
  flag('is_at_zero', 'the dealer has no ticket', 'OUT-04'),
  flag('hit_vbt_this_step', 'a trade passed through on this day', 'OUT-04'),
  number('dealer_cash', 'cash of the dealer', 'OUT-04', 'money'),
  integer('vbt_inventory', 'tickets of the VBT', 'OUT-04', 'tickets'),
  number('vbt_cash', 'cash of the VBT', 'OUT-04', 'money'),
  number('total_face_outstanding', 'face of all tickets in the bucket', 'OUT-04', 'money'),
  number('share_dealer', 'tickets of the bucket that the dealer holds', 'OUT-04', 'share'),
  number('share_vbt', 'tickets of the bucket that the VBT holds', 'OUT-04', 'share'),
  number('share_traders', 'tickets of the bucket that traders hold', 'OUT-04', 'share'),
  number('dealer_midline', "the dealer's p(x)", 'OUT-06', 'money'),
  number('vbt_mid', 'M, the outside mid', 'OUT-06', 'money'),
  number('dealer_premium_pct', "the dealer's midline over face", 'MET-03', 'percent'),
  number('vbt_premium_pct', 'the outside mid over face', 'MET-03', 'percent'),
  number(
    'total_face_value',
    'face of all tickets of the run; the same in all buckets of the day',
    'OUT-05',
    'money',
  ),
  number('total_cash', 'cash of all parties; the same in all buckets of the day', 'OUT-05', 'money'),
  number('trader_cash', 'cash of all traders; the same in all buckets of the day', 'OUT-05', 'money'),
  number('debt_to_money', 'debt over money of the traders; the same in all buckets of the day', 'MET-04'),
];

const effects: readonly Column[] = [
  text('run_id', 'the run of the second arm', 'OUT-01'),
  text('against_run_id', 'the run of the first arm', 'OUT-01'),
  integer('pair', 'pairs from 0', 'BAL-01'),
  replicate,
  seed,
  text('comparison', 'the first arm less the second', 'EXP-03'),
  text('measure', 'what the effect is measured in: a column of runs', 'EXP-07'),
  number('value_a', 'the measure in the first arm', 'EXP-07'),
  number('value_b', 'the measure in the second arm', 'EXP-07'),
  number('effect', 'value_a less value_b: positive where the second arm has less', 'EXP-03'),
];

const own: Readonly<Record<TableName, readonly Column[]>> = { runs, liabilities, trades, days, effects };

/** An axis that varies: the name of its column and what it goes over. */
export interface VaryingAxis {
  readonly column: string;
  readonly values: readonly string[];
}

/** What a table holds besides its own columns. */
export interface Layout {
  /** Axes that vary. EXP-02. */
  readonly axes: readonly VaryingAxis[];
  /** Whether numbers have their exact decimals beside them. */
  readonly isDecimal: boolean;
}

/** The columns of a table in their order: run_id, what varies, then its own. */
export function columnsOf(table: TableName, { axes, isDecimal }: Layout): Column[] {
  const [first, ...rest] = own[table];
  if (first === undefined) throw new Error(`the table ${table} has no columns`);
  const varying = [...axes.map(parameterColumn), ...(rest.includes(seed) ? [] : [seed])];
  return [first, ...varying, ...rest].flatMap((one) =>
    isDecimal && one.type === 'number' ? [one, exactly(one)] : [one],
  );
}

const exactly = (of: Column): Column => ({
  ...of,
  name: `${of.name}_exact`,
  type: 'text',
  meaning: `${of.meaning}: every digit`,
});

/** The column of this name. @throws Error where the codebook has none, so that nothing unexplained is written. */
export function explained(table: TableName, layout: Layout, name: string): Column {
  const found = columnsOf(table, layout).find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`the column ${name} of the table ${table} has no entry in the codebook`);
  return found;
}
