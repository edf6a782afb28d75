/** What the page and its workers say to each other. */
import type { SweepRegime } from '../../scenario/grid.ts';
import type { Pair, Seeds, Shown } from './work.ts';

/** A worker forgets an earlier question when a new one comes. `id` counts the questions of the page. */
export type Question =
  | { readonly id: number; readonly kind: 'pair'; readonly text: string; readonly arm: SweepRegime }
  | { readonly id: number; readonly kind: 'ring'; readonly text: string; readonly arm: SweepRegime }
  | { readonly id: number; readonly kind: 'seeds'; readonly text: string };

export type Reply =
  | { readonly id: number; readonly kind: 'pair'; readonly pair: Pair }
  | { readonly id: number; readonly kind: 'ring'; readonly shown: Shown }
  | { readonly id: number; readonly kind: 'seeds'; readonly seeds: Seeds }
  /** What is wrong with the file, or that the program failed. */
  | { readonly id: number; readonly kind: 'wrong'; readonly says: string };
