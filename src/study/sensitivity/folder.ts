/** The folder of a sensitivity run: whose it is, and that it goes on only with the same one. OUT-14. */
import { join } from 'node:path';
import { inLocked, isFresh } from '../../sweep/sweep-folder.ts';
import { Fault } from '../../files/faults.ts';
import { parseJson } from '../../files/json.ts';
import { readText } from '../../files/read-text.ts';
import { writeOwn } from '../../files/write-whole.ts';
import { hashOf } from '../../run/manifest.ts';
import { program } from '../../files/output-folder.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { resolvedSweep } from '../../scenario/grid.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import { version } from '../../version.ts';
import type { Reading } from './readings.ts';

export interface SensitivityManifest {
  readonly program: typeof program;
  readonly version: string;
  readonly kind: 'sensitivity';
  readonly sensitivity_sha256: string;
  readonly readings: readonly string[];
  /** False while it goes on. */
  readonly complete: boolean;
  /** As written; every reading differs from it by its settings alone. */
  readonly sweep: object;
}

export function manifestFor(written: LoadedSweep, readings: readonly Reading[]): SensitivityManifest {
  const sweep = resolvedSweep(written);
  const ids = readings.map(({ id }) => id);
  return {
    program,
    version: version(),
    kind: 'sensitivity',
    sensitivity_sha256: hashOf({ sweep, ids, version: version() }),
    readings: ids,
    complete: false,
    sweep,
  };
}

/**
 * Begins here, or goes on with the same work; anything else in the folder is left alone, and no other process
 * works in it meanwhile.
 */
export async function inFolder<T>(
  folder: string,
  manifest: SensitivityManifest,
  resume: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const mayBegin = (): boolean => {
    const found = readManifest(folder);
    const isSame = found !== null && found.sensitivity_sha256 === manifest.sensitivity_sha256;
    return isFresh(folder, { what: 'sensitivity run', found, isSame, resume });
  };
  return inLocked(folder, mayBegin, (fresh) => {
    if (fresh) writeManifest(folder, manifest);
    return work();
  });
}

export const writeManifest = (folder: string, manifest: SensitivityManifest): void => {
  writeOwn(join(folder, 'manifest.json'), jsonDocument(manifest));
};

function readManifest(folder: string): SensitivityManifest | null {
  try {
    const path = join(folder, 'manifest.json');
    const found = parseJson(readText(path), path) as Partial<SensitivityManifest> | null;
    return found?.program === program && found.kind === 'sensitivity' ? (found as SensitivityManifest) : null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return null;
  }
}
