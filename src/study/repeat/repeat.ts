/** What a manifest says is made again beside it, and held against it byte by byte. DAT-03. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../files/faults.ts';
import { isLock } from '../../files/lock.ts';
import { onDisk } from '../../files/on-disk.ts';
import { parseJson } from '../../files/json.ts';
import { program } from '../../files/output-folder.ts';
import { readText } from '../../files/read-text.ts';
import { sha256OfFile } from '../../files/sha256.ts';

const manifestSchema = z.looseObject({
  program: z.literal(program),
  version: z.string(),
  kind: z.enum(['sweep', 'export', 'claims']),
  node: z.string().optional(),
  commit: z.string().nullish(),
  duckdb: z.string().nullish(),
});

/** A manifest of something that can be made again, and where it stands. */
export interface FoundManifest {
  readonly path: string;
  readonly folder: string;
  readonly kind: 'sweep' | 'export' | 'claims';
  readonly made: z.output<typeof manifestSchema>;
}

/** @throws Fault where it is none */
export function readManifest(path: string): FoundManifest {
  const found = manifestSchema.safeParse(parseJson(readText(path, 'a manifest in JSON'), path));
  if (!found.success)
    throw new Fault(
      `${path} is no manifest of a sweep, an export or claims; ringspec run repeats a run from its manifest`,
      'badInput',
    );
  return { path, folder: dirname(path), kind: found.data.kind, made: found.data };
}

/** A file by its path in the folder, and whether it is the same in both. */
export interface Held {
  readonly file: string;
  readonly state: 'same' | 'differs' | 'is missing' | 'is new';
}

/** Every file of either folder; manifests name what made them, and are held by their own rules. */
export function holdAgainst(folder: string, made: string, isLeftOut: (file: string) => boolean): Held[] {
  const [old, fresh] = [filesIn(folder), filesIn(made)];
  const all = [...new Set([...old, ...fresh])].filter((file) => !isLeftOut(file)).sort();
  return all.map((file): Held => {
    if (!old.includes(file)) return { file, state: 'is new' };
    if (!fresh.includes(file)) return { file, state: 'is missing' };
    const same = sha256OfFile(join(folder, file)) === sha256OfFile(join(made, file));
    return { file, state: same ? 'same' : 'differs' };
  });
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return onDisk(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !isLock(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
