/** The folder of claims: its manifest, from which they can be judged again, and what was written. CLM-03, DAT-02. */
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../files/faults.ts';
import { program } from '../../files/output-folder.ts';
import { parseJson } from '../../files/json.ts';
import { readTextIfThere } from '../../files/read-text.ts';
import { writeOwn } from '../../files/write-whole.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { resolvedSweep } from '../../scenario/grid.ts';
import { refuseFrontier } from '../../scenario/frontier.ts';
import { loadSweep } from '../../scenario/read.ts';
import { parseSweep } from '../../scenario/sweep.ts';
import { inLocked, isFresh } from '../../sweep/sweep-folder.ts';
import { provenance } from '../provenance.ts';
import type { LoadsSweep } from './experiment.ts';

const manifestSchema = z.looseObject({
  program: z.literal(program),
  version: z.string(),
  kind: z.literal('claims'),
  files: z.array(z.object({ file: z.string(), text: z.string() })),
  sweeps: z.array(
    z.object({
      file: z.string().nullable(),
      overrides: z.record(z.string(), z.string()),
      sweep: z.looseObject({}),
    }),
  ),
  sha256: z.record(z.string(), z.string()),
});

/** What the claims were: texts of the files, and each sweep that they name, with every default filled in. */
export type ClaimsManifest = z.output<typeof manifestSchema>;

/** Sweeps as they are read, remembered for the manifest. */
export class ReadSweeps {
  readonly sweeps: ClaimsManifest['sweeps'] = [];

  readonly load: LoadsSweep = (file, overrides) => {
    const sweep = loadSweep(file, overrides);
    refuseFrontier(sweep.grid, 'a claim');
    if (!this.sweeps.some((known) => isSame(known, file, overrides)))
      this.sweeps.push({ file, overrides: { ...overrides }, sweep: { ...resolvedSweep(sweep) } });
    return sweep;
  };
}

const isSame = (
  known: ClaimsManifest['sweeps'][number],
  file: string | null,
  overrides: Readonly<Record<string, string>>,
): boolean => known.file === file && JSON.stringify(known.overrides) === JSON.stringify(overrides);

/** The sweeps of a manifest, wherever their files are now. */
export const loadsFrom =
  ({ sweeps }: ClaimsManifest, path: string): LoadsSweep =>
  (file, overrides) => {
    const known = sweeps.find((one) => isSame(one, file, overrides));
    if (known === undefined)
      throw new Fault(
        `${path} is damaged: it lacks a sweep of ${file ?? 'a table'} that its claims name: judge the claims again`,
        'badInput',
      );
    return parseSweep(JSON.stringify(known.sweep), file ?? 'the manifest');
  };

const MANIFEST = 'manifest.json';

/** Null where there is no manifest of claims. */
export function readClaimsManifest(path: string): ClaimsManifest | null {
  const text = readTextIfThere(path);
  const found = text === null ? null : manifestSchema.safeParse(parseJson(text, path));
  return found?.success === true ? found.data : null;
}

/** Works in a folder that is empty or holds claims already, whose sweeps it keeps. @throws Fault */
export async function inClaimsFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const mayBegin = (): boolean => {
    const found = readClaimsManifest(join(folder, MANIFEST));
    return isFresh(folder, { what: 'claims', found, isSame: found !== null, resume: true });
  };
  return inLocked(folder, mayBegin, (isNew) => {
    // first of all, so that what a kill leaves behind is known as ours
    if (isNew) writeManifest(folder, { files: [], sweeps: [], sha256: {} });
    return work();
  });
}

export function writeManifest(folder: string, of: Pick<ClaimsManifest, 'files' | 'sweeps' | 'sha256'>): void {
  writeOwn(join(folder, MANIFEST), jsonDocument({ ...provenance(), kind: 'claims', ...of }));
}
