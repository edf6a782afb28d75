/** What an analysis makes of a sweep that a feature writes by hand. */
import { Given, type DataTable } from '@cucumber/cucumber';
import type { RingWorld } from './ring-world.ts';
import { sweepByHand } from './sweep-by-hand.ts';

Given('a sweep of these pairs', function (this: RingWorld, table: DataTable) {
  sweepByHand(this).pairs(table.hashes());
});

Given("the runs' {file} has these rows", function (this: RingWorld, file: string, table: DataTable) {
  sweepByHand(this).rows(file, table.hashes());
});

Given('{file} of {word} is missing', function (this: RingWorld, file: string, run: string) {
  sweepByHand(this).remove(file, run);
});

/** Analyzes the sweep that was written by hand; its faults are those that a step has to speak of. */
export async function analyze(world: RingWorld): Promise<void> {
  world.does('analyze the sweep');
  const sweep = sweepByHand(world);
  world.written = sweep;
  await sweep.analyze();
  world.file.faults = sweep.faults;
  world.documents.set('the answer', () => [sweep.answer, 'any']);
}
