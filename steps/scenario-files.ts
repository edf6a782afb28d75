/** Scenario files: what they may say, what is wrong with them, and the world that they make. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { loadSweep } from './balanced.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { valueAt } from './documents.ts';
import { faultDifferences } from './scenario-file.ts';
import { differ, rows } from './tables.ts';

Given('the scenario file', function (this: RingWorld, text: string) {
  this.file.text = text;
});

When('it is loaded as a {format}', function (this: RingWorld, format: string) {
  if (format === 'sweep') {
    loadSweep(this);
    return;
  }
  this.does('load ring.yaml');
  this.file.load();
  this.documents.set('the scenario', () => [this.file.scenario(this), 'exact']);
});

Then('it is refused with these faults', function (this: RingWorld, table: DataTable) {
  const { faults } = this.file;
  this.file.faults = [];
  this.expect(faultDifferences(rows(table, ['file', 'line', 'path', 'found', 'allowed']), faults));
});

Then('it {remark}', function (this: RingWorld, remark: 'warns' | 'notes' | 'answers', table: DataTable) {
  const lines = table
    .raw()
    .flat()
    .filter((words) => words !== '');
  if (remark === 'answers') {
    const [answer] = this.documents.get('the answer')?.() ?? [];
    this.expect(same('the answer', lines.join(' '), valueAt(answer, 'text')));
    return;
  }
  const found = this.file[remark];
  this.file[remark] = [];
  this.expect(same(remark, lines, found));
});

Then('it may say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'read as'])) {
    const { path = '', value = '' } = row;
    const wanted = row['read as'] ?? value;
    this.does(`load ring.yaml with ${path}: ${value}`);
    const faults = this.file.faultsWith(row);
    this.expect(faultDifferences([], faults));
    const { scenario } = this.file.read(row);
    this.expect(differ({ [path]: wanted }, { [path]: ['exact', (it) => valueAt(it, path)] }, scenario));
  }
});

Then('it may not say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'fault at', 'found', 'allowed'])) {
    const wanted = { ...row, path: row['fault at'] ?? row['path'] ?? '' };
    this.does(`load ring.yaml with ${row['path'] ?? ''}: ${row['value'] ?? ''}`);
    this.expect(faultDifferences([wanted], this.file.faultsWith(row)));
  }
});

When('its world is made', async function (this: RingWorld) {
  const { world } = this.file.make();
  // who was the first creditor is no part of the protocol
  const told = JSON.stringify(world, (key, value: unknown) => (key === 'creditor' ? undefined : value));
  await this.ask('reset', { world: JSON.parse(told) as Record<string, unknown> });
  this.does('reset with the world of ring.yaml');
  this.opening = await this.ask('state', {});
  this.before = this.opening;
});

After(function (this: RingWorld) {
  const { faults, warns } = this.file;
  this.expect([
    ...same('faults of which no step speaks', [], faults),
    ...same('warnings of which no step speaks', [], warns),
  ]);
});
