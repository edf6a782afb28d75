/** Clustered least squares against figures that come another way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regress } from '../../src/study/regression.ts';

const near = (found: number | undefined, expected: number, within = 1e-9): void => {
  assert.ok(
    found !== undefined && Math.abs(found - expected) < within,
    `${String(found)} is not ${String(expected)}`,
  );
};

describe('marginal effects', () => {
  /** Each seed once at 0 and once at 1: the slope is the mean of the seeds' differences. */
  const differences = [0.7, 1.9, 0.2, 3.1, 1.4];
  const paired = differences.flatMap((difference, i) => {
    const base = [5, -2, 11, 0, 3][i] ?? 0;
    return [
      { cluster: String(i), y: base, x: [0] },
      { cluster: String(i), y: base + difference, x: [1] },
    ];
  });

  it('are, over a balanced pair of values, the paired differences of the seeds', () => {
    const found = regress(['x'], paired);
    const slope = found?.coefficients[1];
    const mean = 7.3 / 5;
    near(slope?.estimate, mean);
    // Σ(d − d̄)² = 5.052 by hand; the score of a seed is half its deviation, so V = Σ(d − d̄)²/25, times G/(G−1)·(n−1)/(n−k)
    near(slope?.error, Math.sqrt((5.052 / 25) * (5 / 4) * (9 / 8)), 1e-9);
    assert.equal(found?.clusters, 5);
    // t of 4 degrees at 97.5 %, from a printed table
    near((slope?.high ?? 0) - (slope?.estimate ?? 0), 2.7764 * (slope?.error ?? 0), 1e-4);
  });

  it('agree with exact fractions, by cofactors, outside this program', () => {
    const found = regress(
      ['a', 'b'],
      sample.map(([cluster, y, a, b]) => ({ cluster: String(cluster), y, x: [a, b] })),
    );
    assert.ok(found !== null);
    found.coefficients.forEach(({ estimate, error }, i) => {
      near(estimate, expected[i]?.[0] ?? NaN, 1e-8);
      near(error, expected[i]?.[1] ?? NaN, 1e-8);
    });
    near(found.rSquared, rSquared, 1e-8);
  });

  it('are not given where they cannot be told', () => {
    assert.equal(regress(['x'], paired.slice(0, 2)), null);
    assert.equal(
      regress(
        ['x', 'twice'],
        paired.map((one) => ({ ...one, x: [one.x[0] ?? 0, 2 * (one.x[0] ?? 0)] })),
      ),
      null,
    );
  });
});

const sample: readonly (readonly [number, number, number, number])[] = [
  [1, 2.1, 0, 3],
  [1, 3.4, 1, 1],
  [1, 1.2, 2, 5],
  [2, 4.8, 0, 2],
  [2, 5.1, 3, 2],
  [2, 2.2, 1, 7],
  [3, 0.4, 4, 9],
  [3, 1.9, 2, 4],
  [3, 6.3, 5, 1],
  [4, 3.3, 1, 3],
  [4, 2.7, 3, 6],
];

/** Estimates and clustered errors in the order constant, a, b, by Python's fractions. */
const expected = [
  [4.585709635416666, 0.9346784835322824],
  [0.3638454861111111, 0.22177751288530811],
  [-0.5824978298611111, 0.08636094785747243],
] as const;
const rSquared = 0.7217484594629721;
