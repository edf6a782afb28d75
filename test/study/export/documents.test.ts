/** What stands beside the tables of an export says who made them, of what plan, and every byte of them. DAT-02. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { csvRows } from '../../../steps/csv.ts';
import { exportData } from '../../../src/study/export/export.ts';
import { exportSource } from '../../../src/study/export/source.ts';
import { runTiny } from '../../sweep/tiny-sweep.ts';
import { rowsOf } from './snippets.ts';
import { scratchFolder } from '../../../src/files/scratch.ts';

const scratch = scratchFolder();
const sweep = join(scratch, 'sweep');
const data = join(scratch, 'data');
await runTiny(sweep);
await exportData(await exportSource(sweep), data, true);

const json = (path: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;

const { version } = json('package.json');
const plan = json(join(sweep, 'manifest.json'))['sweep_sha256'];

test('the manifest names program, commit, node, DuckDB and the plan', async () => {
  const manifest = json(join(data, 'manifest.json'));
  const [engine] = await rowsOf('SELECT version() AS v', data);
  const { program, version: own, node, duckdb, plan_sha256, code_sha256 } = manifest;
  assert.deepEqual(
    { program, version: own, node, duckdb, plan_sha256 },
    { program: 'ringspec', version, node: process.versions.node, duckdb: engine?.['v'], plan_sha256: plan },
  );
  assert.match(String(code_sha256), /^[0-9a-f]{64}$/);
  const head = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
  assert.equal(String(manifest['commit']).replace(/-dirty$/, ''), head);
});

test('the manifest has the hash of every other file', () => {
  const files = readdirSync(data).filter((name) => name !== 'manifest.json');
  const hashes = files.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(data, name)))
      .digest('hex'),
  ]);
  assert.ok(files.includes('CITATION.cff') && files.includes('trades.parquet') && files.includes('runs.csv'));
  assert.deepEqual(json(join(data, 'manifest.json'))['sha256'], Object.fromEntries(hashes));
});

test('datapackage.json has every table in both forms, with the columns of the codebook', () => {
  const book = csvRows(readFileSync(join(data, 'codebook.csv'), 'utf8'));
  const resources = json(join(data, 'datapackage.json'))['resources'] as readonly {
    readonly path: string;
    readonly schema: { readonly fields: readonly { readonly name: string }[] };
  }[];
  const tables = readdirSync(data).filter((name) => /\.(parquet|csv)$/.test(name) && name !== 'codebook.csv');
  assert.deepEqual(resources.map(({ path }) => path).sort(), tables.sort());
  for (const { path, schema } of resources) {
    const own = book.filter((row) => row['table'] === path.replace(/\..*/, '')).map((row) => row['column']);
    assert.deepEqual(
      schema.fields.map(({ name }) => name),
      own,
      path,
    );
  }
});

test('CITATION.cff names the version, and the plan by its hash', () => {
  const citation = parse(readFileSync(join(data, 'CITATION.cff'), 'utf8')) as Record<string, unknown>;
  assert.equal(citation['version'], version);
  assert.ok(String(citation['message']).includes(String(plan)));
});
