/** A complete sweep in its folder, ready to be set beside another. EXP-09. */
import { Fault } from '../../files/faults.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import { fixedParameters } from '../../sweep/setup.ts';
import { PairRecords } from '../../sweep/pair-records.ts';
import type { Keep } from '../../sweep/keep.ts';
import { keepOf, SweepFolder, sweepOf } from '../../sweep/sweep-folder.ts';

export interface FoundSweep {
  readonly folder: string;
  readonly sweep: LoadedSweep;
  readonly records: PairRecords;
  /** Whose runs have their files. OUT-16. */
  readonly keep: Required<Keep>;
  /** By path: every parameter that does not vary, and the version of the program. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** @throws Fault where the folder holds no complete sweep. */
export function readCompleteSweep(folder: string): FoundSweep {
  const found = new SweepFolder(folder);
  const manifest = found.readManifest();
  if (manifest === null)
    throw new Fault(`${folder} holds no sweep: name the --out-dir of a sweep`, 'badInput');
  if (manifest.completed_pairs === null)
    throw new Fault(
      `the sweep in ${folder} is ${manifest.shard === null ? 'not complete: go on with it by --resume' : 'one shard: join the shards with ringspec merge'} first`,
      'badInput',
    );
  const sweep = sweepOf(manifest, found.manifestPath);
  const records = new PairRecords(folder, manifest.sweep_sha256);
  const parameters = new Map([...fixedParameters(sweep), ['version of ringspec', manifest.version] as const]);
  return { folder, sweep, records, keep: keepOf(manifest), parameters };
}
