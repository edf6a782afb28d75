import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal } from '../../src/num.ts';
import { dueDays, ticketsDue } from '../../src/scenario/calendar.ts';
import { ticketsOwed } from '../../src/scenario/debts.ts';
import { issueAround, spreadCash } from '../../src/scenario/ring.ts';
import { exactSum } from './exact-sum.ts';

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

void test('RING-02: largest remainder, ties in trader order', () => {
  assert.deepEqual(ticketsOwed([1, 1, 1], 10), [4, 3, 3]);
  assert.deepEqual(ticketsOwed([1, 1, 1, 1], 6), [2, 2, 1, 1]);
  // quotas 3.5, 2.1, 1.4
  assert.deepEqual(ticketsOwed([0.5, 0.3, 0.2], 7), [4, 2, 1]);
  // quotas 1.4, 2.1, 3.5
  assert.deepEqual(ticketsOwed([0.2, 0.3, 0.5], 7), [1, 2, 4]);
});

void test('RING-02: whoever has less than one ticket gets one, and the others share the rest', () => {
  // quotas 9, 0.5, 0.5
  assert.deepEqual(ticketsOwed([90, 5, 5], 10), [8, 1, 1]);
  // quotas 4.8, 4.8, 1.03, 1.03, 0.07 × 5; of 7 left: 2.88, 2.88, 0.62, 0.62; of 5 left: 2.5, 2.5
  assert.deepEqual(ticketsOwed([144, 144, 31, 31, 2, 2, 2, 2, 2], 12), [3, 2, 1, 1, 1, 1, 1, 1, 1]);
});

void test('RING-02, RING-07: weights of zero, and as many tickets as traders', () => {
  assert.deepEqual(ticketsOwed([0, 1, 0], 5), [1, 3, 1]);
  assert.deepEqual(ticketsOwed([1e-300, 1, 0], 3), [1, 1, 1]);
  assert.throws(() => ticketsOwed([1, 1], 1), /fewer than one each/);
});

void test('RING-02: the sum is met exactly for weights of every size', () => {
  for (let n = 1; n <= 60; n++) {
    const weights = Array.from({ length: n }, (_, i) => Math.exp(-((i * i) % 23)));
    for (const tickets of [n, n + 1, 7 * n, 1000]) {
      const owed = ticketsOwed(weights, tickets);
      assert.equal(sum(owed), tickets);
      assert.ok(owed.every((count) => count >= 1));
    }
  }
});

/** T = 10, thirteen traders: k = round(9μ), trader i due on 1 + ((i·k − k) mod 10), by hand. */
const calendars = {
  // k = 0
  '0': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  // 2.25 → k = 2
  '0.25': [9, 1, 3, 5, 7, 9, 1, 3, 5, 7, 9, 1, 3],
  // 4.5 → k = 4, half to even
  '0.5': [7, 1, 5, 9, 3, 7, 1, 5, 9, 3, 7, 1, 5],
  // 6.75 → k = 7
  '0.75': [4, 1, 8, 5, 2, 9, 6, 3, 10, 7, 4, 1, 8],
  // k = 9
  '1': [2, 1, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 10],
};

for (const [mu, expected] of Object.entries(calendars)) {
  void test(`RING-05: due days at T = 10 and μ = ${mu}`, () => {
    assert.deepEqual(dueDays(13, mu, 10), expected);
  });
}

void test('RING-05: half to even the other way, a written-out zero, and a calendar of one day', () => {
  // μ·(T − 1) = 0.5·3 = 1.5 → k = 2: days 1 + ((2i − 2) mod 4)
  assert.deepEqual(dueDays(4, '0.50', 4), [3, 1, 3, 1]);
  // 0.5·1 = 0.5 → k = 0
  assert.deepEqual(dueDays(3, '0.5', 2), [1, 1, 1]);
  assert.deepEqual(dueDays(3, '1', 1), [1, 1, 1]);
});

void test('RING-01, RING-08: the ring closes, tickets are numbered in trader order, and days are counted', () => {
  const tickets = issueAround([2, 1, 1], [5, 1, 5]);
  const rows = tickets.map(({ id, serial, liability, issuer, owner, creditor, maturity }) =>
    [id, serial, liability, issuer, owner, creditor, maturity].join(' '),
  );
  assert.deepEqual(rows, [
    'k1 1 P1 H1 H2 H2 5',
    'k2 2 P1 H1 H2 H2 5',
    'k3 3 P2 H2 H3 H3 1',
    'k4 4 P3 H3 H1 H1 5',
  ]);
  assert.deepEqual(ticketsDue(tickets), { 1: 1, 5: 3 });
});

const spread = (total: string, weights: string[]): string[] =>
  spreadCash(
    decimal.of(total),
    weights.map((weight) => decimal.of(weight)),
  );

void test('RING-04: cash sums to the total to the last digit; the first of the heaviest takes the residue', () => {
  assert.deepEqual(spread('100', ['1', '1', '1']), [
    '33.333333333333333334',
    '33.333333333333333333',
    '33.333333333333333333',
  ]);
  // 0.666…667 over three: 0.222…222 each leaves 10⁻¹⁸
  assert.deepEqual(spread('0.666666666666666667', ['1', '1', '1']), [
    '0.222222222222222223',
    '0.222222222222222222',
    '0.222222222222222222',
  ]);
  // sevenths: 1/7 = 0.142857142857142857|1, 4/7 = 0.571428571428571428|6 → …429, 2/7 = 0.285714285714285714|3
  assert.deepEqual(spread('1', ['1', '4', '2']), [
    '0.142857142857142857',
    '0.571428571428571429',
    '0.285714285714285714',
  ]);
  assert.deepEqual(spread('12', ['0.1', '0', '0.2']), ['4', '0', '8']);
});

void test('RING-04, MOD-07: nobody starts below zero where the residue is more than the heaviest has', () => {
  const unit = '0.000000000000000001';
  // 3/5 of a unit each is rounded up to one, and two of the five are to go
  assert.deepEqual(spread('0.000000000000000003', ['1', '1', '1', '1', '1']), ['0', '0', unit, unit, unit]);
  // 3/5.1 and 3.3/5.1 of a unit: one each again; the fifth gives first, and then the first of the others
  const heavier = spread('0.000000000000000003', ['1', '1', '1', '1', '1.1']);
  assert.deepEqual(heavier, ['0', unit, unit, unit, '0']);
});

void test('RING-04: also where every part is rounded', () => {
  for (const n of [7, 997, 10_000]) {
    const parts = spread(
      '999999999.999999999999999999',
      Array.from({ length: n }, (_, i) => `${String((i * i) % 101)}.37`),
    );
    assert.equal(exactSum(parts), 999999999999999999999999999n);
  }
});
