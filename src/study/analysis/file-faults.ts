/** What is wrong with one file, line by line. Slow, and asked only of files that something is wrong with. ANA-05. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { at as item } from '../../core/list.ts';
import { faultOf, inFiles, type FileFault } from '../../files/faults.ts';
import { csvOptions, literally, quoted, type Engine } from './engine.ts';
import { refuseEndless } from '../../files/read-text.ts';
import type { Source } from './sources.ts';

/** Told of one file; the rest is counted. */
export const TOLD = 10;

/**
 * The first line of a file and whether its last one is complete; null where there is no such file. Throws
 * Fault where it cannot be read.
 */
export function ends(path: string): { readonly header: string; readonly complete: boolean } | null {
  try {
    refuseEndless(path);
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const start = Buffer.alloc(Math.min(size, HEADER));
      readSync(file, start, 0, start.length, 0);
      const last = Buffer.alloc(Math.min(size, 1));
      readSync(file, last, 0, last.length, Math.max(0, size - 1));
      const header = item(start.toString('utf8').split(/\r?\n/), 0);
      return { header, complete: last.toString('latin1') === '\n' };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === '') throw error;
    const found = `something that cannot be read (${code})`;
    throw inFiles([faultOf(path, found, 'a file')]);
  }
}

/** Bytes in which a header row ends. */
const HEADER = 1 << 16;

/** Where the columns are not the ones that the file should have. */
export function headerFaults(file: string, header: string, { columns }: Source): FileFault[] {
  const found = header.split(',').map((name) => name.replace(/^"(.*)"$/, '$1'));
  if (found.join() === columns.join()) return [];
  const missing = columns.filter((column) => !found.includes(column));
  const unknown = found.filter((column) => !columns.includes(column));
  const what =
    header === ''
      ? 'no header'
      : missing.length + unknown.length === 0
        ? 'the columns in another order, or twice'
        : [
            ...(missing.length > 0 ? [`no column ${missing.join(', ')}`] : []),
            ...(unknown.length > 0 ? [`an unknown column ${unknown.join(', ')}`] : []),
          ].join(' and ');
  return [{ file, line: 1, path: '', found: what, allowed: columns.join(',') }];
}

/** Everything that is wrong below the header, by line. `run` is the run whose folder it is, or null. */
export async function bodyFaults(
  engine: Engine,
  file: string,
  source: Source,
  run: string | null,
): Promise<FileFault[]> {
  const read = await rowsOf(engine, file, source);
  if (read === null) return [mixedLineEnds(file)];
  const { rows, rejects } = read;
  const faults = [...rejects];
  const at = linesAround(rejects.map(({ line }) => line));
  const add = (row: number, path: string, found: string, allowed: string): void => {
    faults.push({ file, line: at(row), path, found, allowed });
  };
  const patterns = source.columns.map((column) => new RegExp(`^(?:${source.kindOf(column).pattern})$`));
  const places = source.keys.map((key) => key.map((column) => source.columns.indexOf(column)));
  const seen = new Map<string, number>();
  rows.forEach((row, n) => {
    row.forEach((cell, i) => {
      const column = item(source.columns, i);
      if (!item(patterns, i).test(cell)) add(n, column, shown(cell), source.kindOf(column).allowed);
      else if (column === 'run_id' && run !== null && cell !== run)
        add(n, column, shown(cell), `${run}, the run of this folder`);
    });
    places.forEach((place, k) => {
      const key = `${String(k)} ${place.map((i) => item(row, i)).join(', ')}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, n);
      else
        add(
          n,
          item(source.keys, k).join(', '),
          `${key.slice(key.indexOf(' ') + 1)} again`,
          `what line ${String(at(before))} does not have`,
        );
    });
  });
  if (source.needsRow && rows.length + rejects.length === 0)
    faults.push({ file, line: 2, path: '', found: 'the end of the file', allowed: 'a row for every day' });
  return faults.sort((a, b) => a.line - b.line);
}

/** A file that ends within a line: a copy that was cut off. */
export function cutOff(file: string): FileFault {
  const lines = readFileSync(file, 'latin1').split('\n').length;
  return { file, line: lines, path: '', found: 'the end of the file', allowed: 'a line end after every row' };
}

const shown = (cell: string): string => (cell === '' ? 'nothing' : JSON.stringify(cell));

let reads = 0;

/** The rows that are rows, and what was rejected of the others; null where no line can be told from the next. */
async function rowsOf(
  engine: Engine,
  file: string,
  { columns }: Source,
): Promise<{ rows: readonly (readonly string[])[]; rejects: FileFault[] } | null> {
  const name = String(++reads);
  const tables = `rejects_table = 'errors_${name}', rejects_scan = 'scans_${name}'`;
  const path = quoted(literally(file));
  const from = `read_csv(${path}, ${csvOptions(columns)}, store_rejects = true, ${tables})`;
  try {
    const { rows } = await engine.query(`SELECT * FROM ${from}`);
    const rejected = await engine.texts(
      `SELECT line, any_value(error_type) AS type, any_value(error_message) AS told
       FROM errors_${name} GROUP BY line ORDER BY line`,
    );
    const rejects = rejected.map(({ line = '', type = '', told = '' }): FileFault => {
      const found = structure[type]?.(told, columns.length) ?? [told.toLowerCase(), 'a row by RFC 4180'];
      return { file, line: Number(line), path: '', found: found[0], allowed: found[1] };
    });
    return { rows, rejects };
  } catch (error) {
    if (!unreadable(error)) throw error;
    return null;
  }
}

/** Whether the engine gave a file up, as it does where lines end now this way and now that. */
export const unreadable = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Invalid Input Error');

type Told = readonly [found: string, allowed: string];

/** The engine's errors in plain words. */
const structure: Readonly<Record<string, (told: string, columns: number) => Told>> = {
  'MISSING COLUMNS': (told, columns) => [fieldsIn(told), fields(columns)],
  // the engine counts to the first field too many
  'TOO MANY COLUMNS': (_told, columns) => [`more than ${fields(columns)}`, fields(columns)],
  'UNQUOTED VALUE': () => ['a quote that does not end where its field does', 'quotes by RFC 4180'],
  'INVALID ENCODING': () => ['bytes that are no text', 'UTF-8'],
};

const fields = (count: number): string => `${String(count)} fields`;
const fieldsIn = (told: string): string => `${/Found: (\d+)/.exec(told)?.[1] ?? 'too few'} fields`;

function mixedLineEnds(file: string): FileFault {
  const lines = readFileSync(file, 'latin1').split('\n');
  const isWindows = (line: string | undefined): boolean => line?.endsWith('\r') === true;
  const odd = lines.findIndex((line, i) => i < lines.length - 1 && isWindows(line) !== isWindows(lines[0]));
  const [found, allowed] = ['a line that ends unlike the first one', 'CR LF at the end of every line'];
  return { file, line: odd + 1, path: '', found, allowed };
}

/** From a row that was read to its line: the header comes before, and rejected lines lie between. */
function linesAround(rejected: readonly number[]): (row: number) => number {
  return (row) => {
    let line = row + 2;
    for (const gone of rejected) if (gone <= line) line++;
    return line;
  };
}
