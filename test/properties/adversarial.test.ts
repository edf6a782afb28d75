/**
 * Worlds with amounts at ties, played in the core while this test keeps books of its own: cash and tickets are
 * conserved, nobody who may not borrow is below zero, no quote is crossed or stale, payouts add up, no check fails
 * without a reason. ADVERSARIAL_WORLDS and ADVERSARIAL_SEED choose how many worlds and the seed of the first.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { play, type Case, type Fault } from './adversarial/play.ts';
import { simplest } from './adversarial/simplest.ts';
import { drawCase } from './adversarial/worlds.ts';

const firstSeed = Number(process.env['ADVERSARIAL_SEED'] ?? 1);
/** Kinds of fault of which a world is shown. */
const SHOWN = 6;

for (const [numbers, usual] of [
  [decimal, 5000],
  [float64, 2000],
] as const) {
  const count = Number(process.env['ADVERSARIAL_WORLDS'] ?? usual);
  test(`CHK-11, SET-05, SET-06R, KER-18R: ${String(count)} worlds with amounts at ties, in ${numbers.name}`, async () => {
    const failed = new Map<string, { seeds: number[]; first: Case; fault: Fault }>();
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const drawn = drawCase(seed);
      const faults = new Map((await play(numbers, drawn)).map((fault) => [fault.kind, fault]));
      for (const [kind, fault] of faults) {
        const same = failed.get(kind);
        if (same === undefined) failed.set(kind, { seeds: [seed], first: drawn, fault });
        else same.seeds.push(seed);
      }
    }
    const told: string[] = [];
    for (const [kind, { seeds, first, fault }] of [...failed].slice(0, SHOWN)) {
      const small = await simplest(numbers, first, fault);
      told.push(
        `${kind}: ${String(seeds.length)} of ${String(count)} worlds (seeds ${seeds.slice(0, 5).join(', ')}…)\n` +
          `  ${small.fault.about}\n  world ${JSON.stringify(small.case.world)}\n` +
          `  requests ${JSON.stringify(small.case.requests)}`,
      );
    }
    assert.equal(failed.size, 0, told.join('\n\n'));
  });
}
