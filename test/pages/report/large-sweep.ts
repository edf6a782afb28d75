/** A sweep that was never run: 625 points of twenty seeds, with figures that go up and down as real ones do. */
import type { FanDay } from '../../../src/study/analysis/fan-format.ts';
import type { Analysis } from '../../../src/study/analysis/format.ts';
import type { GridMean, SweepPair, SweepRecord } from '../../../src/pages/report/read-sweep.ts';

const kappas = ['0.25', '0.5', '1', '2', '4'];
const concentrations = ['0.2', '0.5', '1', '2', '5'];
const mus = ['0', '0.25', '0.5', '0.75', '1'];
const ratios = ['0.5', '0.75', '0.8', '0.9', '1'];
const SEEDS = 20;

const places = kappas.flatMap((kappa) =>
  concentrations.flatMap((concentration) =>
    mus.flatMap((mu) =>
      ratios.map((outsideMidRatio) => ({ kappa, concentration, mu, outsideMidRatio, further: '' })),
    ),
  ),
);

/** Between 0 and 1, without a period that could be seen. */
const wave = (i: number, of: number): number => (Math.sin(i * 12.9898 + of * 78.233) * 43758.5453) % 1;

export function largeSweep(): SweepRecord {
  const pairs = places.flatMap((place, p) =>
    Array.from({ length: SEEDS }, (_, seed): SweepPair => {
      const index = p * SEEDS + seed;
      const deltaPassive = Math.abs(wave(index, 1)) * 0.6;
      const effect = wave(index, 2) * 0.2;
      const name = `k${place.kappa}_c${place.concentration}_mu${place.mu}_rho${place.outsideMidRatio}_s${String(42 + seed)}`;
      return {
        ...place,
        index,
        seed: String(42 + seed),
        axis: place.kappa,
        effect,
        relief: effect / deltaPassive,
        trades: Math.round(Math.abs(wave(index, 3)) * 300),
        rescues: Math.round(Math.abs(wave(index, 4)) * 20),
        deltas: new Map([
          ['passive', deltaPassive],
          ['active', deltaPassive - effect],
        ]),
        effects: new Map([['passive - active', effect]]),
        runs: (['passive', 'active'] as const).map((arm) => ({
          arm,
          runId: `${arm}_${name}`,
          status: 'completed',
        })),
      };
    }),
  );
  const points = places.map((place, i): GridMean => ({
    ...place,
    pairs: SEEDS,
    deltaFirst: Math.abs(wave(i, 5)),
    deltaSecond: Math.abs(wave(i, 6)),
    effect: wave(i, 7) / 5,
    relief: wave(i, 8),
    low: wave(i, 7) / 5 - 0.02,
    high: wave(i, 7) / 5 + 0.02,
    correctedLow: wave(i, 7) / 5 - 0.04,
    correctedHigh: wave(i, 7) / 5 + 0.04,
    finding: i % 3 === 0 ? 'lowers defaults' : 'none',
  }));
  const cell = {
    comparison: 'passive - active',
    measure: 'delta' as const,
    mean: 0.05,
    low: 0.04,
    high: 0.06,
  };
  return {
    hash: 'a'.repeat(64),
    version: '0.1.0',
    arithmetic: 'float64',
    checks: true,
    notes: [],
    verifyShare: 0,
    setup: '100 traders.',
    grid: {
      kappas,
      liquidityRatios: null,
      concentrations,
      mus,
      outsideMidRatios: ratios,
      axes: [],
      design: null,
      frontier: null,
      comparisons: [['passive', 'active']],
      replicates: SEEDS,
      precision: null,
      baseSeed: 42,
      seedPerPair: false,
      regimes: ['passive', 'active'],
    },
    summary: {
      sentence: 'Market making lowered the default rate.',
      pairs: pairs.length,
      completed: pairs.length,
      failed: 0,
      verified: 0,
      improved: pairs.length,
      unchanged: 0,
      worsened: 0,
      answer: ['Market making lowers the default rate.'],
      axis: 'kappa',
      frontier: [],
      headline: kappas.map((value) => ({ ...cell, value, isFinding: true, isTested: true })),
      overall: [cell],
      meanDeltas: new Map([
        ['passive', 0.3],
        ['active', 0.25],
      ]),
      grid_points_lowered: 200,
      grid_points_raised: 0,
      failures: [],
    },
    pairs,
    points,
  };
}

/** What the analysis of such a sweep would have said of its trades, as far as its page reads it. */
export const largeAnalysis = ({ pairs }: SweepRecord): Analysis =>
  ({
    answer: {
      classes: [],
      not_classed: 0,
      strategies: [],
      missing: [],
      compared: pairs.length,
      unchanged: 0,
      text: '',
    },
    tables: {
      'dealer_usage_by_run.csv': pairs.map(({ runs, trades }) => ({
        run_id: runs.find(({ arm }) => arm === 'active')?.runId,
        trader_dealer_trade_count: String(trades),
      })),
      'zero_effect_pairs.csv': [],
    },
  }) as unknown as Analysis;

/** Days of two of its points, with bands that widen. */
export const largeFans = (): FanDay[] =>
  [0, 7].flatMap((point) =>
    (['passive', 'active'] as const).flatMap((arm, i) =>
      Array.from({ length: 15 }, (_, day): FanDay => {
        const middle = 0.3 - 0.1 * i + 0.01 * point;
        const [near, far] = [0.004 * day, 0.01 * day];
        const around = { q10: middle - far, q25: middle - near, q75: middle + near, q90: middle + far };
        return { point, arm, series: 'delta', bucket: '', day, runs: SEEDS, ...around, q50: middle };
      }),
    ),
  );
