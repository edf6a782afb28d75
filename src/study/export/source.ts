/** What is exported: the pairs of a sweep, or one run, as runs with their figures and their folders. DAT-01. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, listed } from '../../files/faults.ts';
import { parseJson } from '../../files/json.ts';
import { readText } from '../../files/read-text.ts';
import { program } from '../../files/output-folder.ts';
import { sha256OfFile } from '../../files/sha256.ts';
import type { Manifest } from '../../run/manifest.ts';
import { loadScenarioOrManifest } from '../../run/repeat.ts';
import { runScenario } from '../../run/run.ts';
import { runFileNames } from '../../run/run-checksum.ts';
import { pointAt, pointCount, resolvedSweep, type GridPoint } from '../../scenario/grid.ts';
import type { Comparison, SweepRegime } from '../../scenario/regimes.ts';
import { readFigures, type ArmFigures } from '../../sweep/arms.ts';
import type { Keep } from '../../sweep/keep.ts';
import { columnsOfSweep } from '../../sweep/comparison.ts';
import type { PairRecord } from '../../sweep/pair-record.ts';
import { runFolder } from '../../sweep/run-folder.ts';
import { plannedPairs, seedPlan } from '../../sweep/seed-plan.ts';
import { version } from '../../version.ts';
import { varyingAxes } from '../axes.ts';
import { readCompleteSweep, type FoundSweep } from '../compare/read.ts';
import type { Layout } from './codebook.ts';
import { inScratch } from '../../files/scratch.ts';

/** One run, with the values of what varies in the order of the layout. */
export interface ExportedRun {
  readonly runId: string;
  readonly regime: SweepRegime;
  readonly pair: number;
  readonly replicate: number;
  readonly seed: number;
  readonly parameters: readonly string[];
  readonly status: string;
  /** Null where it failed. */
  readonly figures: ArmFigures | null;
  /** Null where its files are not kept. */
  readonly folder: string | null;
}

export interface ExportSource {
  readonly what: 'sweep' | 'run';
  readonly layout: Layout;
  readonly buckets: readonly string[];
  readonly comparisons: readonly Comparison[];
  /** Of a run; null of a sweep. */
  readonly runId: string | null;
  /** Whose runs have their files. OUT-16. */
  readonly keep: Required<Keep>;
  /** What decides all of it, for the manifest: the resolved sweep or scenario, and its hash. */
  readonly plan: { readonly sha256: string; readonly document: object };
  /** The runs of each pair, one pair at a time. */
  readonly pairs: () => Iterable<readonly ExportedRun[]>;
}

/** @throws Fault where the folder holds neither a complete sweep nor a run. */
export async function exportSource(folder: string): Promise<ExportSource> {
  const run = runManifestIn(folder);
  return run === null ? sweepSource(readCompleteSweep(folder)) : runSource(run.folder, run.manifest);
}

/** @throws Fault with every pair whose record or files are not what was written */
function refuseDamaged({ folder, sweep: { grid }, records }: FoundSweep): void {
  const faults: string[] = [];
  for (let index = 0; index < pointCount(grid); index++) {
    // how many pairs there are to be with a precision or a frontier, only whole records say
    if ((grid.precision !== null || grid.frontier !== null) && !records.has(index)) continue;
    const fault = records.faultOf(index);
    if (fault !== null) faults.push(`pair ${String(index)}: ${fault}`);
  }
  if (faults.length === 0) return;
  const lines = listed(faults).join('\n  ');
  throw new Fault(
    `${folder} is damaged; the sweep's own command with --resume runs again:\n  ${lines}`,
    'badInput',
  );
}

function sweepSource(found: FoundSweep): ExportSource {
  refuseDamaged(found);
  const { folder, sweep, records, keep } = found;
  const { base, grid } = sweep;
  const axes = varyingAxes(grid);
  const buckets = Object.keys(base.buckets);
  const names = columnsOfSweep(sweep).map(([name]) => name);
  const runsOf = (record: PairRecord, place: GridPoint): ExportedRun[] =>
    record.runs.map(({ regime, runId, checksum }) => ({
      ...{ runId, regime, pair: record.index, replicate: place.replicate, seed: place.seed },
      parameters: axes.map((axis) => axis.of(place)),
      status: record.row[names.indexOf(`${regime}_status`)] ?? '',
      figures: record.arms[regime] ?? null,
      folder: checksum === null ? null : join(runFolder(folder, regime, runId), 'out'),
    }));
  return {
    what: 'sweep',
    layout: { axes, isDecimal: base.arithmetic === 'decimal' },
    buckets,
    comparisons: grid.comparisons,
    runId: null,
    keep,
    plan: { sha256: records.sweep, document: resolvedSweep(sweep) },
    *pairs() {
      for (const index of plannedPairs(grid, seedPlan(grid, records).run))
        yield runsOf(records.read(index), pointAt(grid, index));
    },
  };
}

/** The manifest of a run, in the folder that was named or in its `out`. */
function runManifestIn(folder: string): { readonly folder: string; readonly manifest: Manifest } | null {
  for (const place of [folder, join(folder, 'out')]) {
    const path = join(place, 'manifest.json');
    if (!existsSync(path)) continue;
    const found = parseJson(readText(path), path) as Partial<Manifest> | null;
    if (found?.program === program && found.run_id !== undefined)
      return { folder: place, manifest: found as Manifest };
  }
  return null;
}

/** A run is made again for its figures, which its files have under other names, and to see that they are whole. OUT-12. */
async function runSource(folder: string, manifest: Manifest): Promise<ExportSource> {
  if (manifest.version !== version())
    throw new Fault(
      `${folder} was made by version ${manifest.version}, this is ${version()}: run it again by ringspec run ${folder}/manifest.json`,
      'badInput',
    );
  const { scenario } = loadScenarioOrManifest(join(folder, 'manifest.json'), {});
  const { metrics, violation } = await inScratch((scratch) => {
    const again = runScenario(scenario, { runId: manifest.run_id, outDir: scratch });
    refuseOther(folder, join(scratch, 'out'));
    return again;
  });
  const regime = scenario.regime;
  const run: ExportedRun = {
    ...{ runId: manifest.run_id, regime, pair: 0, replicate: 0, seed: scenario.seed, parameters: [], folder },
    status: violation !== null ? 'failed' : manifest.ending === 'default' ? 'stopped' : 'completed',
    figures: violation === null ? readFigures(regime, metrics) : null,
  };
  return {
    what: 'run',
    layout: { axes: [], isDecimal: scenario.arithmetic === 'decimal' },
    buckets: Object.keys(scenario.buckets),
    comparisons: [],
    runId: manifest.run_id,
    keep: { keepRuns: true, keepPairs: [] },
    plan: { sha256: manifest.scenario_sha256, document: scenario },
    pairs: () => [[run]],
  };
}

/** @throws Fault with every file of a run that is not the one that was made again */
function refuseOther(folder: string, again: string): void {
  const faults = runFileNames.flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [`${path} is missing`];
    return sha256OfFile(path) === sha256OfFile(join(again, name))
      ? []
      : [`${path} is not what the run wrote`];
  });
  if (faults.length > 0)
    throw new Fault(`${folder} is damaged: make the run again\n  ${faults.join('\n  ')}`, 'badInput');
}
