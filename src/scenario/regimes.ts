/** The arms of a sweep, what is compared, and by which measures. BAL-05, EXP-03, EXP-07. */

/** In the order in which every sweep has its arms, however its file lists them. */
export const sweepRegimes = ['passive', 'active', 'backstop', 'baseline'] as const;
export type SweepRegime = (typeof sweepRegimes)[number];

/** Arm a against arm b: a − b is reported, so that a positive effect is fewer defaults in b. EXP-03. */
export type Comparison = readonly [a: SweepRegime, b: SweepRegime];

/** The arms of a sweep, and what is compared of them. EXP-03. */
export interface Arms {
  readonly regimes: readonly SweepRegime[];
  readonly comparisons: readonly Comparison[];
}

export const isMarketMaking = ([a, b]: Comparison): boolean => a === 'passive' && b === 'active';

/**
 * What is counted pair by pair, drawn point by point and tested once over the whole sweep: passive − active where
 * both arms are there, else the first comparison; null where nothing is compared. BAL-01, EXP-03.
 */
export const pairComparison = ({ comparisons }: Arms): Comparison | null =>
  comparisons.find(isMarketMaking) ?? comparisons[0] ?? null;

/** The two arms of that comparison; where nothing is compared all arms, of which there are at most two. EXP-03. */
export const shownArms = (arms: Arms): readonly SweepRegime[] => pairComparison(arms) ?? arms.regimes;

/** What an effect is measured in. EXP-07. */
export const measures = ['delta', 'delta1', 'traders_defaulted', 'unpaid'] as const;
export type Measure = (typeof measures)[number];
