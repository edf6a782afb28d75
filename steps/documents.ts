/** What files and documents say: tables by their columns, other documents by their paths. */
import { Then, type DataTable } from '@cucumber/cucumber';
import { basename } from 'node:path';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { CellKind } from './cells.ts';
import { written, writtenText } from './contents.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { compareRows, differ, rows, type Columns, type Row } from './tables.ts';
import { parseCsv } from './csv.ts';
import { partyId } from './vocabulary.ts';

type Document = Readonly<Record<string, unknown>>;

/** What stands at a path such as `ring.cash.vector[1]`; a member of a list is named by its place, or by whom it is about. */
export const valueAt = (document: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => {
      if (!Array.isArray(value) || /^\d+$/.test(step))
        return (value as Record<string, unknown> | null | undefined)?.[step];
      return value.find((item: object) => Object.values(item).includes(partyId(step)));
    }, document);

/** The rows of `path | value` with which a document does not agree. */
export const compareDocument = (table: DataTable, document: unknown, kind: CellKind = 'any'): Difference[] =>
  rows(table, ['path', 'value']).flatMap(({ path = '', value = '' }) =>
    differ({ [path]: value }, { [path]: [kind, (it: unknown) => valueAt(it, path)] }, document),
  );

const noSuchColumn = (about: string, known: readonly string[]): Difference => ({
  about,
  expected: 'such a column',
  found: known.join(', '),
});

/** Rows against what was found, by whatever columns the rows have. */
export function compareRecords(wanted: readonly Row[], found: readonly Document[]): Difference[] {
  const names = [...new Set(wanted.flatMap((row) => Object.keys(row)))];
  const known = new Set(found.flatMap((item) => Object.keys(item)));
  const unknown = found.length === 0 ? [] : names.filter((name) => !known.has(name));
  if (unknown.length > 0) return unknown.map((about) => noSuchColumn(about, [...known]));
  const columns: Columns<Document> = Object.fromEntries(
    names.map((name) => [name, ['any', (item: Document) => item[name]]]),
  );
  return compareRows(wanted, columns, found);
}

/** The records of a written table. A table that is Parquet too is written by DuckDB, whose lines of CSV end in LF. */
function writtenRecords(world: RingWorld, file: string): string[][] {
  const parquet = basename(file, '.csv') + '.parquet';
  const exported = Object.keys(written(world)).some((path) => basename(path) === parquet);
  return parseCsv(writtenText(world, file), exported ? '\n' : '\r\n');
}

/** What a written table says otherwise than the rows of the feature; those of its rows count that are `among`. */
function compareWritten(
  world: RingWorld,
  file: string,
  table: DataTable,
  among: (row: Row) => boolean = () => true,
): Difference[] {
  const [columns = [], ...records] = writtenRecords(world, file);
  // a table without rows has columns all the same
  const unknown = (table.raw()[0] ?? []).filter((name) => !columns.includes(name));
  if (unknown.length > 0) return unknown.map((about) => noSuchColumn(about, columns));
  const found = records.map((record) =>
    Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])),
  );
  return compareRecords(table.hashes(), found.filter(among));
}

Then('{file} holds', function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareWritten(this, file, table));
});

Then(
  '{file} holds, where {word} is {word}',
  function (this: RingWorld, file: string, column: string, value: string, table: DataTable) {
    this.expect(compareWritten(this, file, table, (row) => row[column] === value));
  },
);

Then('the columns of {file} are', function (this: RingWorld, file: string, table: DataTable) {
  this.expect(same(`columns of ${file}`, table.raw().flat(), writtenRecords(this, file)[0]));
});

Then('{document} says', function (this: RingWorld, name: string, table: DataTable) {
  const [document, kind] = this.documents.get(name)?.() ?? [JSON.parse(writtenText(this, name)), 'any'];
  this.expect(compareDocument(table, document, kind));
});
