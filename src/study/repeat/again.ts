/** Makes a sweep or an export again from its manifest, in a folder of its own. DAT-03, OUT-12. */
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../files/faults.ts';
import { parseScenario } from '../../scenario/load.ts';
import { runScenario } from '../../run/run.ts';
import { runIdOf } from '../../run/run-id.ts';
import { parseSweep } from '../../scenario/sweep.ts';
import type { Keep } from '../../sweep/keep.ts';
import { runSweep, type Progress } from '../../sweep/sweep.ts';
import { keepOf, manifestSchema } from '../../sweep/sweep-folder.ts';
import { exportData } from '../export/export.ts';
import { exportSource } from '../export/source.ts';
import { readCompleteSweep } from '../compare/read.ts';
import type { FoundManifest } from './repeat.ts';

export interface AgainOptions {
  readonly workers: number | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

const exportSchema = z.looseObject({
  what: z.enum(['sweep', 'run']),
  csv: z.boolean(),
  plan: z.looseObject({}),
  /** Of a run. */
  run_id: z.string().nullable(),
  /** Of a sweep: whose files the tables are made of. */
  keep: z.enum(['all', 'records']),
  keep_pairs: z.array(z.int().min(0)),
});

/** @throws Fault where a manifest lacks what repeating it takes */
function readAs<T>(schema: z.ZodType<T>, { path, made, kind }: FoundManifest): T {
  const found = schema.safeParse(made);
  if (found.success) return found.data;
  throw new Fault(`${path} is damaged, or of a version whose ${kind} cannot be repeated`, 'badInput');
}

/** False where it was interrupted. */
async function sweepAgain(
  document: object,
  how: Keep & { readonly verifyShare: number },
  outDir: string,
  options: AgainOptions,
): Promise<boolean> {
  const sweep = parseSweep(JSON.stringify(document), 'the manifest');
  const { interrupted } = await runSweep(sweep, {
    ...how,
    ...options,
    outDir,
    shard: null,
    resume: false,
    onDamage: () => undefined,
  });
  return !interrupted;
}

/**
 * The sweep of a manifest, with the files of its runs where it kept them.
 * @throws Fault where it is a part of one, or goes on
 */
export async function sweepOfManifest(
  found: FoundManifest,
  outDir: string,
  options: AgainOptions,
): Promise<boolean> {
  readCompleteSweep(found.folder);
  const manifest = readAs(manifestSchema, found);
  const how = { ...keepOf(manifest), verifyShare: manifest.verification.share };
  return sweepAgain(manifest.sweep, how, outDir, options);
}

/** The sweep or the run of an export, and then its tables. */
export async function exportOfManifest(
  found: FoundManifest,
  scratch: string,
  target: string,
  options: AgainOptions,
): Promise<boolean> {
  const { what, csv, plan, run_id: runId, ...kept } = readAs(exportSchema, found);
  const source = join(scratch, 'source');
  if (what === 'run') {
    const { scenario } = parseScenario(JSON.stringify(plan), 'the manifest');
    runScenario(scenario, { runId: runId ?? runIdOf(scenario), outDir: source });
  } else {
    const how = { verifyShare: 0, ...keepOf(kept) };
    if (!(await sweepAgain(plan, how, source, options))) return false;
  }
  await exportData(await exportSource(source), target, csv);
  return true;
}
