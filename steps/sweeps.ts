/** Whole sweeps: every pair of a small grid, and what the files over all of them say. */
import { After, When, type DataTable } from '@cucumber/cucumber';
import type { RingWorld } from './ring-world.ts';
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

When('the two sweeps are compared', function (this: RingWorld) {
  sweepBookOf(this).compare();
});

When('its last record is cut off in the middle', function (this: RingWorld) {
  sweepBookOf(this).cutLastRecord();
});

When('these claims are judged', function (this: RingWorld, text: string) {
  sweepBookOf(this).judge(text);
});

When('the sweep is exported', async function (this: RingWorld) {
  await sweepBookOf(this).export();
});

When('it is resumed', async function (this: RingWorld) {
  await sweepBookOf(this).runInWorkers({ resume: true });
});

After(function (this: RingWorld) {
  tidySweeps(this);
});
