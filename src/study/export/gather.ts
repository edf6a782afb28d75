/** One file of many runs as one file: an engine opens one large file sooner than thousands of small ones. DAT-01. */
import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { last } from '../../core/list.ts';
import { inFiles } from '../../files/faults.ts';
import { onDisk } from '../../files/on-disk.ts';

const LINE_END = '\r\n';

/** Bytes of a part: an engine keeps the file that it reads in memory, however large it is. */
const PART = 1 << 25;

/** Files that together are one table of text, and its columns. */
export interface Gathered {
  readonly paths: readonly string[];
  readonly columns: readonly string[];
}

/** A run and the folder of its files, which may have any name. */
export interface RunFolder {
  readonly runId: string;
  readonly folder: string;
}

/**
 * Puts the rows of all runs below each other, run by run, each with its run_id, in files of some size.
 * @throws Fault where a file is missing, or has other columns
 */
export function gather(
  runs: readonly RunFolder[],
  file: string,
  columns: readonly string[],
  target: string,
): Gathered {
  const isNamed = columns.includes('run_id');
  const head = `${columns.join(',')}${LINE_END}`;
  const all = isNamed ? [...columns] : ['run_id', ...columns];
  const paths: string[] = [];
  let written = Infinity;
  for (const { runId, folder } of runs) {
    const path = join(folder, file);
    const bytes = bytesOf(path);
    const found = bytes.subarray(0, head.length).toString('utf8');
    if (found !== head)
      throw inFiles([
        { file: path, line: 1, path: '', found: `the columns ${found.trim()}`, allowed: head.trim() },
      ]);
    const rows = bytes.subarray(head.length);
    if (written > PART) {
      paths.push(`${target}.${String(paths.length)}`);
      put(last(paths), `${all.join(',')}${LINE_END}`);
      written = 0;
    }
    put(last(paths), isNamed ? rows : withRun(rows.toString('utf8'), runId));
    written += rows.length;
  }
  return { paths, columns: all };
}

const put = (path: string, rows: string | Buffer): void => {
  onDisk(path, () => {
    appendFileSync(path, rows);
  });
};

/** One buffer for all files: thousands that wait to be collected are as large as the sweep. */
let buffer = Buffer.alloc(1 << 20);

/** Valid until the next file is read. */
function bytesOf(path: string): Buffer {
  return onDisk(path, () => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > buffer.length) buffer = Buffer.alloc(2 * size);
      let end = 0;
      for (let read = -1; read !== 0; end += read) read = readSync(file, buffer, end, size - end, null);
      return buffer.subarray(0, end);
    } finally {
      closeSync(file);
    }
  });
}

/** Each line with the run before it; the names of runs hold no comma. OUT-01. */
function withRun(rows: string, run: string): string {
  if (rows === '') return '';
  const lines = rows.slice(0, -LINE_END.length).split(LINE_END);
  return lines.map((line) => `${run},${line}${LINE_END}`).join('');
}
