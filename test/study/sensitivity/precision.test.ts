/** A sweep that has a precision is read with the seeds of its first stage, under every reading. EXP-05, EXP-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openChoices } from '../../../src/study/sensitivity/choices.ts';
import { readingsOf } from '../../../src/study/sensitivity/readings.ts';
import { readRulings } from '../../../src/study/sensitivity/rulings.ts';
import { sweepUnder } from '../../../src/study/sensitivity/run.ts';
import { sixTraders, source } from './small.ts';

const precise = source(sixTraders.replace('seeds: 6', 'precision: {half_width: 0.1, first: 3, most: 8}'));

test('every reading has the seeds of the first stage, that with a seed for each pair too', () => {
  const written = sweepUnder(precise, { settings: [] });
  const readings = readingsOf(written, [...readRulings(), ...openChoices(written)], []);
  assert.ok(readings.some(({ id }) => id === 'BAL-11R-true'));
  for (const reading of readings) {
    const { replicates, precision, seedPerPair } = sweepUnder(precise, reading).grid;
    assert.deepEqual([replicates, precision, seedPerPair], [3, null, reading.id === 'BAL-11R-true']);
  }
});
