/** The grid of a sweep: which pairs there are, in which order, with which seed and scenario. BAL-10, BAL-11R, EXP-01. */
import { axisText, shorthands, withSettings, type Axis, type AxisSetting, type AxisValue } from './axes.ts';
import { drawPoints, type Hypercube } from './design.ts';
import type { Frontier } from './frontier.ts';
import type { Comparison, SweepRegime } from './regimes.ts';
import type { Scenario } from './scenario.ts';

/** EXP-05: the half width of the 95 % interval of the first comparison's δ, and how many seeds a point has. */
export interface Precision {
  readonly half_width: string;
  /** n₀, the seeds of the first stage. */
  readonly first: number;
  readonly most: number;
}

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
  /** Points that are drawn in place of the full grid, or null. EXP-04. */
  readonly design: Hypercube | null;
  /** What is searched for along an axis whose values are those at which the search may look, or null. EXP-04. */
  readonly frontier: Frontier | null;
  /** R; with a precision the most that a point may have. */
  readonly replicates: number;
  readonly precision: Precision | null;
  readonly seedPerPair: boolean;
  /** The scenario's seed, from which those of the pairs are counted. */
  readonly baseSeed: number;
  /** One at least, in the order of `sweepRegimes`. EXP-03. */
  readonly regimes: readonly SweepRegime[];
  /** What is compared; the first is the headline. None where no two of the arms are compared. EXP-03. */
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

const designs = new WeakMap<Hypercube, ReadonlyMap<string, AxisValue>[]>();

/** The points of a grid's design, drawn once. EXP-04. */
function drawn({ design, baseSeed }: Grid): readonly ReadonlyMap<string, AxisValue>[] {
  if (design === null) return [];
  const known = designs.get(design) ?? drawPoints(design, baseSeed);
  designs.set(design, known);
  return known;
}

function values(grid: Grid): readonly (readonly AxisValue[])[] {
  const money = grid.kappas ?? grid.liquidityRatios;
  if (money === null) throw new Error('a grid goes over kappas or over liquidity ratios');
  const own = [money, grid.concentrations, grid.mus, grid.outsideMidRatios];
  // of a design each point is a value of its own
  if (grid.design !== null) return [...own, drawn(grid).map((_, i) => i)];
  return [...own, ...grid.axes.map((axis) => axis.values)];
}

/** How many pairs the grid has. BAL-10. */
export const pointCount = (grid: Grid): number =>
  values(grid).reduce((product, list) => product * list.length, grid.replicates);

/** An axis of a grid, of one value too. */
export interface PointAxis {
  /** The column of tables, as `kappa`; of further axes their key. */
  readonly column: string;
  /** Its key in a scenario file, as `ring.kappa`. */
  readonly key: string;
  readonly of: (point: GridPoint) => string;
}

/** All axes in the order of the grid, κ and L/Q both: one of them is empty at every point. EXP-01, RING-03R. */
export const pointAxes = ({ axes }: Pick<Grid, 'axes'>): PointAxis[] => [
  { column: 'kappa', key: 'ring.kappa', of: ({ kappa }) => kappa ?? '' },
  {
    column: 'liquidity_ratio',
    key: 'ring.liquidity_ratio',
    of: ({ liquidityRatio }) => liquidityRatio ?? '',
  },
  { column: 'concentration', key: 'ring.concentration', of: ({ concentration }) => concentration },
  { column: 'mu', key: 'ring.mu', of: ({ mu }) => mu },
  { column: 'outside_mid_ratio', key: 'outside_mid_ratio', of: ({ outsideMidRatio }) => outsideMidRatio },
  ...axes.map(({ path }, i): PointAxis => ({
    ...{ column: path, key: path },
    of: ({ settings }) => axisText(settings[i]?.value ?? null),
  })),
];

/** The points of a grid along the axis of its frontier, low end first: a line for each point of the other axes. EXP-04. */
export function frontierLines(grid: Grid, { axis }: Frontier): number[][] {
  const unused = grid.kappas === null ? 'ring.kappa' : 'ring.liquidity_ratio';
  const place = pointAxes(grid)
    .filter(({ key }) => key !== unused)
    .findIndex(({ key }) => key === axis);
  const lengths = values(grid).map((list) => list.length);
  const count = lengths[place] ?? 0;
  const stride = lengths.slice(place + 1).reduce((product, length) => product * length, 1);
  const starts = Array.from({ length: pointCount(grid) / grid.replicates }, (_, point) => point).filter(
    (point) => Math.floor(point / stride) % count === 0,
  );
  return starts.map((start) => Array.from({ length: count }, (_, i) => start + i * stride));
}

/** How many pairs a sweep may have at most: of a frontier both ends of each line, and three searches between. */
export function mostPairs(grid: Grid): number {
  const { frontier, replicates } = grid;
  if (frontier === null) return pointCount(grid);
  return frontierLines(grid, frontier).reduce(
    (sum, line) => sum + Math.min(line.length, 2 + 3 * frontier.steps) * replicates,
    0,
  );
}

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
  const point = grid.design === null ? null : (drawn(grid)[Number(further[0])] ?? null);
  const drawnAt = (path: string): string | null => {
    const value = point?.get(path);
    return value === undefined ? null : String(value);
  };
  return {
    index,
    kappa: grid.kappas === null ? null : (drawnAt('ring.kappa') ?? money),
    liquidityRatio: grid.kappas === null ? (drawnAt('ring.liquidity_ratio') ?? money) : null,
    concentration: drawnAt('ring.concentration') ?? concentration,
    mu: drawnAt('ring.mu') ?? mu,
    outsideMidRatio,
    settings: grid.axes.map(({ path }, i) => ({
      path,
      value: (point === null ? further[i] : point.get(path)) ?? null,
    })),
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
  const lists = {
    ...(grid.kappas === null ? { liquidity_ratios: grid.liquidityRatios } : { kappas: grid.kappas }),
    concentrations: grid.concentrations,
    mus: grid.mus,
  };
  const { design, frontier } = grid;
  const isDesigned = (path: string): boolean =>
    path === frontier?.axis || design?.ranges.some((range) => range.path === path) === true;
  const isDrawn = (list: string): boolean =>
    Object.entries(shorthands).some(([path, own]) => own === list && isDesigned(path));
  const axes = design?.ranges ?? grid.axes.filter(({ path }) => path !== frontier?.axis);
  return {
    ...base,
    sweep: {
      ...Object.fromEntries(Object.entries(lists).filter(([list]) => !isDrawn(list))),
      outside_mid_ratios: grid.outsideMidRatios,
      ...(axes.length === 0
        ? {}
        : { axes: Object.fromEntries(axes.map(({ path, values: own }) => [path, own])) }),
      ...(design === null ? {} : { design: { latin_hypercube: { points: design.points, log: design.log } } }),
      ...(frontier === null ? {} : { design: { frontier } }),
      ...(grid.precision === null ? { seeds: grid.replicates } : { precision: grid.precision }),
      seed_per_pair: grid.seedPerPair,
      regimes: grid.regimes,
      // without any the arms have none, and then a file has no list either
      ...(grid.comparisons.length === 0 ? {} : { comparisons: grid.comparisons }),
    },
  };
}
