/** Runs the experiments of claim files, each once, or finds them in the cache of the folder. CLM-03. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../files/sha256.ts';
import { pointCount } from '../../scenario/grid.ts';
import type { PairRecord } from '../../sweep/pair-record.ts';
import { PairRecords } from '../../sweep/pair-records.ts';
import type { Progress } from '../../sweep/sweep.ts';
import { manifestFor, SweepFolder } from '../../sweep/sweep-folder.ts';
import { codeHash } from '../code-hash.ts';
import type { ClaimFile } from './claim-file.ts';
import type { Experiment } from './experiment.ts';
import type { ReadsRecord } from './samples.ts';
import { judge, type Judged } from './verdict.ts';

export interface JudgedFile {
  readonly claims: ClaimFile;
  readonly judged: readonly Judged[];
}

export interface RunOptions {
  readonly folder: string;
  readonly workers: number | null;
  readonly signal: AbortSignal;
  readonly onProgress: (experiment: Experiment, progress: Progress) => void;
  readonly onDamage: (fault: string) => void;
}

/** What was found, file by file; null where it was interrupted. */
export async function runClaims(
  files: readonly ClaimFile[],
  options: RunOptions,
): Promise<JudgedFile[] | null> {
  const readers = new Map<string, ReadsRecord>();
  for (const { statements } of files)
    for (const { experiment } of statements) {
      if (readers.has(experiment.id)) continue;
      const records = await recordsOf(experiment, options);
      if (records === null) return null;
      readers.set(experiment.id, remembering(records));
    }
  return files.map((claims) => ({
    claims,
    judged: judge(claims.statements, ({ experiment }) => readerOf(readers, experiment)),
  }));
}

function readerOf(readers: ReadonlyMap<string, ReadsRecord>, { id }: Experiment): ReadsRecord {
  const reader = readers.get(id);
  if (reader === undefined) throw new Error(`the experiment ${id} has not been run`);
  return reader;
}

const NAME_LENGTH = 16;

/** The folder of a sweep by the hashes of its plan and of the code. What was cut off or damaged is made again. */
async function recordsOf(
  { sweep, ...experiment }: Experiment,
  options: RunOptions,
): Promise<PairRecords | null> {
  const how = { verifyShare: 0, shard: null, keepRuns: false };
  const { sweep_sha256: hash } = manifestFor({ sweep, ...how });
  const name = sha256(`${hash}\n${codeHash()}`).slice(0, NAME_LENGTH);
  const outDir = join(options.folder, 'cache', name);
  const found = new PairRecords(outDir, hash);
  if (isComplete(sweep, found)) return found;
  // what runs a sweep takes longer to load than claims take to judge
  const { runSweep } = await import('../../sweep/sweep.ts');
  const { interrupted, records } = await runSweep(sweep, {
    ...how,
    outDir,
    workers: options.workers,
    resume: existsSync(new SweepFolder(outDir).manifestPath),
    signal: options.signal,
    onProgress: (progress) => {
      options.onProgress({ sweep, ...experiment }, progress);
    },
    onDamage: options.onDamage,
  });
  return interrupted ? null : records;
}

/** Whether the record of every pair is there and whole; how many pairs a precision asks for, the sweep knows. EXP-05. */
function isComplete({ grid }: Experiment['sweep'], records: PairRecords): boolean {
  if (grid.precision !== null) return false;
  for (let index = 0; index < pointCount(grid); index++) if (records.faultOf(index) !== null) return false;
  return true;
}

/** Each record is read once: statements share them. */
function remembering(records: PairRecords): ReadsRecord {
  const known = new Map<number, PairRecord>();
  return (index) => {
    const record = known.get(index) ?? records.read(index);
    known.set(index, record);
    return record;
  };
}
