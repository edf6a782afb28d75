/**
 * Measures a run in a process of its own and prints the figures as JSON: N, arithmetic, checks on or off, and
 * how often. The first run is what a user waits for; the median of the others is that of compiled code.
 */
import { openWorld } from '../src/core/world.ts';
import { runPeriods } from '../src/core/period.ts';
import { float64 } from '../src/f64.ts';
import { decimal } from '../src/num.ts';
import { drawnChoices, streams } from '../src/random.ts';
import { buildInitialState } from '../src/scenario/initial.ts';
import { parseScenario } from '../src/scenario/load.ts';

const PERIODS = 15;
const [traders = '100', arithmetic = 'float64', checks = 'on', repeats = '1'] = process.argv.slice(2);
const n = Number(traders);

/** The baseline's market at any size: ten tickets a trader, three arrivals a period for every hundred traders. */
const { scenario } = parseScenario(
  `ring: { n_traders: ${traders} }\norder_flow: { Nmax: ${String(Math.max(3, (3 * n) / 100))} }\nperiods: ${String(PERIODS)}\n` +
    'initial_allocation: { dealer_share: 0.25, vbt_share: 0.50, traders_share: 0.25 }\n',
  'bench',
);
const { world } = buildInitialState(scenario);

interface Figures {
  readonly openMs: number;
  readonly ms: number;
  readonly events: number;
}

function once(): Figures {
  let events = 0;
  const numbers = arithmetic === 'decimal' ? decimal : float64;
  const started = performance.now();
  const state = openWorld(world, { numbers, run: 'bench', checks: checks === 'on', sink: () => events++ });
  const opened = performance.now();
  runPeriods(state, drawnChoices(streams(scenario.seed).orderFlow), {
    periods: PERIODS,
    stopOnDefault: false,
  });
  return { openMs: opened - started, ms: performance.now() - opened, events };
}

const perTicketPeriod = (ms: number): number => (ms * 1e6) / (world.tickets.length * PERIODS);
const first = once();
const others = Array.from({ length: Number(repeats) - 1 }, once).sort((a, b) => a.ms - b.ms);
const median = others[Math.floor(others.length / 2)] ?? first;
console.log(
  JSON.stringify({
    ...first,
    firstNs: perTicketPeriod(first.ms),
    warmMs: median.ms,
    warmNs: perTicketPeriod(median.ms),
    mebibytes: process.resourceUsage().maxRSS / 1024,
  }),
);
