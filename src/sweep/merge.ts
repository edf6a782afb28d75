/** From the shards of a sweep to the sweep. OUT-14. */
import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from '../core/list.ts';
import { Fault, listed } from '../files/faults.ts';
import { onDisk } from '../files/on-disk.ts';
import { makeFolder } from '../files/make-folder.ts';
import { runFileNames } from '../run/run-checksum.ts';
import { writeOwn } from '../files/write-whole.ts';
import { pointCount } from '../scenario/grid.ts';
import type { Arms } from '../scenario/regimes.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { version } from '../version.ts';
import { aggregate, type Summary } from './aggregate.ts';
import { runFolder } from './run-folder.ts';
import { PairRecords } from './pair-records.ts';
import { blockOf, blockPath, blockText, PAIRS_IN_BLOCK } from './record-block.ts';
import { finished } from './sweep.ts';
import {
  inLocked,
  keepOf,
  manifestFor,
  shardIndices,
  SweepFolder,
  sweepOf,
  type Shard,
  type SweepManifest,
} from './sweep-folder.ts';

interface Part {
  readonly folder: SweepFolder;
  readonly manifest: SweepManifest;
  readonly shard: Shard;
  readonly records: PairRecords;
}

/**
 * Joins all shards of one sweep into a new folder, with the bytes of the sweep run as a whole. Only what the
 * records speak of is taken, and only where it is what was written.
 */
export async function mergeShards(
  paths: readonly string[],
  outDir: string,
): Promise<{ readonly summary: Summary; readonly arms: Arms }> {
  const parts = readParts(paths);
  const first = parts[0];
  if (first === undefined) throw new Fault('name the folders of the shards', 'badInput');
  const sweep = sweepIn(first);
  const faults = [
    ...foreign(parts, first),
    ...wrongParts(parts, first),
    ...parts.flatMap((part) => faultsOfPairs(part, pointCount(sweep.grid))),
  ];
  if (faults.length > 0)
    throw new Fault(`these shards cannot be merged:\n  ${listed(faults).join('\n  ')}`, 'badInput');
  const verifyShare = first.manifest.verification.share;
  const manifest = manifestFor({ sweep, verifyShare, shard: null, ...keepOf(first.manifest) });
  const folder = new SweepFolder(outDir);
  const mayBegin = (): boolean => {
    const there = folder.readManifest();
    if (there?.sweep_sha256 === manifest.sweep_sha256 && there.completed_pairs !== null)
      throw new Fault(
        `${outDir} holds this sweep already, complete: choose another folder, or move it away first`,
        'badInput',
      );
    // a merge that was cut off is done again: what stands there is what it writes
    return folder.isFresh(manifest, true);
  };
  const summary = await inLocked(outDir, mayBegin, () => assemble(parts, sweep, manifest, outDir));
  return { summary, arms: sweep.grid };
}

function assemble(
  parts: readonly Part[],
  sweep: LoadedSweep,
  manifest: SweepManifest,
  outDir: string,
): Summary {
  const folder = new SweepFolder(outDir);
  folder.writeManifest(manifest);
  copyRecords(parts, manifest.pairs, outDir);
  for (const { records, shard } of parts)
    for (const index of shardIndices(manifest.pairs, shard)) {
      for (const { regime, runId, checksum } of records.read(index).runs)
        for (const name of checksum === null ? [] : runFileNames)
          copy(
            join(runFolder(records.folder, regime, runId), 'out', name),
            join(runFolder(outDir, regime, runId), 'out', name),
          );
    }
  const summary = aggregate(outDir, new PairRecords(outDir, manifest.sweep_sha256), sweep);
  folder.writeManifest(finished(manifest, summary));
  return summary;
}

/** Block by block, each pair from the shard that it was run in. */
function copyRecords(parts: readonly Part[], pairs: number, outDir: string): void {
  const ordered = parts.toSorted((a, b) => a.shard.part - b.shard.part);
  for (let first = 0; first < pairs; first += PAIRS_IN_BLOCK) {
    const lines = new Map<number, string>();
    for (let index = first; index < Math.min(first + PAIRS_IN_BLOCK, pairs); index++)
      lines.set(index, at(ordered, index % parts.length).records.line(index));
    writeOwn(blockPath(outDir, blockOf(first)), blockText(lines));
  }
}

const copy = (from: string, to: string): void => {
  onDisk(to, () => {
    makeFolder(dirname(to));
    copyFileSync(from, to);
  });
};

/** @throws Fault with every folder that is not there, or holds no shard */
function readParts(paths: readonly string[]): Part[] {
  const read = paths.map(readPart);
  const faults = read.filter((part) => typeof part === 'string');
  if (faults.length > 0) throw new Fault(listed(faults).join('\n'), 'badInput');
  return read.filter((part) => typeof part !== 'string');
}

/** A shard, or why there is none, in words. */
function readPart(path: string): Part | string {
  if (!existsSync(path)) return `${path} is not there: run its shard first`;
  const folder = new SweepFolder(path);
  const manifest = folder.readManifest();
  const [, part = '0', of = '0'] = /^(\d{1,6})\/(\d{1,6})$/.exec(manifest?.shard ?? '') ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (manifest === null || shard.part < 1 || shard.part > shard.of)
    return `${path} holds no shard of a sweep`;
  return { folder, manifest, shard, records: new PairRecords(path, manifest.sweep_sha256) };
}

/** The sweep of a shard, which this version goes on with. */
function sweepIn({ folder, manifest }: Part): LoadedSweep {
  const sweep = sweepOf(manifest, folder.manifestPath);
  if (manifest.version !== version())
    throw new Fault(
      `${folder.path} was made by version ${manifest.version}, this is ${version()}`,
      'badInput',
    );
  return sweep;
}

const foreign = (parts: readonly Part[], first: Part): string[] =>
  parts
    .filter(({ manifest }) => manifest.sweep_sha256 !== first.manifest.sweep_sha256)
    .map(({ folder }) => `${folder.path} is of another sweep than ${first.folder.path}`);

/** Shards that are there twice, that are not there, or that divide the sweep otherwise. */
function wrongParts(parts: readonly Part[], { shard: { of } }: Part): string[] {
  const faults: string[] = [];
  for (let part = 1; part <= of; part++) {
    const found = parts.filter(({ shard }) => shard.part === part && shard.of === of);
    if (found.length === 0) faults.push(`shard ${String(part)}/${String(of)} is missing`);
    if (found.length > 1)
      faults.push(`shard ${String(part)}/${String(of)} is there ${String(found.length)} times`);
  }
  const other = parts.filter(({ shard }) => shard.of !== of);
  return [
    ...faults,
    ...other.map(
      ({ folder, manifest }) => `${folder.path} is shard ${manifest.shard ?? ''}, not one of ${String(of)}`,
    ),
  ];
}

/** What a shard lacks, or has in another state than it was written in. */
function faultsOfPairs({ records, shard, manifest }: Part, pairs: number): string[] {
  const faults: string[] = [];
  let missing = 0;
  for (const index of shardIndices(pairs, shard)) {
    const fault = records.has(index) ? records.faultOf(index) : null;
    if (!records.has(index)) missing++;
    else if (fault !== null) faults.push(`pair ${String(index)}: ${fault}: --resume it first`);
  }
  const lacks = `shard ${manifest.shard ?? ''} lacks ${String(missing)} pairs: --resume it first`;
  return missing === 0 ? faults : [lacks, ...faults];
}
