/** Whole sweeps: every pair of a small grid, and what the files over all of them say. */
import { After, Then, When, type DataTable } from '@cucumber/cucumber';
import { same, sameFiles } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { compareDocument, compareRows } from './run-book.ts';
import { sweepBookOf, tidySweeps } from './sweep-book.ts';
import { rows } from './tables.ts';

When('the sweep is run', async function (this: RingWorld) {
  await sweepBookOf(this).run();
});

When('the sweep is run, but cut off after {int} pair(s)', async function (this: RingWorld, pairs: number) {
  await sweepBookOf(this).runInWorkers({ upTo: pairs });
});

When('its pairs come out like this', async function (this: RingWorld, table: DataTable) {
  await sweepBookOf(this).comesOut(rows(table, ['pair', 'δ passive', 'δ active']));
});

When('it is resumed', async function (this: RingWorld) {
  await sweepBookOf(this).runInWorkers({ resume: true });
});

/** Waits for the first record of a pair in the folder `out`, twenty seconds at most. */
When(
  'this is run, and Ctrl-C is pressed when a pair is complete',
  async function (this: RingWorld, line: string) {
    const seen = 'ls out/aggregate/pairs/*.json';
    const wait = `for i in $(seq 200); do ${seen} && break; sleep 0.1; done >/dev/null 2>&1`;
    await this.file.run(`${line} & ${wait}; kill -INT $!; wait $!`);
  },
);

Then("the sweep's {file} holds", function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareRows(table.hashes(), sweepBookOf(this).table(file)));
});

Then(
  "the sweep's {file} holds, where {word} is {word}",
  function (this: RingWorld, file: string, column: string, value: string, table: DataTable) {
    const found = sweepBookOf(this)
      .table(file)
      .filter((row) => row[column] === value);
    this.expect(compareRows(table.hashes(), found));
  },
);

Then("the columns of the sweep's {file} are", function (this: RingWorld, file: string, table: DataTable) {
  this.expect(same(`columns of ${file}`, table.raw().flat(), sweepBookOf(this).columns(file)));
});

Then("the sweep's {file} says", function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareDocument(table, sweepBookOf(this).json(file)));
});

Then('the sweep has these files', function (this: RingWorld, table: DataTable) {
  const found = Object.keys(sweepBookOf(this).contents());
  const missing = table
    .raw()
    .flat()
    .filter((name) => !found.includes(name));
  this.expect(missing.map((name) => ({ about: 'files', expected: name, found: found.join(' ') })));
});

Then('the sweep has no file that is called {string}', function (this: RingWorld, part: string) {
  const found = Object.keys(sweepBookOf(this).contents()).filter((name) => name.includes(part));
  this.expect(same(`files called ${part}`, [], found));
});

Then('both sweeps leave the same files, byte for byte', function (this: RingWorld) {
  this.expect(sameFiles(sweepBookOf(this).contents(1), sweepBookOf(this).contents(2)));
});

After(function (this: RingWorld) {
  tidySweeps(this);
});
