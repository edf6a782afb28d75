/** A sweep: a scenario file with a section `sweep`, from which every pair of the grid is made. Chapter BAL. */
import { at } from '../core/list.ts';
import { decimal } from '../num.ts';
import type { Inconsistency } from './consistency.ts';
import { unusedShares } from './balance-shares.ts';
import { fillIn } from './defaults.ts';
import { unusedKeys } from './unused.ts';
import { shorthands, valueAt, withSettings, type Axis } from './axes.ts';
import { searchedAxis, type Frontier } from './frontier.ts';
import { atRatio, type Grid, type GriddedSweep } from './grid.ts';
import { isMarketMaking, sweepRegimes, type Comparison, type SweepRegime } from './regimes.ts';
import { judge, type DocumentKind } from './judge.ts';
import { readRoot } from './load.ts';
import type { Scenario } from './scenario.ts';
import { sweepSchema, type ParsedSweep } from './sweep-schema.ts';
import type { SourceNode } from '../files/yaml.ts';
import { sweepInconsistencies } from './sweep-consistency.ts';
import { spellOutAxes, spellOutBalance, spellOutLists, type Overrides } from './variants.ts';

export interface LoadedSweep extends GriddedSweep {
  readonly warnings: string[];
}

/** The defaults of a balanced run alone. BAL-07. @throws Fault with every fault of the overrides. CFG-03. */
export function usualSweep(overrides: Overrides = {}): LoadedSweep {
  const root: SourceNode = { place: { file: 'a sweep without a file', line: 0 }, value: new Map() };
  return loaded(judge(root, [], sweepKind, overrides));
}

/** Reads the text of a sweep; `file` is its name in messages. A resolved sweep loads as itself. OUT-12. */
export function parseSweep(text: string, file: string, overrides: Overrides = {}): LoadedSweep {
  const { root, faults } = readRoot(text, file);
  return loaded(judge(root, faults, sweepKind, overrides));
}

const loaded = ({ base, grid, warnings }: FilledSweep): LoadedSweep => ({ base, grid, warnings });

/** A sweep with its defaults, and what the file itself said. */
export interface FilledSweep extends LoadedSweep {
  readonly given: NonNullable<ParsedSweep['sweep']>;
  /** The scenario before an axis changes it. */
  readonly plain: Scenario;
  /** Where the file has the values of a list: in `sweep.axes` or in the list of the sources. EXP-01. */
  readonly placeOf: (list: string) => readonly string[];
  /** Lists that the file has in both places. */
  readonly twice: readonly (keyof typeof shorthands)[];
}

const listKeys = [
  'kappas',
  'liquidity_ratios',
  'concentrations',
  'mus',
  'outside_mid_ratios',
  'regimes',
] as const;

const sweepKind: DocumentKind<ParsedSweep, FilledSweep> = {
  schema: sweepSchema,
  spellOut(root) {
    spellOutBalance(root);
    spellOutLists(root, listKeys);
    spellOutAxes(root);
  },
  fill,
  inconsistencies: (sweep): Inconsistency[] => sweepInconsistencies(sweep),
};

/** A list that is left out has one value, the scenario's own. BAL-07, BAL-10. */
function fill(parsed: ParsedSweep): FilledSweep {
  const { sweep, ...rest } = parsed;
  const { given, further, placeOf, twice } = merged(sweep ?? {});
  const keys = further.map(({ path }) => path);
  const own = fillIn(
    { ...rest, arithmetic: rest.arithmetic ?? 'float64', balance: rest.balance ?? {} },
    keys,
  );
  const { ring, buckets, ticket_size_S: S } = own;
  const asked: readonly SweepRegime[] = given.regimes ?? ['passive', 'active'];
  const regimes = sweepRegimes.filter((regime) => asked.includes(regime));
  const cube = given.design?.latin_hypercube ?? null;
  const design =
    cube === null ? null : { points: cube.points, log: cube.log ?? [], ranges: given.axes ?? [] };
  const sought = given.design?.frontier ?? null;
  const frontier = sought === null ? null : withSteps(sought);
  const precision =
    given.precision == null
      ? null
      : {
          half_width: given.precision.half_width,
          first: given.precision.first ?? 10,
          most: given.precision.most ?? 200,
        };
  const grid: Grid = {
    kappas: given.kappas ?? (given.liquidity_ratios === undefined ? only(ring.kappa) : null),
    liquidityRatios:
      given.kappas === undefined ? (given.liquidity_ratios ?? only(ring.liquidity_ratio)) : null,
    concentrations: given.concentrations ?? [ring.concentration],
    mus: given.mus ?? [ring.mu],
    outsideMidRatios: given.outside_mid_ratios?.map((value) => asRatio(value, S)) ?? [
      at(Object.values(buckets), 0).M0,
    ],
    axes: further,
    design,
    frontier,
    replicates: precision?.most ?? given.seeds ?? 1,
    precision,
    seedPerPair: given.seed_per_pair ?? false,
    baseSeed: own.seed,
    regimes,
    comparisons: comparisonsOf(regimes, given.comparisons),
  };
  // the first point of the grid
  const first = withSettings(
    own,
    further.flatMap(({ path, values: [value] }) => (value === undefined ? [] : [{ path, value }])),
    keys,
  );
  const over = (scenario: Scenario): Scenario => ({
    ...scenario,
    regime: 'active',
    ring: {
      ...scenario.ring,
      // what the file gives twice is left as it is, to be found
      kappa: given.liquidity_ratios === undefined ? (given.kappas?.[0] ?? ring.kappa) : null,
      liquidity_ratio:
        given.kappas === undefined ? (given.liquidity_ratios?.[0] ?? ring.liquidity_ratio) : null,
      concentration: at(grid.concentrations, 0),
      mu: at(grid.mus, 0),
    },
    buckets:
      given.outside_mid_ratios === undefined
        ? scenario.buckets
        : atRatio(scenario.buckets, at(grid.outsideMidRatios, 0)),
  });
  const base = over(first);
  const warnings = [
    ...unusedEverywhere(own, further),
    ...(keys.includes('balance.mode') ? [] : unusedShares(rest)),
    ...unusedValues({ ...parsed, sweep: given }, grid),
  ];
  return { base, plain: over(own), grid, warnings, given, placeOf, twice };
}

/** Keys of the file that do nothing whatever an axis is set to. */
function unusedEverywhere(own: Scenario, axes: readonly Axis[]): string[] {
  const unusedAt = axes.flatMap(({ path, values }) =>
    values.map((value) => unusedKeys(withSettings(own, [{ path, value }])).map((unused) => unused.path)),
  );
  return unusedKeys(own)
    .filter(({ path }) => unusedAt.every((paths) => paths.includes(path)))
    .map(({ says }) => says);
}

/** The lists of the sources, from wherever the file has them, and the axes beside them. EXP-01. */
function merged(sweep: FilledSweep['given']): Pick<FilledSweep, 'given' | 'placeOf' | 'twice'> & {
  readonly further: readonly Axis[];
} {
  const frontier = sweep.design?.frontier ?? null;
  const searched = frontier === null ? null : searchedAxis(withSteps(frontier));
  const listed = sweep.axes ?? [];
  const isListed = listed.some(({ path }) => path === searched?.path);
  const axes = searched === null || isListed ? listed : [...listed, searched];
  const keys = Object.keys(shorthands) as (keyof typeof shorthands)[];
  // the ranges of a design are no lists
  const isDrawn = sweep.design?.latin_hypercube != null;
  const inAxes = isDrawn ? [] : keys.filter((key) => axes.some(({ path }) => path === key));
  const listOf = (key: string): string[] | undefined =>
    axes.find(({ path }) => path === key)?.values.map(String);
  return {
    given: { ...Object.fromEntries(inAxes.map((key) => [shorthands[key], listOf(key)])), ...sweep },
    further: axes.filter(({ path }) => !Object.hasOwn(shorthands, path)),
    placeOf: (list) => {
      const key = inAxes.find((path) => shorthands[path] === list);
      if (key === undefined) return ['sweep', list];
      return key === searched?.path ? ['sweep', 'design', 'frontier', 'between'] : ['sweep', 'axes', key];
    },
    twice: keys.filter(
      (key) => axes.some(({ path }) => path === key) && sweep[shorthands[key]] !== undefined,
    ),
  };
}

/** Halvings of the range of a frontier, unless the file says. EXP-04. */
const USUAL_STEPS = 8;

const withSteps = (frontier: Omit<Frontier, 'steps'> & { steps?: number | undefined }): Frontier => ({
  ...frontier,
  steps: frontier.steps ?? USUAL_STEPS,
});

/** EXP-03. */
const defaultComparisons: readonly Comparison[] = [
  ['passive', 'active'],
  ['passive', 'backstop'],
  ['backstop', 'active'],
  ['baseline', 'passive'],
];

/**
 * What a sweep compares: the default comparisons of which it has both arms, or those that it names; passive against
 * active (BAL-01) is among them wherever both arms are there, last where it is not named. EXP-03.
 */
function comparisonsOf(
  regimes: readonly SweepRegime[],
  named: readonly Comparison[] | undefined,
): readonly Comparison[] {
  const usual = defaultComparisons.filter(([a, b]) => regimes.includes(a) && regimes.includes(b));
  if (named === undefined) return usual;
  return named.some(isMarketMaking) ? named : [...named, ...usual.filter(isMarketMaking)];
}

const only = (value: string | null): string[] | null => (value === null ? null : [value]);

/** A value above 1 is the price of a ticket. BAL-06. */
export function asRatio(value: string, ticketSize: string): string {
  const given = decimal.of(value);
  if (given.comparedTo(1) <= 0) return value;
  return given.div(decimal.of(ticketSize)).toDecimalPlaces(28).toFixed();
}

/** Single values that the file gives beside a list in which they are not. */
function unusedValues(parsed: ParsedSweep, grid: Grid): string[] {
  const { sweep, ring, buckets, regime } = parsed;
  const check = (
    path: string,
    value: string | null | undefined,
    list: string,
    values: typeof grid.mus,
  ): string[] =>
    value === null || value === undefined || values.includes(value)
      ? []
      : [`${path} ${value} is not used: a sweep goes over ${list}`];
  const money = sweep?.kappas === undefined ? 'liquidity_ratios' : 'kappas';
  const isOver = sweep?.[money] !== undefined;
  const ratios = grid.outsideMidRatios;
  return [
    ...(isOver ? check('ring.kappa', ring?.kappa, `sweep.${money}`, grid.kappas ?? []) : []),
    ...(isOver
      ? check('ring.liquidity_ratio', ring?.liquidity_ratio, `sweep.${money}`, grid.liquidityRatios ?? [])
      : []),
    ...check('ring.concentration', ring?.concentration, 'sweep.concentrations', grid.concentrations),
    ...check('ring.mu', ring?.mu, 'sweep.mus', grid.mus),
    ...(sweep?.outside_mid_ratios === undefined
      ? []
      : Object.entries(buckets ?? {}).flatMap(([id, bucket]) =>
          check(`buckets.${id}.M0`, bucket?.M0, 'sweep.outside_mid_ratios', ratios),
        )),
    ...grid.axes.flatMap(({ path, values }) => {
      const own = valueAt(parsed, path);
      const isOver = own === undefined || values.some((value) => value === own);
      return isOver
        ? []
        : [`${path} ${JSON.stringify(own)} is not used: a sweep goes over sweep.axes.${path}`];
    }),
    ...check('regime', regime, 'sweep.regimes', ['active']),
  ];
}
