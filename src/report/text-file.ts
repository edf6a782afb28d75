/** Text files written in large pieces. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Cell, RowWriter } from '../metrics/fold.ts';
import { onDisk } from './output-fault.ts';

const CHUNK = 1 << 17;

/** Buffers of files that are closed, for those that are opened next: a sweep opens thousands. */
const idle: Buffer[] = [];

/** UTF-8 takes at most this many bytes for a unit of a string. */
const WIDEST = 3;

/** A new file that is written from front to back, in chunks. */
export class TextFile {
  readonly #descriptor: number;
  readonly #buffer = idle.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  #used = 0;

  constructor(readonly path: string) {
    this.#descriptor = onDisk(path, () => openSync(path, 'w'));
  }

  write(text: string): void {
    if (text.length * WIDEST > CHUNK - this.#used) this.flush();
    if (text.length * WIDEST > CHUNK) onDisk(this.path, () => writeFileSync(this.#descriptor, text));
    else this.#used += this.#buffer.write(text, this.#used);
  }

  flush(): void {
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    if (bytes.length > 0) onDisk(this.path, () => writeFileSync(this.#descriptor, bytes));
  }

  /** Gives the file back to the system; what was not flushed is dropped. */
  close(): void {
    idle.push(this.#buffer);
    onDisk(this.path, () => closeSync(this.#descriptor));
  }
}

const ROWS = 500;

/** A table by RFC 4180: UTF-8, a header row, lines that end in CR LF. */
export class CsvFile {
  readonly file: TextFile;
  #rows: string[][];

  constructor(path: string, columns: readonly string[]) {
    this.file = new TextFile(path);
    this.#rows = [[...columns]];
  }

  readonly add: RowWriter = (row) => {
    this.#rows.push(row.map(cellText));
    if (this.#rows.length >= ROWS) this.#render();
  };

  flush(): void {
    this.#render();
    this.file.flush();
  }

  #render(): void {
    this.file.write(stringify(this.#rows, { record_delimiter: '\r\n' }));
    this.#rows = [];
  }
}

/** Numbers of the model in full precision; an empty cell for what there is not. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.toFixed() : String(cell);
}
