/** Data tables: known columns only, and cells compared as what they are. */
import type { DataTable } from '@cucumber/cucumber';
import type { Difference } from '../src/protocol/disagreement.ts';
import { agrees, inWords, type CellKind } from './cells.ts';
import { show } from './show.ts';

/** A row of a table, by column. A column that is not there is undefined; an empty cell is ''. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a table; a column that the phrase does not know is an error. */
export function rows(table: DataTable, known: readonly string[]): Row[] {
  const [header = []] = table.raw();
  const unknown = header.filter((column) => !known.includes(column));
  if (unknown.length > 0) {
    throw new Error(`unknown column ${unknown.join(', ')}: this table has ${known.join(', ')}`);
  }
  return table.hashes();
}

/** The columns of a comparison: what a cell is, and where what was found stands. */
export type Columns<T> = Readonly<Record<string, readonly [CellKind, (found: T) => unknown]>>;

/** The rows were read with these columns known, so there is one. */
function columnOf<T>(columns: Columns<T>, name: string): Columns<T>[string] {
  const column = columns[name];
  if (column === undefined) throw new Error(`no column is called ${name}`);
  return column;
}

/** A request that was refused where a row of a table speaks of its answer. */
export class Refused {
  constructor(readonly why: string) {}
}

/** Compares a table row by row and cell by cell: every difference at once, in the order of the rows. */
export const compare = <T>(
  table: DataTable,
  columns: Columns<T>,
  found: readonly (T | Refused)[],
  what = 'row',
): Difference[] => compareRows(rows(table, Object.keys(columns)), columns, found, what);

export function compareRows<T>(
  expected: readonly Row[],
  columns: Columns<T>,
  found: readonly (T | Refused)[],
  what = 'row',
): Difference[] {
  showTable(
    expected,
    columns,
    found.map((item) => (item instanceof Refused ? undefined : item)),
  );
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, row) => row).flatMap((row) => {
    const [wanted, item] = [expected[row], found[row]];
    const about = `${what} ${String(row + 1)}`;
    if (item instanceof Refused)
      return [{ about, expected: wanted === undefined ? 'nothing' : rowText(wanted), found: item.why, row }];
    if (wanted === undefined)
      return item === undefined ? [] : [{ about, expected: 'nothing', found: foundText(columns, item), row }];
    if (item === undefined) return [{ about, expected: rowText(wanted), found: 'nothing', row }];
    return differ(wanted, columns, item).map((one) => ({ ...one, about: `${about}: ${one.about}`, row }));
  });
}

const rowText = (row: Row): string =>
  Object.entries(row)
    .filter(([, cell]) => cell !== '')
    .map(([column, cell]) => `${column} ${cell}`)
    .join(', ') || 'an empty row';

const foundText = <T>(columns: Columns<T>, item: T): string =>
  Object.entries(columns)
    .map(([column, [, read]]) => `${column} ${inWords(read(item))}`.trim())
    .join(', ');

/** Shows what was found against each row, as the cell would have said it; a column that a row leaves out is not looked at. */
export function showTable<T>(
  expected: readonly Row[],
  columns: Columns<T>,
  found: readonly (T | undefined)[],
): void {
  const header = [...new Set(expected.flatMap((row) => Object.keys(row)))];
  const wrong: [number, number][] = [];
  const cells = found.map((item, i) =>
    header.map((column, j) => {
      const [kind, read] = columnOf(columns, column);
      const cell = expected[i]?.[column];
      const value = item === undefined ? undefined : read(item);
      if (cell !== undefined && !agrees(cell, value, kind)) wrong.push([i, j]);
      return cell === undefined ? '' : inWords(value);
    }),
  );
  for (let i = found.length; i < expected.length; i++) wrong.push([i, -1]);
  for (let i = expected.length; i < found.length; i++) wrong.push([i, -1]);
  show({ shows: 'table', found: cells, wrong });
}

/** The differences between a row and what was found. */
export function differ<T>(row: Row, columns: Columns<T>, found: T): Difference[] {
  return Object.entries(row).flatMap(([column, cell]) => {
    const [kind, read] = columnOf(columns, column);
    const value = read(found);
    if (agrees(cell, value, kind)) return [];
    const [expected, words] = [cell === '' ? '(none)' : cell, inWords(value) || '(none)'];
    // a number that came as a text, or a blank, looks like what is expected
    const alike = words.trim() === expected.trim();
    return [
      { about: column, expected, found: alike ? `${JSON.stringify(value)}, a ${typeof value}` : words },
    ];
  });
}
