/** The parts of the effect of market making over a whole sweep. EXP-03, LOOP-05. */
import { comparisonName, type Comparison } from '../../sweep/arms.ts';
import type { SweepRecord } from './read-sweep.ts';

const overall = ({ summary }: Pick<SweepRecord, 'summary'>, comparison: Comparison): number | null =>
  summary.overall.find((row) => row.measure === 'delta' && row.comparison === comparisonName(comparison))
    ?.mean ?? null;

/** The whole effect, the part of the VBTs' outside money and that of the dealers; null where an arm is missing. */
export const parts = (
  sweep: Pick<SweepRecord, 'summary'>,
): readonly [whole: number | null, money: number | null, dealer: number | null] => [
  overall(sweep, ['passive', 'active']),
  overall(sweep, ['passive', 'backstop']),
  overall(sweep, ['backstop', 'active']),
];
