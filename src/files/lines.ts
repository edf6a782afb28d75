/** Files read line by line, however large. CFG-03. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { inFiles } from './faults.ts';
import { damagedAt, refuseEndless, unreadable } from './read-text.ts';

export interface LineFile {
  readonly path: string;
  /** Its lines without their ends, each time anew from the first. */
  readonly lines: Iterable<string>;
}

/** The lines of a text. */
export const linesOf = (path: string, text: string): LineFile => ({
  path,
  lines: text.replace(/^\uFEFF/, '').split(/\r?\n/),
});

const CHUNK = 1 << 20;
const LINE_FEED = 0x0a;
const ALLOWED = 'a text file';

/** The lines of a file, or null where there is no such file. @throws Fault when it cannot be read. */
export function linesIfThere(path: string): LineFile | null {
  try {
    refuseEndless(path);
    const file = openSync(path, 'r');
    try {
      // a folder can be opened, and not read
      readSync(file, Buffer.alloc(1));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const fault = unreadable(path, error, ALLOWED);
    if (fault === null) return null;
    throw inFiles([fault]);
  }
  return { path, lines: { [Symbol.iterator]: () => linesOnDisk(path) } };
}

function* linesOnDisk(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK);
  let begun: Buffer[] = [];
  let line = 0;
  const text = (bytes: Buffer): string => {
    line++;
    if (isUtf8(bytes)) return bytes.toString('utf8').replace(/\r$/, '');
    throw inFiles([{ ...damagedAt(path, bytes, ALLOWED), line }]);
  };
  try {
    for (;;) {
      const read = onRead(path, () => readSync(file, chunk, 0, CHUNK, null));
      if (read === 0) break;
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0 && end < read; end = chunk.indexOf(LINE_FEED, from)) {
        const whole = Buffer.concat([...begun, chunk.subarray(from, end)]);
        begun = [];
        from = end + 1;
        yield line === 0 ? text(whole).replace(/^\uFEFF/, '') : text(whole);
      }
      if (from < read) begun.push(Buffer.from(chunk.subarray(from, read)));
    }
    if (begun.length > 0) yield text(Buffer.concat(begun)).replace(/^\uFEFF/, '');
  } finally {
    closeSync(file);
  }
}

function onRead<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const fault = unreadable(path, error, ALLOWED);
    throw fault === null ? error : inFiles([fault]);
  }
}
