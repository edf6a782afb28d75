/** Worlds with amounts at ties, after those of test/properties/adversarial.test.ts. CHK-11. */
import { test } from 'node:test';
import { nothingGoesWrong, worlds } from '../properties/adversarial/judged.ts';

for (const [numbers, before, last] of worlds)
  test(`worlds ${String(before + 1)} to ${String(last)} in ${numbers.name}`, () =>
    nothingGoesWrong(numbers, before + 1, last - before));
