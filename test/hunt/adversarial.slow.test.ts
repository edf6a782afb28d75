/** Worlds with amounts at ties, after those of test/properties/adversarial.test.ts: 5 000 and 2 000 in all. CHK-11. */
import { test } from 'node:test';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { nothingGoesWrong } from '../properties/adversarial/judged.ts';

for (const [numbers, first, last] of [
  [decimal, 1501, 5000],
  [float64, 601, 2000],
] as const)
  test(`worlds ${String(first)} to ${String(last)} in ${numbers.name}`, () =>
    nothingGoesWrong(numbers, first, last - first + 1));
