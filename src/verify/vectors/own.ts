/** Whether a folder of vectors is one that this program writes: what it says of itself proves nothing. */
import { isDeepStrictEqual } from 'node:util';
import { inFiles, type FileFault } from '../../files/faults.ts';
import type { FromFeatures } from './from-features.ts';
import type { VectorIndex } from './results.ts';
import { TOLERANCE } from './vector.ts';
import { entryOf } from './write.ts';

/**
 * Holds an index against what the features give here.
 *
 * @throws Fault with the scenarios whose file, or whose being without one, is not as this program writes it
 */
export function refuseForeign(
  index: VectorIndex,
  path: string,
  own: Pick<FromFeatures, 'vectors' | 'without'>,
): void {
  const faults: FileFault[] = [];
  const tell = (where: string, found: string, allowed: string): void =>
    void faults.push({ file: path, line: 0, path: where, found, allowed });
  if (index.tolerance !== TOLERANCE) tell('tolerance', index.tolerance, TOLERANCE);
  const there = new Map<string, unknown>(index.without.map((one) => [one.at, one]));
  for (const entry of index.files) if (entry.kind === 'feature') there.set(entry.at, entry);
  for (const one of [...own.vectors.map(entryOf), ...own.without]) {
    const place = String(one.at);
    if (!isDeepStrictEqual(there.get(place), one))
      tell(place, there.has(place) ? 'another entry' : 'no entry', 'the entry that ringspec vectors writes');
    there.delete(place);
  }
  for (const place of there.keys()) tell(place, 'an entry', 'scenarios of this suite');
  const features = index.files.filter(({ kind }) => kind === 'feature').length;
  const count = own.vectors.length + own.without.length;
  if (faults.length === 0 && features + index.without.length !== count)
    tell('files', `${String(features + index.without.length)} scenarios`, `${String(count)}, each once`);
  if (faults.length > 0) throw inFiles(faults, 5);
}
