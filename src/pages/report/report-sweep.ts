/** The report of a sweep: its page, and pages for the runs of the pairs that tell most. */
import { join } from 'node:path';
import { keepsFilesOf } from '../../sweep/keep.ts';
import { runFolder } from '../../sweep/run-folder.ts';
import { keepOf, SweepFolder } from '../../sweep/sweep-folder.ts';
import { analyzeFollowed } from '../../study/analysis/analyze.ts';
import type { FollowedRun } from '../../study/analysis/fan-format.ts';
import { Fault } from '../../files/faults.ts';
import { fanData, followedRuns } from './fan-data.ts';
import { Faults } from './faults.ts';
import { outcomesOf } from './outcome.ts';
import { MOST_DRAWN } from './grid-figures.tsx';
import { mapData, pairData } from './pair-data.ts';
import { readRun } from './read-run.ts';
import { readSweep, type SweepPair } from './read-sweep.ts';
import { writeFolder, type ReportFolder } from './report-folder.ts';
import { sweepPage } from './sweep-page.tsx';
import { selectionOrder } from './selection.ts';

/** How many pairs get pages for their runs; all of them where it is null. */
export type PairsWithPages = number | null;

/** Told while run pages are made. */
export type OnPage = (done: number, total: number) => void;

interface Reported {
  readonly page: string;
  /** Those whose runs have files. */
  readonly pairs: number;
  readonly pairsWithPages: number;
}

/** Reads a sweep and writes its pages; returns the page to open. */
export async function reportSweep(
  dir: string,
  target: string,
  wanted: PairsWithPages,
  onPage: OnPage,
): Promise<Reported> {
  const faults = new Faults();
  const sweep = readSweep(dir, faults);
  const analysed = await analysisOf(dir, sweep === null ? [] : followedRuns(sweep), faults);
  faults.settle();
  if (sweep === null || analysed === null) throw new Error(`${dir}: a sweep without faults was read as none`);
  const { analysis, fans } = analysed;
  const outcomes = outcomesOf(sweep, analysis);
  const withFiles = keepsFiles(dir);
  const selected = selectionOrder(sweep.pairs.filter(isWhole).filter(withFiles), outcomes);
  const chosen = selected.slice(0, wanted ?? selected.length);
  const kept = sweep.pairs.filter(withFiles).length;
  await writeFolder(target, sweep.hash, async (folder) => {
    folder.write('index.html', sweepPage({ sweep, analysis, fans, kept }));
    const pages = new Set(chosen.map(({ index }) => index));
    folder.data('pairs', 'assets/pairs.js', pairData(sweep, outcomes, pages, dir));
    if (fans.length > 0) folder.data('fans', 'assets/fans.js', fanData(sweep, fans));
    if (sweep.points.length > MOST_DRAWN) folder.data('maps', 'assets/maps.js', mapData(sweep));
    await folder.program('sweep');
    await folder.program('run');
    await folder.ladder();
    await runPages(folder, dir, chosen, onPage);
  });
  return {
    page: join(target, 'index.html'),
    pairs: kept,
    pairsWithPages: chosen.length,
  };
}

/** The analysis of the sweep; its faults join those that are known. */
async function analysisOf(
  dir: string,
  runs: readonly FollowedRun[],
  faults: Faults,
): Promise<Awaited<ReturnType<typeof analyzeFollowed>> | null> {
  try {
    return await analyzeFollowed(dir, runs);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.faults.length === 0 && faults.none()) throw error;
    if (error.faults.length > 0) faults.addAll(error);
    return null;
  }
}

/** A run that failed has no files to show. */
const isWhole = ({ runs }: SweepPair): boolean => runs.every(({ status }) => status !== 'failed');

/** A sweep that keeps records has files of the pairs that it was told to keep. OUT-16. */
function keepsFiles(dir: string): (pair: SweepPair) => boolean {
  const manifest = new SweepFolder(dir).readManifest();
  return ({ index }) => manifest === null || keepsFilesOf(keepOf(manifest), index);
}

async function runPages(
  folder: ReportFolder,
  dir: string,
  pairs: readonly SweepPair[],
  onPage: OnPage,
): Promise<void> {
  const runs = pairs.flatMap(({ index, runs: own }) =>
    own.map(({ arm, runId }) => ({ out: join(runFolder(dir, arm, runId), 'out'), runId, index })),
  );
  const faults = new Faults();
  for (const [done, { out, runId, index }] of runs.entries()) {
    onPage(done, runs.length);
    const run = await readRun(out, faults);
    // the others are read all the same, so that all faults are told at once
    if (run === null) continue;
    const up = { href: `../index.html#pair-${String(index)}`, name: 'Back to the sweep' };
    folder.run(run, `runs/${runId}.html`, {
      root: '../',
      data: `${encodeURIComponent(runId)}.histories.js`,
      up,
    });
  }
  faults.settle();
}
