/** What the arms of a sweep are called, where they are read first. EXP-03, EXP-08. */
import type { Arms, Comparison, SweepRegime } from '../../scenario/regimes.ts';
import { subjectWithin } from '../../sweep/headline-sentences.ts';
import { listed } from './words.ts';

/** After the name of the arm and a comma. */
export const armMeanings: Readonly<Record<SweepRegime, string>> = {
  passive: 'where nobody trades',
  active: 'with dealers who make a market',
  backstop: 'where every order goes to a VBT',
  baseline: 'without large holders',
};

/** The arm, with what it means: `passive, where nobody trades`. */
export const armSays = (arm: SweepRegime): string => `${arm}, ${armMeanings[arm]}`;

/** `Does market making reduce defaults?`, of the first comparison; of the arms where nothing is compared. */
export function questionOf({ regimes, comparisons }: Arms): string {
  const [first] = comparisons;
  if (first !== undefined) return `${asks(first)} reduce defaults?`;
  return `How much is not paid in the ${regimes.length === 1 ? 'arm' : 'arms'} ${listed([...regimes])}?`;
}

const asks = (comparison: Comparison): string => `Does ${subjectWithin(comparison)}`;

export const hasArms = ({ regimes }: Arms, ...arms: readonly SweepRegime[]): boolean =>
  arms.every((arm) => regimes.includes(arm));

/** δ of an arm of a pair; null where it did not run. */
export const deltaOf = (
  { deltas }: { readonly deltas: ReadonlyMap<SweepRegime, number | null> },
  arm: SweepRegime | undefined,
): number | null => (arm === undefined ? null : (deltas.get(arm) ?? null));
