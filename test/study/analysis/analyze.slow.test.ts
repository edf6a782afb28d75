/** `ringspec analyze` over real sweeps: against plain loops, twice over, and where there is nothing to analyze. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import type { Answer } from '../../../src/study/analysis/format.ts';
import { readTable, tablesByLoops } from './tables.ts';
import { program as ringspec } from '../../program.ts';

const root = scratchFolder();
const place = (name: string): string => join(root, name);

function runs(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ringspec, ...args], { encoding: 'utf8' });
  assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
  return { status, stdout, stderr };
}

/** Two seeds and three regimes; traders invest, so that every strategy occurs. */
const scenario = place('sweep.yaml');
writeFileSync(
  scenario,
  `allow_small_ring: true
periods: 6
trader_policy: {kind: liquidity_and_investment, H_min_invest: 1, buffer_cash_B: 0}
order_flow: {Nmax: 12}
ring: {n_traders: 8, total_debt_Q: 800, maturity_days: 5}
sweep: {kappas: [0.2, 1, 4], mus: [0, 1], outside_mid_ratios: [1, 0.75], seeds: 2, regimes: [passive, active, baseline]}
`,
);

function sweep(folder: string, ...more: readonly string[]): void {
  const { status, stderr } = runs('sweep', 'balanced', scenario, '--out-dir', folder, ...more);
  assert.equal(status, 0, stderr);
}

/** Counts and amounts to the digit, rates as near as a double is. */
function assertSame(found: string | undefined, wanted: string | undefined, where: string): void {
  if (found === wanted) return;
  const [a, b] = [Number(found), Number(wanted)];
  const isRate = /rate|frac|fraction|mean_/.test(where);
  assert.ok(
    isRate && found !== '' && wanted !== '' && Math.abs(a - b) <= 4e-15 * Math.max(1e-6, Math.abs(b)),
    `${where} is ${String(found)}, not ${String(wanted)}`,
  );
}

const swept = place('[odd*] name');
for (const arithmetic of ['decimal', 'float64'] as const) {
  const folder = `${swept} ${arithmetic}`;
  test(`every cell of every table is that of plain loops over the files, in ${arithmetic}`, () => {
    sweep(folder, '--arithmetic', arithmetic);
    const { status, stdout, stderr } = runs('analyze', folder);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Pairs {5}24 compared, 0 failed$/m);
    const { strategies } = JSON.parse(
      readFileSync(join(folder, 'analysis', 'answer.json'), 'utf8'),
    ) as Answer;
    for (const [name, wanted] of Object.entries(tablesByLoops(folder))) {
      const found = readTable(join(folder, 'analysis', name));
      assert.equal(found.length, wanted.length, name);
      wanted.forEach((row, n) => {
        assert.deepEqual(Object.keys(found[n] ?? {}), Object.keys(row), `columns of ${name}`);
        for (const [column, cell] of Object.entries(row))
          assertSame(found[n]?.[column], cell, `${name}, row ${String(n + 1)}: ${column}`);
      });
    }
    const used = strategies.filter(({ liabilities }) => liabilities > 0);
    assert.equal(used.length, 4, 'the sweep is to have every strategy in it');
    assert.ok(
      readTable(join(folder, 'analysis', 'zero_effect_pairs.csv')).length > 0,
      'and a pair without an effect',
    );
  });
}

const folderOf = `${swept} decimal`;
const contents = (folder: string): [string, string][] =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

test('the same sweep gives the same bytes again, and --json the answer that the folder holds', () => {
  const before = contents(join(folderOf, 'analysis'));
  const { status, stdout } = runs('analyze', folderOf, '--json');
  assert.equal(status, 0);
  assert.deepEqual(contents(join(folderOf, 'analysis')), before);
  assert.deepEqual(
    JSON.parse(stdout),
    JSON.parse(readFileSync(join(folderOf, 'analysis', 'answer.json'), 'utf8')),
  );
  assert.deepEqual(
    before.map(([name]) => name),
    [
      'answer.json',
      'dealer_usage_by_run.csv',
      'manifest.json',
      'strategy_outcomes_by_run.csv',
      'strategy_outcomes_overall.csv',
      'zero_effect_pairs.csv',
    ],
  );
});

test('an analysis beside it, and a sweep that goes on, do not disturb one another', () => {
  const { status, stderr } = runs(
    ...['sweep', 'balanced', scenario, '--out-dir', folderOf, '--arithmetic', 'decimal', '--resume'],
  );
  assert.equal(status, 0, stderr);
  assert.ok(readdirSync(folderOf).includes('analysis'));
});

test('a malformed file exits 65 and leaves the earlier analysis as it is', () => {
  const folder = place('broken');
  cpSync(folderOf, folder, { recursive: true });
  const [run = ''] = readdirSync(join(folder, 'active', 'runs'));
  const file = join(folder, 'active', 'runs', run, 'out', 'repayment_events.csv');
  const lines = readFileSync(file, 'utf8').split('\r\n');
  lines[3] = (lines[3] ?? '').replace(/,(repaid|defaulted),/, ',forgotten,');
  writeFileSync(file, lines.join('\r\n'));
  const before = contents(join(folder, 'analysis'));
  const { status, stdout, stderr } = runs('analyze', folder);
  assert.equal(status, 65);
  assert.equal(stdout, '');
  assert.equal(stderr, `${file}:4: outcome: found "forgotten"; allowed: repaid, defaulted\n`);
  assert.deepEqual(contents(join(folder, 'analysis')), before);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('analysis')),
    ['analysis'],
  );
});

test('a file whose lines end now this way and now that is named with the line', () => {
  const folder = place('ends');
  cpSync(folderOf, folder, { recursive: true });
  const [, run = ''] = readdirSync(join(folder, 'active', 'runs'));
  const file = join(folder, 'active', 'runs', run, 'out', 'inventory_timeseries.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^((?:.*\r\n){4}.*)\r\n/, '$1\n'));
  const { status, stderr } = runs('analyze', folder);
  assert.equal(status, 65);
  assert.equal(
    stderr,
    `${file}:5: found a line that ends unlike the first one; allowed: CR LF at the end of every line\n`,
  );
});

test('what stands in the place of a file and cannot be read is named', () => {
  const folder = place('unreadable');
  cpSync(folderOf, folder, { recursive: true });
  const [run = ''] = readdirSync(join(folder, 'active', 'runs'));
  const file = join(folder, 'active', 'runs', run, 'out', 'trades.csv');
  rmSync(file);
  mkdirSync(file);
  const { status, stderr } = runs('analyze', folder);
  assert.equal(status, 65);
  assert.equal(stderr, `${file}: found something that cannot be read (EISDIR); allowed: a file\n`);
});

test('missing files are named, and counted', () => {
  const folder = place('missing');
  cpSync(folderOf, folder, { recursive: true });
  const runIds = readdirSync(join(folder, 'active', 'runs'));
  for (const run of runIds) rmSync(join(folder, 'active', 'runs', run, 'out', 'trades.csv'));
  const { status, stdout, stderr } = runs('analyze', folder);
  assert.equal(status, 0);
  assert.equal(stderr.split('\n').filter((line) => line.startsWith('missing: active/runs/')).length, 10);
  assert.match(stderr, /^missing: 14 more, all named in .*answer\.json$/m);
  assert.match(stdout, /^Missing {3}24 files of single runs$/m);
});

test('what is no sweep, or not a whole one, is told apart, and nothing is written', () => {
  const nothing = place('nothing');
  mkdirSync(nothing);
  const shard = place('shard');
  sweep(shard, '--shard', '2/24');
  const cut = place('cut');
  cpSync(shard, cut, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(cut, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(cut, 'manifest.json'), JSON.stringify({ ...manifest, shard: null }));
  const empty = place('empty');
  mkdirSync(join(empty, 'aggregate'), { recursive: true });
  const header = readFileSync(join(folderOf, 'aggregate', 'comparison.csv'), 'utf8').split('\n')[0] ?? '';
  writeFileSync(join(empty, 'aggregate', 'comparison.csv'), `${header}\n`);
  for (const [folder, says] of [
    [place('nowhere'), 'there is no folder'],
    [nothing, 'holds no sweep'],
    [shard, 'holds shard 2/24 of a sweep: `ringspec merge`'],
    [cut, 'is not finished: 1 of 24 pairs are there; its own command with --resume goes on from there'],
    [empty, 'has no pairs'],
  ] as const) {
    const { status, stdout, stderr } = runs('analyze', folder);
    assert.equal(status, 65, folder);
    assert.equal(stdout, '');
    assert.ok(stderr.startsWith('ringspec: ') && stderr.includes(says), stderr);
    assert.equal(stderr.trimEnd().includes('\n'), false);
    if (folder !== place('nowhere')) assert.equal(readdirSync(folder).includes('analysis'), false);
  }
});

test('a folder of somebody else by that name is left alone', () => {
  const folder = place('theirs');
  cpSync(folderOf, folder, { recursive: true });
  rmSync(join(folder, 'analysis'), { recursive: true });
  mkdirSync(join(folder, 'analysis'));
  writeFileSync(join(folder, 'analysis', 'thesis.txt'), 'mine');
  const { status, stderr } = runs('analyze', folder);
  assert.equal(status, 65);
  assert.match(stderr, /holds thesis\.txt, which this command does not write/);
  assert.deepEqual(readdirSync(join(folder, 'analysis')), ['thesis.txt']);
});
