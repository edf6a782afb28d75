/** The parts of the effect of market making over a whole sweep. EXP-03, LOOP-05. */
import { comparisonName, type Comparison } from '../../sweep/arms.ts';
import { isNothing } from '../../run/metrics/effects.ts';
import type { OverallCell } from './read-summary.ts';
import type { SweepRecord } from './read-sweep.ts';

type Summarised = Pick<SweepRecord, 'summary'>;

/** The effect on δ over the whole sweep; null where the sweep does not have the comparison. */
export const overallOf = ({ summary }: Summarised, comparison: Comparison): OverallCell | null =>
  summary.overall.find((row) => row.measure === 'delta' && row.comparison === comparisonName(comparison)) ??
  null;

/**
 * The whole effect, the part of the VBTs' outside money and that of the dealers; null where an arm is missing, or where it
 * failed in some pairs, so that the three are not of the same pairs and do not add up.
 */
export function parts(
  sweep: Summarised,
): readonly [whole: number, money: number, dealer: number] | readonly [null, null, null] {
  const meanOf = (...comparison: Comparison): number | null => overallOf(sweep, comparison)?.mean ?? null;
  const whole = meanOf('passive', 'active');
  const [money, dealer] = [meanOf('passive', 'backstop'), meanOf('backstop', 'active')];
  return whole === null || money === null || dealer === null || !isNothing(whole - money - dealer)
    ? [null, null, null]
    : [whole, money, dealer];
}
