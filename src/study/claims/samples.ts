/** The numbers that a statement is about, one an independent draw. CLM-02, BAL-11R. */
import { Differences, type Effect } from '../../run/metrics/effects.ts';
import { gridPoints, type GridPoint } from '../../scenario/grid.ts';
import type { PairRecord } from '../../sweep/pair.ts';
import type { GridAxis } from '../axes.ts';
import { isAt } from './places.ts';
import type { Statement } from './statement.ts';

/** What was measured at a point, or over all points of a statement. */
export interface Sample {
  /** `ring.kappa 2`, by what varies among the points of the statement; empty where all points are one sample. */
  readonly point: string;
  readonly effect: Effect;
  /** Of single values, however many pairs there are to a draw. */
  readonly least: number;
  readonly most: number;
  /** Independent draws that one seed more brings: one, unless each pair has a seed of its own. */
  readonly drawsPerSeed: number;
}

export type ReadsRecord = (index: number) => PairRecord;

/** One sample over all points, clustered by seed; or one at each of them. Pairs that failed are left out. */
export function samplesOf(statement: Statement, read: ReadsRecord): Sample[] {
  const { experiment, at, contrast, isAtEveryPoint } = statement;
  const { axes } = experiment;
  const { grid } = experiment.sweep;
  const first = contrast === null ? null : { axis: contrast.axis, value: contrast.first };
  // of a sweep with a precision, the seeds that every point has. EXP-05
  const seeds = grid.precision?.first ?? grid.replicates;
  const places = [...gridPoints(grid)].filter(({ replicate }) => replicate < seeds);
  const own = places.filter((place) => isAt(place, first === null ? at : [...at, first]));
  const partners = partnersOf(statement, axes, places);
  const named = axes.filter((axis) => new Set(own.map(axis.of)).size > 1);
  const groups = new Map<string, Draws>();
  for (const place of own) {
    const point = isAtEveryPoint ? named.map((axis) => `${axis.key} ${axis.of(place)}`).join(' and ') : '';
    const draws = groups.get(point) ?? new Draws(grid.seedPerPair ? seeds : null);
    groups.set(point, draws);
    const value = valueAt(statement, place, partners, read);
    if (value !== null) draws.add(value * statement.sign, grid.seedPerPair ? place.index : place.replicate);
  }
  return [...groups].map(([point, draws]) => draws.sample(point));
}

/** Pairs at the second value of a contrast, by everything else that they are. */
function partnersOf(
  { contrast }: Statement,
  axes: readonly GridAxis[],
  places: readonly GridPoint[],
): Partners | null {
  if (contrast === null) return null;
  const others = axes.filter(({ key }) => key !== contrast.axis.key);
  const nameOf = (place: GridPoint): string =>
    [...others.map((axis) => axis.of(place)), place.replicate].join('|');
  const second = places.filter((place) => contrast.axis.of(place) === contrast.second);
  return { nameOf, indices: new Map(second.map((place) => [nameOf(place), place.index])) };
}

interface Partners {
  readonly nameOf: (place: GridPoint) => string;
  readonly indices: ReadonlyMap<string, number>;
}

function valueAt(
  { reads }: Statement,
  place: GridPoint,
  partners: Partners | null,
  read: ReadsRecord,
): number | null {
  const value = reads(read(place.index));
  if (partners === null || value === null) return value;
  const index = partners.indices.get(partners.nameOf(place));
  const other = index === undefined ? null : reads(read(index));
  return other === null ? null : value - other;
}

/** Values by draw: pairs of one seed share their draws, and are averaged first. BAL-11R. */
class Draws {
  readonly #sums = new Map<number, { sum: number; count: number }>();
  #least = Infinity;
  #most = -Infinity;

  /** Seeds of a point, where each pair has one of its own. */
  constructor(readonly seeds: number | null) {}

  add(value: number, draw: number): void {
    const own = this.#sums.get(draw) ?? { sum: 0, count: 0 };
    own.sum += value;
    own.count++;
    this.#sums.set(draw, own);
    this.#least = Math.min(this.#least, value);
    this.#most = Math.max(this.#most, value);
  }

  sample(point: string): Sample {
    const differences = new Differences();
    for (const { sum, count } of this.#sums.values()) differences.add(sum / count);
    const drawsPerSeed = this.seeds === null ? 1 : this.#sums.size / this.seeds;
    return { point, effect: differences.effect(), least: this.#least, most: this.#most, drawsPerSeed };
  }
}
