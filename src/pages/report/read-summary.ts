/** summary.json of a sweep, as its page shows it. OUT-13, EXP-06, EXP-08. */
import * as z from 'zod';
import { Fault } from '../../files/faults.ts';
import { readJson } from '../../files/json.ts';
import { readText } from '../../files/read-text.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';
import { measures } from '../../sweep/arms.ts';
import type { Faults } from './faults.ts';

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'a decimal string such as "1.05"')
  .transform(Number)
  .nullable();
const effect = { comparison: z.string(), measure: z.enum(measures), mean_effect: decimal };

/** An effect at a value of the first axis, with its interval corrected for all of the table. EXP-06. */
const headlineCell = z
  .object({
    ...effect,
    ...{ value: z.string(), bonferroni_low: decimal, bonferroni_high: decimal, is_finding: z.boolean() },
    holm_p: z.string().nullable(),
  })
  .transform(({ mean_effect, bonferroni_low, bonferroni_high, holm_p, is_finding, ...row }) => ({
    ...row,
    ...{ mean: mean_effect, low: bonferroni_low, high: bonferroni_high, isFinding: is_finding },
    /** Whether two seeds at least were compared. EXP-06. */
    isTested: holm_p !== null,
  }));
export type HeadlineCell = z.infer<typeof headlineCell>;

/** A comparison by a measure over the whole sweep, with its own 95 % interval, clustered by seed. BAL-11R. */
const overallCell = z
  .object({ ...effect, interval_low: decimal, interval_high: decimal })
  .transform(({ mean_effect, interval_low, interval_high, ...row }) => ({
    ...row,
    ...{ mean: mean_effect, low: interval_low, high: interval_high },
  }));
export type OverallCell = z.infer<typeof overallCell>;

const count = z.int().min(0);
const summary = z.object({
  sentence: z.string(),
  /** The headline in words, how it comes about, the use of the market, the setup. EXP-08. */
  answer: z.array(z.string()),
  axis: z.string(),
  /** What the search of a frontier found, as in frontier.csv; empty in a sweep without one. EXP-04. */
  frontier: z.array(z.record(z.string(), z.string().nullable())).default([]),
  headline: z.array(headlineCell),
  overall: z.array(overallCell),
  ...{ pairs: count, completed: count, failed: count, verified: count },
  ...{ improved: count, unchanged: count, worsened: count },
  ...{ grid_points_lowered: count, grid_points_raised: count },
  failures: z.array(z.object({ index: count, errors: z.array(z.string()) })),
});

export interface SweepSummary extends z.infer<typeof summary> {
  /** Of every arm that is shown; null where no pair was compared. */
  readonly meanDeltas: ReadonlyMap<SweepRegime, number | null>;
}

/** @param arms those that are shown */
export function readSummary(path: string, arms: readonly SweepRegime[], faults: Faults): SweepSummary | null {
  const deltas = z.object(Object.fromEntries(arms.map((arm) => [`mean_delta_${arm}`, decimal])));
  try {
    const found = readJson(readText(path), path, z.intersection(summary, deltas));
    return { ...found, meanDeltas: new Map(arms.map((arm) => [arm, found[`mean_delta_${arm}`] ?? null])) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    faults.addAll(error);
    return null;
  }
}
