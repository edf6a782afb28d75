/** Comparing numbers of the model with figures worked out by hand. */
import assert from 'node:assert/strict';
import type { DeskProfit } from '../../../src/run/metrics/profit.ts';
import type { Num } from '../../../src/num.ts';

/** Equal at 10⁻¹⁰: `expected` is a number, or a fraction of two. */
export function near(actual: Num | null, expected: number | [number, number], what?: string): void {
  const value = typeof expected === 'number' ? expected : expected[0] / expected[1];
  assert.ok(actual !== null, `${what ?? 'the figure'} is missing`);
  assert.ok(
    Math.abs(actual.toNumber() - value) < 1e-10,
    `${what ?? 'the figure'} is ${actual.toFixed()}, not ${String(value)}`,
  );
}

/** Sum of the parts: P&L as the events explain it. MET-02. */
export const explained = (parts: DeskProfit['parts'], zero: Num): Num =>
  Object.values(parts).reduce((sum, part) => sum.plus(part), zero);
