/**
 * `npm run bench:sweep`: what runs and sweeps cost, files included. It writes 14 GB, since some disks are slow for
 * minutes after a deletion, and removes them at its end. TMPDIR says where: a file system in memory leaves the disk
 * out of it.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../src/files/scratch.ts';
import { runPeriods } from '../src/core/period.ts';
import { openWorld } from '../src/core/world.ts';
import { float64 } from '../src/f64.ts';
import { decimal, type Arithmetic } from '../src/num.ts';
import { drawnChoices, streams } from '../src/random.ts';
import { buildInitialState } from '../src/scenario/initial.ts';
import { pointAt, scenarioAt } from '../src/scenario/grid.ts';
import { loadSweep } from '../src/scenario/read.ts';

const scratch = scratchFolder();
const ringspec = fileURLToPath(new URL('../bin/ringspec', import.meta.url));
const full = fileURLToPath(new URL('../scenarios/balanced-625.yaml', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Median ms of one active run of 100 traders and 15 periods: opened, run and checked, no files. One of many in a
 * process, as in a sweep: most of the first hundred are run before the compiler knows them.
 */
function activeRun(numbers: Arithmetic, repeats: number): number {
  const { base, grid } = loadSweep(null);
  const scenario = scenarioAt(base, pointAt(grid, 0), 'active');
  const { world } = buildInitialState(scenario);
  const times = Array.from({ length: repeats }, () => {
    const started = performance.now();
    const state = openWorld(world, { numbers, run: 'bench', checks: true, sink: () => undefined });
    const choices = drawnChoices(streams(scenario.seed).orderFlow);
    runPeriods(state, choices, { periods: scenario.periods, stopOnDefault: false });
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[Math.floor(repeats / 2)] ?? NaN;
}

interface SweepFigures {
  readonly seconds: number;
  readonly mebibytes: number;
}

/** A sweep in a process of its own, and its peak memory, workers included, as Linux counts it. */
async function sweep(name: string, ...args: string[]): Promise<SweepFigures> {
  const out = join(scratch, name);
  const started = performance.now();
  const child = spawn(process.execPath, [ringspec, 'sweep', 'balanced', ...args, '--out-dir', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (status !== 0) throw new Error(`the sweep ${name} ended with ${String(status)}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, mebibytes: peak };
}

/** Peak resident memory of a process in MiB, or null when it is gone. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return null;
  }
}

/** In turn, so that a slow minute of the machine hits both; the best is what was disturbed least. */
const ROUNDS = 3;
const best = (figures: readonly SweepFigures[]): number => Math.min(...figures.map(({ seconds }) => seconds));

const show = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
/** A seed a point, and two arms: 625 pairs. */
const grid = [full, '--regimes', 'passive,active', '--seeds', '1'];
const files = ['--keep', 'all'];
const records = ['--keep', 'records'];
const part = ['--mus', '0,0.25', '--outside-mid-ratios', '0.9,0.75'];

const fast = activeRun(float64, 400);
const exact = activeRun(decimal, 15);
say(`an active run, N = 100, 15 periods, checks on, no files: float64 ${show(fast)} ms (4)`);
say(`  decimal / float64                                ${show(exact / fast)} (60)`);
const few = await sweep('few', ...grid, ...part, ...files);
const one: SweepFigures[] = [];
const two: SweepFigures[] = [];
const checked: SweepFigures[] = [];
const unchecked: SweepFigures[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  one.push(await sweep(`one-${String(round)}`, ...grid, ...files, '--workers', '1'));
  two.push(await sweep(`two-${String(round)}`, ...grid, ...files, '--workers', '2'));
  checked.push(await sweep(`checked-${String(round)}`, ...grid, ...records, '--workers', '2'));
  unchecked.push(
    await sweep(`unchecked-${String(round)}`, ...grid, ...records, '--workers', '2', '--no-checks'),
  );
}
say(`625 pairs with their files, best of ${String(ROUNDS)}              ${show(best(two))} s (20)`);
say(`  2 workers against 1                              ${show(best(one) / best(two))}`);
say(`  memory, 625 pairs / 100 pairs                    ${show((two[0]?.mebibytes ?? NaN) / few.mebibytes)}`);
say(
  `625 pairs, records alone: checks on, off           ${show(best(checked))} s, ${show(best(unchecked))} s (5)`,
);
// every thread has to load and to compile the model, which a sweep of ten seconds still feels
const four = [full, '--regimes', 'passive,active', '--seeds', '4', ...records];
const longOne = await sweep('long-one', ...four, '--workers', '1');
const longTwo = await sweep('long-two', ...four, '--workers', '2');
say(
  `2500 pairs, 2 workers against 1                    ${show(longOne.seconds / longTwo.seconds)} (at least 1.7)`,
);
const big = ['--n-agents', '100000', '--total-debt', '10000000', '--kappas', '1', '--concentrations', '1'];
const point = ['--mus', '0.5', '--outside-mid-ratios', '0.75'];
const large = await sweep('large', ...grid, ...big, ...point, ...files);
say(
  `one pair of 100 000 traders, as dense as N = 100   ${show(large.seconds)} s (60), ${show(large.mebibytes)} MiB (2048)`,
);
