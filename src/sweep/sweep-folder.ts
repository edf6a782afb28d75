/** The folder of a sweep: whose it is, which pairs are in it, and files that are there whole or not at all. OUT-14. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLock, lockFolder, refuseHeld } from '../files/lock.ts';
import { hashOf } from '../run/manifest.ts';
import { Fault } from '../files/faults.ts';
import { onDisk, onRead } from '../files/on-disk.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readTextIfThere } from '../files/read-text.ts';
import { program, refuseNoFolder } from '../files/output-folder.ts';
import { jsonDocument } from '../files/json-document.ts';
import { MOST_PAIRS, pointCount, resolvedSweep } from '../scenario/grid.ts';
import { parseSweep, type LoadedSweep } from '../scenario/sweep.ts';
import { sweepNotes } from '../scenario/sweep-notes.ts';
import { version } from '../version.ts';
import type { Keep } from './keep.ts';
import { temporaryOf, writeOwn } from '../files/write-whole.ts';

/** Part k of n of a sweep, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export interface SweepManifest {
  readonly program: typeof program;
  readonly version: string;
  readonly kind: 'sweep';
  /** Of everything that decides what the sweep comes to. */
  readonly sweep_sha256: string;
  readonly shard: string | null;
  readonly pairs: number;
  readonly arithmetic: string;
  readonly checks: boolean;
  /** Whether every run has its files, or only those of the pairs that are named. OUT-16. */
  readonly keep: 'all' | 'records';
  readonly keep_pairs: readonly number[];
  readonly notes: readonly string[];
  /** The share of pairs that is run in decimals, too, and how many agreed in every decision. */
  readonly verification: { readonly share: number; readonly verified_pairs: number | null };
  /** Null while the sweep goes on. */
  readonly completed_pairs: number | null;
  readonly failed_pairs: number | null;
  readonly sweep: object;
}

export interface SweepIdentity extends Keep {
  readonly sweep: LoadedSweep;
  readonly verifyShare: number;
  readonly shard: Shard | null;
}

/** The manifest of a sweep that has just begun. */
export function manifestFor({
  sweep,
  verifyShare,
  shard,
  keepRuns,
  keepPairs = [],
}: SweepIdentity): SweepManifest {
  const resolved = resolvedSweep(sweep);
  return {
    program,
    version: version(),
    kind: 'sweep',
    sweep_sha256: hashOf({ resolved, verifyShare, version: version(), keepRuns, keepPairs }),
    shard: shard === null ? null : `${String(shard.part)}/${String(shard.of)}`,
    pairs: pointCount(sweep.grid),
    arithmetic: sweep.base.arithmetic,
    checks: sweep.base.checks,
    keep: keepRuns ? 'all' : 'records',
    keep_pairs: keepPairs,
    notes: sweepNotes(sweep.base, sweep.grid),
    verification: { share: verifyShare, verified_pairs: null },
    completed_pairs: null,
    failed_pairs: null,
    sweep: resolved,
  };
}

const MANIFEST = 'manifest.json';

/**
 * Whether a folder is empty, so that work may begin in it, or holds the same work, to go on with.
 * @throws Fault where it holds anything else.
 */
export function isFresh(
  path: string,
  work: {
    readonly what: string;
    readonly found: object | null;
    readonly isSame: boolean;
    readonly resume: boolean;
  },
): boolean {
  refuseNoFolder(path);
  const entries = onRead(path, () => (existsSync(path) ? readdirSync(path) : []));
  if (entries.every((name) => name === temporaryOf(MANIFEST) || isLock(name))) return true;
  const { what, found, isSame, resume } = work;
  if (found === null)
    throw new Fault(`${path} is not empty and holds no ${what}: choose another folder`, 'badInput');
  if (!isSame)
    throw new Fault(
      `${path} holds another ${what}: choose another folder, or move it away first`,
      'badInput',
    );
  if (!resume) throw new Fault(`${path} holds this ${what} already: --resume goes on with it`, 'badInput');
  return false;
}

/**
 * Does work in a folder that no other process may work in meanwhile. `mayBegin` refuses a folder that holds
 * something else: asked before anything is touched, and again once the folder is locked.
 */
export async function inLocked<T>(
  folder: string,
  mayBegin: () => boolean,
  work: (isFresh: boolean) => Promise<T> | T,
): Promise<T> {
  refuseNoFolder(folder);
  refuseHeld(folder);
  mayBegin();
  onDisk(folder, () => {
    makeFolder(folder);
  });
  const unlock = lockFolder(folder);
  try {
    return await work(mayBegin());
  } finally {
    unlock();
  }
}

export class SweepFolder {
  constructor(readonly path: string) {}

  get manifestPath(): string {
    return join(this.path, MANIFEST);
  }

  /** The manifest that stands here, or null where there is none. @throws Fault where it cannot be read */
  readManifest(): SweepManifest | null {
    const text = readTextIfThere(this.manifestPath, 'the manifest of a sweep');
    if (text === null) return null;
    try {
      const found: unknown = JSON.parse(text);
      // written out once, so that no later reader ends its stack in the depths of a damaged one
      JSON.stringify(found);
      return manifestSchema.safeParse(found).success ? (found as SweepManifest) : null;
    } catch {
      return null;
    }
  }

  writeManifest(manifest: SweepManifest): void {
    writeOwn(this.manifestPath, jsonDocument(manifest));
  }

  /** Whether a sweep begins here, and does not go on; anything else in the folder is refused. */
  isFresh(manifest: SweepManifest, resume: boolean): boolean {
    const found = this.readManifest();
    const isSame =
      found !== null && found.sweep_sha256 === manifest.sweep_sha256 && found.shard === manifest.shard;
    if (!isSame && found !== null && found.version !== manifest.version)
      throw new Fault(
        `${this.path} holds a sweep of version ${found.version}, this is ${manifest.version}: go on with the same version, or choose another folder`,
        'badInput',
      );
    return isFresh(this.path, { what: 'sweep', found, isSame, resume });
  }
}

/** What others read of a manifest; `completed_pairs` is missing in none that this program wrote. */
export const manifestSchema = z.looseObject({
  program: z.literal(program),
  version: z.string(),
  kind: z.literal('sweep'),
  sweep_sha256: z.string(),
  shard: z.string().nullable(),
  pairs: z.int().min(1).max(MOST_PAIRS),
  keep: z.enum(['all', 'records']),
  keep_pairs: z.array(z.int().min(0)),
  verification: z.looseObject({ share: z.number() }),
  sweep: z.looseObject({}),
});

/** What a sweep keeps, by its manifest. */
export const keepOf = ({
  keep,
  keep_pairs: keepPairs,
}: Pick<SweepManifest, 'keep' | 'keep_pairs'>): Required<Keep> => ({
  keepRuns: keep === 'all',
  keepPairs,
});

/** The sweep that a manifest describes. @throws Fault where it is not the one that was run */
export function sweepOf(manifest: SweepManifest, path: string): LoadedSweep {
  const sweep = parseSweep(JSON.stringify(manifest.sweep), path);
  refuseOther(sweep, manifest, path);
  return sweep;
}

/**
 * Of a manifest of another version nobody can tell what its hash is over.
 * @throws Fault where this sweep is not the one that the manifest has the hash of
 */
export function refuseOther(sweep: LoadedSweep, manifest: SweepManifest, path: string): void {
  const { share: verifyShare } = manifest.verification;
  const run = manifestFor({ sweep, verifyShare, shard: null, ...keepOf(manifest) });
  if (manifest.version === run.version && manifest.sweep_sha256 !== run.sweep_sha256)
    throw new Fault(`${path} is damaged: its sweep is not the one that it has the hash of`, 'badInput');
}

/** The pairs of a shard, or all of them. */
export function* shardIndices(pairs: number, shard: Shard | null): Generator<number> {
  const [first, step] = shard === null ? [0, 1] : [shard.part - 1, shard.of];
  for (let index = first; index < pairs; index += step) yield index;
}

/** Whether a pair is in the sample that is verified: the first one, and then evenly spread. */
export const inSample = (index: number, share: number): boolean =>
  Math.ceil((index + 1) * share) > Math.ceil(index * share);
