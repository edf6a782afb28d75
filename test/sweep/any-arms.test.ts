/** Whatever arms a sweep has, its pairs have the columns and effects of these, and no others. EXP-03, BAL-08, DST-04. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairComparison, sweepRegimes, type SweepRegime } from '../../src/scenario/regimes.ts';
import { columnsOfSweep } from '../../src/sweep/comparison.ts';
import { recordReader } from '../../src/sweep/queue/check-record.ts';
import { recordPair, type PairRecord } from '../../src/sweep/pair-record.ts';
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
  assert.match(refused({ ...whole.record, runs: record.runs }), /has a row of another length/);
});
