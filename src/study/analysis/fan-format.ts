/** What fans over the seeds of a sweep are made of: days with their quantiles. OUT-04, OUT-06, OUT-07. */
import type { SweepRegime } from '../../scenario/regimes.ts';

export const fanSeries = ['delta', 'outside_mid', 'midline', 'inventory'] as const;
export type FanSeries = (typeof fanSeries)[number];

/** A day of a fan. δ is a rate, mids are money, inventory is in tickets. */
export interface FanDay {
  /** Place of the grid point in the sweep's list of them. */
  readonly point: number;
  readonly arm: SweepRegime;
  readonly series: FanSeries;
  /** Empty for δ. */
  readonly bucket: string;
  readonly day: number;
  /** Runs that have a value on the day. */
  readonly runs: number;
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

/** A run of a grid point that did not fail. */
export interface FollowedRun {
  readonly point: number;
  readonly arm: SweepRegime;
  readonly runId: string;
}
