/** What must hold between the keys of a sweep that are each as they should be. CFG-03, BAL-06, BAL-10, BAL-11R. */
import { at } from '../core/list.ts';
import { pathText } from '../files/faults.ts';
import { decimal } from '../num.ts';
import { LARGEST_SEED } from '../random.ts';
import { anchorFaults, cashFaults, inconsistencies, type Inconsistency } from './consistency.ts';
import { axisText } from './axes.ts';
import { axisFaults, textOf, twiceFaults } from './axis-faults.ts';
import { atTheRange, frontierFaults } from './frontier.ts';
import { MOST_PAIRS, pointCount } from './grid.ts';
import type { FilledSweep } from './sweep.ts';

export function sweepInconsistencies(sweep: FilledSweep): Inconsistency[] {
  return atTheRange(ownFaults(sweep), sweep.grid.frontier);
}

function ownFaults(sweep: FilledSweep): Inconsistency[] {
  return [
    ...baseFaults(sweep),
    ...moneyFaults(sweep),
    ...ratioFaults(sweep),
    ...repetitions(sweep),
    ...concentrationFaults(sweep),
    ...twiceFaults(sweep),
    ...axisFaults(sweep),
    ...comparisonFaults(sweep),
    ...precisionFaults(sweep),
    ...designFaults(sweep),
    ...frontierFaults(sweep),
    ...sizeFaults(sweep),
    ...seedFaults(sweep),
  ];
}

/** The scenario that all share, but for what the lists say, which is judged value by value. */
function baseFaults({ base, plain, given }: FilledSweep): Inconsistency[] {
  const isListed = ({ path: [section, key, third] }: Inconsistency): boolean =>
    section === 'ring'
      ? (key === 'kappa' && given.kappas !== undefined) ||
        (key === 'liquidity_ratio' && given.liquidity_ratios !== undefined)
      : section === 'buckets' && third === 'M0' && given.outside_mid_ratios !== undefined;
  // a fault that a value of an axis causes is reported at the axis
  const own = inconsistencies(plain).map(textOf);
  return inconsistencies(base).filter((fault) => !isListed(fault) && own.includes(textOf(fault)));
}

type ListKey = 'kappas' | 'liquidity_ratios' | 'concentrations' | 'mus' | 'outside_mid_ratios' | 'regimes';

/** A fault of one value of a list. */
const atItem = (
  { placeOf }: FilledSweep,
  list: ListKey,
  place: number,
  found: string,
  allowed: string,
  because: readonly string[] = [],
): Inconsistency => {
  const path = [...placeOf(list), place];
  return { path, because: [pathText(path), ...because], found, allowed };
};

/** One of the two lists, and cash that money can hold at each value. RING-03R. */
function moneyFaults(sweep: FilledSweep): Inconsistency[] {
  const { base, given, placeOf } = sweep;
  const { kappas, liquidity_ratios } = given;
  if (kappas !== undefined && liquidity_ratios !== undefined) {
    const found = 'both kappas and liquidity_ratios';
    const because = ['kappas', 'liquidity_ratios'].map((list) => placeOf(list).join('.'));
    return [{ path: [...placeOf('liquidity_ratios')], because, found, allowed: 'exactly one of the two' }];
  }
  const list = kappas === undefined ? 'liquidity_ratios' : 'kappas';
  return (given[list] ?? []).flatMap((value, place) => {
    const money =
      list === 'kappas' ? { kappa: value, liquidity_ratio: null } : { kappa: null, liquidity_ratio: value };
    const ring = { ...base.ring, cash: 'uniform' as const, ...money };
    return cashFaults({ ...base, ring }).map(({ found, allowed, because }) =>
      atItem(sweep, list, place, found, allowed, because),
    );
  });
}

/** Ratios up to 1, or prices up to S. BAL-06. */
function ratioFaults(sweep: FilledSweep): Inconsistency[] {
  const { base, grid, given } = sweep;
  const { ticket_size_S: S, buckets } = base;
  const allowed = `a ratio above 0 and up to 1, or the price of a ticket, above 1 and up to ticket_size_S = ${S}`;
  return (given.outside_mid_ratios ?? []).flatMap((value, place) => {
    const M0 = at(grid.outsideMidRatios, place);
    const isAbovePar = decimal.of(value).comparedTo(1) > 0 && decimal.of(value).comparedTo(decimal.of(S)) > 0;
    if (isAbovePar) return [atItem(sweep, 'outside_mid_ratios', place, value, allowed, ['ticket_size_S'])];
    const [id, bucket] = at(Object.entries(buckets), 0);
    return anchorFaults({ ...base, buckets: { [id]: { ...bucket, M0 } } })
      .filter(({ path }) => path[2] === 'M0')
      .map((fault) => atItem(sweep, 'outside_mid_ratios', place, value, fault.allowed, fault.because));
  });
}

/** A value twice, however it is written, would be the same pairs twice. */
function repetitions(sweep: FilledSweep): Inconsistency[] {
  const { given, grid } = sweep;
  const lists: readonly [ListKey, readonly string[] | undefined, readonly string[]][] = [
    ['kappas', given.kappas, given.kappas ?? []],
    ['liquidity_ratios', given.liquidity_ratios, given.liquidity_ratios ?? []],
    ['concentrations', given.concentrations, grid.concentrations],
    ['mus', given.mus, grid.mus],
    ['outside_mid_ratios', given.outside_mid_ratios, grid.outsideMidRatios],
    ['regimes', given.regimes, given.regimes ?? []],
  ];
  return lists.flatMap(([list, written = [], values]) => {
    const seen = new Set<string>();
    return values.flatMap((value, place) => {
      const known = seen.has(value);
      seen.add(value);
      if (!known) return [];
      const own = at(written, place);
      const found = own === value ? `${own} again` : `${own}, a ratio of ${value} again`;
      return [atItem(sweep, list, place, found, 'each value once', ['ticket_size_S'])];
    });
  });
}

/** Where debts are equal, concentrations change nothing: the same pairs again. RING-09R. */
function concentrationFaults({ base, given }: FilledSweep): Inconsistency[] {
  if (base.ring.debts === 'drawn' || given.concentrations === undefined) return [];
  const found = 'concentrations while ring.debts is equal';
  const path = ['sweep', 'concentrations'];
  return [{ path, because: ['ring.debts'], found, allowed: 'no concentrations, or debts that are drawn' }];
}

/** Two different arms that the sweep has, once; a baseline is no balanced run to compare with. EXP-03, BAL-08. */
function comparisonFaults({ given, grid }: FilledSweep): Inconsistency[] {
  const seen = new Set<string>();
  return (given.comparisons ?? []).flatMap((comparison, i): Inconsistency[] => {
    const [a, b] = comparison;
    const name = comparison.join(' ');
    const isKnown = seen.has(name);
    seen.add(name);
    const missing = comparison.filter((arm) => !grid.regimes.includes(arm));
    const allowed =
      a === b
        ? 'two different arms'
        : isKnown
          ? 'each comparison once'
          : missing.length > 0
            ? `arms of sweep.regimes: ${grid.regimes.join(', ')}`
            : [a, b].includes('baseline') && [a, b].includes('active')
              ? 'passive beside baseline: active has balance sheets that a baseline lacks (BAL-08)'
              : null;
    const path = ['sweep', 'comparisons', i];
    const found = `[${comparison.join(', ')}]`;
    return allowed === null ? [] : [{ path, because: [pathText(path), 'sweep.regimes'], found, allowed }];
  });
}

/** Ranges of numbers from low to high, above 0 where they go by the logarithm. EXP-04. */
function designFaults({ given, grid: { design } }: FilledSweep): Inconsistency[] {
  if (design === null) return [];
  const fault = (path: (string | number)[], found: string, allowed: string): Inconsistency => ({
    path: ['sweep', ...path],
    because: [pathText(['sweep', ...path]), 'sweep.axes'],
    found,
    allowed,
  });
  const ranges = design.ranges.flatMap(({ path, values }) => {
    const [low, high, more] = values.map((value) =>
      typeof value === 'boolean' ? NaN : Number(value ?? NaN),
    );
    const isRange = low !== undefined && high !== undefined && more === undefined && low < high;
    const found = `[${values.map(axisText).join(', ')}]`;
    if (!isRange)
      return [fault(['axes', path], found, 'a range [low, high] of numbers for a latin hypercube')];
    return design.log.includes(path) && low <= 0
      ? [fault(['axes', path, 0], String(low), 'a number above 0 for an axis that is even in the logarithm')]
      : [];
  });
  const log = design.log.flatMap((path, i) =>
    design.ranges.some((range) => range.path === path)
      ? []
      : [fault(['design', 'latin_hypercube', 'log', i], path, 'an axis of sweep.axes')],
  );
  const none = given.axes == null ? [fault(['design'], 'a design without axes', 'ranges in sweep.axes')] : [];
  return [...ranges, ...log, ...none];
}

/** One way to count seeds; a first stage within what is allowed; an effect that the interval is of. EXP-05. */
function precisionFaults({
  given,
  grid: { precision, seedPerPair, comparisons, regimes },
}: FilledSweep): Inconsistency[] {
  if (precision === null) return [];
  const fault = (key: string, found: string, allowed: string): Inconsistency => ({
    path: ['sweep', 'precision', ...(key === '' ? [] : [key])],
    because: ['sweep.precision', 'sweep.seeds', 'sweep.seed_per_pair', 'sweep.regimes'],
    found,
    allowed,
  });
  return [
    ...(given.seeds === undefined ? [] : [fault('', 'precision beside sweep.seeds', 'one of the two')]),
    ...(seedPerPair ? [fault('', 'precision with a seed for each pair', 'seed_per_pair: false')] : []),
    ...(comparisons.length === 0
      ? [fault('', `precision without a comparison: ${regimes.join(', ')}`, 'two arms that are compared')]
      : []),
    ...(precision.first > precision.most
      ? [fault('first', String(precision.first), `at most ${String(precision.most)}, which most allows`)]
      : []),
  ];
}

const listed = ['kappas', 'liquidity_ratios', 'concentrations', 'mus', 'outside_mid_ratios', 'axes', 'seeds'];
const ofGrid = listed.map((key) => `sweep.${key}`);

/** BAL-10. */
function sizeFaults({ grid }: FilledSweep): Inconsistency[] {
  const pairs = pointCount(grid);
  if (pairs <= MOST_PAIRS) return [];
  const found = `a grid of ${String(pairs)} pairs`;
  return [{ path: ['sweep'], because: ofGrid, found, allowed: `at most ${String(MOST_PAIRS)} pairs` }];
}

/** The last seed is one that the generator takes. BAL-11R. */
function seedFaults({ grid }: FilledSweep): Inconsistency[] {
  const pairs = pointCount(grid);
  const seeds = grid.seedPerPair ? pairs : grid.replicates;
  const largest = LARGEST_SEED - seeds + 1;
  if (pairs > MOST_PAIRS || grid.baseSeed <= largest) return [];
  const because = ['seed', 'sweep.seed_per_pair', ...ofGrid];
  const allowed = `at most ${String(largest)}, since ${String(seeds)} seeds are counted from it`;
  return [{ path: ['seed'], because, found: String(grid.baseSeed), allowed }];
}
