/**
 * Backstop, fewer arms, two-sided traders, every kind of axis and a precision: the same bytes on any number of workers and after
 * kill -9, and decisions in float64 as in decimals. OUT-14, EXP-01, EXP-05, LOOP-05, POL-14.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { contents } from './folder-contents.ts';

const ringspec = fileURLToPath(new URL('../../bin/ringspec', import.meta.url));

const small =
  'allow_small_ring: true\nperiods: 8\nring: {n_traders: 12, total_debt_Q: 1200, maturity_days: 6}\n';
const arms = 'regimes: [passive, active, backstop, baseline]';
/** Numbers, whole numbers and a bucket's key; yes or no, words and nothing; a share. */
const axes = [
  'order_flow.pi_sell: [0.3, 0.7], trader_policy.horizon: [1, 5], buckets.short.O0: [0.2, 0.6]',
  'rollover.enabled: [true, false], trader_policy.kind: [default_avoidance, two_sided, liquidity_and_investment], order_flow.Nmax: [null, 3]',
  'balance.dealer_share: [0, 0.05, 0.1, 0.125, 0.2, 0.25]',
];
const kinds: Readonly<Record<string, string>> = {
  'a backstop': `${small}sweep: {kappas: [1, 4], seeds: 3, ${arms}}`,
  'two arms without passive': `${small}sweep: {kappas: [1, 4], seeds: 6, regimes: [backstop, active]}`,
  'one arm': `${small}sweep: {kappas: [1, 4], seeds: 10, regimes: [active]}`,
  'two-sided traders': `${small}trader_policy: {kind: two_sided, buffer_cash_B: 20}\nsweep: {kappas: [1, 4], seeds: 3, ${arms}}`,
  'a frontier': `${small}sweep: {seeds: 3, ${arms}, design: {frontier: {axis: ring.kappa, between: [0.5, 8], metric: delta_passive, target: 0.3, steps: 3}}}`,
  'a precision': `${small}sweep: {kappas: [1, 4], precision: {half_width: 0.1, first: 3, most: 9}}`,
  ...Object.fromEntries(
    axes.map((axis) => [`axes ${axis}`, `${small}sweep: {kappas: [2], axes: {${axis}}, ${arms}}`]),
  ),
};

/** Lines in the blocks of records. */
const pairsDone = (folder: string): number => {
  const pairs = join(folder, 'aggregate', 'pairs');
  if (!existsSync(pairs)) return 0;
  const blocks = readdirSync(pairs).map((name) => readFileSync(join(pairs, name), 'utf8'));
  return blocks.join('').split('\n').length - 1;
};

for (const [name, text] of Object.entries(kinds))
  test(`${name}: the same bytes by one worker and, killed and resumed, by two; decimals decide alike`, async () => {
    const folder = scratchFolder();
    const file = join(folder, 'sweep.yaml');
    writeFileSync(file, text);
    const command = (out: string, ...more: string[]): string[] => [
      ringspec,
      ...['sweep', 'balanced', file, '--out-dir', join(folder, out), '--verify-sample', '1', ...more],
    ];
    const one = spawnSync(process.execPath, command('one', '--workers', '1'), { encoding: 'utf8' });
    assert.equal(one.status, 0, one.stderr);
    const { verified, pairs, failed } = JSON.parse(
      readFileSync(join(folder, 'one/aggregate/summary.json'), 'utf8'),
    ) as Record<string, number>;
    assert.deepEqual([verified, failed], [pairs, 0]);
    const child = spawn(process.execPath, command('two', '--workers', '2'), { stdio: 'ignore' });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    while (child.exitCode === null && pairsDone(join(folder, 'two')) < 2)
      await new Promise((resolve) => setTimeout(resolve, 1));
    assert.equal(child.exitCode, null, 'it ended before it was killed');
    child.kill('SIGKILL');
    await exit;
    assert.ok(pairsDone(join(folder, 'two')) < Number(pairs), 'every pair was there when it was killed');
    const again = spawnSync(process.execPath, command('two', '--workers', '2', '--resume'), {
      encoding: 'utf8',
    });
    assert.equal(again.status, 0, again.stderr);
    assert.deepEqual(contents(join(folder, 'two')), contents(join(folder, 'one')));
  });
