/** Sweeps from outside: the same bytes with any number of workers, after kill -9, and from shards. OUT-14, CLI-05. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { contents, recordsIn } from './folder-contents.ts';
import { program as ringspec } from '../program.ts';

const scratch = scratchFolder();
const place = (name: string): string => join(scratch, name);

/** Twelve small pairs: two κ, two μ, three seeds. */
const grid = [
  ...['--n-agents', '12', '--allow-small-ring', '--total-debt', '1200', '--periods', '12'],
  ...[
    '--kappas',
    '0.5,2',
    '--concentrations',
    '1',
    '--mus',
    '0.25,0.5',
    '--outside-mid-ratios',
    '0.75',
    '--seeds',
    '3',
  ],
];

const sweepArguments = (out: string, ...more: string[]): string[] => [
  'sweep',
  'balanced',
  '--out-dir',
  out,
  ...grid,
  ...more,
];

function ringspecRuns(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ringspec, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

let undisturbed: Record<string, string> = {};

before(() => {
  const { status, stderr } = ringspecRuns(...sweepArguments(place('undisturbed'), '--workers', '1'));
  assert.equal(status, 0, stderr);
  undisturbed = contents(place('undisturbed'));
});

test('a sweep has its aggregate, and every run of both arms', () => {
  const names = Object.keys(undisturbed);
  for (const name of [
    'aggregate/comparison.csv',
    'aggregate/effects.csv',
    'aggregate/summary.json',
    'manifest.json',
  ]) {
    assert.ok(names.includes(name), name);
  }
  assert.equal(
    names.filter((name) => /^(active|passive)\/runs\/.*\/out\/events\.jsonl$/.test(name)).length,
    24,
  );
  const rows = readFileSync(place('undisturbed/aggregate/comparison.csv'), 'utf8').trim().split('\r\n');
  assert.equal(rows.length, 13);
  assert.deepEqual(
    names.filter((name) => /partial|\.tmp|\.old/.test(name)),
    [],
  );
});

test('two workers give the bytes of one', () => {
  const { status, stderr } = ringspecRuns(...sweepArguments(place('two'), '--workers', '2'));
  assert.equal(status, 0, stderr);
  assert.deepEqual(contents(place('two')), undisturbed);
});

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );

/** Starts (or goes on with) a sweep and ends it by a signal once `until` says so. */
async function cutOff(
  folder: string,
  signal: NodeJS.Signals,
  until: (pairs: number) => boolean,
  ...more: string[]
) {
  const child = spawn(process.execPath, [ringspec, ...sweepArguments(folder, '--workers', '2', ...more)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = ended(child);
  while (child.exitCode === null && !until(recordsIn(folder)))
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill(signal);
  await exit;
  return { said, status: child.exitCode, signal: child.signalCode };
}

test('killed with -9 again and again, a sweep resumes to the bytes of one that was left alone', async () => {
  const folder = place('killed');
  let kills = 0;
  // at the very start, before the first pair, after one, and at later moments
  for (const moment of [-1, 0, 1, 3, 6, 9]) {
    if (recordsIn(folder) >= 12) break;
    const more = existsSync(folder) ? ['--resume'] : [];
    const seen = () => (moment < 0 ? existsSync(folder) : recordsIn(folder) > moment);
    const { signal } = await cutOff(folder, 'SIGKILL', seen, ...more);
    if (signal === 'SIGKILL') kills++;
  }
  assert.ok(kills >= 3, `killed only ${String(kills)} times`);
  const { status, stderr } = ringspecRuns(...sweepArguments(folder, '--resume'));
  assert.equal(status, 0, stderr);
  assert.deepEqual(contents(folder), undisturbed);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} keeps what is complete, leaves no lock, says how to resume, and exits 130`, async () => {
    const folder = place(signal);
    const { said, status } = await cutOff(folder, signal, (pairs) => pairs > 0);
    assert.equal(status, 130);
    assert.match(said, /of 12 pairs are kept; the same command with --resume goes on/);
    assert.ok(recordsIn(folder) >= 1);
    assert.ok(!readdirSync(folder).includes('lock-1'));
    assert.equal(ringspecRuns(...sweepArguments(folder, '--resume')).status, 0);
    assert.deepEqual(contents(folder), undisturbed);
  });

test('shards, run apart and merged, give the bytes of the whole', () => {
  const shards = [1, 2, 3].map((part) => {
    const folder = place(`shard-${String(part)}`);
    assert.equal(ringspecRuns(...sweepArguments(folder, '--shard', `${String(part)}/3`)).status, 0);
    return folder;
  });
  const { status, stderr } = ringspecRuns('merge', ...shards.toReversed(), '--out-dir', place('merged'));
  assert.equal(status, 0, stderr);
  assert.deepEqual(contents(place('merged')), undisturbed);
});

test('shards that are missing, double, foreign or unfinished are refused, and nothing is written', () => {
  const [one, two] = [place('shard-1'), place('shard-2')];
  const other = place('foreign');
  assert.equal(ringspecRuns(...sweepArguments(other, '--shard', '3/3', '--seed', '7')).status, 0);
  const unfinished = place('unfinished');
  cpSync(place('shard-3'), unfinished, { recursive: true });
  const block = join(unfinished, 'aggregate', 'pairs', '0000.ndjson');
  writeFileSync(block, readFileSync(block, 'utf8').replace(/^\{"index":2,.*\n/, ''));
  for (const [says, ...shards] of [
    [/shard 3\/3 is missing/, one, two],
    [/shard 2\/3 is there 2 times/, one, two, two, place('shard-3')],
    [/is of another sweep/, one, two, other],
    [/shard 3\/3 lacks 1 pairs/, one, two, unfinished],
    [/holds no shard of a sweep/, one, two, place('undisturbed')],
  ] as const) {
    const { status, stderr } = ringspecRuns('merge', ...shards, '--out-dir', place('never'));
    assert.equal(status, 65);
    assert.match(stderr, says);
    assert.ok(!existsSync(place('never')));
  }
});

test('a folder of another sweep, of this one, or of somebody else is left as it is', () => {
  const before = contents(place('two'));
  const foreign = place('somebody');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'thesis.txt'), 'mine');
  for (const [folder, says, ...more] of [
    ['two', /holds this sweep already: --resume goes on with it/],
    ['two', /holds another sweep/, '--seed', '7'],
    ['two', /holds another sweep/, '--seed', '7', '--resume'],
    ['somebody', /is not empty and holds no sweep/],
    ['somebody', /is not empty and holds no sweep/, '--resume'],
  ] as const) {
    const { status, stderr } = ringspecRuns(...sweepArguments(place(folder), ...more));
    assert.equal(status, 65);
    assert.match(stderr, says);
  }
  assert.deepEqual(contents(place('two')), before);
  assert.deepEqual(readdirSync(foreign), ['thesis.txt']);
});

test('a folder that cannot be written ends in one plain line', () => {
  writeFileSync(place('file'), '');
  for (const folder of [join(place('file'), 'below'), '/proc/nowhere']) {
    const { status, stderr } = ringspecRuns(...sweepArguments(folder));
    assert.notEqual(status, 0);
    assert.match(stderr, /^ringspec: .*$/m);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

test('a verified sample agrees in exact decimals, and the manifest says how many pairs did', () => {
  const folder = place('verified');
  const { status, stdout, stderr } = ringspecRuns(...sweepArguments(folder, '--verify-sample', '0.25'));
  assert.equal(status, 0, stderr);
  assert.match(stdout, /Verified {2}3 pairs decide alike/);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    verification: object;
  };
  assert.deepEqual(manifest.verification, { share: 0.25, verified_pairs: 3 });
});
