/** How often the 95 % interval covers a known effect: 20 000 samples of paired differences. BAL-11R, EXP-06. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normal, streams } from '../../src/random.ts';
import { Differences } from '../../src/run/metrics/effects.ts';

const SAMPLES = 20_000;

for (const seeds of [3, 10, 30])
  test(`the interval over ${String(seeds)} seeds covers the true effect in 94 to 96 % of samples`, () => {
    const { ring: stream } = streams(seeds);
    const effect = 0.07;
    let covered = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const differences = new Differences();
      for (let seed = 0; seed < seeds; seed++) differences.add(effect + 0.05 * normal(stream));
      const { low, high } = differences.effect();
      if (low !== null && high !== null && low <= effect && effect <= high) covered++;
    }
    const share = covered / SAMPLES;
    assert.ok(share >= 0.94 && share <= 0.96, String(share));
  });
