/** Whatever a sweep goes over, none of its readings is one that its file could not be. EXP-05, EXP-10. */
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

test('no share is tried that does not fit beside the largest value of the other one', () => {
  const over = (axes: string) =>
    source(
      `${sixTraders.replace('balance: {vbt_share: 0, dealer_share: 0.25}\n', '').trimEnd().slice(0, -1)}, ${axes}}`,
    );
  for (const [sweep, tried] of [
    [over('axes: {balance.dealer_share: [0.1, 0.6]}'), ['VBT-share-0']],
    [over('axes: {balance.vbt_share: [0.1, 0.8]}'), ['dealer-share-0']],
    [over('axes: {balance.dealer_share: [0.1, 0.4]}'), ['VBT-share-0', 'VBT-share-0.5']],
  ] as const) {
    const written = sweepUnder(sweep, { settings: [] });
    const readings = readingsOf(written, openChoices(written), []);
    for (const reading of readings) assert.doesNotThrow(() => sweepUnder(sweep, reading), reading.id);
    assert.deepEqual(
      readings.flatMap(({ id }) => (id.includes('share') ? [id] : [])),
      tried,
    );
  }
});
