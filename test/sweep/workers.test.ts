/** Which sweeps are run in this thread, since threads for them would take longer to start. BAL-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { isShort } from '../../src/sweep/workers.ts';

/** Pairs 0 to n − 1 of a sweep over this ring. */
const short = (ring: string, pairs: number): boolean =>
  isShort(
    parseSweep(`allow_small_ring: true\nring: ${ring}\nsweep: {kappas: [1], seeds: 100}`, 'test'),
    Array.from({ length: pairs }, (_, i) => i),
  );

test('a few pairs of a small ring are run here, many of them or large ones in threads', () => {
  const few = '{n_traders: 6, total_debt_Q: 1200}';
  assert.equal(short(few, 4), true);
  assert.equal(short(few, 100), false);
  assert.equal(short('{n_traders: 2000, total_debt_Q: 400000}', 2), false);
});
