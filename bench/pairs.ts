/**
 * `npm run bench:pairs -- TREE`: what runs cost here and in another working tree of this project, in pairs, in turn,
 * in one process. The ratio is this tree over the other one, as the median of the pairs.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as World from '../src/core/world.ts';
import type * as Period from '../src/core/period.ts';
import type * as Float64 from '../src/f64.ts';
import type * as Numbers from '../src/num.ts';
import type * as Random from '../src/random.ts';
import type * as Initial from '../src/scenario/initial.ts';
import type * as Grid from '../src/scenario/grid.ts';
import type * as Load from '../src/scenario/load.ts';
import type * as Sweep from '../src/scenario/sweep.ts';

const own = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv[2];
if (given === undefined) throw new Error('name the working tree to compare with');

/** What is run: a scenario file, or arms of the balanced sweep at its first point, one after another. */
type What = { readonly text: string } | { readonly arms: readonly ('passive' | 'active')[] };

/** What is run, in which arithmetic, and with checks on or off. */
type Row = What & {
  readonly name: string;
  readonly arithmetic: 'decimal' | 'float64';
  readonly checks: boolean;
  readonly pairs: number;
};

const active = { name: 'active, N = 100', arms: ['active'] } as const;
const pair = { name: 'balanced pair, N = 100', arms: ['passive', 'active'] } as const;
const market = (n: number, more = ''): string =>
  `ring: { n_traders: ${String(n)} }\norder_flow: { Nmax: ${String((3 * n) / 100)} }\nperiods: 15\n` +
  `initial_allocation: { dealer_share: 0.25, vbt_share: 0.50, traders_share: 0.25 }\n${more}`;

const rows: readonly Row[] = [
  { ...active, arithmetic: 'decimal', checks: true, pairs: 60 },
  { ...active, arithmetic: 'float64', checks: true, pairs: 400 },
  { ...active, arithmetic: 'float64', checks: false, pairs: 400 },
  { ...active, arithmetic: 'decimal', checks: false, pairs: 60 },
  { ...pair, arithmetic: 'decimal', checks: true, pairs: 40 },
  { ...pair, arithmetic: 'float64', checks: true, pairs: 400 },
  { ...pair, arithmetic: 'float64', checks: false, pairs: 400 },
  {
    name: 'baseline market, N = 1000',
    text: market(1000),
    arithmetic: 'float64',
    checks: true,
    pairs: 30,
  },
  {
    name: 'default avoidance, N = 100',
    text: market(100, 'trader_policy: { kind: default_avoidance }\n'),
    arithmetic: 'float64',
    checks: true,
    pairs: 200,
  },
  {
    name: 'clearing vector, N = 100',
    text: market(100, 'rulings: { clearing: clearing_vector }\n'),
    arithmetic: 'float64',
    checks: true,
    pairs: 200,
  },
  {
    name: 'baseline market, N = 10000',
    text: market(10_000),
    arithmetic: 'float64',
    checks: true,
    pairs: 6,
  },
];

type Runner = (row: Row) => () => number;

/** How a tree makes the world of a row and runs it once; ms, opening included. */
async function runnerOf(tree: string): Promise<Runner> {
  // the modules of both trees have the types of this one, as far as they are used here
  const load = async <T>(path: string): Promise<T> =>
    (await import(pathToFileURL(join(tree, 'src', path)).href)) as T;
  const { openWorld } = await load<typeof World>('core/world.ts');
  const { runPeriods } = await load<typeof Period>('core/period.ts');
  const { float64 } = await load<typeof Float64>('f64.ts');
  const { decimal } = await load<typeof Numbers>('num.ts');
  const { drawnChoices, streams } = await load<typeof Random>('random.ts');
  const { buildInitialState } = await load<typeof Initial>('scenario/initial.ts');
  const { pointAt, scenarioAt } = await load<typeof Grid>('scenario/grid.ts');
  const { parseScenario } = await load<typeof Load>('scenario/load.ts');
  const { parseSweep } = await load<typeof Sweep>('scenario/sweep.ts');
  const scenariosOf = (row: Row) => {
    if ('text' in row) return [parseScenario(row.text, 'bench').scenario];
    const { base, grid } = parseSweep('sweep: {}', 'bench');
    return row.arms.map((arm) => scenarioAt(base, pointAt(grid, 0), arm));
  };
  return (row) => {
    const opened = scenariosOf(row).map((scenario) => ({ scenario, ...buildInitialState(scenario) }));
    const numbers = row.arithmetic === 'decimal' ? decimal : float64;
    return () => {
      const started = performance.now();
      for (const { scenario, world } of opened) {
        const state = openWorld(world, { numbers, run: 'bench', checks: row.checks, sink: () => undefined });
        const choices = drawnChoices(streams(scenario.seed).orderFlow);
        runPeriods(state, choices, { periods: scenario.periods, stopOnDefault: false });
      }
      return performance.now() - started;
    };
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const here = await runnerOf(own);
const there = await runnerOf(resolve(given));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say('run                          arithmetic  checks   other ms   this ms   ratio');
for (const row of rows) {
  const [mine, other] = [here(row), there(row)];
  const times: { mine: number; other: number }[] = [];
  for (let pair = 0; pair < row.pairs; pair++) {
    // either goes first in half of the pairs
    if (pair % 2 === 0) times.push({ mine: mine(), other: other() });
    else {
      const second = other();
      times.push({ mine: mine(), other: second });
    }
  }
  const later = times.slice(Math.floor(row.pairs / 4));
  say(
    `${row.name.padEnd(28)} ${row.arithmetic.padEnd(10)}  ${row.checks ? 'on ' : 'off'}   ` +
      median(later.map((one) => one.other))
        .toFixed(2)
        .padStart(10) +
      median(later.map((one) => one.mine))
        .toFixed(2)
        .padStart(10) +
      median(later.map((one) => one.mine / one.other))
        .toFixed(2)
        .padStart(8),
  );
}
