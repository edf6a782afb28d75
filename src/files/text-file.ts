/** Text files written in large pieces. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { cellText, type Cell } from './cell.ts';
import { onDisk } from './on-disk.ts';

const CHUNK = 1 << 17;

/** Buffers of files that are closed, for those that are opened next: a sweep opens thousands. */
const idle: Buffer[] = [];

/** UTF-8 takes at most this many bytes for a unit of a string. */
const WIDEST = 3;

/** A text up to this length is copied sooner than the engine's encoder is called. */
const SHORT = 48;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A new file that is written from front to back, in chunks. */
export class TextFile {
  readonly #descriptor: number;
  readonly #buffer = idle.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  #used = 0;
  #crc = 0;

  constructor(readonly path: string) {
    this.#descriptor = onDisk(path, () => openSync(path, 'w'));
  }

  write(text: string): void {
    if (text.length * WIDEST > CHUNK - this.#used) this.flush();
    if (text.length * WIDEST > CHUNK) this.#put(Buffer.from(text));
    else if (text.length > SHORT || !this.#copy(text)) this.#used += this.#buffer.write(text, this.#used);
  }

  /** Copies a text of plain ASCII and says so; of any other there is nothing. */
  #copy(text: string): boolean {
    const buffer = this.#buffer;
    const start = this.#used;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return false;
      buffer[start + i] = code;
    }
    this.#used = start + text.length;
    return true;
  }

  /** Writes a text in quotation marks as JSON has it. */
  writeQuoted(text: string): void {
    if (text.length > SHORT || !this.#copyQuoted(text)) this.write(JSON.stringify(text));
  }

  /** As `#copy`, between two quotation marks; of a text in which something has to be escaped there is nothing. */
  #copyQuoted(text: string): boolean {
    if (text.length + 2 > CHUNK - this.#used) this.flush();
    const buffer = this.#buffer;
    let at = this.#used;
    buffer[at++] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
      buffer[at++] = code;
    }
    buffer[at++] = QUOTE;
    this.#used = at;
    return true;
  }

  flush(): void {
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    if (bytes.length > 0) this.#put(bytes);
  }

  #put(bytes: Buffer): void {
    this.#crc = crc32(bytes, this.#crc);
    onDisk(this.path, () => {
      writeFileSync(this.#descriptor, bytes);
    });
  }

  /** CRC-32 of what was flushed. */
  get crc(): number {
    return this.#crc;
  }

  /** Gives the file back to the system; what was not flushed is dropped. */
  close(): void {
    idle.push(this.#buffer);
    onDisk(this.path, () => {
      closeSync(this.#descriptor);
    });
  }
}

/** A table by RFC 4180: UTF-8, a header row, lines that end in CR LF. */
export class CsvFile {
  readonly file: TextFile;

  constructor(path: string, columns: readonly string[]) {
    this.file = new TextFile(path);
    this.add(columns);
  }

  add(row: readonly Cell[]): void {
    let first = true;
    for (const cell of row) {
      if (!first) this.file.write(',');
      first = false;
      this.file.write(typeof cell === 'string' ? quoted(cell) : cellText(cell));
    }
    this.file.write('\r\n');
  }

  flush(): void {
    this.file.flush();
  }

  /** The table is complete. */
  close(): void {
    this.file.flush();
    this.file.close();
  }
}

const special = /[",\r\n]/;

/** A field with a comma, a quote or a line end in it goes in quotes, and its own quotes are doubled. */
export const quoted = (text: string): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
