/** Effects over the pairs of a group: a point of the grid, a value of the first axis, or the whole sweep. BAL-11R. */
import { decimal } from '../num.ts';
import { Differences, isNothing, type Effect } from '../run/metrics/effects.ts';
import { correct, type Corrected } from '../run/metrics/multiplicity.ts';
import { at } from '../core/list.ts';
import { steinInterval } from '../run/metrics/stein.ts';
import { measures, type ArmFigures, type Comparison, type Measure } from './arms.ts';
import type { PairRecord } from './pair-record.ts';

/** A comparison by one measure. */
export interface Question {
  readonly comparison: Comparison;
  readonly measure: Measure;
}

export const questionsOf = (comparisons: readonly Comparison[]): Question[] =>
  comparisons.flatMap((comparison) => measures.map((measure) => ({ comparison, measure })));

/** What a group of pairs answers to a question. */
export interface Answered extends Question {
  readonly effect: Effect;
  /** Mean of the measure in either arm, over the pairs that were compared; null where none was. */
  readonly means: readonly [a: number, b: number] | null;
}

/** What both arms of a pair came to. */
export interface Values {
  readonly a: number;
  readonly b: number;
  /** a − b as the figures have it: 0.5 − 0.500000001 is −10⁻⁹, and in doubles nearer to zero than that. ANA-06R. */
  readonly difference: number;
}

/** Null where an arm failed. */
export function valuesOf({ arms }: PairRecord, { comparison, measure }: Question): Values | null {
  const read = (figures: ArmFigures | null | undefined): string | undefined => figures?.[measure];
  const [a, b] = [read(arms[comparison[0]]), read(arms[comparison[1]])];
  if (a === undefined || b === undefined) return null;
  const difference = decimal.of(a).minus(decimal.of(b)).toNumber();
  return { a: Number(a), b: Number(b), difference };
}

/** Pairs of one seed share their draws: they are averaged first, unless each pair has a seed of its own. BAL-11R. */
export class Tally {
  /** By draw: plain numbers, since a sweep may have a hundred thousand of them. */
  readonly #sums: number[] = [];
  readonly #counts: number[] = [];
  #pairs = 0;
  #sumA = 0;
  #sumB = 0;

  constructor(
    readonly question: Question,
    readonly seedPerPair: boolean,
    /** Seeds of a first stage, of which the interval keeps t and s. EXP-05. */
    readonly first: number | null = null,
  ) {}

  add({ a, b, difference }: Values, replicate: number): void {
    const draw = this.seedPerPair ? this.#pairs : replicate;
    this.#sums[draw] = (this.#sums[draw] ?? 0) + difference;
    this.#counts[draw] = (this.#counts[draw] ?? 0) + 1;
    this.#pairs++;
    this.#sumA += a;
    this.#sumB += b;
  }

  answered(): Answered {
    const differences = new Differences();
    const stage = new Differences();
    // a draw whose pairs all failed is not there
    this.#sums.forEach((sum, draw) => {
      const mean = sum / (this.#counts[draw] ?? 1);
      differences.add(mean);
      if (this.first !== null && draw < this.first) stage.add(mean);
    });
    const means = this.#pairs === 0 ? null : ([this.#sumA / this.#pairs, this.#sumB / this.#pairs] as const);
    const all = differences.effect();
    const effect = this.first === null ? all : steinInterval(all, stage.effect());
    return { ...this.question, effect, means };
  }
}

/** An answer beside all others by the same measure: points or values, and comparisons. EXP-06. */
export interface Row extends Answered, Corrected {
  readonly effect: Effect;
}

/** Each measure is a family of its own. EXP-06. */
export function corrected(answers: readonly Answered[]): Row[] {
  const rows: Row[] = Array.from(answers, (answer) => ({ ...answer, ...emptyCorrection(answer.effect) }));
  for (const measure of measures) {
    const places = answers.flatMap((answer, i) => (answer.measure === measure ? [i] : []));
    const family = correct(places.map((place) => at(answers, place).effect));
    places.forEach((place, i) => {
      rows[place] = { ...at(answers, place), ...at(family, i) };
    });
  }
  return rows;
}

const emptyCorrection = (effect: Effect): Corrected => ({
  effect,
  p: null,
  holmP: null,
  low: null,
  high: null,
  isFinding: false,
});

/** The effect over the mean of the first arm: a ratio of means; null where there is nothing to relieve. EXP-07. */
export const reliefOf = ({ means, effect }: Answered): number | null =>
  means === null || isNothing(means[0]) ? null : effect.mean / means[0];
