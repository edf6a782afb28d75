/** What an analysis makes of a sweep that a feature writes by hand. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { compareDocument, compareRows } from './run-book.ts';
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
  this.does('analyze the sweep');
  await sweepByHand(this).analyze();
});

Then("the columns of the analysis's {file} are", function (this: RingWorld, file: string, table: DataTable) {
  this.expect(same(`columns of ${file}`, table.raw().flat(), sweepByHand(this).columns(file)));
});

Then("the analysis's {file} holds", function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareRows(table.hashes(), sweepByHand(this).table(file)));
});

Then(
  "line {int} of the analysis's {file} is",
  function (this: RingWorld, n: number, file: string, text: string) {
    const found = sweepByHand(this).text(file).split('\r\n')[n - 1];
    this.expect(same(`line ${String(n)} of ${file}`, text.split('\n').join(''), found));
  },
);

Then('the answer says', function (this: RingWorld, table: DataTable) {
  this.expect(compareDocument(table, sweepByHand(this).answer));
});

Then('the answer in words is', function (this: RingWorld, text: string) {
  this.expect(same('the answer', text.split('\n').join(' '), sweepByHand(this).answer?.text));
});

Then('the analysis finds these faults', function (this: RingWorld, table: DataTable) {
  const book = sweepByHand(this);
  const { faults } = book;
  book.faults = [];
  const told = faults.map((fault) => ({ ...fault, line: String(fault.line) }));
  const wanted = rows(table, ['file', 'line', 'path', 'found', 'allowed']);
  this.expect(compareRows(wanted, told));
});

Then('no analysis is written', function (this: RingWorld) {
  this.expect(same('what is written', [], sweepByHand(this).written()));
});

After(function (this: RingWorld) {
  this.expect(same('faults of which no step speaks', [], tidySweepByHand(this)));
});
