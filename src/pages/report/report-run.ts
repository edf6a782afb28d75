/** The report of a single run. */
import { join } from 'node:path';
import { Faults } from './faults.ts';
import { readRun } from './read-run.ts';
import { writeFolder } from './report-folder.ts';

/** Reads the folder `out` of a run and writes its pages; returns the page to open. */
export async function reportRun(out: string, target: string): Promise<string> {
  const faults = new Faults();
  const run = await readRun(out, faults);
  faults.settle();
  if (run === null) throw new Error(`${out}: a run without faults was read as none`);
  await writeFolder(target, run.manifest.run_id, async (folder) => {
    folder.run(run, 'index.html', { root: '', data: 'index.histories.js', up: null });
    await folder.program('run');
    await folder.ladder();
  });
  return join(target, 'index.html');
}
