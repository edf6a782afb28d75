/**
 * The statistics of a sweep against an independent program in plain Python, on three real sweeps: means, errors,
 * intervals, p values, Holm, Bonferroni, clustering by seed and Stein's second stage. EXP-05, EXP-06.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { csvRows } from '../../steps/csv.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { runSweep } from '../../src/sweep/sweep.ts';

const scratch = scratchFolder();

const ring = 'allow_small_ring: true\nring: {n_traders: 20, total_debt_Q: 2000, maturity_days: 6}';
const sweeps: Readonly<Record<string, string>> = {
  'four arms': `${ring}\nsweep: {kappas: [1, 2, 4], seeds: 6, regimes: [passive, active, backstop, baseline]}`,
  'two axes': `${ring}\nsweep: {kappas: [1, 4], concentrations: [0.5, 5], seeds: 4, regimes: [passive, active, backstop]}`,
  'a seed a pair': `${ring}\nsweep: {kappas: [0.5, 2], seeds: 5, seed_per_pair: true}`,
};

const table = (path: string): Record<string, string>[] => csvRows(readFileSync(path, 'utf8'));

const columns = {
  pairs: 'n',
  mean_effect: 'mean',
  standard_error: 'se',
  interval_low: 'low',
  interval_high: 'high',
  p_value: 'p',
  holm_p: 'holm',
  bonferroni_low: 'blow',
  bonferroni_high: 'bhigh',
} as const;

type Row = Readonly<Record<string, unknown>>;
type Figures = Readonly<Record<string, readonly Row[]>>;

/** What the Python program makes of the same comparison.csv. */
function inPython(folder: string, ...more: string[]): Figures {
  const script = fileURLToPath(new URL('statistics.py', import.meta.url));
  const args = [script, join(folder, 'aggregate', 'comparison.csv'), ...more];
  const { status, stdout, stderr, error } = spawnSync('python3', args, { encoding: 'utf8' });
  assert.equal(status, 0, error?.message ?? stderr);
  return JSON.parse(stdout) as Figures;
}

function assertAlike(
  what: string,
  ours: readonly Row[],
  theirs: readonly Row[] = [],
  own: readonly (keyof typeof columns)[],
): void {
  assert.equal(ours.length, theirs.length, what);
  assert.ok(ours.length > 0, what);
  ours.forEach((row, i) => {
    assert.deepEqual(
      [row['comparison'], row['measure']],
      [theirs[i]?.['comparison'], theirs[i]?.['measure']],
    );
    for (const name of own) {
      const [found, expected] = [Number(row[name]), Number(theirs[i]?.[columns[name]])];
      const near = Math.abs(found - expected) / Math.max(1e-6, Math.abs(expected)) < 1e-6;
      assert.ok(near, `${what} row ${String(i)} ${name}: ${String(found)}, in Python ${String(expected)}`);
    }
  });
}

async function sweepInto(folder: string, text: string): Promise<void> {
  await runSweep(parseSweep(text, 'sweep.yaml'), {
    outDir: folder,
    workers: 1,
    resume: false,
    shard: null,
    keepRuns: false,
    verifyShare: 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onDamage: (fault) => assert.fail(fault),
  });
}

for (const [name, text] of Object.entries(sweeps))
  test(`EXP-06: ${name}: every figure as Python has it, by point, by value and over the whole`, async () => {
    const folder = join(scratch, name.replaceAll(' ', '-'));
    await sweepInto(folder, text);
    const theirs = inPython(folder, name === 'a seed a pair' ? 'own' : 'shared');
    const all = Object.keys(columns) as (keyof typeof columns)[];
    const effects = table(join(folder, 'aggregate', 'effects.csv'));
    assert.ok(effects.some(({ finding }) => finding !== 'none'));
    assertAlike('effects.csv', effects, theirs['points'], all);
    assertAlike('headline.csv', table(join(folder, 'aggregate', 'headline.csv')), theirs['values'], all);
    const { overall } = JSON.parse(
      readFileSync(join(folder, 'aggregate', 'summary.json'), 'utf8'),
    ) as Figures;
    assertAlike('the one test', overall ?? [], theirs['overall'], [
      ...(['mean_effect', 'standard_error', 'interval_low', 'interval_high'] as const),
    ]);
  });

test("EXP-05: Stein's second stage as Python has it", async () => {
  const folder = join(scratch, 'stages');
  await sweepInto(
    folder,
    `${ring}\nsweep: {kappas: [1, 2, 4], precision: {half_width: 0.08, first: 3, most: 12}}`,
  );
  const { stages = [] } = inPython(folder, 'shared', '0.08', '3', '12');
  assert.ok(
    stages.some(({ n }) => Number(n) > 3),
    'a point has a second stage',
  );
  for (const { n, asked } of stages) assert.equal(n, asked);
  assertAlike('effects.csv', table(join(folder, 'aggregate', 'effects.csv')), stages, [
    ...(['pairs', 'mean_effect', 'standard_error', 'interval_low', 'interval_high', 'p_value'] as const),
  ]);
});

test('EXP-03: pair by pair the two steps add up to the effect', async () => {
  const folder = join(scratch, 'sums');
  await sweepInto(folder, `arithmetic: decimal\n${sweeps['four arms'] ?? ''}`);
  const rows = table(join(folder, 'aggregate', 'comparison.csv'));
  assert.equal(rows.length, 18);
  for (const row of rows)
    for (const measure of ['delta', 'delta1', 'traders_defaulted', 'unpaid']) {
      const effect = (arms: string): number => Number(row[`effect_${measure}_${arms}`]);
      const off = effect('passive_backstop') + effect('backstop_active') - effect('passive_active');
      assert.ok(Math.abs(off) < 1e-9, `${measure}: ${String(off)}`);
    }
});
