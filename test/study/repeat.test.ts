/** A sweep, an export and claims are made again from their manifests, and every byte is held against the old one. DAT-03. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ringspec, type Ended } from '../../steps/program.ts';
import { threeTraders } from '../sweep/small-sweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringspec-repeat-'));
const claims = `
Feature: The three traders
  Scenario: one start
    Given the experiment of "ring.yaml"
    Then the initial debt is the same in the passive arm and in the active arm
`;

const run = (...words: readonly string[]): Promise<Ended> => ringspec(words, folder);
const repeat = (of: string): Promise<Ended> => run('repeat', `${of}/manifest.json`, '--workers', '1');

before(async () => {
  writeFileSync(join(folder, 'ring.yaml'), threeTraders);
  writeFileSync(join(folder, 'claims.feature'), claims);
  const made = [
    await run('sweep', 'balanced', 'ring.yaml', '--out-dir', 'sweep', '--workers', '1', '--seeds', '2'),
    await run('export', 'sweep', '--out', 'data', '--csv'),
    await run('claims', 'claims.feature', '--out', 'claims', '--workers', '1'),
  ];
  for (const { status, stderr } of made) assert.equal(status, 0, stderr);
});
after(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of a folder in which a file is changed. */
function changed(of: string, file: string, change: (text: string) => string): string {
  const copy = `${of}-changed`;
  rmSync(join(folder, copy), { recursive: true, force: true });
  cpSync(join(folder, of), join(folder, copy), { recursive: true });
  const path = join(folder, copy, file);
  const text = readFileSync(path, 'latin1');
  assert.notEqual(change(text), text, file);
  writeFileSync(path, change(text), 'latin1');
  return copy;
}

for (const of of ['sweep', 'data', 'claims'] as const)
  test(`${of}: every byte is the same`, async () => {
    const { status, stdout } = await repeat(of);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /repeated, every byte is the same in (\d+) files\.\n$/);
    const files = Number(/in (\d+) files/.exec(stdout)?.[1]);
    const all = readdirSync(join(folder, of), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    // the manifest of a sweep is among them; those of exports and claims name who made them
    const own = { sweep: all.length, data: all.length - 2, claims: 3 }[of];
    assert.equal(files, own);
  });

for (const [of, file] of [
  ['sweep', 'aggregate/headline.csv'],
  ['sweep', 'active/runs/active_k1.6_c1_mu1_rho0.75_s42/out/trades.csv'],
  ['data', 'days.parquet'],
  ['data', 'codebook.csv'],
  ['claims', 'claims.json'],
] as const)
  test(`${of}: a changed byte of ${file} is found`, async () => {
    const copy = changed(of, file, (text) => `${text.slice(0, -1)}~`);
    const { status, stdout } = await repeat(copy);
    assert.equal(status, 1);
    assert.match(stdout, /repeated, 1 of \d+ files are not the same:\n/);
    assert.ok(stdout.includes(`  ${file} differs\n`), stdout);
  });

test('a file more and a file less are found', async () => {
  const copy = changed('claims', 'claims.json', (text) => `${text} `);
  rmSync(join(folder, copy, 'claims.json'));
  writeFileSync(join(folder, copy, 'note.txt'), '');
  const { status, stdout } = await repeat(copy);
  assert.equal(status, 1);
  assert.match(stdout, /claims\.json is new\n {2}note\.txt is missing\n/);
});

test('a sweep of another version differs in its version alone, and the versions are named', async () => {
  const hash = (
    JSON.parse(readFileSync(join(folder, 'sweep/manifest.json'), 'utf8')) as { sweep_sha256: string }
  ).sweep_sha256;
  const copy = changed('sweep', 'manifest.json', (text) =>
    text.replace(/"version": "[^"]*"/, '"version": "0.0.9"').replace(hash, 'f'.repeat(64)),
  );
  const block = join(folder, copy, 'aggregate/pairs/0000.ndjson');
  writeFileSync(block, readFileSync(block, 'utf8').replaceAll(hash, 'f'.repeat(64)));
  const { status, stdout } = await repeat(copy);
  assert.equal(status, 1);
  assert.match(stdout, /repeated, 2 of \d+ files are not the same:\n/);
  assert.match(stdout, /aggregate\/pairs\/0000\.ndjson differs in its version alone\n/);
  assert.match(stdout, /manifest\.json differs in its version alone\n/);
  assert.match(stdout, /made by ringspec 0\.0\.9, repeated by ringspec /);
  // and what was found differently is not taken for the version
  writeFileSync(block, readFileSync(block, 'utf8').replace('"status":"completed"', '"status":"failed"'));
  const { stdout: then } = await repeat(copy);
  assert.match(then, /aggregate\/pairs\/0000\.ndjson differs\n/);
});

test('another code of one version is named, and so is another node', async () => {
  const copy = changed('data', 'manifest.json', (text) =>
    text.replace(/"code_sha256": "[^"]*"/, '"code_sha256": "ab"').replace(/"node": "[^"]*"/, '"node": "1"'),
  );
  const { status, stdout } = await repeat(copy);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /made by the code ab, repeated by the code [0-9a-f]{64}/);
  assert.match(stdout, /made by node 1, repeated by node /);
});

for (const [what, of, change, says] of [
  [
    'a part of a sweep',
    'sweep',
    [/"shard": null([\s\S]*)"completed_pairs": \d+/, '"shard": "1/2"$1"completed_pairs": null'],
    /is one shard/,
  ],
  ['a sweep that goes on', 'sweep', [/"completed_pairs": \d+/, '"completed_pairs": null'], /is not complete/],
  [
    'no manifest',
    'data',
    ['"kind": "export"', '"kind": "soup"'],
    /no manifest of a sweep, an export or claims/,
  ],
  ['a damaged manifest', 'data', ['"csv": true', '"csv": "yes"'], /is damaged/],
] as const)
  test(`${what} is refused in plain words`, async () => {
    const copy = changed(of, 'manifest.json', (text) => text.replace(change[0], change[1]));
    const { status, stderr } = await repeat(copy);
    assert.equal(status, 65, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
