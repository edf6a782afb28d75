/** The exported tables alone answer the question of the sweep, and nothing unexplained is written. DAT-02, DAT-03. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { exportData } from '../../../src/study/export/export.ts';
import { explained } from '../../../src/study/export/codebook.ts';
import { exportSource } from '../../../src/study/export/source.ts';
import { runSweep, type SweepResult } from '../../../src/sweep/sweep.ts';
import { load } from '../../sweep/small-sweep.ts';

const text = `
allow_small_ring: true
periods: 6
ring: {n_traders: 8, total_debt_Q: 800, maturity_days: 4}
sweep: {kappas: [2, 4], seeds: 3, regimes: [passive, active, backstop]}
`;
const folder = mkdtempSync(join(tmpdir(), 'ringspec-export-'));
let result: SweepResult;

before(async () => {
  const sweep = load(text, 'decimal');
  const { signal } = new AbortController();
  const silent = { onProgress: () => undefined, onDamage: () => undefined };
  const how = { workers: 1, resume: false, shard: null, keepRuns: true, verifyShare: 0 };
  result = await runSweep(sweep, { ...how, ...silent, signal, outDir: join(folder, 'sweep') });
  await exportData(exportSource(join(folder, 'sweep')), join(folder, 'data'), true);
});
after(() => {
  rmSync(folder, { recursive: true });
});

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql.replaceAll('DATA', join(folder, 'data')));
  return reader.getRowObjectsJS();
}

test('the headline at each kappa, its error, and the parts that add up to it', async () => {
  const rows = await rowsOf(
    `SELECT kappa, comparison, avg(effect) AS mean, stddev_samp(effect) / sqrt(count(*)) AS error
     FROM 'DATA/effects.parquet' WHERE measure = 'delta' GROUP BY ALL ORDER BY ALL`,
  );
  assert.equal(rows.length, 6);
  for (const { value, comparison, effect, measure } of result.summary?.headline ?? []) {
    if (measure !== 'delta') continue;
    const own = rows.find(
      (row) => row['kappa'] === Number(value) && row['comparison'] === comparison.join(' - '),
    );
    assert.ok(Math.abs(Number(own?.['mean']) - effect.mean) < 1e-12);
    assert.ok(Math.abs(Number(own?.['error']) - Number(effect.standardError)) < 1e-12);
  }
  for (const kappa of [2, 4]) {
    const of = (name: string): number =>
      Number(rows.find((row) => row['kappa'] === kappa && row['comparison'] === name)?.['mean']);
    assert.ok(Math.abs(of('passive - backstop') + of('backstop - active') - of('passive - active')) < 1e-12);
  }
});

test('liabilities repeat the default rate of their run', async () => {
  const rows = await rowsOf(
    `SELECT runs.run_id, delta, 1 - sum(face_value * recovery) / sum(face_value) AS again
     FROM 'DATA/liabilities.parquet' JOIN 'DATA/runs.parquet' AS runs USING (run_id) GROUP BY ALL`,
  );
  assert.equal(rows.length, 18);
  for (const row of rows)
    assert.ok(Math.abs(Number(row['delta']) - Number(row['again'])) < 1e-9, JSON.stringify(row));
});

test('each column of each table is in the codebook, and in its order', async () => {
  const book = readFileSync(join(folder, 'data/codebook.csv'), 'utf8').split('\r\n').slice(1);
  for (const table of ['runs', 'liabilities', 'trades', 'days', 'effects']) {
    const columns = await rowsOf(`DESCRIBE SELECT * FROM 'DATA/${table}.parquet'`);
    const own = book.filter((line) => line.startsWith(`${table},`)).map((line) => line.split(',')[1]);
    assert.deepEqual(
      columns.map((column) => column['column_name']),
      own,
    );
    assert.ok(own.includes('run_id') && own.includes('kappa') && own.includes('seed'), table);
  }
});

test('a column without an entry is refused', () => {
  assert.throws(() => explained('runs', { axes: [], isDecimal: false }, 'mood'), /no entry in the codebook/);
});
