/** From the folder of a run or of a sweep to its pages. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../../files/faults.ts';
import { program } from '../../files/output-folder.ts';
import { Faults } from './faults.ts';
import { readJson } from './read-run.ts';
import { reportRun } from './report-run.ts';
import { reportSweep, type OnPage, type PairsWithPages } from './report-sweep.ts';

interface Made {
  /** The page to open first. */
  readonly page: string;
  /** What a reader may miss, for the terminal; null where nothing is missing. */
  readonly note: string | null;
}

interface ReportOptions {
  /** DIR/report where it is null. */
  readonly target: string | null;
  /** Pairs of a sweep whose runs get pages; null for the usual number of them. */
  readonly pairs: PairsWithPages | 'usual';
  readonly onPage: OnPage;
}

/** A sweep of so few pairs gets pages for all its runs, a larger one for as many of the pairs that tell most. */
const USUAL = 6;

/** Makes the report of whatever `dir` holds, in `target` or in `dir`/report. */
export async function makeReport(dir: string, { target, pairs, onPage }: ReportOptions): Promise<Made> {
  if (holds(dir) === 'sweep') {
    const wanted = pairs === 'usual' ? USUAL : pairs;
    const made = await reportSweep(dir, target ?? join(dir, 'report'), wanted, onPage);
    const left = made.pairs - made.pairsWithPages;
    const note = `${String(made.pairsWithPages)} of ${String(made.pairs)} pairs have pages for their runs; --runs all makes the others`;
    return { page: made.page, note: left === 0 ? null : note };
  }
  const run = [join(dir, 'out'), dir].find((folder) => holds(folder) === 'run');
  if (run === undefined)
    throw new Fault(
      `${dir} holds no run and no sweep: there is no manifest.json of either in it (${join(dir, 'manifest.json')}, ${join(dir, 'out', 'manifest.json')})`,
      'badInput',
    );
  const home = basename(resolve(run)) === 'out' ? dirname(run) : run;
  return { page: await reportRun(run, target ?? join(home, 'report')), note: null };
}

/** What kind of manifest stands in a folder. A damaged one is a fault. */
function holds(folder: string): 'run' | 'sweep' | null {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return null;
  const faults = new Faults();
  const manifest = readJson(path, faults);
  faults.settle();
  if (manifest?.['program'] !== program) return null;
  if (manifest['kind'] === 'sweep') return 'sweep';
  return typeof manifest['run_id'] === 'string' ? 'run' : null;
}
