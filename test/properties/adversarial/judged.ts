/** Worlds with amounts at ties, seed by seed: nothing may go wrong in any of them. */
import assert from 'node:assert/strict';
import { float64 } from '../../../src/f64.ts';
import { decimal, type Arithmetic } from '../../../src/num.ts';
import { play, type Case, type Fault } from './play.ts';
import { simplest } from './simplest.ts';
import { drawCase } from './worlds.ts';

/** The last of the worlds that every `npm test` plays, and the last of all. */
export const worlds = [
  [decimal, 1500, 5000],
  [float64, 600, 2000],
] as const;

/** Kinds of fault of which a world is shown. */
const SHOWN = 6;

/** Plays so many worlds; of each kind of fault it shows the world made as small as it goes. */
export async function nothingGoesWrong(numbers: Arithmetic, firstSeed: number, count: number): Promise<void> {
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
}
