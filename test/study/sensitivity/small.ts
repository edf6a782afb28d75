/** Sweeps small enough to run under every reading in a moment, here in this process. */
import { runPair, type PairRecord } from '../../../src/sweep/pair.ts';
import { gridPoints } from '../../../src/scenario/grid.ts';
import { sweepUnder, type Source } from '../../../src/study/sensitivity/run.ts';
import { readRulings, type Ruling } from '../../../src/study/sensitivity/rulings.ts';

/** Six traders whose debts all fall due on day 1: what one receives may pay what it owes, or may not. */
export const sixTraders = `
allow_small_ring: true
periods: 3
balance: {vbt_share: 0, dealer_share: 0.25}
trader_policy: {horizon: 3}
rollover: {enabled: false}
ring: {n_traders: 6, total_debt_Q: 1200, mu: 0, maturity_days: 3}
sweep: {kappas: [1.2, 2], outside_mid_ratios: [0.5], seeds: 6}
`;

/** Twelve traders who roll over, with asks above par. */
export const twelveTraders = `
allow_small_ring: true
periods: 8
buckets: {short: {O0: 0.9}, mid: {O0: 0.9}, long: {O0: 0.9}}
trader_policy: {horizon: 2}
ring: {n_traders: 12, total_debt_Q: 1200, maturity_days: 6}
sweep: {kappas: [2], seeds: 4}
`;

export const source = (text: string): Source => ({ text, file: 'small.yaml', overrides: {} });

const rulings = readRulings();

export function ruling(path: string): Ruling {
  const found = rulings.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no ruling has the switch ${path}`);
  return found;
}

/** The records of every pair, with these switches set. */
export function recordsWith(text: string, values: Readonly<Record<string, string>>): PairRecord[] {
  const settings = Object.entries(values).map(([path, value]) => ({ ruling: ruling(path), value }));
  const { base, grid } = sweepUnder(source(text), { settings });
  return [...gridPoints(grid)].map((point) =>
    runPair({ base, point, arms: grid, outDir: null, verify: false }),
  );
}
