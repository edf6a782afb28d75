/** Which pairs of a sweep keep the files of their runs. OUT-16. */
import { Fault } from '../files/faults.ts';

export interface Keep {
  /** Whether every pair does. */
  readonly keepRuns: boolean;
  /** Pairs that do where the others keep their records alone. */
  readonly keepPairs?: readonly number[];
}

/** A sweep of more pairs keeps records alone, unless it is told otherwise. OUT-16. */
export const MOST_WITH_FILES = 2_000;

export const keepsFilesOf = ({ keepRuns, keepPairs = [] }: Keep, index: number): boolean =>
  keepRuns || keepPairs.includes(index);

export interface AskedKeep {
  readonly keep: 'all' | 'records' | null;
  readonly pairs: readonly number[];
}

/**
 * What a sweep of so many pairs keeps. Whoever names single pairs wants no more than records of the others.
 * @throws Fault where a pair is named that the sweep does not have, or where every pair is kept anyway.
 */
export function keepFor(pairs: number, { keep, pairs: named }: AskedKeep): Required<Keep> {
  const beyond = named.filter((index) => index >= pairs);
  if (beyond.length > 0)
    throw new Fault(
      `--keep-pairs: found ${beyond.join(', ')}; allowed: pairs from 0 to ${String(pairs - 1)}`,
      'usage',
    );
  if (keep === 'all' && named.length > 0)
    throw new Fault('--keep-pairs: with --keep all every pair is kept; give one of the two', 'usage');
  const keepPairs = [...new Set(named)].sort((a, b) => a - b);
  return {
    keepRuns: keep === 'all' || (keep === null && named.length === 0 && pairs <= MOST_WITH_FILES),
    keepPairs,
  };
}
