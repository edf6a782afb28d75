/** The page of two sweeps side by side: its numbers are those of the comparison, and what is alike is not drawn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePage } from '../../src/pages/compare/page.tsx';
import type { PointRow, SweepComparison } from '../../src/study/compare/compare.ts';

const row = (kappa: string, mean: number, comparison: PointRow['comparison']): PointRow => ({
  comparison,
  measure: 'delta',
  effect: { pairs: 3, mean, standardError: 0.01, low: mean - 0.02, high: mean + 0.02, isFinding: true },
  means: [0.1, 0.1 + mean],
  p: 0.01,
  holmP: 0.02,
  low: mean - 0.03,
  high: mean + 0.03,
  isFinding: mean !== 0,
  point: [kappa],
});

const found: SweepComparison = {
  ...{ a: '<b>A</b>', b: 'B', axes: ['kappa'], seeds: 3, pairs: 6, failed: 0 },
  differences: [{ parameter: 'order_flow.Nmax', a: '', b: '1' }],
  points: [
    row('1', -0.1234, ['passive', 'active']),
    row('2', 0.05, ['passive', 'active']),
    row('1', 0, ['baseline', 'passive']),
    row('2', 0, ['baseline', 'passive']),
  ],
  overall: [{ ...row('1', -0.03, ['passive', 'active']) }],
};

test('a mark and a row for every point, and no picture where nothing differs', () => {
  const page = comparePage(found);
  assert.match(page, /aria-label="κ 1: −12\.34 \(−15\.34 to −9\.34\)"/);
  assert.match(page, /aria-label="κ 2: \+5\.00 \(2\.00 to 8\.00\)"/);
  assert.match(page, /<td class="number">−12\.34<\/td><td class="number">−15\.34 to −9\.34<\/td>/);
  assert.match(page, /The effect on δ is the same in both at every point\./);
  assert.equal(page.match(/<svg/g)?.length, 1);
  assert.match(page, /<td>order_flow\.Nmax<\/td><td>none<\/td><td>1<\/td>/);
  assert.ok(!page.includes('<b>A</b>'));
});
