/** From the shards of a sweep to the sweep. OUT-14. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk, OutputFault } from '../files/output-fault.ts';
import { parseSweep, type LoadedSweep } from '../scenario/sweep.ts';
import { aggregate, type Summary } from './aggregate.ts';
import { finished } from './sweep.ts';
import { inShard, manifestFor, SweepFolder, type Shard, type SweepManifest } from './sweep-folder.ts';

interface Part {
  readonly folder: SweepFolder;
  readonly manifest: SweepManifest;
  readonly shard: Shard;
}

/** Joins all shards of one sweep into a new folder, with the bytes of the sweep run as a whole. */
export function mergeShards(paths: readonly string[], outDir: string): Summary {
  const parts = paths.map(readPart);
  const first = parts[0];
  if (first === undefined) throw new OutputFault('name the folders of the shards', 65);
  const sweep = parseSweep(JSON.stringify(first.manifest.sweep), first.folder.manifestPath);
  const faults = [
    ...foreign(parts, first),
    ...wrongParts(parts, first),
    ...missingPairs(parts, first.manifest.pairs),
  ];
  if (faults.length > 0)
    throw new OutputFault(`these shards cannot be merged:\n  ${faults.join('\n  ')}`, 65);
  return assemble(parts, sweep, outDir, first.manifest.verification.share);
}

function assemble(parts: readonly Part[], sweep: LoadedSweep, outDir: string, verifyShare: number): Summary {
  const folder = new SweepFolder(outDir);
  const manifest = manifestFor({ sweep, verifyShare, shard: null, keepRuns: true });
  folder.begin(manifest, false);
  for (const part of parts) {
    for (const name of [...sweep.grid.regimes, join('aggregate', 'pairs')]) {
      const from = join(part.folder.path, name);
      const to = join(outDir, name);
      if (existsSync(from))
        onDisk(to, () => {
          cpSync(from, to, { recursive: true });
        });
    }
  }
  const summary = aggregate(folder, sweep);
  folder.writeManifest(finished(manifest, summary));
  return summary;
}

function readPart(path: string): Part {
  const folder = new SweepFolder(path);
  const manifest = folder.readManifest();
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(manifest?.shard ?? '') ?? [];
  if (manifest === null || part === undefined) throw new OutputFault(`${path} holds no shard of a sweep`, 65);
  return { folder, manifest, shard: { part: Number(part), of: Number(of) } };
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

/** Shards that were not run to their end. */
function missingPairs(parts: readonly Part[], pairs: number): string[] {
  return parts.flatMap(({ folder, shard, manifest }) => {
    let missing = 0;
    for (let index = 0; index < pairs; index++) if (inShard(index, shard) && !folder.isDone(index)) missing++;
    return missing === 0
      ? []
      : [`shard ${manifest.shard ?? ''} lacks ${String(missing)} pairs: --resume it first`];
  });
}
