/** What is in the cache of claims is taken only from the same code, and only where it is whole. CLM-03. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { program } from '../../../steps/program.ts';
import { copyProgram } from '../../sweep/changed-program.ts';
import { threeTraders } from '../../sweep/small-sweep.ts';

const folder = scratchFolder();

writeFileSync(join(folder, 'ring.yaml'), threeTraders);
writeFileSync(
  join(folder, 'claims.feature'),
  'Feature: f\n  Scenario: s\n    Given the experiment of "ring.yaml"\n' +
    '    Then the initial debt is the same in the passive arm and in the active arm\n',
);

const claims = (by: string): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, [by, 'claims', 'claims.feature', '--out', 'out', '--workers', '1'], {
    cwd: folder,
    encoding: 'utf8',
  });
const cached = (): string[] => readdirSync(join(folder, 'out/cache'));
const block = (): string => join(folder, 'out/cache', cached()[0] ?? '', 'aggregate/pairs/0000.ndjson');

test('the same code finds its sweep, and makes again what is damaged of it', () => {
  assert.equal(claims(program).status, 0);
  assert.equal(cached().length, 1);
  const [text, { mtimeMs }] = [readFileSync(block(), 'utf8'), statSync(block())];
  const again = claims(program);
  assert.deepEqual([again.status, again.stderr], [0, '']);
  assert.equal(statSync(block()).mtimeMs, mtimeMs, 'nothing is written again');
  writeFileSync(block(), text.replace('"status":"completed"', '"status":"failed"'));
  const mended = claims(program);
  assert.equal(mended.status, 0);
  assert.match(mended.stderr, /pair 0 is run again: .*its record is damaged/);
  assert.equal(readFileSync(block(), 'utf8'), text);
  assert.equal(cached().length, 1);
});

test('other code of the same version runs the sweep itself', () => {
  const copy = join(folder, 'program');
  mkdirSync(copy);
  copyProgram('a debtor that defaults keeps its cash', copy);
  claims(join(copy, 'bin/ringspec'));
  assert.equal(cached().length, 2);
});
