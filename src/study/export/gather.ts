/** One file of many runs as one file: an engine opens one large file sooner than thousands of small ones. DAT-01. */
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inFiles } from '../../files/faults.ts';
import { onDisk } from '../../files/on-disk.ts';

const LINE_END = '\r\n';

/**
 * Puts the rows of all runs below each other, run by run, each with its run_id; gives the columns of what it wrote.
 * @param folders of runs, each the `out` of a folder that is named by its run
 * @throws Fault where a file is missing, or has other columns
 */
export function gather(
  folders: readonly string[],
  file: string,
  columns: readonly string[],
  target: string,
): string[] {
  const isNamed = columns.includes('run_id');
  const head = columns.join(',');
  const all = isNamed ? [...columns] : ['run_id', ...columns];
  const output = onDisk(target, () => openSync(target, 'w'));
  try {
    writeFileSync(output, `${all.join(',')}${LINE_END}`);
    for (const folder of folders) {
      const path = join(folder, file);
      const bytes = bytesOf(path);
      const start = head.length + LINE_END.length;
      const found = bytes.subarray(0, start).toString('utf8');
      if (found !== `${head}${LINE_END}`)
        throw inFiles([
          { file: path, line: 1, path: '', found: `the columns ${found.trim()}`, allowed: head },
        ]);
      const rows = bytes.subarray(start);
      onDisk(target, () => {
        writeFileSync(output, isNamed ? rows : withRun(rows.toString('utf8'), basename(dirname(folder))));
      });
    }
  } finally {
    closeSync(output);
  }
  return all;
}

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
