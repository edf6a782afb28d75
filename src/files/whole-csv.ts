/** A table that is there whole or not at all. OUT-14. */
import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { onDisk } from './on-disk.ts';
import { makeFolder } from './make-folder.ts';
import type { Cell } from './cell.ts';
import { CsvFile } from './text-file.ts';
import { clearedTemporary, temporaryOf } from './write-whole.ts';

/** A table that is put in its place when it is whole, in a folder of the program alone. */
export class WholeCsv {
  readonly #file: CsvFile;
  constructor(
    readonly path: string,
    columns: readonly string[],
  ) {
    makeFolder(dirname(path));
    this.#file = new CsvFile(clearedTemporary(path), columns);
  }
  add(row: readonly Cell[]): void {
    this.#file.add(row);
  }
  finish(): void {
    this.#file.close();
    onDisk(this.path, () => {
      renameSync(temporaryOf(this.path), this.path);
    });
  }
}
