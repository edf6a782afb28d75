/** Vectors from random worlds and random play in them. */
import { playOf } from '../../hunt/play.ts';
import { Reach } from '../../hunt/reach.ts';
import { LARGEST_SEED, streams } from '../../random.ts';
import type { Vector } from './vector.ts';

export interface FromWorlds {
  readonly vectors: readonly Vector[];
  readonly reach: Reach;
}

/** `count` worlds, each known by a seed of its own that is drawn from `seed`. */
export async function vectorsFromWorlds(
  count: number,
  seed: number,
  onWorld: (done: number) => void = () => undefined,
): Promise<FromWorlds> {
  const { ring } = streams(seed);
  const reach = new Reach();
  const vectors: Vector[] = [];
  for (let n = 1; n <= count; n++) {
    const own = ring.below(LARGEST_SEED);
    const exchanges = await playOf(own);
    reach.note(exchanges);
    vectors.push({
      file: `worlds/${String(n).padStart(4, '0')}.json`,
      at: null,
      origin: { kind: 'world', name: `world ${String(own)}`, seed: own, clauses: [] },
      exchanges,
    });
    onWorld(n);
  }
  return { vectors, reach };
}
