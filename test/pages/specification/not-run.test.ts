/** With no property run, what only properties show is not called missing, changed or gone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h, type FunctionComponent } from 'preact';
import { render } from 'preact-render-to-string';
import { readBook, type Book } from '../../../src/pages/specification/book.ts';
import { AttentionPage } from '../../../src/pages/specification/pages/attention.tsx';
import { ChangesPage } from '../../../src/pages/specification/pages/changes.tsx';
import { gateFiles, readCase, repository, settings } from '../../gate/fixture.ts';

const bookOf = (name = 'right', baseline = (text: string): string => text): Book => {
  const files = new Map(repository(name));
  files.delete('properties.json');
  files.set('features/baseline.txt', baseline(files.get('features/baseline.txt') ?? ''));
  return readBook(
    { gate: gateFiles(files), formulas: null, sources: [] },
    { ...settings(readCase(name)), ci: false },
    (place) => place,
  );
};

const wordsOf = (page: FunctionComponent<{ book: Book }>, book: Book): string =>
  render(h(page, { book }))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the changes leave out properties, and clauses that differ by them alone', () => {
  const book = bookOf();
  assert.deepEqual(book.verdict.differences, []);
  const page = wordsOf(ChangesPage, book);
  assert.match(page, /No property was run, so properties are not compared with the baseline\./);
  assert.match(page, /Nothing: every clause and scenario stands/);
});

test('a property that a test of a report shows is left out too', () => {
  const line = 'example boundary property';
  const book = bookOf('right', (text) => text.replace(`\t${line}\n`, `\t${line}\tweaker property\n`));
  assert.deepEqual(book.verdict.differences, []);
});

test('what else changed of the same clause is still told', () => {
  const book = bookOf('right', (text) =>
    text.replace('example boundary property', 'example refusal property'),
  );
  assert.deepEqual(
    book.verdict.differences.map(({ what, name }) => [what, name]),
    [['clause', 'PUR-03']],
  );
});

test('a clause that lacks a property alone was not run here, and is no error', () => {
  const book = bookOf();
  assert.equal(book.clauses.get('PUR-03')?.state, 'not-run');
  assert.deepEqual(book.verdict.findings, []);
  const page = wordsOf(AttentionPage, book);
  assert.match(page, /2 of 4 clauses are covered/);
  assert.match(page, /PUR-03 Nothing is lost not run here: it needs a property test/);
  assert.doesNotMatch(page, /What blocks a merge|partial/);
});

test('a clause that lacks more is an error as ever', () => {
  const book = bookOf('partial');
  const [open] = [...book.clauses.values()].filter(({ state }) => state === 'partial');
  assert.ok(open !== undefined);
  assert.match(wordsOf(AttentionPage, book), new RegExp(`What blocks a merge.* ${open.id}: lacks `));
});
