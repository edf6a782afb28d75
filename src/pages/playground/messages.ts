/** What the page and its workers say to each other. */
import type { SweepRegime } from '../../scenario/regimes.ts';
import type { ArmFigures } from '../../sweep/arms.ts';
import type { Pair, Seeds, Shown } from './work.ts';

/** A worker forgets an earlier question when a new one comes. A pair begins with its arm. */
export type Question =
  | { readonly kind: 'pair' | 'ring'; readonly text: string; readonly arm: SweepRegime }
  | { readonly kind: 'seeds'; readonly text: string };

/** `text` is that of the question. */
export type Reply =
  | { readonly kind: 'arm'; readonly text: string; readonly arm: SweepRegime; readonly figures: ArmFigures }
  | { readonly kind: 'pair'; readonly text: string; readonly pair: Pair }
  | { readonly kind: 'ring'; readonly text: string; readonly arm: SweepRegime; readonly shown: Shown }
  | { readonly kind: 'seeds'; readonly text: string; readonly seeds: Seeds }
  /** What is wrong with the file, or that the program failed. */
  | { readonly kind: 'wrong'; readonly text: string; readonly says: string };
