/** The parts of the effect of market making over a whole sweep. EXP-03, LOOP-05. */
import { comparisonName, type Comparison } from '../../sweep/arms.ts';
import type { OverallCell } from './read-summary.ts';
import type { SweepRecord } from './read-sweep.ts';

type Summarised = Pick<SweepRecord, 'summary'>;

/** The effect on δ over the whole sweep; null where the sweep does not have the comparison. */
export const overallOf = ({ summary }: Summarised, comparison: Comparison): OverallCell | null =>
  summary.overall.find((row) => row.measure === 'delta' && row.comparison === comparisonName(comparison)) ??
  null;

/** The whole effect, the part of the VBTs' outside money and that of the dealers; null where an arm is missing. */
export const parts = (
  sweep: Summarised,
): readonly [whole: number | null, money: number | null, dealer: number | null] => [
  overallOf(sweep, ['passive', 'active'])?.mean ?? null,
  overallOf(sweep, ['passive', 'backstop'])?.mean ?? null,
  overallOf(sweep, ['backstop', 'active'])?.mean ?? null,
];
