/**
 * `npm run bench:cluster`: what the queue costs beside threads of this machine, and what follows from it, on paper, for
 * many workers and for the size of a block. It starts a redis-server. Ratios, since seconds are the machine's.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { gridPoints } from '../src/scenario/grid.ts';
import { loadSweep } from '../src/scenario/read.ts';
import { checkedRecord } from '../src/sweep/queue/check-record.ts';
import { PairRecords } from '../src/sweep/pair-records.ts';
import { runPair } from '../src/sweep/pair.ts';
import { recordLine } from '../src/sweep/record-line.ts';
import { overQueue } from '../src/sweep/queue/coordinate.ts';
import { queueAddress } from '../src/sweep/queue/redis.ts';
import { runSweep, type SweepOptions } from '../src/sweep/sweep.ts';

const ringspec = fileURLToPath(new URL('../bin/ringspec', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ringspec-bench-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PORT = '7399';
const address = queueAddress(`redis://127.0.0.1:${PORT}`);
const children: ChildProcess[] = [];

/** The 625 points of the balanced grid, a seed each. */
const sweep = loadSweep(fileURLToPath(new URL('../scenarios/balanced-625.yaml', import.meta.url)), {
  'sweep.seeds': '1',
});

let folders = 0;
const options = (workers: number): SweepOptions => ({
  ...{ outDir: join(scratch, String(++folders)), workers, resume: false, shard: null, verifyShare: 0 },
  ...{ keepRuns: false, signal: new AbortController().signal },
  onProgress: () => undefined,
  onDamage: say,
});

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** A worker of so many threads, and what ends it. */
function worker(threads: number): () => Promise<unknown> {
  const args = [ringspec, 'worker', '--queue', address.url, '--threads', String(threads)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  children.push(child);
  return () => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  };
}

/** A sweep by workers that are there already: their start is theirs, as that of a machine. */
async function queued(threadsOfWorkers: readonly number[]): Promise<number> {
  const ends = threadsOfWorkers.map(worker);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const taken = await seconds(() => runSweep(sweep, options(1), overQueue(address, { tell: say })));
  await Promise.all(ends.map((end) => end()));
  return taken;
}

/** Milliseconds that the coordinator needs for a record: to check it, and to put it on the disk with others. */
async function gatherCost(): Promise<number> {
  const points = [...gridPoints(sweep.grid)].slice(0, 40);
  const { base, grid } = sweep;
  const made = points.map((point) => runPair({ base, point, arms: grid, outDir: null, verify: false }));
  const plan = { sweep, verifyShare: 0, keepRuns: false, keepPairs: [], hash: 'a'.repeat(64) };
  const records = new PairRecords(join(scratch, 'gathered'), plan.hash);
  const lines = made.map((record) => recordLine(record, plan.hash));
  const ROUNDS = 25;
  const taken = await seconds(async () => {
    for (let round = 0; round < ROUNDS; round++)
      await Promise.all(
        lines.map((line) => {
          const record = checkedRecord(line, plan);
          if (typeof record === 'string') throw new Error(record);
          return records.write(record);
        }),
      );
  });
  return (1000 * taken) / (ROUNDS * lines.length);
}

/**
 * Speed-up by workers of one thread each, for a million pairs, in pairs' time: the coordinator gathers one block after
 * the other; each block costs it and the engine a fixed time; at the end each worker waits for half a block on average.
 */
function onPaper(
  workers: number,
  block: number,
  costs: { pair: number; record: number; perBlock: number },
): number {
  const PAIRS = 1_000_000;
  const byWorkers = (PAIRS / workers) * (costs.pair + costs.perBlock / block) + (block / 2) * costs.pair;
  const byCoordinator = PAIRS * (costs.record + costs.perBlock / block);
  return (PAIRS * costs.pair) / Math.max(byWorkers, byCoordinator);
}

const redis = spawn('redis-server', ['--port', PORT, '--save', '', '--dir', scratch], { stdio: 'ignore' });
children.push(redis);
try {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const rounds = [0, 1, 2];
  const local: number[] = [];
  const over: number[] = [];
  // in turn, so that a slow minute hits both
  for (const round of rounds) {
    local.push(await seconds(() => runSweep(sweep, options(2))));
    over.push(await queued([2]));
    say(
      `round ${String(round + 1)}: over the queue ${((over.at(-1) ?? 0) / (local.at(-1) ?? 1)).toFixed(3)} of the time of local threads`,
    );
  }
  const [best, bestOver] = [Math.min(...local), Math.min(...over)];
  say(
    `625 pairs, records only, two threads: over the queue ${(bestOver / best).toFixed(3)} of local threads (best of ${String(rounds.length)})`,
  );
  const one = await queued([1]);
  const two = await queued([1, 1]);
  say(`throughput of two workers of one thread: ${(one / two).toFixed(2)} of one`);
  const record = await gatherCost();
  const pair = (1000 * best * 2) / 625;
  // what is over local threads, by block of eight
  const perBlock = Math.max(0.5, ((1000 * (bestOver - best) * 2) / 625) * 8);
  say(
    `a record costs the coordinator ${(record / pair).toFixed(4)} of a pair, a block ${(perBlock / pair).toFixed(3)} of a pair`,
  );
  const sizes = [1, 4, 8, 16, 64, 256];
  say(`speed-up on paper, a million pairs; blocks of ${sizes.join(', ')}`);
  for (const workers of [16, 64, 250, 1000])
    say(
      `  ${String(workers).padStart(4)} workers: ${sizes.map((size) => onPaper(workers, size, { pair, record, perBlock }).toFixed(0).padStart(5)).join(' ')}`,
    );
  const bytes = readFileSync(join(scratch, '1/aggregate/pairs/0000.ndjson')).length / 625;
  say(`a record has ${(bytes / 1024).toFixed(1)} KB`);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
}
