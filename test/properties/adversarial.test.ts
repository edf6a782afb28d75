/**
 * Worlds with amounts at ties, played in the core while this test keeps books of its own: cash and tickets are
 * conserved, nobody who may not borrow is below zero, no quote is crossed or stale, payouts add up, no check fails
 * without a reason. The first of 7 000; test/hunt/adversarial.slow.test.ts plays the others. ADVERSARIAL_WORLDS and
 * ADVERSARIAL_SEED choose how many worlds and the seed of the first.
 */
import { test } from 'node:test';
import { stopCoverage } from 'node:v8';
import { nothingGoesWrong, worlds } from './adversarial/judged.ts';

// the core is covered without these worlds, and to count lines takes as long as to play them
stopCoverage();

const firstSeed = Number(process.env['ADVERSARIAL_SEED'] ?? 1);

for (const [numbers, usual] of worlds) {
  const count = Number(process.env['ADVERSARIAL_WORLDS'] ?? usual);
  test(`CHK-11, SET-05, SET-06R, KER-18R: worlds with amounts at ties, in ${numbers.name}`, () =>
    nothingGoesWrong(numbers, firstSeed, count));
}
