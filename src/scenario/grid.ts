/** The grid of a sweep: which pairs there are, in which order, with which seed and scenario. BAL-10, BAL-11R, EXP-01. */
import { withSettings, type Axis, type AxisSetting, type AxisValue } from './axes.ts';
import type { Scenario } from './scenario.ts';

export const sweepRegimes = ['passive', 'active', 'backstop', 'baseline'] as const;
export type SweepRegime = (typeof sweepRegimes)[number];

/** Arm a against arm b: a − b is reported, so that a positive effect is fewer defaults in b. EXP-03. */
export type Comparison = readonly [a: SweepRegime, b: SweepRegime];

/** Plain data. Values are exact decimal strings in their shortest form, as they were ordered in the file. */
export interface Grid {
  /** κ = Q/L; null where the sweep is over L/Q: exactly one of the two is a list. RING-03R. */
  readonly kappas: readonly string[] | null;
  /** L/Q. */
  readonly liquidityRatios: readonly string[] | null;
  readonly concentrations: readonly string[];
  readonly mus: readonly string[];
  /** ρ, as ratios: prices of a ticket are divided by S on loading. BAL-06. */
  readonly outsideMidRatios: readonly string[];
  /** Further keys of the scenario; the last one changes fastest. EXP-01. */
  readonly axes: readonly Axis[];
  /** R. */
  readonly replicates: number;
  readonly seedPerPair: boolean;
  /** The scenario's seed, from which those of the pairs are counted. */
  readonly baseSeed: number;
  /** Passive and active always, in this order, then the backstop and the baseline if they were asked for. EXP-03. */
  readonly regimes: readonly SweepRegime[];
  /** What is compared; the first is the headline. EXP-03. */
  readonly comparisons: readonly Comparison[];
}

/** One pair of the grid. */
export interface GridPoint {
  /** From 0, in the order κ, c, μ, ρ, further axes, replicate: the replicate changes fastest. */
  readonly index: number;
  readonly kappa: string | null;
  readonly liquidityRatio: string | null;
  readonly concentration: string;
  readonly mu: string;
  readonly outsideMidRatio: string;
  /** What the further axes are set to. EXP-01. */
  readonly settings: readonly AxisSetting[];
  /** From 0. */
  readonly replicate: number;
  readonly seed: number;
}

/** More pairs than this are refused. */
export const MOST_PAIRS = 1_000_000;

function values(grid: Grid): readonly (readonly AxisValue[])[] {
  const money = grid.kappas ?? grid.liquidityRatios;
  if (money === null) throw new Error('a grid goes over kappas or over liquidity ratios');
  const own = [money, grid.concentrations, grid.mus, grid.outsideMidRatios];
  return [...own, ...grid.axes.map((axis) => axis.values)];
}

/** How many pairs the grid has. BAL-10. */
export const pointCount = (grid: Grid): number =>
  values(grid).reduce((product, list) => product * list.length, grid.replicates);

/** The pair with an index. BAL-10, BAL-11R. */
export function pointAt(grid: Grid, index: number): GridPoint {
  if (!Number.isInteger(index) || index < 0 || index >= pointCount(grid)) {
    throw new Error(`there is no pair ${String(index)} in a grid of ${String(pointCount(grid))}`);
  }
  const replicate = index % grid.replicates;
  let rest = Math.floor(index / grid.replicates);
  // the last list changes fastest
  const [own, further] = split(
    values(grid)
      .toReversed()
      .map((list): AxisValue => {
        const value = list[rest % list.length];
        rest = Math.floor(rest / list.length);
        return value ?? null;
      })
      .toReversed(),
  );
  const [money = '', concentration = '', mu = '', outsideMidRatio = ''] = own;
  return {
    index,
    kappa: grid.kappas === null ? null : money,
    liquidityRatio: grid.kappas === null ? money : null,
    concentration,
    mu,
    outsideMidRatio,
    settings: grid.axes.map(({ path }, i) => ({ path, value: further[i] ?? null })),
    replicate,
    seed: grid.baseSeed + (grid.seedPerPair ? index : replicate),
  };
}

/** The values of the sources' four axes, which are texts, and those of further ones. */
const split = (all: readonly AxisValue[]): [own: string[], further: AxisValue[]] => [
  all.slice(0, 4).map(String),
  all.slice(4),
];

/** All pairs in their order, one at a time. BAL-10. */
export function* gridPoints(grid: Grid): Generator<GridPoint> {
  const count = pointCount(grid);
  for (let index = 0; index < count; index++) yield pointAt(grid, index);
}

/** M = ρ·S in every bucket. BAL-06. */
export const atRatio = (buckets: Scenario['buckets'], ratio: string): Scenario['buckets'] =>
  Object.fromEntries(Object.entries(buckets).map(([id, bucket]) => [id, { ...bucket, M0: ratio }]));

/** The scenario of one run of a pair; those of a pair differ in `regime` alone. BAL-01, BAL-08. */
export function scenarioAt(base: Scenario, point: GridPoint, regime: SweepRegime): Scenario {
  const { kappa, liquidityRatio, concentration, mu, outsideMidRatio, settings, seed } = point;
  const shared = withSettings(base, settings);
  return {
    ...shared,
    seed,
    regime,
    ring: { ...shared.ring, kappa, liquidity_ratio: liquidityRatio, concentration, mu },
    buckets: atRatio(shared.buckets, outsideMidRatio),
  };
}

/** What the runs of a sweep are made of: what all pairs share, and the grid. */
export interface GriddedSweep {
  /** What all pairs share; its κ, c, μ and ρ are the first of the grid. */
  readonly base: Scenario;
  readonly grid: Grid;
}

/**
 * A sweep as plain data, for a manifest: `parseSweep(JSON.stringify(resolvedSweep(sweep)), …)` gives the sweep
 * again. OUT-12.
 */
export type ResolvedSweep = Scenario & { readonly sweep: Readonly<Record<string, unknown>> };

/** The sweep with all that it goes over and how. OUT-12. */
export function resolvedSweep({ base, grid }: GriddedSweep): ResolvedSweep {
  const money = grid.kappas === null ? { liquidity_ratios: grid.liquidityRatios } : { kappas: grid.kappas };
  return {
    ...base,
    sweep: {
      ...money,
      concentrations: grid.concentrations,
      mus: grid.mus,
      outside_mid_ratios: grid.outsideMidRatios,
      ...(grid.axes.length === 0
        ? {}
        : { axes: Object.fromEntries(grid.axes.map(({ path, values }) => [path, values])) }),
      seeds: grid.replicates,
      seed_per_pair: grid.seedPerPair,
      regimes: grid.regimes,
      comparisons: grid.comparisons,
    },
  };
}
