/** Balanced sweeps: the grid that a file makes, its pairs, and what their large holders start with. */
import { Then, When, type DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { Fault } from '../src/files/faults.ts';
import { axisText } from '../src/scenario/axes.ts';
import type { InitialState } from '../src/scenario/initial.ts';
import { pointAt, pointCount, resolvedSweep, scenarioAt, type GridPoint } from '../src/scenario/grid.ts';
import { parseSweep, type LoadedSweep } from '../src/scenario/sweep.ts';
import { sweepNotes } from '../src/scenario/sweep-notes.ts';
import type { RingWorld } from './ring-world.ts';
import { faultDifferences } from './scenario-file.ts';
import { mentions, same, sameFiles } from './expect.ts';
import { compare, rows } from './tables.ts';

When('it is loaded as a sweep', function (this: RingWorld) {
  this.does('load ring.yaml as a sweep');
  try {
    this.sweep = parseSweep(this.file.text, 'ring.yaml');
    const { warnings, base, grid } = this.sweep;
    this.file.warns = warnings;
    this.file.notes = sweepNotes(base, grid);
    this.documents.set('the sweep', () => [resolvedSweep(sweepOf(this)), 'exact']);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    this.file.faults = error.faults;
    this.documents.set('the sweep', () => [sweepOf(this), 'exact']);
  }
});

function sweepOf(world: RingWorld): LoadedSweep {
  const { sweep } = world;
  world.expect(faultDifferences([], world.file.faults));
  assert.ok(sweep, 'no sweep has been loaded yet');
  return sweep;
}

Then('the grid has {int} pair(s), among them', function (this: RingWorld, count: number, table: DataTable) {
  const { grid } = sweepOf(this);
  const columns = {
    pair: ['count', (p: GridPoint) => p.index],
    κ: ['amount', (p: GridPoint) => p.kappa],
    'L/Q': ['amount', (p: GridPoint) => p.liquidityRatio],
    c: ['amount', (p: GridPoint) => p.concentration],
    μ: ['amount', (p: GridPoint) => p.mu],
    ρ: ['amount', (p: GridPoint) => p.outsideMidRatio],
    axes: [
      'word',
      ({ settings }: GridPoint) =>
        settings.map(({ path, value }) => `${path} ${axisText(value)}`).join(', ') || null,
    ],
    replicate: ['count', (p: GridPoint) => p.replicate],
    seed: ['count', (p: GridPoint) => p.seed],
  } as const;
  const named = rows(table, Object.keys(columns)).map(({ pair }) => pointAt(grid, Number(pair)));
  this.expect([
    ...same('pairs of the grid', count, pointCount(grid)),
    ...compare(table, columns, named, 'pair'),
  ]);
});

When('pair {int} is taken from it', function (this: RingWorld, pair: number) {
  this.does(`take pair ${String(pair)} from ring.yaml`);
  const { base, grid } = sweepOf(this);
  this.file.text = JSON.stringify(scenarioAt(base, pointAt(grid, pair), 'active'));
});

/** What large holders are owed, a liability an entry. */
function additional({ world }: InitialState) {
  const large = world.tickets.filter(({ owner }) => owner.includes(':'));
  return [...new Set(large.map(({ liability }) => liability))].map((liability) => {
    const own = large.filter((ticket) => ticket.liability === liability);
    return {
      liability,
      issuer: own[0]?.issuer,
      to: own[0]?.owner,
      tickets: own.length,
      due: own[0]?.maturity,
    };
  });
}

Then('the large holders are owed', function (this: RingWorld, table: DataTable) {
  const differences = compare(
    table,
    {
      liability: ['word', (debt) => debt.liability],
      issuer: ['word', (debt) => debt.issuer],
      to: ['party', (debt) => debt.to],
      tickets: ['count', (debt) => debt.tickets],
      due: ['count', (debt) => debt.due],
    },
    additional(this.file.start),
    'liability',
  );
  this.expect(differences);
});

/** The bytes of a start, and of the state that it opens, without the regime, which the scenario sets. */
async function bytesOf(world: RingWorld, regime: string): Promise<string> {
  const start = world.file.startWith({ path: 'regime', value: regime });
  const tickets = start.world.tickets.map((ticket) => ({ ...ticket, creditor: undefined }));
  const given = JSON.parse(JSON.stringify({ ...start.world, tickets })) as Record<string, unknown>;
  await world.ask('reset', { world: given });
  const bytes = JSON.stringify([start, await world.ask('state', {})], null, 1);
  const name = `"regime": "${regime}"`;
  world.expect(mentions('the start', [name], bytes));
  return bytes.replaceAll(name, '"regime": ""');
}

Then(
  'the passive and the active run start from the same bytes, but for the name of the regime',
  async function (this: RingWorld) {
    const [passive, active] = [await bytesOf(this, 'passive'), await bytesOf(this, 'active')];
    this.does('reset with the world of ring.yaml, passive and active');
    this.expect(sameFiles({ 'the start': passive }, { 'the start': active }));
  },
);
