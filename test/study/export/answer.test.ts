/** The exported tables alone answer the question of the sweep, and nothing unexplained is written. DAT-02, DAT-03. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { csvRows } from '../../../steps/csv.ts';
import { exportData } from '../../../src/study/export/export.ts';
import { explained } from '../../../src/study/export/codebook.ts';
import { exportSource } from '../../../src/study/export/source.ts';
import { runSweep, type SweepResult } from '../../../src/sweep/sweep.ts';
import { load } from '../../sweep/small-sweep.ts';
import { inDuckDB, inPandas, inR, rowsOf, type Row } from './snippets.ts';

/** Two pairs of each seed at a kappa: they share their draws, and count as one. BAL-11R. */
const text = `
allow_small_ring: true
periods: 6
ring: {n_traders: 8, total_debt_Q: 800, maturity_days: 4}
sweep: {kappas: [2, 4], concentrations: [0.5, 5], seeds: 3, regimes: [passive, active, backstop]}
`;
const folder = scratchFolder();
const data = join(folder, 'data');
let result: SweepResult;

before(async () => {
  const sweep = load(text, 'decimal');
  const { signal } = new AbortController();
  const silent = { onProgress: () => undefined, onDamage: () => undefined };
  const how = { workers: 1, resume: false, shard: null, keepRuns: true, verifyShare: 0 };
  result = await runSweep(sweep, { ...how, ...silent, signal, outDir: join(folder, 'sweep') });
  await exportData(await exportSource(join(folder, 'sweep')), data, true);
});

/** What is nearer to zero than this counts as nothing in the sweep's own answer. ANA-06R. */
const NOTHING = 1e-9;

const near = (found: string | undefined, expected: number | null | undefined, what: string): void => {
  assert.ok(
    Math.abs(Number(found) - Number(expected)) < NOTHING,
    `${what}: ${String(found)}, not ${String(expected)}`,
  );
};

/** Student's t of two degrees of freedom, three seeds, at 97.5 %: (2p − 1)/√(2p(1 − p)). */
const T = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

interface Names {
  readonly seeds: string;
  readonly mean: string;
  readonly error: string;
}

/** Each row of the headline of the sweep's own answer, its interval, and the parts that add up to the whole. */
function areTheHeadline(rows: readonly Row[], { seeds, mean, error }: Names): void {
  const headline = (result.summary?.headline ?? []).filter(({ measure }) => measure === 'delta');
  assert.equal(headline.length, 6);
  assert.equal(rows.length, 6);
  const found = (kappa: string, comparison: string): Row | undefined =>
    rows.find((row) => Number(row['kappa']) === Number(kappa) && row['comparison'] === comparison);
  for (const { value, comparison, effect } of headline) {
    const row = found(value, comparison.join(' - '));
    const what = `${comparison.join(' - ')} at ${value}`;
    assert.equal(row?.[seeds], '3', what);
    near(row[mean], effect.mean, what);
    near(row[error], effect.standardError, what);
    near(String(Number(row[mean]) - T * Number(row[error])), effect.low, what);
    near(row['low'] ?? String(effect.low), effect.low, what);
    near(row['high'] ?? String(effect.high), effect.high, what);
  }
  for (const kappa of ['2', '4']) {
    const of = (comparison: string): number => Number(found(kappa, comparison)?.[mean]);
    near(String(of('passive - backstop') + of('backstop - active')), of('passive - active'), kappa);
  }
}

test('in DuckDB the tables give the headline, its interval and the parts that add up to it', async () => {
  areTheHeadline(await inDuckDB(data), { seeds: 'seeds', mean: 'mean', error: 'standard_error' });
});

let others = 0;

test('and so they do in R', (t) => {
  const rows = inR(data);
  if (rows === null) {
    t.skip('R is not installed: no Rscript');
    return;
  }
  others++;
  const names = { seeds: 'effect.seeds', mean: 'effect.mean', error: 'effect.standard_error' };
  areTheHeadline(
    rows.map((row) => {
      assert.ok(
        row['effect.low'] !== undefined && row['effect.high'] !== undefined,
        'R has the interval itself',
      );
      return { ...row, low: row['effect.low'], high: row['effect.high'] };
    }),
    names,
  );
});

test('and so they do in pandas', (t) => {
  const rows = inPandas(data);
  if (rows === null) {
    t.skip('pandas is not installed: no python3 imports it');
    return;
  }
  others++;
  areTheHeadline(rows, { seeds: 'count', mean: 'mean', error: 'sem' });
});

test('one of R and pandas is there, as test/needs.sh has it', () => {
  assert.ok(others > 0);
});

test('liabilities repeat the default rate of their run', async () => {
  const rows = await rowsOf(
    `SELECT runs.run_id, delta, 1 - sum(face_value * recovery) / sum(face_value) AS again
     FROM 'liabilities.parquet' JOIN 'runs.parquet' AS runs USING (run_id) GROUP BY ALL`,
    data,
  );
  assert.equal(rows.length, 36);
  for (const row of rows)
    assert.ok(Math.abs(Number(row['delta']) - Number(row['again'])) < 1e-9, JSON.stringify(row));
});

test('rows are in the order of the runs', async () => {
  const runs = (await rowsOf(`SELECT run_id FROM 'runs.parquet'`, data)).map((row) => row['run_id']);
  for (const table of ['liabilities', 'trades', 'days']) {
    const rows = (await rowsOf(`SELECT run_id FROM '${table}.parquet'`, data)).map((row) => row['run_id']);
    const found = rows.filter((run, i) => run !== rows[i - 1]);
    assert.deepEqual(
      found,
      runs.filter((run) => rows.includes(run)),
      table,
    );
  }
});

test('each column of each table is in the codebook, and in its order', async () => {
  const book = csvRows(readFileSync(join(data, 'codebook.csv'), 'utf8'));
  for (const table of ['runs', 'liabilities', 'trades', 'days', 'effects']) {
    const columns = await rowsOf(`DESCRIBE SELECT * FROM '${table}.parquet'`, data);
    const own = book.filter((row) => row['table'] === table).map((row) => row['column'] ?? '');
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
