/** What an analysis makes of a sweep that a feature writes by hand. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { compareRecords } from './documents.ts';
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

When('the sweep is analyzed', async function (this: RingWorld) {
  this.does('analyze the sweep');
  this.written = sweepByHand(this);
  await sweepByHand(this).analyze();
  this.documents.set('the answer', () => [sweepByHand(this).answer, 'any']);
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
  this.expect(compareRecords(wanted, told));
});

After(function (this: RingWorld) {
  this.expect(same('faults of which no step speaks', [], tidySweepByHand(this)));
});
