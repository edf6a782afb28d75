/** CSV as the features read it, by no code of the program: what wrote a file does not judge it. */
import assert from 'node:assert/strict';

/** The records of a CSV file by RFC 4180, whose lines end in CR LF; anything that the RFC does not allow is an error. */
export function parseCsv(text: string, lineEnd: '\r\n' | '\n'): string[][] {
  const records: string[][] = [[]];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^",\\r\\n]*))(,|${lineEnd})`, 'gy');
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    assert.ok(end, `no field of a CSV file begins at ${JSON.stringify(text.slice(at, at + 40))}`);
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === lineEnd) records.push([]);
  }
  assert.equal(new Set(records.slice(0, -1).map(({ length }) => length)).size, 1, 'fields in each record');
  return records.slice(0, -1);
}

/** The rows of a table by column, whichever of the two line ends it has. */
export function csvRows(text: string): Record<string, string>[] {
  const [columns = [], ...records] = parseCsv(text, text.includes('\r\n') ? '\r\n' : '\n');
  return records.map((record) => Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])));
}
