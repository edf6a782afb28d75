/** Points of a latin hypercube, against the definition. EXP-04. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridPoints, resolvedSweep } from '../../src/scenario/grid.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';

const text = (seed: number): string => `
seed: ${String(seed)}
sweep:
  axes: {ring.kappa: [0.25, 8], ring.mu: [0, 1], trader_policy.horizon: [2, 11], balance.dealer_share: [0.05, 0.25]}
  design: {latin_hypercube: {points: 40, log: [ring.kappa]}}
  seeds: 2
`;

test('EXP-04: of forty parts of every range each has one point, whatever the seed', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { grid } = parseSweep(text(seed), 'cube.yaml');
    const points = [...gridPoints(grid)].filter(({ replicate }) => replicate === 0);
    assert.equal(points.length, 40);
    const parts = (share: (point: (typeof points)[number]) => number): string =>
      points
        .map((point) => Math.floor(40 * share(point) + 1e-4))
        .sort((a, b) => a - b)
        .join();
    const all = Array.from({ length: 40 }, (_, i) => i).join();
    const setting = (i: number) => (point: (typeof points)[number]) => Number(point.settings[i]?.value);
    assert.equal(
      parts(({ kappa }) => Math.log2(Number(kappa) / 0.25) / 5),
      all,
    );
    assert.equal(
      parts(({ mu }) => Number(mu)),
      all,
    );
    assert.equal(
      parts((point) => (setting(1)(point) - 0.05) / 0.2),
      all,
    );
    // ten whole numbers, four points each
    const horizons = points.map(setting(0)).sort((a, b) => a - b);
    assert.deepEqual(
      horizons,
      Array.from({ length: 40 }, (_, i) => 2 + Math.floor(i / 4)),
    );
  }
});

test('EXP-04: the order of one axis says nothing of another’s, the same seed gives the same points', () => {
  const of = (seed: number): string =>
    JSON.stringify([...gridPoints(parseSweep(text(seed), 'cube.yaml').grid)]);
  assert.equal(of(3), of(3));
  assert.notEqual(of(3).replaceAll(/"seed":\d+/g, ''), of(4).replaceAll(/"seed":\d+/g, ''));
  let product = 0;
  for (let seed = 1; seed <= 50; seed++)
    for (const { mu, settings } of gridPoints(parseSweep(text(seed), 'cube.yaml').grid))
      product += (Number(mu) - 0.5) * (Number(settings[0]?.value) - 6.5);
  // 50 · 40 · 2 products of mean 0 and deviation 0.29 · 2.9
  assert.ok(Math.abs(product / 4000) < 0.06, String(product / 4000));
});

test('OUT-12: a drawn sweep comes back from its manifest', () => {
  const sweep = parseSweep(text(5), 'cube.yaml');
  const again = parseSweep(JSON.stringify(resolvedSweep(sweep)), 'manifest.json');
  assert.deepEqual([...gridPoints(again.grid)], [...gridPoints(sweep.grid)]);
  assert.deepEqual(again.base, sweep.base);
});
