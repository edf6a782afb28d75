/** Whatever arms a sweep has, its pairs have the columns and effects of these, and no others. EXP-03, BAL-08, DST-04. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairComparison, sweepRegimes, type SweepRegime } from '../../src/scenario/regimes.ts';
import { runInMemory } from '../../src/run/in-memory.ts';
import { pointAt, pointCount } from '../../src/scenario/grid.ts';
import { columnsOfSweep } from '../../src/sweep/comparison.ts';
import { recordReader } from '../../src/sweep/queue/check-record.ts';
import { recordPair, type PairRecord, type RunArm } from '../../src/sweep/pair-record.ts';
import { recordLine } from '../../src/sweep/record-line.ts';
import { firstPair, load, threeTraders } from './small-sweep.ts';

/** All fifteen, the four arms first. */
const lists = Array.from({ length: 15 }, (_, i) =>
  sweepRegimes.filter((_arm, place) => ((15 - i) >> place) % 2 === 1),
);

/** What the name of a column says of arms; what it does not say stands here. */
const needs: Readonly<Record<string, readonly SweepRegime[]>> = {
  trading_effect: ['passive', 'active'],
  trading_relief_ratio: ['passive', 'active'],
  rescue_count: ['passive', 'active'],
  balance_sheet_effect: ['baseline', 'passive'],
  total_trades: ['active'],
  dealer_total_pnl: ['active'],
  vbt_total_pnl: ['active'],
};
const named = (column: string): readonly SweepRegime[] =>
  needs[column] ??
  (column.includes('_mid_final_')
    ? ['active']
    : sweepRegimes.filter((arm) => column.split('_').includes(arm)));

const pairOf = (regimes: readonly SweepRegime[]) => {
  const sweep = load(
    threeTraders.replace('[1.6]', `[1.6], regimes: [${regimes.toReversed().join()}]`),
    'decimal',
  );
  const names = columnsOfSweep(sweep).map(([name]) => name);
  const record = recordPair(firstPair(sweep, ''));
  return { sweep, names, record, cells: new Map(names.map((name, i) => [name, record.row[i]])) };
};
const whole = pairOf(sweepRegimes);

for (const regimes of lists)
  test(`the arms ${regimes.join(', ')}`, () => {
    const { sweep, names, record, cells } = pairOf(regimes);
    assert.deepEqual(
      names.filter((name) => !/^initial_|^debt_to/.test(name)),
      whole.names.filter(
        (name) => !/^initial_|^debt_to/.test(name) && named(name).every((arm) => regimes.includes(arm)),
      ),
    );
    for (const name of names)
      if (named(name).length > 0) assert.equal(cells.get(name), whole.cells.get(name), name);
    for (const name of ['initial_debt', 'initial_money', 'debt_to_money_ratio'])
      assert.notEqual(cells.get(name) ?? '', '', name);
    assert.deepEqual(
      [record.status, record.runs.map(({ regime }) => regime), Object.keys(record.arms)],
      ['completed', regimes, regimes],
    );
    const compared = pairComparison(sweep.grid);
    assert.equal(
      record.effect,
      compared === null ? null : (cells.get(`effect_delta_${compared.join('_')}`) ?? 'no such column'),
    );
    assert.ok(record.defaulted !== null && record.defaulted > 0);
  });

test('a record of other arms than those of the sweep is not taken from a queue', () => {
  const { sweep, record } = pairOf(['active', 'backstop']);
  const plan = { sweep, verifyShare: 0, keepRuns: false, keepPairs: [], hash: 'h' };
  const read = recordReader(plan);
  assert.deepEqual(read(recordLine(record, 'h')), record);
  const refused = (other: PairRecord): string => {
    const found = read(recordLine(other, 'h'));
    return typeof found === 'string' ? found : 'it was taken';
  };
  const [first, second] = record.runs;
  assert.ok(first !== undefined && second !== undefined);
  assert.match(refused({ ...record, runs: [second] }), /has other runs than its place/);
  assert.match(refused({ ...record, runs: [second, first] }), /has other runs than its place/);
  assert.match(refused({ ...whole.record, runs: record.runs }), /has other arms or figures than the sweep/);
});

/** Each kind of axis and parameter, whatever their texts are like. */
const kinds: readonly string[] = [
  threeTraders.replace('[1.6]', '[1.6, 3], concentrations: [0.5, 1], mus: [0, 0.25], seeds: 2'),
  threeTraders.replace('[1.6]', '[1.6], axes: {order_flow.Nmax: [null, 3], rollover.enabled: [true, false]}'),
  threeTraders.replace(
    '[1.6]',
    '[2], axes: {trader_policy.kind: [default_avoidance, two_sided], buckets.short.O0: [0.2, 0.6]}',
  ),
  threeTraders.replace(
    'kappas: [1.6]',
    'axes: {ring.kappa: [0.3, 4], trader_policy.buffer_cash_B: [0, 20]}, design: {latin_hypercube: {points: 6, log: [ring.kappa]}}',
  ),
  threeTraders
    .replace('vector: [21, 30, 24]', 'vector: [0, 1, 0]')
    .replace('[1.6]', '[1.6], outside_mid_ratios: [20, 0.1]'),
  `stop_on_default: true\n${threeTraders}`,
];

test('every record that a pair comes to is taken from a queue: of any kind, verified, or with an arm that failed', () => {
  let taken = 0;
  for (const text of kinds)
    for (const arithmetic of ['float64', 'decimal'] as const) {
      const sweep = load(text, arithmetic);
      for (let index = 0; index < pointCount(sweep.grid); index++) {
        const job = {
          ...firstPair(sweep, ''),
          point: pointAt(sweep.grid, index),
          verify: arithmetic === 'float64',
        };
        const failing: RunArm = (regime, scenario, listeners) => {
          if (regime === 'active') throw new Error('the arm fails');
          return { ...runInMemory(scenario, listeners), checksum: null };
        };
        const plan = { sweep, verifyShare: job.verify ? 1 : 0, keepRuns: false, keepPairs: [], hash: 'x' };
        for (const record of [recordPair(job), recordPair(job, failing)]) {
          assert.deepEqual(recordReader(plan)(recordLine(record, plan.hash)), record, text);
          taken++;
        }
      }
    }
  assert.ok(taken > 80, String(taken));
});
