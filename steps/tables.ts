/** Data tables: known columns only, and cells compared as what they are. */
import type { DataTable } from '@cucumber/cucumber';
import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../src/protocol/disagreement.ts';
import { near, parseAmount } from './amounts.ts';
import { show } from './show.ts';
import { names, partyId } from './vocabulary.ts';

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

/** How the cells of a column are read against what was found. */
export type CellKind = 'amount' | 'count' | 'word' | 'party' | 'list';

type Found = string | number | boolean | null | undefined | readonly string[];

const inWords = (found: Found): string =>
  found === null || found === undefined
    ? '(none)'
    : typeof found === 'boolean'
      ? yesOrNo(found)
      : Array.isArray(found)
        ? found.join(' ')
        : String(found);

const yesOrNo = (found: boolean): string => (found ? 'yes' : 'no');

/** Whether a cell says what was found. An empty cell says that there is nothing. */
function agrees(cell: string, found: Found, kind: CellKind): boolean {
  const empty = cell === '' || cell === '-' || cell === 'none';
  if (kind === 'list') {
    const wanted = empty ? [] : names(cell);
    return Array.isArray(found) && isDeepStrictEqual([...wanted].sort(), [...(found as string[])].sort());
  }
  if (empty) return found === null || found === undefined;
  if (found === null || found === undefined) return false;
  switch (kind) {
    case 'amount':
      return near(parseAmount(cell), String(found));
    case 'count':
      return Number(cell) === found;
    case 'party':
      return partyId(cell) === found;
    case 'word':
      return cell === (typeof found === 'boolean' ? yesOrNo(found) : String(found));
  }
}

/** The columns of a comparison: what a cell is, and where what was found stands. */
export type Columns<T> = Readonly<Record<string, readonly [CellKind, (found: T) => Found]>>;

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
export function compare<T>(
  table: DataTable,
  columns: Columns<T>,
  found: readonly (T | Refused)[],
  what = 'row',
): Difference[] {
  const expected = rows(table, Object.keys(columns));
  const answered = found.map((item) => (item instanceof Refused ? undefined : item));
  showTable(expected, columns, answered);
  const header = table.raw()[0] ?? [];
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, row) => row).flatMap((row) => {
    const [wanted, item] = [expected[row], found[row]];
    const about = `${what} ${String(row + 1)}`;
    if (item instanceof Refused)
      return [{ about, expected: wanted === undefined ? 'nothing' : rowText(wanted), found: item.why, row }];
    if (wanted === undefined)
      return item === undefined
        ? []
        : [{ about, expected: 'nothing', found: foundText(header, columns, item), row }];
    if (item === undefined) return [{ about, expected: rowText(wanted), found: 'nothing', row }];
    return differ(wanted, columns, item).map((one) => ({ ...one, about: `${about}: ${one.about}`, row }));
  });
}

const rowText = (row: Row): string =>
  Object.entries(row)
    .filter(([, cell]) => cell !== '')
    .map(([column, cell]) => `${column} ${cell}`)
    .join(', ');

const foundText = <T>(header: readonly string[], columns: Columns<T>, item: T): string =>
  header.map((column) => `${column} ${inWords(columnOf(columns, column)[1](item))}`).join(', ');

/** Shows what was found against each row, as the cell would have said it. */
export function showTable<T>(
  expected: readonly Row[],
  columns: Columns<T>,
  found: readonly (T | undefined)[],
): void {
  const [header = {}] = expected;
  const wrong: [number, number][] = [];
  const cells = found.map((item, i) =>
    Object.keys(header).map((column, j) => {
      const [kind, read] = columnOf(columns, column);
      const value = item === undefined ? undefined : read(item);
      if (!agrees(expected[i]?.[column] ?? '', value, kind)) wrong.push([i, j]);
      return value === undefined || value === null
        ? ''
        : typeof value === 'boolean'
          ? value
            ? 'yes'
            : 'no'
          : inWords(value);
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
    const [expected, words] = [cell === '' ? '(none)' : cell, inWords(value)];
    // a number that came as a text, or a blank, looks like what is expected
    const alike = words.trim() === expected.trim();
    return [
      { about: column, expected, found: alike ? `${JSON.stringify(value)}, a ${typeof value}` : words },
    ];
  });
}
