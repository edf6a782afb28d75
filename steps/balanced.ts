/** Balanced sweeps: the grid that a file makes, and its pairs. */
import { Then, When, type DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { Fault } from '../src/files/faults.ts';
import { axisText } from '../src/scenario/axes.ts';
import { pointAt, pointCount, resolvedSweep, scenarioAt, type GridPoint } from '../src/scenario/grid.ts';
import { parseSweep, type LoadedSweep } from '../src/scenario/sweep.ts';
import { sweepNotes } from '../src/scenario/sweep-notes.ts';
import type { RingWorld } from './ring-world.ts';
import { faultDifferences } from './scenario-file.ts';
import { same } from './expect.ts';
import { compare, rows } from './tables.ts';

/** Reads the scenario file as a sweep. */
export function loadSweep(world: RingWorld): void {
  world.does('load ring.yaml as a sweep');
  try {
    world.sweep = parseSweep(world.file.text, 'ring.yaml');
    const { warnings, base, grid } = world.sweep;
    world.file.warns = warnings;
    world.file.notes = sweepNotes(base, grid);
    world.documents.set('the sweep', () => [resolvedSweep(sweepOf(world)), 'exact']);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    world.file.faults = error.faults;
    world.documents.set('the sweep', () => [sweepOf(world), 'exact']);
  }
}

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
