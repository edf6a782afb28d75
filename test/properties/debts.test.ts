/** Whole tickets by largest remainder: over the weights of a draw, and over debts. RING-02, BAL-05. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProportion, ticketsOwed } from '../../src/scenario/debts.ts';

void test('RING-02: whole tickets by largest remainder, the first of equals first', () => {
  // 0.5, 0.3 and 0.2 of seven are 3.5, 2.1 and 1.4: the whole parts make six, and the seventh goes to 3.5
  assert.deepEqual(ticketsOwed([0.5, 0.3, 0.2], 7), [4, 2, 1]);
  assert.deepEqual(ticketsOwed([0.2, 0.3, 0.5], 7), [1, 2, 4]);
  assert.deepEqual(ticketsOwed([1, 1, 1], 10), [4, 3, 3]);
  assert.deepEqual(ticketsOwed([1, 1, 1, 1], 6), [2, 2, 1, 1]);
  assert.deepEqual(ticketsOwed([1, 2, 3], 12), [2, 4, 6]);
  assert.deepEqual(ticketsOwed([1, 1, 2], 1000), [250, 250, 500]);
});

void test('RING-02: whoever would have less than one ticket has one, and the others share the rest', () => {
  // 90, 5 and 5 hundredths of ten are 9, 0.5 and 0.5
  assert.deepEqual(ticketsOwed([90, 5, 5], 10), [8, 1, 1]);
  assert.deepEqual(ticketsOwed([90, 5, 5], 3), [1, 1, 1]);
  assert.deepEqual(ticketsOwed([0, 1, 0], 5), [1, 3, 1]);
});

void test('BAL-05: additional tickets by largest remainder', () => {
  // 4 tickets over debts of 3, 1, 2 and 1 are 12/7, 4/7, 8/7 and 4/7
  assert.deepEqual(inProportion(4, [3, 1, 2, 1]), [2, 1, 1, 0]);
  assert.deepEqual(inProportion(2, [3, 2]), [1, 1]);
  assert.deepEqual(inProportion(3, [7, 1]), [3, 0]);
  assert.deepEqual(inProportion(5, [3, 1, 1, 1, 1, 3]), [2, 1, 1, 0, 0, 1]);
  assert.deepEqual(inProportion(10, [1, 2, 3, 4]), [1, 2, 3, 4]);
});

void test('BAL-05: ties go in trader order, and there may be nothing to split', () => {
  assert.deepEqual(inProportion(1, [1, 1, 1]), [1, 0, 0]);
  assert.deepEqual(inProportion(2, [1, 1, 1]), [1, 1, 0]);
  assert.deepEqual(inProportion(7, [2, 2, 2]), [3, 2, 2]);
  assert.deepEqual(inProportion(0, [2, 2, 2]), [0, 0, 0]);
});
