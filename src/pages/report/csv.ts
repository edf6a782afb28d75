/** A table of ours read back: by column, with the line of every row, and told what is wrong with it. RFC 4180. */
import { at } from '../../core/list.ts';
import { Fault } from '../../files/faults.ts';
import { readText } from '../../files/read-text.ts';
import { known } from '../../run/metrics/postings.ts';
import type { Faults } from './faults.ts';

export interface CsvRow {
  readonly line: number;
  text(column: string): string;
  /** Null where the cell is empty; a cell that is no number is a fault. */
  number(column: string): number | null;
}

/** The rows of a table that has at least these columns; none where it has faults. */
export function readTable(path: string, columns: readonly string[], faults: Faults): CsvRow[] {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    faults.add(path, 0, 'the file is missing or cannot be read');
    return [];
  }
  const [header, ...records] = recordsOf(text, path, faults);
  if (header === undefined) {
    faults.add(path, 1, 'the table is empty: it has not even a header');
    return [];
  }
  const places = new Map(header.cells.map((name, i) => [name, i]));
  const missing = columns.filter((name) => !places.has(name));
  if (missing.length > 0) {
    faults.add(path, 1, `there is no column ${missing.join(', ')}`);
    return [];
  }
  return records.flatMap(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      faults.add(
        path,
        line,
        `${String(cells.length)} cells stand under ${String(header.cells.length)} columns`,
      );
      return [];
    }
    const cell = (column: string): string => at(cells, known(places, column));
    return [
      { line, text: cell, number: (column: string) => numberOf(cell(column), path, line, column, faults) },
    ];
  });
}

function numberOf(text: string, path: string, line: number, column: string, faults: Faults): number | null {
  if (text === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  faults.add(path, line, `${column} is ${JSON.stringify(text)}, which is no number`);
  return null;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records with the line that each begins on; a quoted cell may hold commas, quotes and line ends. */
function recordsOf(text: string, path: string, faults: Faults): CsvRecord[] {
  const records: CsvRecord[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) {
      faults.add(
        path,
        line,
        `a quote is where none may be: ${JSON.stringify(text.slice(start, start + 30))}`,
      );
      return [];
    }
    const [all, quoted, plain = '', end = ''] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += all.split('\n').length - 1;
    if (end === ',' && cell.lastIndex < text.length) continue;
    if (end === ',') cells.push('');
    records.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return records;
}
