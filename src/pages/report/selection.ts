/** Which pairs are selected first for a page of their own. */
import { groupBy } from '../../core/list.ts';
import { known } from '../../run/metrics/postings.ts';
import type { SweepPair } from './read-sweep.ts';

/** What a pair is filed under: a class of ANA-04, or what became of its defaults. */
type Outcomes = ReadonlyMap<number, string>;

/**
 * Pairs in the order in which a reader would want to look: in turn the largest effect, the largest harm, and
 * of every other kind of outcome the pair with the most defaults to relieve.
 */
export function selectionOrder(pairs: readonly SweepPair[], outcomes: Outcomes): SweepPair[] {
  const queues = [...groupBy(pairs, ({ index }) => known(outcomes, index)).values()];
  for (const queue of queues) queue.sort((a, b) => weight(b) - weight(a));
  const order: SweepPair[] = [];
  for (let round = 0; order.length < pairs.length; round++)
    for (const queue of queues) {
      const pair = queue[round];
      if (pair !== undefined) order.push(pair);
    }
  return order;
}

/** By the size of the effect, then by how much there was to relieve; a pair that failed has neither. */
const weight = ({ effect, deltas, runs: [first] }: SweepPair): number =>
  10 * Math.abs(effect ?? 0) + (first === undefined ? 0 : (deltas.get(first.arm) ?? 0));
