/** What a manifest says is made again beside it, and compared with it byte by byte. DAT-03. */
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
  code_sha256: z.string().optional(),
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
  readonly state: 'same' | 'differs' | 'differs in its version alone' | 'is missing' | 'is new';
}

export interface Holding {
  /** Manifests that name what made them, and what other commands put there. */
  readonly isLeftOut: (file: string) => boolean;
  /** Whether another version wrote the old folder. */
  readonly isOtherVersion: boolean;
}

/** Every file of either folder. */
export function holdAgainst(folder: string, made: string, { isLeftOut, isOtherVersion }: Holding): Held[] {
  const [old, fresh] = [filesIn(folder), filesIn(made)];
  const all = [...new Set([...old, ...fresh])].filter((file) => !isLeftOut(file)).sort();
  return all.map((file): Held => {
    if (!old.includes(file)) return { file, state: 'is new' };
    if (!fresh.includes(file)) return { file, state: 'is missing' };
    const paths = [join(folder, file), join(made, file)] as const;
    if (sha256OfFile(paths[0]) === sha256OfFile(paths[1])) return { file, state: 'same' };
    const isOfVersion = isOtherVersion && NAMES_VERSION.test(file);
    const [before, after] = isOfVersion ? paths.map(withoutVersion) : [];
    return {
      file,
      state: isOfVersion && before === after ? 'differs in its version alone' : 'differs',
    };
  });
}

/** Files of sweeps and runs that name their version, or a hash over it. */
const NAMES_VERSION = /(^|[/\\])(manifest\.json|aggregate[/\\]pairs[/\\]\d+\.ndjson)$/;

/** The version, the hash of the plan, which is over it, and what is over that: of records and of the files of runs. */
const withoutVersion = (path: string): string =>
  readText(path).replace(/"(version|sweep_sha256|sha256|sweep|checksum)": ?"[^"]*"/g, '"$1":""');

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return onDisk(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !isLock(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
