/** The arms of a sweep, what is compared, and by which measures. BAL-05, EXP-03, EXP-07. */
export const sweepRegimes = ['passive', 'active', 'backstop', 'baseline'] as const;
export type SweepRegime = (typeof sweepRegimes)[number];

/** Arm a against arm b: a − b is reported, so that a positive effect is fewer defaults in b. EXP-03. */
export type Comparison = readonly [a: SweepRegime, b: SweepRegime];

/** What an effect is measured in. EXP-07. */
export const measures = ['delta', 'delta1', 'traders_defaulted', 'unpaid'] as const;
export type Measure = (typeof measures)[number];
