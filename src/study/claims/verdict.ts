/** The verdict on every statement of a file: one-sided t tests in both directions, Holm over the file. CLM-02. */
import { at } from '../../core/list.ts';
import { isNothing, type Effect } from '../../run/metrics/effects.ts';
import { holm, oneSidedBounds, upperTail } from '../../run/metrics/multiplicity.ts';
import { samplesOf, type ReadsRecord, type Sample } from './samples.ts';
import { seedsToDecide } from './seeds-to-decide.ts';
import type { Side, Statement } from './statement.ts';

export type Verdict = 'supported' | 'contradicted' | 'undecided';

/** The share of files in which some statement is supported, or some is contradicted, without being so. */
const LEVEL = 0.05;

/** A statement with what was found. */
export interface Judged {
  readonly statement: Statement;
  readonly verdict: Verdict;
  /** The sample and the side that are shown: of several the one that is furthest from being supported. */
  readonly sample: Sample;
  readonly side: Side;
  /** In how many points it was looked at. */
  readonly points: number;
  /** Bonferroni: each bound alone holds over all statements of the file at 95 %. Null without a test. */
  readonly low: number | null;
  readonly high: number | null;
  /** By Holm over the file; null where nothing was tested. */
  readonly supportP: number | null;
  readonly contradictP: number | null;
  /** Where it is undecided: about as many seeds more would decide; null where no number is likely to. */
  readonly moreSeeds: number | null;
}

/** Of a statement by itself: the tests of its sides and points. */
interface Tested {
  readonly samples: readonly Sample[];
  readonly sides: readonly { readonly side: Side; readonly sample: Sample; readonly p: Tails | null }[];
  readonly support: number | null;
  readonly contradict: number | null;
}

interface Tails {
  readonly support: number;
  readonly contradict: number;
}

export function judge(
  statements: readonly Statement[],
  readerOf: (statement: Statement) => ReadsRecord,
): Judged[] {
  const tested = statements.map((statement) => testsOf(statement, readerOf(statement)));
  const support = holm(tested.map((one) => one.support));
  const contradict = holm(tested.map((one) => one.contradict));
  const family = tested.filter((one) => one.support !== null).length;
  return statements.map((statement, i) => {
    const one = at(tested, i);
    const isExact = statement.sides.some(({ relation }) => relation === 'equal');
    const verdict = isExact ? exactly(one) : verdictOf(support[i] ?? null, contradict[i] ?? null);
    const { side, sample } = shownOf(one);
    const bounds = isExact ? null : oneSidedBounds(sample.effect, LEVEL / Math.max(1, family));
    return {
      ...{ statement, verdict, sample, side },
      points: one.samples.length,
      low: bounds?.low ?? null,
      high: bounds?.high ?? null,
      supportP: support[i] ?? null,
      contradictP: contradict[i] ?? null,
      moreSeeds: verdict === 'undecided' && !isExact ? moreSeedsOf(one, LEVEL / Math.max(1, family)) : null,
    };
  });
}

function verdictOf(support: number | null, contradict: number | null): Verdict {
  if (support !== null && support <= LEVEL) return 'supported';
  return contradict !== null && contradict <= LEVEL ? 'contradicted' : 'undecided';
}

/** It holds where it holds on every side and at every point; it does not where it fails at one of them. */
function testsOf(statement: Statement, read: ReadsRecord): Tested {
  const samples = samplesOf(statement, read);
  const sides = statement.sides.flatMap((side) =>
    samples.map((sample) => ({ side, sample, p: tailsOf(sample.effect, side) })),
  );
  const tails = sides.flatMap(({ p }) => (p === null ? [] : [p]));
  if (tails.length < sides.length || tails.length === 0)
    return { samples, sides, support: null, contradict: null };
  return {
    ...{ samples, sides },
    support: Math.max(...tails.map((p) => p.support)),
    contradict: Math.min(1, tails.length * Math.min(...tails.map((p) => p.contradict))),
  };
}

/** Null where there is no test: of one draw, or of a claim about every pair. */
function tailsOf(effect: Effect, { relation, border }: Side): Tails | null {
  if (relation === 'equal') return null;
  const distance = isNothing(effect.mean - border) ? 0 : effect.mean - border;
  const [up, down] = [distance, -distance].map((mean) => upperTail({ ...effect, mean }));
  if (up == null || down == null) return null;
  return relation === 'above' ? { support: up, contradict: down } : { support: down, contradict: up };
}

/** What holds in every pair is seen, not tested: one that differs is enough, whatever another point lacks. */
function exactly({ sides }: Tested): Verdict {
  const seen = sides.filter(({ sample }) => sample.effect.pairs > 0);
  const holds = seen.every(
    ({ side, sample }) => isNothing(sample.least - side.border) && isNothing(sample.most - side.border),
  );
  if (!holds) return 'contradicted';
  return seen.length < sides.length ? 'undecided' : 'supported';
}

/** The side and sample that a statement hangs on. */
function shownOf({ sides }: Tested): { readonly side: Side; readonly sample: Sample } {
  const farness = ({ side, sample, p }: Tested['sides'][number]): number =>
    p?.support ?? Math.max(Math.abs(sample.least - side.border), Math.abs(sample.most - side.border));
  return sides.reduce((worst, one) => (farness(one) > farness(worst) ? one : worst));
}

/**
 * Seeds until it would probably be supported at every point and side, where all estimates say so; otherwise until
 * one of those that say the opposite would be contradicted.
 */
function moreSeedsOf({ sides }: Tested, level: number): number | null {
  const seedsOf = ({ sample }: Tested['sides'][number], border: number, own: number): number | null => {
    const draws = seedsToDecide(sample.effect, border, own);
    return draws === null
      ? null
      : Math.max(1, Math.ceil((draws - sample.effect.pairs) / sample.drawsPerSeed));
  };
  const says = ({ side, sample }: Tested['sides'][number]): boolean =>
    side.relation === 'above' ? sample.effect.mean > side.border : sample.effect.mean < side.border;
  if (sides.every(says)) {
    const all = sides.map((one) => seedsOf(one, one.side.border, level));
    return all.includes(null) ? null : Math.max(...all.filter((seeds) => seeds !== null));
  }
  const some = sides
    .filter((one) => !says(one))
    .map((one) => seedsOf(one, one.side.border, level / sides.length))
    .filter((seeds) => seeds !== null);
  return some.length === 0 ? null : Math.min(...some);
}
