/** What the scenarios of a run of the features asked the implementation under test, in the order of the run. */
import type { Exchange } from '../../protocol/exchange.ts';

export interface Recording {
  readonly name: string;
  /** The feature file. */
  readonly uri: string;
  readonly tags: readonly string[];
  readonly exchanges: Exchange[];
}

/** Filled by the hooks that run within cucumber, in the same process. */
export const recordings: Recording[] = [];
