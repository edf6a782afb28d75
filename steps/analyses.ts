/** What an analysis makes of a sweep that a feature writes by hand. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import type { RingWorld } from './ring-world.ts';
import { assertRows, says, valueAt } from './run-book.ts';
import { sweepByHand, tidySweepByHand } from './sweep-by-hand.ts';
import { rows } from './tables.ts';

Given('a sweep of these pairs', function (this: RingWorld, table: DataTable) {
  sweepByHand(this).pairs(table.hashes());
});

Given("the runs' {file} has these rows", function (this: RingWorld, file: string, table: DataTable) {
  sweepByHand(this).rows(file, table.hashes());
});

Given('{file} of {word} is missing', function (this: RingWorld, file: string, run: string) {
  sweepByHand(this).remove(file, run);
});

Given('these lines stand in its files', function (this: RingWorld, table: DataTable) {
  for (const { file = '', line, text = '' } of rows(table, ['file', 'line', 'text']))
    sweepByHand(this).setLine(file, Number(line), text);
});

Given('its file {string} is', function (this: RingWorld, file: string, text: string) {
  sweepByHand(this).write(file, text);
});

When('the sweep is analyzed', async function (this: RingWorld) {
  await sweepByHand(this).analyze();
});

Then("the columns of the analysis's {file} are", function (this: RingWorld, file: string, table: DataTable) {
  assert.deepEqual(sweepByHand(this).columns(file), table.raw().flat());
});

Then("the analysis's {file} holds", function (this: RingWorld, file: string, table: DataTable) {
  assertRows(table.hashes(), sweepByHand(this).table(file));
});

Then(
  "line {int} of the analysis's {file} is",
  function (this: RingWorld, n: number, file: string, text: string) {
    assert.equal(sweepByHand(this).text(file).split('\r\n')[n - 1], text.split('\n').join(''));
  },
);

Then('the answer says', function (this: RingWorld, table: DataTable) {
  const { answer } = sweepByHand(this);
  const wrong = rows(table, ['path', 'value']).flatMap(({ path = '', value = '' }) => {
    const found = valueAt(answer, path);
    return says(value, found) ? [] : [`${path} is ${JSON.stringify(found)}, not ${value}`];
  });
  assert.deepEqual(wrong, []);
});

Then('the answer in words is', function (this: RingWorld, text: string) {
  assert.equal(sweepByHand(this).answer?.text, text.split('\n').join(' '));
});

Then('the analysis finds these faults', function (this: RingWorld, table: DataTable) {
  const book = sweepByHand(this);
  const { faults } = book;
  book.faults = [];
  const told = faults.map((fault) => ({ ...fault, line: String(fault.line) }));
  const wanted = rows(table, ['file', 'line', 'path', 'found', 'allowed']);
  assertRows(wanted, told);
});

Then('no analysis is written', function (this: RingWorld) {
  assert.deepEqual(sweepByHand(this).written(), []);
});

After(function (this: RingWorld) {
  assert.deepEqual(tidySweepByHand(this), [], 'files were found faulty, and no step speaks of it');
});
