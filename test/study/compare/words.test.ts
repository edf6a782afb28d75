/** What is said of two sweeps follows the sign of the difference, in every case. EXP-09, EXP-07. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SweepComparison } from '../../../src/study/compare/compare.ts';
import { differenceSays } from '../../../src/study/compare/words.ts';

/** Two sweeps of four pairs, whose effects on δ differ by this much. */
function sayOf(mean: number, low: number | null, high: number | null, seeds = 4): string {
  const effect = { pairs: seeds, mean, standardError: null, low, high, isFinding: false };
  const found: SweepComparison = {
    ...{ a: 'A', b: 'B', differences: [], axes: [], seeds: 1, pairs: 4, failed: 0, points: [] },
    overall: [{ comparison: ['passive', 'active'], measure: 'delta', effect, means: null }],
  };
  return differenceSays(found, 'delta');
}

test('one seed: larger or smaller, and no finding', () => {
  assert.match(sayOf(0.03, null, null, 1), /is 3\.00 percentage points larger in B than in A; with one seed/);
  assert.match(
    sayOf(-0.03, null, null, 1),
    /is 3\.00 percentage points smaller in B than in A; with one seed/,
  );
});

test('EXP-11R: a few seeds that agree: no finding, and not for want of a second seed', () => {
  assert.match(
    sayOf(0.03, null, null),
    /larger in B than in A; all 4 seeds agree, and so few leave no interval, so this is no finding/,
  );
});

test('an interval above zero, below zero, and around it', () => {
  assert.match(sayOf(0.03, 0.01, 0.05), /larger in B than in A, by 3\.00 .*\(95 % interval 1\.00 to 5\.00\)/);
  assert.match(
    sayOf(-0.03, -0.05, -0.01),
    /smaller in B than in A, by 3\.00 .*\(95 % interval 1\.00 to 5\.00\)/,
  );
  assert.match(sayOf(0.01, -0.02, 0.04), /does not differ beyond chance/);
});
