/** Makes a sweep or an export again from its manifest, in a folder of its own. DAT-03, OUT-12. */
import { join } from 'node:path';
import { z } from 'zod';
import { parseScenario } from '../../scenario/load.ts';
import { runScenario } from '../../run/run.ts';
import { runIdOf } from '../../run/run-id.ts';
import { parseSweep } from '../../scenario/sweep.ts';
import type { Keep } from '../../sweep/keep.ts';
import { runSweep, type Progress } from '../../sweep/sweep.ts';
import { keepOf, manifestSchema } from '../../sweep/sweep-folder.ts';
import { exportData } from '../export/export.ts';
import { exportSource } from '../export/source.ts';
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
  rows: z.record(z.string(), z.number()),
});

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

/** The sweep of a manifest, with the files of its runs where it kept them. */
export function sweepOfManifest(
  { made }: FoundManifest,
  outDir: string,
  options: AgainOptions,
): Promise<boolean> {
  const manifest = manifestSchema.parse(made);
  const how = { ...keepOf(manifest), verifyShare: manifest.verification.share };
  return sweepAgain(manifest.sweep, how, outDir, options);
}

/** The sweep or the run of an export, and then its tables. */
export async function exportOfManifest(
  { made }: FoundManifest,
  scratch: string,
  target: string,
  options: AgainOptions,
): Promise<boolean> {
  const { what, csv, plan, rows } = exportSchema.parse(made);
  const source = join(scratch, 'source');
  if (what === 'run') {
    const { scenario } = parseScenario(JSON.stringify(plan), 'the manifest');
    runScenario(scenario, { runId: runIdOf(scenario), outDir: source });
  } else {
    const how = { verifyShare: 0, keepRuns: rows['trades'] !== undefined };
    if (!(await sweepAgain(plan, how, source, options))) return false;
  }
  await exportData(exportSource(source), target, csv);
  return true;
}
