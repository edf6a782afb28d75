/** The arms of a sweep, and what is compared. BAL-05, EXP-03. */
export const sweepRegimes = ['passive', 'active', 'backstop', 'baseline'] as const;
export type SweepRegime = (typeof sweepRegimes)[number];

/** Arm a against arm b: a − b is reported, so that a positive effect is fewer defaults in b. EXP-03. */
export type Comparison = readonly [a: SweepRegime, b: SweepRegime];
