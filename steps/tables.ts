/** Data tables: known columns only, and cells compared as what they are. */
import type { DataTable } from '@cucumber/cucumber';
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
    return (
      [...wanted].sort().join(' ') === [...((found as readonly string[] | undefined) ?? [])].sort().join(' ')
    );
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

/**
 * Compares a table row by row and cell by cell, and reports every difference at once; `blame` hears of the
 * first thing found that differs.
 */
export function compare<T>(
  table: DataTable,
  columns: Columns<T>,
  found: readonly T[],
  what = 'row',
  blame: (found: T) => void = () => undefined,
): void {
  const expected = rows(table, Object.keys(columns));
  showTable(expected, columns, found);
  let first: T | undefined;
  const differences = expected.flatMap((row, i) => {
    const item = found[i];
    // a row that names what is not there; rows too many are counted below
    if (item === undefined) return i < found.length ? [`${what} ${String(i + 1)} is not there`] : [];
    const differing = differ(row, columns, item);
    if (differing.length > 0) first ??= item;
    return differing.map((difference) => `${what} ${String(i + 1)}: ${difference}`);
  });
  if (first !== undefined) blame(first);
  if (expected.length !== found.length) {
    differences.push(`${String(expected.length)} ${what}s expected, ${String(found.length)} found`);
  }
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

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
      const [kind, read] = columns[column] ?? ['word', () => undefined];
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

/** The differences between a row and what was found, in words. */
export function differ<T>(row: Row, columns: Columns<T>, found: T): string[] {
  return Object.entries(row).flatMap(([column, cell]) => {
    const [kind, read] = columns[column] ?? ['word', () => undefined];
    const value = read(found);
    return agrees(cell, value, kind)
      ? []
      : [`${column} is ${inWords(value)}, not ${cell === '' ? '(none)' : cell}`];
  });
}
