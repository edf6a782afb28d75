import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runWorld } from '../../../src/run/run-world.ts';
import type { Cell } from '../../../src/files/cell.ts';
import type { Tables } from '../../../src/run/metrics/fold.ts';
import { strategyOf } from '../../../src/run/metrics/repayments.ts';
import { decimal } from '../../../src/num.ts';
import { firstComeChoices, investing, ringWorld } from './ring-world.ts';
import { tinyChoices, tinyWorld } from './tiny-world.ts';

type Row = Record<string, string | number | boolean | null>;

/** Keeps every row, numbers of the model as text. */
class Kept implements Tables {
  readonly rows: Record<string, Row[]> = {};
  readonly columns: Record<string, readonly string[]> = {};

  open(name: string, columns: readonly string[]) {
    const rows: Row[] = [];
    this.rows[name] = rows;
    this.columns[name] = columns;
    const text = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.toFixed() : cell);
    return (row: readonly Cell[]): void => {
      assert.equal(row.length, columns.length, name);
      rows.push(Object.fromEntries(columns.map((column, i) => [column, text(row[i] ?? null)])));
    };
  }
}

function keep(world = tinyWorld, choices = tinyChoices(), periods = 9): Kept {
  const tables = new Kept();
  const run = {
    runId: 'tiny',
    world,
    choices,
    periods,
    stopOnDefault: false,
    numbers: decimal,
    checks: true,
  };
  runWorld(run, { tables });
  return tables;
}

describe('rows of the tiny world, worked out by hand', () => {
  const { rows, columns } = keep();
  const pick = (name: string, ...wanted: string[]) =>
    (rows[name] ?? []).map((row) => wanted.map((column) => row[column]));

  it('inventories by day and bucket, at the close of the day (OUT-04, OUT-15R)', () => {
    const short = (rows['inventory_timeseries'] ?? []).filter((row) => row['bucket'] === 'Short');
    const sixth = '0.1666666666666666666666666667';
    const third = '0.3333333333333333333333333333';
    assert.deepEqual(
      short.map((row) => Object.values(row)),
      [
        // day 0: dealer L1.2 L1.3, VBT L1.4 L3.1, H2 L1.1
        [0, 'Short', 2, '2', '1', false, false, '0', 2, '30', '50', '0.4', '0.4', '0.2'],
        // day 1: dealer L1.3, VBT L1.4 L2.1 L2.2, H2 L1.1, H4 L1.2; K* after the anchor update
        [1, 'Short', 1, '2', '0.5', false, true, '7.8', 3, '24', '60', sixth, '0.5', third],
        [2, 'Short', 0, '2', '0', true, false, '17.8', 2, '34', '20', '0', '1', '0'],
        [3, 'Short', 0, '2', '0', true, false, '17.8', 2, '34', '20', '0', '1', '0'],
        // no ticket is left: there is nothing to hold a share of
        [4, 'Short', 0, '2', '0', true, false, '17.8', 0, '54', '0', null, null, null],
      ],
    );
  });

  it('the days and buckets in order, and no capacity where X* = 0 (OUT-04)', () => {
    const days = [0, 1, 2, 3, 4].flatMap((day) => ['Short', 'Mid', 'Long'].map((bucket) => [day, bucket]));
    assert.deepEqual(pick('inventory_timeseries', 'day', 'bucket'), days);
    assert.deepEqual(pick('inventory_timeseries', 'dealer_capacity', 'capacity_used')[1], ['0', null]);
  });

  it('the state of the system by day (OUT-05)', () => {
    assert.deepEqual(columns['system_state_timeseries']?.slice(2, 5), [
      'face_short',
      'face_mid',
      'face_long',
    ]);
    assert.deepEqual(
      pick(
        'system_state_timeseries',
        'day',
        'total_face_value',
        'face_short',
        'face_mid',
        'total_cash',
        'trader_cash',
      ),
      [
        [0, '70', '50', '20', '170', '140'], // 45 + 30 + 2 + 63, and 30 of the Short VBT
        [1, '60', '60', '0', '170', '130.2'], // 45 + 30 + 0 + 55.2
        [2, '20', '20', '0', '170', '110.2'], // 5 + 40 + 0 + 65.2
        [3, '20', '20', '0', '170', '110.2'],
        [4, '0', '0', '0', '170', '90.2'],
      ],
    );
    assert.deepEqual(pick('system_state_timeseries', 'debt_to_money')[0], ['0.5']);
  });

  it('mids and premiums by day and bucket (OUT-06)', () => {
    const short = (rows['mid_timeseries'] ?? []).filter((row) => row['bucket'] === 'Short');
    assert.deepEqual(
      short.map((row) => Object.values(row)),
      [
        [0, 'Short', '7.4', '8', '-26', '-20'],
        [1, 'Short', '7.4', '7.4', '-26', '-26'],
        [2, 'Short', '8.06', '7.4', '-19.4', '-26'],
        [3, 'Short', '8.06', '7.4', '-19.4', '-26'],
        [4, 'Short', '8.06', '7.4', '-19.4', '-26'],
      ],
    );
  });

  it('one row a fill (OUT-03)', () => {
    // both see Short at M = 8 with outside quotes 6.8 and 9.2, and the dealer's midline at 7.4
    const market = ['8', '6.8', '9.2', '7.4'];
    const sale = ['H3', 'SELL', 'vbt:Short', 'vbt', 'H3', 'trader', 'Short', 'L2.2', 'L2', 'H2', 4];
    const purchase = ['H4', 'BUY', 'H4', 'trader', 'dealer:Short', 'dealer', 'Short', 'L1.2', 'L1', 'H1', 2];
    assert.deepEqual(
      (rows['trades'] ?? []).map((row) => Object.values(row)),
      [
        ['tiny', 'active', 1, 0, ...sale, '10', '6.8', ...market, 2, 2, true, 'capacity', true],
        ['tiny', 'active', 1, 1, ...purchase, '10', '7.8', ...market, 2, 1, false, null, false],
      ],
    );
  });

  it('one row for each liability that matured (OUT-07 … OUT-10)', () => {
    const of = (trader: string, liability: string, day: number) => ['tiny', 'active', trader, liability, day];
    assert.deepEqual(
      (rows['repayment_events'] ?? []).map((row) => Object.values(row)),
      [
        [
          ...of('H3', 'L3', 1),
          '10',
          'defaulted',
          '0.88',
          0,
          0,
          '0',
          'no_trade',
          0,
          1,
          '6.8',
          'sell_before',
          false,
        ],
        [
          ...of('H1', 'L1', 2),
          '40',
          'repaid',
          1,
          1,
          0,
          '-7.8',
          'hold_to_maturity',
          0,
          0,
          '0',
          'no_trade',
          false,
        ],
        [...of('H2', 'L2', 4), '20', 'repaid', 1, 0, 1, '6.8', 'sell_before', 0, 0, '0', 'no_trade', false],
      ],
    );
  });

  it('names every strategy (OUT-09)', () => {
    const named = [strategyOf(0, 0), strategyOf(2, 0), strategyOf(0, 1), strategyOf(1, 3)];
    assert.deepEqual(named, ['no_trade', 'hold_to_maturity', 'sell_before', 'round_trip']);
  });
});

describe('rows of other worlds', () => {
  it('held_matching_maturity: H2 held a ticket of day 4 when its own debt fell due then (OUT-07)', () => {
    // L1 (H1 owes H2) moved to day 4, the day of L2 (H2 owes H3)
    const moved = (id: string, maturity: number) => (id.startsWith('L1') ? 4 : maturity);
    const tickets = tinyWorld.tickets.map((of) => ({
      ...of,
      maturity: moved(of.id, of.maturity),
      owner: of.owner === 'dealer:Short' ? 'dealer:Mid' : of.owner === 'vbt:Short' ? 'vbt:Mid' : of.owner,
    }));
    const still = { more: () => false, prefersSell: () => false, agent: () => -1 };
    const { rows } = keep({ ...tinyWorld, tickets }, still);
    const matching = rows['repayment_events']?.map((row) => [
      row['liability_id'],
      row['held_matching_maturity'],
    ]);
    assert.deepEqual(matching, [
      ['L3', false],
      ['L1', false],
      ['L2', true],
    ]);
  });

  it('without large holders their columns are empty (LOOP-04)', () => {
    const tickets = tinyWorld.tickets.map((of) => ({ ...of, owner: of.creditor ?? of.owner }));
    const { rows } = keep({ ...tinyWorld, tickets, regime: 'baseline' });
    const first = Object.values(rows['inventory_timeseries']?.[0] ?? {});
    assert.deepEqual(first.slice(2), [null, null, null, null, null, null, null, null, '50', '0', '0', '1']);
    assert.deepEqual(Object.values(rows['mid_timeseries']?.[0] ?? {}).slice(2), [null, null, null, null]);
  });

  it('a reissued liability has a row of its own, and a day its rows in the order of ids (ROL-01)', () => {
    const { rows } = keep(ringWorld(), firstComeChoices(), 15);
    const ids = (rows['repayment_events'] ?? []).map(
      (row) => [row['maturity_day'], row['liability_id']] as const,
    );
    assert.ok(ids.some(([, id]) => String(id).endsWith('~1')));
    const inOrder = [...ids].sort(
      ([a, x], [b, y]) => Number(a) - Number(b) || (String(x) < String(y) ? -1 : 1),
    );
    assert.deepEqual(ids, inOrder);
  });

  it('traders that invest have returns, and tickets still held are only counted (MET-06)', () => {
    const world = investing(ringWorld({ rollover: { enabled: false, issuePrice: 'par' } }));
    const run = { runId: 'invest', world, choices: firstComeChoices(), periods: 1, stopOnDefault: false };
    const { metrics } = runWorld({ ...run, numbers: decimal, checks: true });
    const bought = metrics.activity.byBucket.reduce((sum, { buys }) => sum + buys, 0);
    const { overTickets, ticketsStillHeld } = metrics.traderReturns;
    assert.ok(bought > 0);
    assert.ok(ticketsStillHeld > 0);
    assert.equal(overTickets.count + ticketsStillHeld, bought);
  });
});
