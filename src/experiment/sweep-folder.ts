/** The folder of a sweep: whose it is, which pairs are in it, and files that are there whole or not at all. OUT-14. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from '../report/manifest.ts';
import { OutputFault, onDisk } from '../files/output-fault.ts';
import { makeFolder } from '../files/make-folder.ts';
import { program } from '../report/output-folder.ts';
import { jsonDocument } from '../report/plain.ts';
import { pointCount, resolvedSweep } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { sweepNotes } from '../scenario/sweep-notes.ts';
import { version } from '../version.ts';
import type { PairRecord } from './pair.ts';

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
  readonly notes: readonly string[];
  /** The share of pairs that is run in decimals, too, and how many agreed in every decision. */
  readonly verification: { readonly share: number; readonly verified_pairs: number | null };
  /** Null while the sweep goes on. */
  readonly completed_pairs: number | null;
  readonly failed_pairs: number | null;
  readonly sweep: object;
}

export interface SweepIdentity {
  readonly sweep: LoadedSweep;
  readonly verifyShare: number;
  readonly shard: Shard | null;
  readonly keepRuns: boolean;
}

/** The manifest of a sweep that has just begun. */
export function manifestFor({ sweep, verifyShare, shard, keepRuns }: SweepIdentity): SweepManifest {
  const resolved = resolvedSweep(sweep);
  return {
    program,
    version: version(),
    kind: 'sweep',
    sweep_sha256: hashOf({ resolved, verifyShare, version: version(), keepRuns }),
    shard: shard === null ? null : `${String(shard.part)}/${String(shard.of)}`,
    pairs: pointCount(sweep.grid),
    arithmetic: sweep.base.arithmetic,
    checks: sweep.base.checks,
    notes: sweepNotes(sweep.base, sweep.grid),
    verification: { share: verifyShare, verified_pairs: null },
    completed_pairs: null,
    failed_pairs: null,
    sweep: resolved,
  };
}

const MANIFEST = 'manifest.json';

/** Writes a file beside its place and renames it into it. */
export function writeWhole(path: string, text: string): void {
  onDisk(path, () => {
    makeFolder(dirname(path));
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  });
}

/**
 * Whether a folder is empty, so that work may begin in it, or holds the same work, to go on with.
 * @throws OutputFault where it holds anything else.
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
  const entries = onDisk(path, () => (existsSync(path) ? readdirSync(path) : []));
  if (entries.every((name) => name === `${MANIFEST}.tmp`)) return true;
  const { what, found, isSame, resume } = work;
  if (found === null)
    throw new OutputFault(`${path} is not empty and holds no ${what}: choose another folder`, 65);
  if (!isSame)
    throw new OutputFault(`${path} holds another ${what}: choose another folder, or move it away first`, 65);
  if (!resume) throw new OutputFault(`${path} holds this ${what} already: --resume goes on with it`, 65);
  return false;
}

export class SweepFolder {
  constructor(readonly path: string) {}

  get manifestPath(): string {
    return join(this.path, MANIFEST);
  }

  /** The manifest that stands here, or null where there is none that can be read. */
  readManifest(): SweepManifest | null {
    try {
      const found = JSON.parse(readFileSync(this.manifestPath, 'utf8')) as Partial<SweepManifest>;
      return found.program === program && found.kind === 'sweep' ? (found as SweepManifest) : null;
    } catch {
      return null;
    }
  }

  writeManifest(manifest: SweepManifest): void {
    writeWhole(this.manifestPath, jsonDocument(manifest));
  }

  /** Begins a sweep here, or goes on with the same one; anything else in the folder is left alone. */
  begin(manifest: SweepManifest, resume: boolean): void {
    const found = this.readManifest();
    const isSame =
      found !== null && found.sweep_sha256 === manifest.sweep_sha256 && found.shard === manifest.shard;
    if (isFresh(this.path, { what: 'sweep', found, isSame, resume })) this.writeManifest(manifest);
  }

  pairPath(index: number): string {
    return join(this.path, 'aggregate', 'pairs', `${String(index).padStart(6, '0')}.json`);
  }

  isDone(index: number): boolean {
    return existsSync(this.pairPath(index));
  }

  writePair(record: PairRecord): void {
    writeWhole(this.pairPath(record.index), jsonDocument(record));
  }

  readPair(index: number): PairRecord {
    return JSON.parse(readFileSync(this.pairPath(index), 'utf8')) as PairRecord;
  }
}

/** Whether a pair belongs to a shard. */
export const inShard = (index: number, shard: Shard | null): boolean =>
  shard === null || index % shard.of === shard.part - 1;

/** Whether a pair is in the sample that is verified: the first one, and then evenly spread. */
export const inSample = (index: number, share: number): boolean =>
  Math.ceil((index + 1) * share) > Math.ceil(index * share);
