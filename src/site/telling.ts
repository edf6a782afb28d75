/** Which pairs tell most, for those whose runs get a page of their own. */
import type { SweepPair } from './read-sweep.ts';

/** What a pair is filed under: a class of ANA-04, or what market making did there. */
export type Outcomes = ReadonlyMap<number, string>;

/**
 * Pairs in the order in which a reader would want to look: in turn the largest effect, the largest harm, and
 * of every other kind of outcome the pair with the most defaults to relieve.
 */
export function tellingOrder(pairs: readonly SweepPair[], outcomes: Outcomes): SweepPair[] {
  const kinds = [...new Set(pairs.map(({ index }) => outcomes.get(index) ?? ''))];
  const queues = kinds.map((kind) =>
    pairs.filter(({ index }) => (outcomes.get(index) ?? '') === kind).sort((a, b) => weight(b) - weight(a)),
  );
  const order: SweepPair[] = [];
  for (let round = 0; order.length < pairs.length; round++)
    for (const queue of queues) {
      const pair = queue[round];
      if (pair !== undefined) order.push(pair);
    }
  return order;
}

/** By the size of the effect, then by how much there was to relieve. */
const weight = ({ effect, deltaPassive }: SweepPair): number =>
  10 * Math.abs(effect ?? 0) + (deltaPassive ?? 0);
