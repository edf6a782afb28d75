/** Whoever reads a sweep by its manifest refuses one whose sweep is not that of its hash. OUT-12, OUT-14. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { Faults } from '../../src/pages/report/faults.ts';
import { readSweep } from '../../src/pages/report/read-sweep.ts';
import { readCompleteSweep } from '../../src/study/compare/read.ts';
import { mergeShards } from '../../src/sweep/merge.ts';
import { runOfPair } from '../../src/sweep/repeat.ts';
import { version } from '../../src/version.ts';
import { runTiny } from './tiny-sweep.ts';

const scratch = scratchFolder();
const folder = join(scratch, 'whole');
const shard = join(scratch, 'shard');
await runTiny(folder);
await runTiny(shard, { shard: { part: 1, of: 1 } });

const edit = (of: string, change: (text: string) => string): void => {
  const path = join(of, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  assert.notEqual(change(text), text);
  writeFileSync(path, change(text));
};

const readers: Readonly<Record<string, () => unknown>> = {
  'a comparison or an export': () => readCompleteSweep(folder),
  'a run of a pair': () => runOfPair(folder, '3', null),
  'a report': () => {
    const faults = new Faults();
    readSweep(folder, faults);
    faults.settle();
  },
  'a merge': () => mergeShards([shard], join(scratch, 'merged')),
};

test('a manifest as it was written is believed', () => {
  assert.equal(readCompleteSweep(folder).records.has(0), true);
  assert.equal(runOfPair(folder, '3', null).runId, 'active_k0.5_c1_mu1_rho0.75_s43');
});

test('a manifest of another version is compared, for its hash cannot be told', () => {
  const path = join(folder, 'manifest.json');
  const whole = readFileSync(path, 'utf8');
  edit(folder, (text) => text.replace(/"version": "[^"]*"/, '"version": "0.0.9"'));
  assert.equal(readCompleteSweep(folder).parameters.get('version of ringspec'), '0.0.9');
  writeFileSync(path, whole);
});

test('a sweep of another version is no other sweep: who goes on with it is told of the version', async () => {
  const path = join(folder, 'manifest.json');
  const whole = readFileSync(path, 'utf8');
  edit(folder, (text) =>
    text
      .replace(/"version": "[^"]*"/, '"version": "0.0.9"')
      .replace(/"sweep_sha256": "[^"]*"/, `"sweep_sha256": "${'0'.repeat(64)}"`),
  );
  await assert.rejects(
    runTiny(folder, { resume: true }),
    (error) =>
      error instanceof Fault &&
      error.exitStatus === 65 &&
      error.message.includes(
        `holds a sweep of version 0.0.9, this is ${version()}: go on with the same version`,
      ),
  );
  writeFileSync(path, whole);
});

test('a changed sweep in a manifest is refused by all that read it', async () => {
  for (const of of [folder, shard]) edit(of, (text) => text.replace(/("kappas": \[\s*)"1.6"/, '$1"3"'));
  for (const [what, read] of Object.entries(readers))
    await assert.rejects(
      () => Promise.resolve().then(read),
      (error) =>
        error instanceof Fault &&
        error.exitStatus === 65 &&
        /manifest\.json.* is damaged: its sweep is not the one/.test(error.message),
      what,
    );
});
