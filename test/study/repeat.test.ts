/** A sweep, an export and claims are made again from their manifests, and every byte is held against the old one. DAT-03. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { ringspec, type Ended } from '../../steps/program.ts';
import { threeTraders } from '../sweep/small-sweep.ts';

const folder = scratchFolder();
const claims = `
Feature: The three traders
  Scenario: one start
    Given the experiment of "ring.yaml"
    Then the initial debt is the same in the passive arm and in the active arm
`;

/** What is repeated: one of the three, as it was made or with some of its files changed. */
interface Case {
  readonly what: string;
  readonly of: 'sweep' | 'data' | 'claims';
  readonly files?: Readonly<Record<string, (text: string) => string>>;
  readonly check: (ended: Ended) => void;
}

const trades = 'active/runs/active_k1.6_c1_mu1_rho0.75_s42/out/trades.csv';
const block = 'aggregate/pairs/0000.ndjson';

function isTheSame(of: Case['of']): Case {
  return {
    of,
    what: `${of}: every byte is the same`,
    check({ status, stdout }) {
      assert.equal(status, 0, stdout);
      assert.match(stdout, /repeated, every byte is the same in \d+ files\.\n$/);
      const there = readdirSync(join(folder, of), { recursive: true, withFileTypes: true });
      const all = there.filter((one) => one.isFile()).length;
      // the manifest of a sweep is among them; what names who made an export or claims is not
      const expected = { sweep: all, data: all - 2, claims: 3 }[of];
      assert.equal(Number(/in (\d+) files/.exec(stdout)?.[1]), expected);
    },
  };
}

const differs = (of: Case['of'], file: string): Case => ({
  of,
  what: `${of}: a changed byte of ${file} is found`,
  files: { [file]: (text) => `${text.slice(0, -1)}~` },
  check({ status, stdout }) {
    assert.equal(status, 1);
    assert.match(stdout, /repeated, 1 of \d+ files are not the same:\n/);
    assert.ok(stdout.includes(`  ${file} differs\n`), stdout);
  },
});

const isRefused = (what: string, of: Case['of'], change: (text: string) => string, says: RegExp): Case => ({
  of,
  what: `${what} is refused in plain words`,
  files: { 'manifest.json': change },
  check({ status, stderr }) {
    assert.equal(status, 65, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /\n {4}at /);
  },
});

const ofOldVersion = (text: string): string =>
  text
    .replace(/"version": "[^"]*"/, '"version": "0.0.9"')
    .replaceAll(/"(sweep_sha256|sweep)":( ?)"[0-9a-f]{64}"/g, `"$1":$2"${'f'.repeat(64)}"`);

const cases: readonly Case[] = [
  isTheSame('sweep'),
  isTheSame('data'),
  isTheSame('claims'),
  differs('sweep', 'aggregate/headline.csv'),
  differs('sweep', trades),
  differs('data', 'days.parquet'),
  differs('data', 'codebook.csv'),
  differs('claims', 'claims.json'),
  {
    of: 'sweep',
    what: 'a sweep of another version differs in its version alone, and the versions are named',
    files: { 'manifest.json': ofOldVersion, [block]: ofOldVersion },
    check({ status, stdout }) {
      assert.equal(status, 1);
      assert.match(stdout, /repeated, 2 of \d+ files are not the same:\n/);
      assert.match(stdout, /aggregate\/pairs\/0000\.ndjson differs in its version alone\n/);
      assert.match(stdout, /manifest\.json differs in its version alone\n/);
      assert.match(stdout, /made by ringspec 0\.0\.9, repeated by ringspec /);
    },
  },
  {
    of: 'sweep',
    what: 'what another version found differently is not taken for the version',
    files: {
      'manifest.json': ofOldVersion,
      [block]: (text) => ofOldVersion(text).replace('"status":"completed"', '"status":"failed"'),
    },
    check({ stdout }) {
      assert.match(stdout, /aggregate\/pairs\/0000\.ndjson differs\n/);
    },
  },
  {
    of: 'data',
    what: 'other code of the same version is named, and so is another node',
    files: {
      'manifest.json': (text) =>
        text
          .replace(/"code_sha256": "[^"]*"/, '"code_sha256": "ab"')
          .replace(/"node": "[^"]*"/, '"node": "1"'),
    },
    check({ status, stdout }) {
      assert.equal(status, 0, stdout);
      assert.match(stdout, /made by the code ab, repeated by the code [0-9a-f]{64}\n/);
      assert.match(stdout, /made by node 1, repeated by node /);
    },
  },
  isRefused(
    'a part of a sweep',
    'sweep',
    (text) => text.replace('"shard": null', '"shard": "1/2"').replace(/("completed_pairs": )\d+/, '$1null'),
    /is one shard/,
  ),
  isRefused(
    'a sweep that goes on',
    'sweep',
    (text) => text.replace(/("completed_pairs": )\d+/, '$1null'),
    /is not complete/,
  ),
  isRefused(
    'a sweep that is not the one of its hash',
    'sweep',
    (text) => text.replace(/("kappas": \[\s*)"1.6"/, '$1"2"'),
    /manifest\.json is damaged: its sweep is not the one that it has the hash of/,
  ),
  isRefused(
    'a claim about another sweep',
    'claims',
    (text) => text.replace('experiment of \\"ring.yaml', 'experiment of \\"other.yaml'),
    /manifest\.json is damaged: it lacks a sweep of other\.yaml that its claims name/,
  ),
  isRefused('another manifest', 'data', (text) => text.replace('"export"', '"soup"'), /is no manifest of/),
  isRefused('a damaged manifest', 'data', (text) => text.replace('"csv": true', '"csv": 1'), /is damaged/),
];

const ended = new Map<Case, Ended>();

/** Before any test: a command that runs in this process has its output, which is that of the tests, too. */
before(async () => {
  const run = (...words: readonly string[]): Promise<Ended> => ringspec(words, folder);
  writeFileSync(join(folder, 'ring.yaml'), threeTraders);
  writeFileSync(join(folder, 'claims.feature'), claims);
  const made = [
    // of one pair, for which no thread has to start
    await run('sweep', 'balanced', 'ring.yaml', '--out-dir', 'sweep', '--workers', '1'),
    await run('export', 'sweep', '--out', 'data', '--csv'),
    await run('claims', 'claims.feature', '--out', 'claims', '--workers', '1'),
  ];
  for (const { status, stderr } of made) assert.equal(status, 0, stderr);
  for (const [i, one] of cases.entries()) {
    const copy = `${one.of}-${String(i)}`;
    cpSync(join(folder, one.of), join(folder, copy), { recursive: true });
    for (const [file, change] of Object.entries(one.files ?? {})) {
      const path = join(folder, copy, file);
      const text = readFileSync(path, 'latin1');
      assert.notEqual(change(text), text, `${one.what}: nothing is changed in ${file}`);
      writeFileSync(path, change(text), 'latin1');
    }
    ended.set(one, await run('repeat', `${copy}/manifest.json`, '--workers', '1'));
  }
});

for (const one of cases)
  test(one.what, () => {
    one.check(ended.get(one) ?? assert.fail('it has not been repeated'));
  });
