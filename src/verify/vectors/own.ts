/** Whether a folder of vectors is one of this suite: what it says of itself proves nothing. */
import { isDeepStrictEqual } from 'node:util';
import { Fault, inFiles, type FileFault } from '../../files/faults.ts';
import { placesIn } from '../census.ts';
import { askedPaths } from '../suite.ts';
import { vectorsFromFeatures, type FromFeatures } from './from-features.ts';
import type { VectorIndex } from './results.ts';
import { TOLERANCE } from './vector.ts';

const MOST_TOLD = 5;

/**
 * Holds an index against the features: the scenarios that it has no file for are run, since a certificate would believe
 * that they ask nothing, or too much.
 *
 * @throws Fault with the scenarios of which the index says otherwise than the features
 */
export async function refuseForeign(index: VectorIndex, path: string): Promise<void> {
  refuseOthers(index, path, placesIn({ paths: askedPaths }));
  const own = await vectorsFromFeatures(index.without.map(({ at }) => at));
  if (own === null)
    throw new Fault('the built-in core fails its own features: see ringspec verify', 'failed');
  refuseWithout(index, path, own.without);
}

/** The tolerance is that of the protocol, and what has no file is a scenario here. What is missing the census tells. */
export function refuseOthers(index: VectorIndex, path: string, here: readonly string[]): void {
  const faults: FileFault[] = [];
  const tell = (where: string, found: string, allowed: string): void =>
    void faults.push({ file: path, line: 0, path: where, found, allowed });
  if (index.tolerance !== TOLERANCE) tell('tolerance', index.tolerance, TOLERANCE);
  const places = new Set(here);
  for (const { at } of index.without)
    if (!places.has(at)) tell(at, 'no scenario here', 'scenarios of this suite');
  if (faults.length > 0) throw inFiles(faults, MOST_TOLD);
}

/** What has no file is what has none here, for the same number of requests. */
export function refuseWithout(index: VectorIndex, path: string, own: FromFeatures['without']): void {
  const here = new Map(own.map((one) => [one.at, one]));
  const faults = index.without
    .filter((one) => !isDeepStrictEqual(here.get(one.at), one))
    .map(({ at, requests }): FileFault => ({
      ...{ file: path, line: 0, path: at },
      found: `no file, for ${String(requests)} requests`,
      allowed: 'the entry that ringspec vectors writes',
    }));
  if (faults.length > 0) throw inFiles(faults, MOST_TOLD);
}
