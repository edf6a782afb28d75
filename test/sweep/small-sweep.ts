/** A pair of twelve traders, in which everything happens, and the three traders of MET-08. */
import { pointAt } from '../../src/scenario/grid.ts';
import { parseSweep, type LoadedSweep } from '../../src/scenario/sweep.ts';
import type { PairJob } from '../../src/sweep/pair.ts';

export const twelveTraders = `
allow_small_ring: true
periods: 12
ring: {n_traders: 12, total_debt_Q: 1200}
sweep: {kappas: [2], concentrations: [1], mus: [0.25], outside_mid_ratios: [0.75], regimes: [passive, active, baseline]}
`;

export const threeTraders = `
allow_small_ring: true
periods: 3
balance: {vbt_share: 0, dealer_share: 0.5}
buckets: {short: {O0: 0.35}}
anchors: {update: false}
rollover: {enabled: false}
trader_policy: {horizon: 0}
ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
sweep: {kappas: [1.6]}
`;

/** κ = 1 with tickets of 30 000 000.3: sums that are rounded decide about a rollover. */
export const decidedByRounding = `
allow_small_ring: true
ticket_size_S: 30000000.3
anchors: {update: false}
balance: {vbt_share: 0, dealer_share: 0.5}
trader_policy: {horizon: 0}
ring: {n_traders: 3, total_debt_Q: 90000000.9, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
sweep: {kappas: [1]}
`;

export const load = (text: string, arithmetic: 'decimal' | 'float64'): LoadedSweep =>
  parseSweep(text, 'sweep.yaml', { arithmetic });

export const firstPair = ({ base, grid }: LoadedSweep, outDir: string): PairJob => ({
  base,
  point: pointAt(grid, 0),
  arms: grid,
  outDir,
  verify: false,
});
