/** Text files hold just what was written, whatever its letters and however much of it. OUT-02, OUT-14. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { scratchFolder } from '../../src/files/scratch.ts';
import { CsvFile, TextFile } from '../../src/files/text-file.ts';

const scratch = scratchFolder();

/** What a file holds after this is done to it. */
function written(write: (file: TextFile) => void): string {
  const file = new TextFile(join(scratch, 'text'));
  write(file);
  file.flush();
  file.close();
  return readFileSync(file.path, 'utf8');
}

const odd = [
  '"',
  '\\',
  '\n',
  '\u0000',
  '\u001f',
  '\u007f',
  '\u0080',
  'é',
  'ÿ',
  'κ',
  '€',
  '𝛿',
  ' ',
  '~',
  'H1',
  'x'.repeat(46),
  'x'.repeat(60),
];
/** Of one letter or hundreds, plain or not; UTF-8 has no half of a pair. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((parts) => parts.join(''));

test('a text is written as it is, and in quotation marks as JSON has it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), text), { maxLength: 40 }), (pieces) => {
      const expected = pieces.map(([quoted, piece]) => (quoted ? JSON.stringify(piece) : piece)).join('');
      const found = written((file) => {
        for (const [quoted, piece] of pieces) {
          if (quoted) file.writeQuoted(piece);
          else file.write(piece);
        }
      });
      assert.equal(found, expected);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('nothing is lost or doubled where the buffer ends, whatever comes there', () => {
  for (const piece of [
    'a',
    'κ',
    'seven letters',
    '"',
    'x'.repeat(100),
    'κ'.repeat(30_000),
    'y'.repeat(200_000),
  ]) {
    const times = Math.ceil(300_000 / piece.length);
    // begun a little later each time, every piece meets the end of the buffer at every place
    for (let begin = 0; begin < 8; begin++) {
      const found = written((file) => {
        file.write('z'.repeat(begin));
        for (let i = 0; i < times; i++) {
          file.write(piece);
          file.writeQuoted(piece);
        }
      });
      assert.ok(found === `${'z'.repeat(begin)}${`${piece}${JSON.stringify(piece)}`.repeat(times)}`);
    }
  }
});

test('a table has commas between its cells, and quotes where RFC 4180 wants them', () => {
  const table = new CsvFile(join(scratch, 'table.csv'), ['a', 'b,c']);
  table.add(['κ "quoted"', null]);
  table.add([1.5, true]);
  table.add(['two\nlines', '']);
  table.flush();
  table.file.close();
  const expected = 'a,"b,c"\r\n"κ ""quoted""",\r\n1.5,true\r\n"two\nlines",\r\n';
  assert.equal(readFileSync(table.file.path, 'utf8'), expected);
});
