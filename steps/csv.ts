/** CSV as the features read it, apart from the program's own reader: what wrote a file does not judge it. */
import assert from 'node:assert/strict';

/**
 * The records of a CSV file by RFC 4180; anything that the RFC does not allow is an error, but for the line ends of an
 * engine that writes none of its CR LF.
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    assert.ok(end, `no field of a CSV file begins at ${JSON.stringify(text.slice(at, at + 40))}`);
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    assert.equal(end, lineEnd, 'line ends of a CSV file');
    records.push([]);
  }
  assert.equal(new Set(records.slice(0, -1).map(({ length }) => length)).size, 1, 'fields in each record');
  return records.slice(0, -1);
}
