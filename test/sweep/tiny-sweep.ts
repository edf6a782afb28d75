/** A sweep of four pairs of three traders, run in this process: small enough to be run thousands of times. */
import { runSweep, type SweepOptions, type SweepResult } from '../../src/sweep/sweep.ts';
import { inThreads } from '../../src/sweep/run-pairs.ts';
import { inThisThread } from '../../src/sweep/workers.ts';
import type { Shard } from '../../src/sweep/sweep-folder.ts';
import { load, threeTraders } from './small-sweep.ts';

export const tinySweep = load(threeTraders.replace('[1.6]', '[1.6, 0.5], seeds: 2'), 'float64');

export function runTiny(
  outDir: string,
  {
    resume = false,
    shard = null,
    upTo = Infinity,
    sweep = tinySweep,
  }: Partial<{
    resume: boolean;
    shard: Shard | null;
    upTo: number;
    sweep: typeof tinySweep;
  }> = {},
): Promise<SweepResult & { readonly damage: readonly string[] }> {
  const cut = new AbortController();
  const damage: string[] = [];
  const options: SweepOptions = {
    outDir,
    resume,
    shard,
    workers: 1,
    keepRuns: true,
    verifyShare: 0,
    signal: cut.signal,
    onProgress: ({ done }) => {
      if (done >= upTo) cut.abort();
    },
    onDamage: (fault) => damage.push(fault),
  };
  return runSweep(sweep, options, inThreads(inThisThread)).then((result) => ({ ...result, damage }));
}
