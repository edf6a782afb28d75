/** No check fails for the size of the amounts alone: tickets from a millionth to a hundred million. CHK-C1 … CHK-C6. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import { runPair, type PairRecord } from '../../src/sweep/pair.ts';
import { gridPoints } from '../../src/scenario/grid.ts';
import { load } from './small-sweep.ts';

const grid = (size: string, debt: string, traders: number): string => `
allow_small_ring: true
ticket_size_S: ${size}
ring: {n_traders: ${String(traders)}, total_debt_Q: ${debt}}
sweep: {kappas: [1, 4], seeds: 5}
`;

/** All pairs of a sweep, without files. */
function pairs(text: string, arithmetic: 'decimal' | 'float64'): PairRecord[] {
  const { base, grid: of } = load(text, arithmetic);
  return [...gridPoints(of)].map((point) => runPair({ base, point, arms: of, outDir: null, verify: false }));
}

const errors = (records: readonly PairRecord[]): string[] => records.flatMap((record) => record.errors);

test('CHK-C5: 100 traders who owe 50 million in tickets of 100000 default in float64 without a false violation', () => {
  const records = pairs(grid('100000', '50000000', 100), 'float64');
  assert.equal(records.length, 10);
  assert.deepEqual(errors(records), []);
  assert.ok(records.some(({ defaulted }) => (defaulted ?? 0) > 0));
});

/** A scenario file takes less than 10⁹ in all; tickets of 10⁹ are among the adversarial worlds. */
const rings = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((power) => ({
  power,
  traders: power < 8 ? 12 : 3,
  tickets: power < 8 ? 60 : 5,
}));

for (const arithmetic of ['decimal', 'float64'] as const) {
  for (const { power, traders, tickets } of rings) {
    test(`CHK-C1, CHK-C5: tickets of 1e${String(power)} in ${arithmetic}`, () => {
      const size = new Decimal(`1e${String(power)}`);
      const records = pairs(grid(size.toFixed(), size.times(tickets).toFixed(), traders), arithmetic);
      assert.deepEqual(errors(records), []);
      assert.ok(records.some(({ defaulted }) => (defaulted ?? 0) > 0));
    });
  }
}
