/** summary.json of a sweep, as its page shows it. OUT-13, EXP-06, EXP-08. */
import { z } from 'zod';
import type { SweepRegime } from '../../scenario/regimes.ts';
import { measures, type Measure } from '../../sweep/arms.ts';
import type { Faults } from './faults.ts';
import { readJson } from './read-run.ts';

/** An effect at a value of the first axis, with its interval corrected for all of the table. EXP-06. */
export interface HeadlineCell {
  readonly value: string;
  readonly comparison: string;
  readonly measure: Measure;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isFinding: boolean;
  /** Whether two seeds at least were compared. EXP-06. */
  readonly isTested: boolean;
}

/** A comparison by a measure over the whole sweep, with its own 95 % interval, clustered by seed. BAL-11R. */
export type OverallCell = Omit<HeadlineCell, 'value' | 'isFinding' | 'isTested'>;

export interface SweepSummary {
  readonly sentence: string;
  /** The headline in words, how it comes about, the use of the market, the setup. EXP-08. */
  readonly answer: readonly string[];
  readonly axis: string;
  /** What the search of a frontier found, as in frontier.csv; empty in a sweep without one. EXP-04. */
  readonly frontier: readonly Readonly<Record<string, string | null>>[];
  readonly headline: readonly HeadlineCell[];
  readonly overall: readonly OverallCell[];
  readonly pairs: number;
  readonly completed: number;
  readonly failed: number;
  readonly verified: number;
  readonly improved: number;
  readonly unchanged: number;
  readonly worsened: number;
  /** Of every arm that is shown; null where no pair was compared. */
  readonly meanDeltas: ReadonlyMap<SweepRegime, number | null>;
  readonly pointsLowered: number;
  readonly pointsRaised: number;
  readonly failures: readonly { readonly index: number; readonly errors: readonly string[] }[];
}

const failuresSchema = z.array(z.object({ index: z.int().min(0), errors: z.array(z.string()) }));

const decimalText = z
  .string()
  .transform(Number)
  .refine((value) => Number.isFinite(value))
  .nullable();
const headlineSchema = z.array(
  z
    .looseObject({
      value: z.string(),
      comparison: z.string(),
      measure: z.enum(measures),
      mean_effect: decimalText,
      bonferroni_low: decimalText,
      bonferroni_high: decimalText,
      holm_p: decimalText,
      is_finding: z.boolean(),
    })
    .transform(({ value, comparison, measure, ...row }) => ({
      value,
      comparison,
      measure,
      mean: row.mean_effect,
      low: row.bonferroni_low,
      high: row.bonferroni_high,
      isFinding: row.is_finding,
      isTested: row.holm_p !== null,
    })),
);

const overallSchema = z.array(
  z
    .looseObject({
      comparison: z.string(),
      measure: z.enum(measures),
      mean_effect: decimalText,
      interval_low: decimalText,
      interval_high: decimalText,
    })
    .transform(({ comparison, measure, mean_effect, interval_low, interval_high }) => ({
      comparison,
      measure,
      mean: mean_effect,
      low: interval_low,
      high: interval_high,
    })),
);

/** @param arms those that are shown */
export function readSummary(path: string, arms: readonly SweepRegime[], faults: Faults): SweepSummary | null {
  const found = readJson(path, faults);
  if (found === null) return null;
  const number = (key: string): number => {
    const value = Number(found[key]);
    if (found[key] === undefined || !Number.isFinite(value)) faults.add(path, 0, `${key} is no number`);
    return value;
  };
  const mean = (key: string): number | null => (found[key] === null ? null : number(key));
  if (typeof found['sentence'] !== 'string') faults.add(path, 0, 'sentence is missing');
  const failures = failuresSchema.safeParse(found['failures']);
  if (!failures.success) faults.add(path, 0, 'failures is no list of pairs with their errors');
  const answer = z.array(z.string()).safeParse(found['answer']);
  if (!answer.success) faults.add(path, 0, 'answer is no list of sentences');
  const headline = headlineSchema.safeParse(found['headline']);
  if (!headline.success) faults.add(path, 0, 'headline is no list of effects');
  const overall = overallSchema.safeParse(found['overall']);
  if (!overall.success) faults.add(path, 0, 'overall is no list of effects');
  const frontier = z.array(z.record(z.string(), z.string().nullable())).safeParse(found['frontier'] ?? []);
  if (!frontier.success) faults.add(path, 0, 'frontier is no list of rows');
  return {
    frontier: frontier.data ?? [],
    sentence: String(found['sentence']),
    answer: answer.data ?? [],
    axis: String(found['axis']),
    headline: headline.data ?? [],
    overall: overall.data ?? [],
    pairs: number('pairs'),
    completed: number('completed'),
    failed: number('failed'),
    verified: number('verified'),
    improved: number('improved'),
    unchanged: number('unchanged'),
    worsened: number('worsened'),
    meanDeltas: new Map(arms.map((arm) => [arm, mean(`mean_delta_${arm}`)])),
    pointsLowered: number('grid_points_lowered'),
    pointsRaised: number('grid_points_raised'),
    failures: failures.data ?? [],
  };
}
