/** The files of one run: events, tables, metrics, manifest. OUT-01 … OUT-12, OUT-14. */
import type { ModelEvent } from '../core/events.ts';
import type { RowWriter, Tables } from './metrics/fold.ts';
import type { Metrics } from './metrics/run-metrics.ts';
import { writeEvent } from './event-line.ts';
import type { Manifest } from './manifest.ts';
import { Names } from '../files/names.ts';
import { OutputFolder } from '../files/output-folder.ts';
import { jsonDocument } from '../files/json-document.ts';
import { plain } from './plain.ts';
import { checksumOf, runFileNames } from './run-checksum.ts';
import { CsvFile, TextFile } from '../files/text-file.ts';

/** What stands in the folder of a run. */
export const runNames = new Names(runFileNames);

export class RunFiles implements Tables {
  readonly #folder: OutputFolder;
  readonly #files: TextFile[] = [];
  readonly #tables: CsvFile[] = [];
  readonly #events: TextFile;

  /** Begins in the folder `target`; `isGuarded` where that stands in a folder that this process has locked. */
  constructor(target: string, isGuarded = false) {
    this.#folder = new OutputFolder(target, { names: runNames, isGuarded });
    try {
      this.#events = this.#file('events.jsonl');
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  event(event: ModelEvent): void {
    writeEvent(event, this.#events);
  }

  open(name: string, columns: readonly string[]): RowWriter {
    const table = new CsvFile(this.#folder.path(`${name}.csv`), columns);
    this.#files.push(table.file);
    this.#tables.push(table);
    return (row) => {
      table.add(row);
    };
  }

  /** Completes the files, puts the folder in its place, and gives the checksum of all of them. */
  finish(metrics: Metrics, manifest: Manifest, parameters: Readonly<Record<string, unknown>>): string {
    for (const table of this.#tables) table.flush();
    this.#events.flush();
    const document = plain({ ...metrics, parameters });
    this.#document('metrics.json', document);
    this.#document('manifest.json', manifest);
    const checksum = checksumOf(this.#files);
    this.#closeFiles();
    this.#folder.commit();
    return checksum;
  }

  /** Leaves no trace. */
  discard(): void {
    try {
      this.#closeFiles();
    } finally {
      this.#folder.discard();
    }
  }

  #document(name: string, value: unknown): void {
    const file = this.#file(name);
    file.write(jsonDocument(value));
    file.flush();
  }

  #file(name: string): TextFile {
    const file = new TextFile(this.#folder.path(name));
    this.#files.push(file);
    return file;
  }

  #closeFiles(): void {
    for (const file of this.#files.splice(0)) file.close();
  }
}
