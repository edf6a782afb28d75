/** The folder of a report: pages, their programs and data, put in its place when all of it is there. OUT-14. */
import { bundle } from '../bundle.ts';
import { dataScript } from '../page.tsx';
import { version } from '../../version.ts';
import { Names } from '../../files/names.ts';
import { OutputFolder, program } from '../../files/output-folder.ts';
import { sweepRegimes } from '../../scenario/regimes.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { ladderPage } from './ladder-page.tsx';
import { MOST_TRADERS } from '../ring/history.ts';
import type { RunRecord } from './read-run.ts';
import { runPage, type RunPlace } from './run-page.tsx';

/** Marks a folder as a report, the only thing that a report ever replaces. */
const KIND = 'report';

const names = new Names([
  ...['manifest.json', 'index.html', 'index.histories.js', 'index.ring.js', 'ladder.html'],
  // reports of version 0.1.0 had a ladder-chart
  ...['pairs', 'maps', 'fans', 'sweep', 'run', 'ladder', 'ladder-chart'].map((name) => `assets/${name}.js`),
  ...sweepRegimes.flatMap((arm) => [
    `runs/${arm}_*_s#.html`,
    `runs/${arm}_*_s#.histories.js`,
    `runs/${arm}_*_s#.ring.js`,
  ]),
]);

export class ReportFolder extends OutputFolder {
  /** `of` names what the report is of: a run id, or the hash of a sweep. */
  constructor(target: string, of: string) {
    super(target, { names, kind: KIND });
    this.write('manifest.json', jsonDocument({ program, version: version(), kind: KIND, of }));
  }

  data(name: string, file: string, value: unknown): void {
    this.write(file, dataScript(name, value));
  }

  /** A program of `client/`, bundled. */
  async program(name: string): Promise<void> {
    const source = new URL(`client/${name}.tsx`, import.meta.url);
    this.write(`assets/${name}.js`, await bundle(source));
  }

  async ladder(): Promise<void> {
    this.write('ladder.html', ladderPage());
    await this.program('ladder');
  }

  /** A run's page and its data. `page` is a path in the folder; the data lie beside it. */
  run(run: RunRecord, page: string, place: RunPlace): void {
    this.write(page, runPage(run, place));
    this.data('histories', page.replace(/\.html$/, '.histories.js'), run.histories);
    if (run.ring.traders <= MOST_TRADERS) this.data('ring', page.replace(/\.html$/, '.ring.js'), run.ring);
  }
}

/** Writes into a folder that appears when `fill` is through, and not at all where it fails. */
export async function writeFolder(
  target: string,
  of: string,
  fill: (folder: ReportFolder) => Promise<void>,
): Promise<void> {
  const folder = new ReportFolder(target, of);
  try {
    await fill(folder);
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
}
