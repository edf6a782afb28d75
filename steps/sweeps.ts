/** Whole sweeps: every pair of a small grid, and what the files over all of them say. */
import { When, type DataTable } from '@cucumber/cucumber';
import { analyze } from './analyses.ts';
import { meaningOf } from './meaning.ts';
import type { RingWorld } from './ring-world.ts';
import { sweepBookOf } from './sweep-book.ts';
import { rows } from './tables.ts';

const deeds: Readonly<Record<string, (world: RingWorld) => void | Promise<void>>> = {
  run: (world) => sweepBookOf(world).run(),
  resumed: (world) => sweepBookOf(world).runPairs({ resume: true }),
  'compared with the one before it': (world) => {
    sweepBookOf(world).compare();
  },
  exported: (world) => sweepBookOf(world).export(),
  analyzed: analyze,
};

When('the sweep is {deed}', async function (this: RingWorld, deed: string) {
  await meaningOf(deeds, deed)(this);
});

When(
  'the sweep is run, but cut off {cut}',
  async function (this: RingWorld, { pairs, within }: { pairs: number; within: boolean }) {
    await sweepBookOf(this).runPairs({ upTo: pairs });
    if (within) sweepBookOf(this).cutLastRecord();
  },
);

When('its pairs come out like this', async function (this: RingWorld, table: DataTable) {
  await sweepBookOf(this).comesOut(
    rows(table, ['pair', 'δ passive', 'δ active', 'unpaid passive', 'unpaid active']),
  );
});

When('these claims are judged', function (this: RingWorld, text: string) {
  sweepBookOf(this).judge(text);
});
