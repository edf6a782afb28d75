/**
 * `npm run bench:cluster`: what the queue costs beside threads of this machine, and what follows from it, on paper, for
 * many workers and for the size of a block. It starts a redis-server and reads /proc: Linux. Ratios, since seconds are
 * the machine's; of processor time where others use the machine, too. 125 pairs; `npm run bench:cluster 625` takes 625.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { scratchFolder } from '../src/files/scratch.ts';
import { percent } from '../src/counted.ts';
import { pointAt, pointCount } from '../src/scenario/grid.ts';
import { loadSweep } from '../src/scenario/read.ts';
import { parseSweep, type LoadedSweep } from '../src/scenario/sweep.ts';
import { runPair } from '../src/sweep/pair.ts';
import { overQueue } from '../src/sweep/queue/coordinate.ts';
import { BLOCK, connect, queueAddress } from '../src/sweep/queue/redis.ts';
import { runSweep, type SweepOptions } from '../src/sweep/sweep.ts';
import { bestSize, speedUp, type Costs } from './on-paper.ts';

const ringspec = fileURLToPath(new URL('../bin/ringspec', import.meta.url));
const scratch = scratchFolder();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const PORT = '7399';
const address = queueAddress(`redis://127.0.0.1:${PORT}`);
const children: ChildProcess[] = [];

const isWhole = process.argv[2] === '625';
/** Points of the balanced grid, a seed each, passive and active. */
const sweep = loadSweep(fileURLToPath(new URL('../scenarios/balanced-625.yaml', import.meta.url)), {
  'sweep.seeds': '1',
  'sweep.regimes': 'passive,active',
  ...(isWhole ? {} : { 'sweep.outside_mid_ratios': '0.9' }),
});
/** Pairs so small that the queue is what they cost. */
const TINY = 1_000;
const tiny = parseSweep(
  `{allow_small_ring: true, periods: 3, ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}, sweep: {kappas: [2], seeds: ${String(TINY)}}}`,
  'tiny.yaml',
);

let folders = 0;
const options = (workers: number): SweepOptions => ({
  ...{ outDir: join(scratch, String(++folders)), workers, resume: false, shard: null, verifyShare: 0 },
  ...{ keepRuns: false, signal: new AbortController().signal },
  onProgress: () => undefined,
  onDamage: say,
});

interface Worker {
  readonly pid: number;
  readonly end: () => Promise<unknown>;
}

/** A worker of so many threads, ready for sweeps: its own start is that of a machine. */
async function startWorker(threads: number): Promise<Worker> {
  const args = [ringspec, 'worker', '--queue', address.url, '--threads', String(threads)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  await once(child.stderr, 'data');
  child.stderr.resume();
  const end = (): Promise<unknown> => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  };
  return { pid: child.pid ?? 0, end };
}

/** Milliseconds of processor time that a process has used, its threads included. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const TICK = 10;
  return TICK * (Number(fields[11]) + Number(fields[12]));
}

interface Spent {
  readonly seconds: number;
  /** Milliseconds of processor time: of this process, of the workers, of Redis. */
  readonly own: number;
  readonly workers: number;
  readonly engine: number;
}
const inAll = ({ own, workers, engine }: Spent): number => own + workers + engine;

async function spent(work: () => Promise<unknown>, workers: readonly Worker[] = []): Promise<Spent> {
  const pids = [process.pid, redis.pid ?? 0, ...workers.map(({ pid }) => pid)];
  const before = pids.map(processorTime);
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const [own = 0, engine = 0, ...theirs] = pids.map((pid, i) => processorTime(pid) - (before[i] ?? 0));
  return { seconds, own, engine, workers: theirs.reduce((sum, each) => sum + each, 0) };
}

/** A sweep by workers that are there; afterwards they have left it. */
async function queued(of: LoadedSweep, workers: readonly Worker[], block = BLOCK): Promise<Spent> {
  const figures = await spent(
    () => runSweep(of, options(1), overQueue(address, { tell: say, block })),
    workers,
  );
  await wait(3_000);
  return figures;
}

const redis = spawn('redis-server', ['--port', PORT, '--save', '', '--dir', scratch], { stdio: 'ignore' });
children.push(redis);

/** What Redis has done so far: commands, and bytes in and out. */
async function engineCounts(): Promise<{ commands: number; bytes: number }> {
  const client = await connect(address);
  const text = await client.info('all');
  client.disconnect();
  const sum = (pattern: RegExp): number =>
    [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  return { commands: sum(/^cmdstat_[^:]+:calls=(\d+)/gm), bytes: sum(/^total_net_\w+_bytes:(\d+)/gm) };
}

/** What a record and a block cost, from blocks of one pair and of 32 pairs. */
async function costsOfQueue(): Promise<Omit<Costs, 'pairs'>> {
  const worker = await startWorker(1);
  await queued(tiny, [worker]);
  const perPair = [];
  for (const block of [1, 32]) {
    const before = await engineCounts();
    const { own, engine, workers } = await queued(tiny, [worker], block);
    const after = await engineCounts();
    const each = (count: number): string => (count / TINY).toFixed(2);
    say(
      `blocks of ${String(block)}: ${each(after.commands - before.commands)} commands of Redis a pair; processor time a pair: ` +
        `coordinator ${each(own)} ms, Redis ${each(engine)} ms, worker ${each(workers)} ms`,
    );
    say(`  ${((after.bytes - before.bytes) / TINY / 1024).toFixed(1)} KB a pair through Redis, in and out`);
    perPair.push({ own: own / TINY, engine: engine / TINY });
  }
  await worker.end();
  const [single, many] = perPair;
  if (single === undefined || many === undefined) throw new Error('two sizes were measured');
  const record = (key: 'own' | 'engine'): number => Math.max(0, (32 * many[key] - single[key]) / 31);
  return {
    record: record('own'),
    block: Math.max(0, single.own - record('own')),
    engineRecord: record('engine'),
    engineBlock: Math.max(0, single.engine - record('engine')),
  };
}

/** Milliseconds of processor time of pairs over the grid, one after the other, once the compiler knows them. */
function pairTimes(): number[] {
  const { base, grid } = sweep;
  const count = pointCount(grid);
  const time = (i: number): number => {
    const before = process.cpuUsage();
    const point = pointAt(grid, (37 * i) % count);
    runPair({ base, point, arms: grid, outDir: null, verify: false });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Array.from({ length: 80 }, (_, i) => time(i)).slice(40);
}

function onPaper(costs: Costs): void {
  const sizes = [1, 2, 4, 8, 16, 32, 64];
  const cases: number[][] = [];
  say(`speed-up on paper; blocks of           ${sizes.map((size) => String(size).padStart(6)).join('')}`);
  for (const pairs of [10_000, 100_000])
    for (const workers of [16, 64, 250, 1000]) {
      const ups = sizes.map((size) => speedUp(workers, pairs, size, costs));
      cases.push(ups);
      say(
        `  ${String(pairs).padStart(6)} pairs, ${String(workers).padStart(4)} workers of a thread ` +
          ups.map((up) => up.toFixed(0).padStart(6)).join(''),
      );
    }
  const { size, share } = bestSize(sizes, cases);
  say(
    `blocks of ${String(size)} reach at least ${percent(share, 1, 0)} of the best in every case; the code has ${String(BLOCK)}`,
  );
}

try {
  await wait(1_000);
  const costs = await costsOfQueue();
  say(
    `a record costs the coordinator ${costs.record.toFixed(2)} ms and Redis ${costs.engineRecord.toFixed(2)} ms, ` +
      `a block ${costs.block.toFixed(2)} and ${costs.engineBlock.toFixed(2)} ms: ` +
      `it gathers ${(1000 / (costs.record + costs.block / BLOCK)).toFixed(0)} pairs a second in blocks of ${String(BLOCK)}`,
  );
  const pairs = pairTimes();
  const mean = pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
  say(`a pair of 100 traders, passive and active, takes a thread ${mean.toFixed(1)} ms`);
  onPaper({ ...costs, pairs });

  const threads = Math.min(2, availableParallelism());
  const both = await startWorker(threads);
  const ratios = { time: [] as number[], work: [] as number[] };
  // in turns, each first once more, so that a slow minute and a machine that warms up hit both
  for (const round of [1, 2, 3, 4, 5]) {
    const early = round % 2 === 0 ? await queued(sweep, [both]) : null;
    const local = await spent(() => runSweep(sweep, options(threads)));
    const over = early ?? (await queued(sweep, [both]));
    ratios.time.push(over.seconds / local.seconds);
    ratios.work.push(inAll(over) / inAll(local));
    say(
      `round ${String(round)}, ${String(pointCount(sweep.grid))} pairs, records only, ${String(threads)} threads: the queue takes ` +
        `${(over.seconds / local.seconds).toFixed(3)} of the time and ${(inAll(over) / inAll(local)).toFixed(3)} of the processor time of local threads`,
    );
  }
  await both.end();
  const median = (values: number[]): string =>
    (values.sort((a, b) => a - b)[values.length >> 1] ?? NaN).toFixed(3);
  say(`median: ${median(ratios.time)} of the time, ${median(ratios.work)} of the processor time`);
  const one = await startWorker(1);
  const alone = await queued(sweep, [one]);
  const two = await startWorker(1);
  const together = await queued(sweep, [one, two]);
  say(`throughput of two workers of one thread: ${(alone.seconds / together.seconds).toFixed(2)} of one`);
} finally {
  for (const child of children) child.kill('SIGKILL');
}
