/**
 * A sweep of so many pairs, records only, without their runs: each has the record of the first one. All else is real:
 * the list of pairs, the records on the disk, their order, the tables. Prints its peak memory in MiB. Linux.
 */
import { readFileSync } from 'node:fs';
import { recordPair } from '../../src/sweep/pair-record.ts';
import type { PairRunner } from '../../src/sweep/run-pairs.ts';
import { runSweep } from '../../src/sweep/sweep.ts';
import { firstPair, load, threeTraders } from './small-sweep.ts';

const [pairs = '', outDir = '', seedPerPair = 'false'] = process.argv.slice(2);
const grid = `[1.6, 0.5], seeds: ${String(Number(pairs) / 2)}, seed_per_pair: ${seedPerPair}`;
const sweep = load(threeTraders.replace('[1.6]', grid), 'float64');
const record = recordPair(firstPair(sweep, outDir));

const AT_ONCE = 64;
const withoutRuns: PairRunner = async ({ left, onRecord }) => {
  for (let first = 0; first < left.length; first += AT_ONCE)
    await Promise.all(left.slice(first, first + AT_ONCE).map((index) => onRecord({ ...record, index })));
};
await runSweep(
  sweep,
  {
    ...{ outDir, workers: 1, resume: false, shard: null, verifyShare: 0, keepRuns: false },
    ...{ signal: new AbortController().signal, onProgress: () => undefined },
    onDamage: (fault) => {
      throw new Error(fault);
    },
  },
  withoutRuns,
);
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
process.stdout.write(`${String(Math.round(Number(peak) / 1024))}\n`);
