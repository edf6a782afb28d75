/** A sweep whose files a feature writes itself: what a table leaves out is as in a run where nothing happens. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault, type FileFault } from '../src/files/faults.ts';
import { analyzeSweep, writeAnalysis } from '../src/study/analysis/analyze.ts';
import { ANALYSIS, ANSWER, type Answer } from '../src/study/analysis/format.ts';
import { comparisonColumns } from '../src/sweep/comparison.ts';
import type { RingWorld } from './ring-world.ts';
import { scratchOf } from './scratch.ts';
import { contentsOf, type Contents } from './contents.ts';
import type { Row } from './tables.ts';

const zeros = (...columns: readonly string[]): Row => Object.fromEntries(columns.map((name) => [name, '0']));

const quietPair: Row = {
  ...zeros(
    ...comparisonColumns(['short', 'mid'], {
      regimes: ['passive', 'active'],
      comparisons: [['passive', 'active']],
      axes: [],
    }).map(([name]) => name),
  ),
  kappa: '1',
  liquidity_ratio: '1',
  concentration: '1',
  mu: '0.5',
  outside_mid_ratio: '0.75',
  seed: '42',
  face_value: '20',
  ...zeros('delta_passive', 'delta_active', 'phi_passive', 'phi_active'),
  ...zeros('trading_effect', 'trading_relief_ratio'),
  passive_run_id: '',
  passive_status: 'completed',
  active_run_id: '',
  active_status: 'completed',
  ...zeros('big_entity_loss_passive', 'big_entity_pnl_active', 'dealer_total_pnl', 'vbt_total_pnl'),
  ...zeros('total_trades', 'rescue_count', 'initial_debt', 'initial_money', 'debt_to_money_ratio'),
  ...zeros('dealer_mid_final_short', 'dealer_mid_final_mid', 'vbt_mid_final_short', 'vbt_mid_final_mid'),
};

/** Rows of a run's files, before a feature says what is in them. */
const quietRows: Readonly<Record<string, Row>> = {
  'trades.csv': {
    run_id: '',
    regime: 'active',
    day: '1',
    trade_index: '',
    trader_id: 'H1',
    side: 'SELL',
    buyer_id: 'B',
    buyer_type: 'dealer',
    seller_id: 'S',
    seller_type: 'trader',
    bucket: 'short',
    ticket_id: 'k1',
    liability_id: 'P1',
    issuer_id: 'H2',
    maturity_day: '2',
    face_value: '20',
    price: '15',
    ...zeros('outside_mid', 'outside_bid', 'outside_ask', 'dealer_midline'),
    ...zeros('dealer_inventory_before', 'dealer_inventory_after'),
    is_passthrough: 'false',
    hit_vbt_reason: '',
    is_liquidity_driven: 'true',
  },
  'repayment_events.csv': {
    run_id: '',
    regime: 'active',
    trader_id: 'H1',
    liability_id: '',
    maturity_day: '1',
    face_value: '20',
    outcome: 'repaid',
    recovery: '1',
    ...zeros('buy_count', 'sell_count', 'net_cash_pnl'),
    strategy: 'no_trade',
    ...zeros('debtor_buy_count', 'debtor_sell_count', 'debtor_net_cash_pnl'),
    debtor_strategy: 'no_trade',
    held_matching_maturity: 'false',
  },
  'inventory_timeseries.csv': {
    day: '0',
    bucket: 'short',
    ...zeros('dealer_inventory', 'dealer_capacity'),
    capacity_used: '',
    is_at_zero: 'true',
    hit_vbt_this_step: 'false',
    ...zeros('dealer_cash', 'vbt_inventory', 'vbt_cash', 'total_face_outstanding'),
    share_dealer: '',
    share_vbt: '',
    share_traders: '',
  },
  'system_state_timeseries.csv': {
    day: '0',
    ...zeros('total_face_value', 'face_short', 'face_mid', 'total_cash', 'trader_cash', 'debt_to_money'),
  },
};
const isSeries = (file: string): boolean => file.endsWith('_timeseries.csv');

const books = new WeakMap<RingWorld, SweepByHand>();

/** The sweep of a feature. */
export function sweepByHand(world: RingWorld): SweepByHand {
  const found = books.get(world) ?? new SweepByHand(scratchOf(world));
  books.set(world, found);
  return found;
}

export class SweepByHand {
  /** What is wrong with its files. */
  faults: readonly FileFault[] = [];
  answer: Answer | null = null;

  constructor(readonly folder: string) {}

  /** Writes the comparison, and files for each active run in which nothing happens. */
  pairs(table: readonly Row[]): void {
    const rows = table.map((row): Row => {
      const passive = `passive_of_${row['active_run_id'] ?? ''}`;
      return { ...quietPair, passive_run_id: passive, ...row };
    });
    // further axes are named by their keys, which have dots
    const axes = Object.keys(table[0] ?? {}).filter((name) => name.includes('.'));
    const columns = Object.keys(quietPair).flatMap((name) =>
      name === 'outside_mid_ratio' ? [name, ...axes] : [name],
    );
    this.#write('aggregate/comparison.csv', columns, rows);
    for (const { active_run_id: run = '' } of rows)
      for (const [file, quiet] of Object.entries(quietRows))
        this.#write(
          pathOf(run, file),
          Object.keys(quiet),
          isSeries(file) ? [quiet, { ...quiet, day: '1' }] : [],
        );
  }

  /** Rows of one file of every run that the table names. */
  rows(file: string, table: readonly Row[]): void {
    const quiet = quietRows[file];
    assert.ok(quiet, `runs have no ${file}`);
    for (const run of new Set(table.map(({ run_id = '' }) => run_id))) {
      const own = table.filter(({ run_id }) => run_id === run);
      this.#write(
        pathOf(run, file),
        Object.keys(quiet),
        own.map((row, n) => ({ ...quiet, ...numbered(file, n), ...row })),
      );
    }
  }

  remove(file: string, run: string): void {
    rmSync(join(this.folder, pathOf(run, file)));
  }

  #write(path: string, columns: readonly string[], rows: readonly Row[]): void {
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    const place = join(this.folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, lines.map((line) => `${line.join(',')}\r\n`).join(''));
  }

  async analyze(): Promise<void> {
    try {
      writeAnalysis(await analyzeSweep(this.folder), this.folder, join(this.folder, ANALYSIS));
      this.answer = JSON.parse(readFileSync(join(this.folder, ANALYSIS, ANSWER), 'utf8')) as Answer;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.faults = error.faults.map((fault) => ({
        ...fault,
        file: fault.file.slice(this.folder.length + 1),
      }));
    }
  }

  /** What an analysis left, whole or in part. */
  contents(): Contents {
    return Object.fromEntries(
      Object.entries(contentsOf(this.folder)).filter(([name]) => name.startsWith(ANALYSIS)),
    );
  }
}

const pathOf = (run: string, file: string): string => `active/runs/${run}/out/${file}`;

/** What tells the rows of a file apart. */
const numbered = (file: string, n: number): Row =>
  file === 'trades.csv'
    ? { trade_index: String(n) }
    : file === 'repayment_events.csv'
      ? { liability_id: `P${String(n + 1)}` }
      : {};
