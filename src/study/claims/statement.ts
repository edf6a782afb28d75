/** What a statement says, in terms that can be tested: what is measured, where, and against which border. CLM-01, CLM-02. */
import type { GridAxis } from '../axes.ts';
import type { Experiment } from './experiment.ts';
import type { Reads, Unit } from './metrics.ts';
import type { At } from './places.ts';
import type { ClaimStep } from './read.ts';

/** `above` and `below` are tested; `equal` has to hold in every pair, and is not. */
export type Relation = 'above' | 'below' | 'equal';

/** One side of a claim: the mean is above or below the border, or every value is the border. */
export interface Side {
  readonly relation: Relation;
  /** In the unit of the figures: a share is a fraction. */
  readonly border: number;
}

/** A difference of two values of an axis, the first less the second, pair by pair. */
export interface Contrast {
  readonly axis: GridAxis;
  readonly first: string;
  readonly second: string;
}

export interface Statement {
  readonly step: ClaimStep;
  readonly experiment: Experiment;
  /** What the numbers are, as `the default rate, passive less active`. */
  readonly measured: string;
  readonly unit: Unit;
  readonly reads: Reads;
  /** 1 or −1: what is measured is read as often as this. */
  readonly sign: 1 | -1;
  /** One, or both sides of a margin, which both have to hold. */
  readonly sides: readonly Side[];
  readonly contrast: Contrast | null;
  readonly at: readonly At[];
  /** Over all points at once, or at each of them. */
  readonly isAtEveryPoint: boolean;
}

/** What is against a relation: `nowhere` says that it holds at no point. */
export const against = (relation: Relation): Relation =>
  relation === 'above' ? 'below' : relation === 'below' ? 'above' : 'equal';

/** The margin of an equivalence-type claim where it says none: half a percentage point. CLM-02. */
export const MARGIN = 0.005;
