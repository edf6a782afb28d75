/** A sweep by many workers, worked out from measured costs: nothing is run here. Milliseconds. */

export interface Costs {
  /** A thread's times for pairs, of which the next ones are taken in turn. */
  readonly pairs: readonly number[];
  /** Of the coordinator, which does one thing after the other. */
  readonly record: number;
  readonly block: number;
  /** Of Redis, which does one thing after the other, too. */
  readonly engineRecord: number;
  readonly engineBlock: number;
}

/**
 * The speed-up over one thread by workers of one thread each, which have a block in hand beside the one that they run.
 * A block goes through Redis when it is taken and when it is handed back, and then to the coordinator.
 */
export function speedUp(workers: number, pairs: number, block: number, costs: Costs): number {
  const blocks = Math.ceil(pairs / block);
  let taken = 0;
  let work = 0;
  /** When Redis and the coordinator are done with what they have. */
  let [engine, coordinator] = [0, 0];
  const next = (): number | null => {
    if (taken === blocks) return null;
    const first = block * taken++;
    let time = 0;
    for (let i = first; i < Math.min(first + block, pairs); i++)
      time += costs.pairs[i % costs.pairs.length] ?? 0;
    work += time;
    return time;
  };
  const ends = new Float64Array(workers).fill(Infinity);
  const inHand: (number | null)[] = [];
  for (let i = 0; i < workers; i++) ends[i] = next() ?? Infinity;
  for (let i = 0; i < workers; i++) inHand.push(next());
  for (let done = 0; done < blocks; done++) {
    const i = firstOf(ends);
    const now = ends[i] ?? 0;
    engine = Math.max(engine, now) + costs.engineBlock + block * costs.engineRecord;
    coordinator = Math.max(coordinator, engine) + costs.block + block * costs.record;
    const following = inHand[i] ?? null;
    // who has nothing in hand, because Redis is busy, waits for it
    ends[i] = following === null ? Infinity : Math.max(now, engine - following) + following;
    inHand[i] = next();
  }
  return work / coordinator;
}

function firstOf(times: Float64Array): number {
  let first = 0;
  for (let i = 1; i < times.length; i++) if ((times[i] ?? 0) < (times[first] ?? 0)) first = i;
  return first;
}

/** The size that loses least against the best one in the case that is worst for it; and what it loses there. */
export function bestSize(
  sizes: readonly number[],
  cases: readonly (readonly number[])[],
): { size: number; share: number } {
  const shares = sizes.map((_, s) => Math.min(...cases.map((ups) => (ups[s] ?? 0) / Math.max(...ups))));
  const share = Math.max(...shares);
  return { size: sizes[shares.indexOf(share)] ?? 0, share };
}
