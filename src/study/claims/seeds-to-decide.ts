/** How many draws would probably decide. CLM-02. */
import jstat from 'jstat';
import { isNothing, type Effect } from '../../run/metrics/effects.ts';

/** The chance to decide with so many, were the estimates the truth: above 80 %, since they are not. */
const POWER = 0.95;

/** More than this is as good as never. */
const MOST = 1_000_000;

/**
 * The least N at which (|mean − border|/s)·√N reaches t(1 − level) + t(power) of N − 1 degrees, or where all seeds agree
 * the sign test of N (EXP-11R); null where the estimate is at the border, or would need more than a million.
 */
export function seedsToDecide(
  { pairs, mean, standardError }: Effect,
  border: number,
  level: number,
): number | null {
  if (standardError === null) return null;
  if (standardError === 0) return isNothing(mean - border) ? null : Math.ceil(-Math.log2(level));
  const ratio = Math.abs(mean - border) / (standardError * Math.sqrt(pairs));
  const reaches = (draws: number): boolean =>
    ratio * Math.sqrt(draws) >=
    jstat.studentt.inv(1 - level, draws - 1) + jstat.studentt.inv(POWER, draws - 1);
  let most = Math.max(2, pairs);
  while (!reaches(most)) {
    most *= 2;
    if (most > MOST) return null;
  }
  let least = 2;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (reaches(middle)) most = middle;
    else least = middle + 1;
  }
  return most;
}
