/** Nothing is exported of a sweep or of a run whose files are not those that were written. DAT-01, CLI-03. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { Fault } from '../../../src/files/faults.ts';
import { Engine } from '../../../src/study/analysis/engine.ts';
import { exportData } from '../../../src/study/export/export.ts';
import { exportSource } from '../../../src/study/export/source.ts';
import { runTiny } from '../../sweep/tiny-sweep.ts';

const scratch = scratchFolder();
const whole = join(scratch, 'whole');
const run = join('active', 'runs', 'active_k1.6_c1_mu1_rho0.75_s43');
await runTiny(whole);

let copies = 0;
const copy = (): string => {
  const folder = join(scratch, `copy-${String(++copies)}`);
  cpSync(whole, folder, { recursive: true });
  return folder;
};
const edit = (path: string, change: (text: string) => string): void => {
  const text = readFileSync(path, 'utf8');
  assert.notEqual(change(text), text);
  writeFileSync(path, change(text));
};

const damages: Readonly<Record<string, (out: string) => void>> = {
  'a row of another run': (out) => {
    edit(join(out, 'trades.csv'), (text) => text.replace('\nactive_k1', '\nactive_k9'));
  },
  'a row too few': (out) => {
    edit(join(out, 'repayment_events.csv'), (text) => text.replace(/[^\n]*\n$/, ''));
  },
  'another amount': (out) => {
    edit(join(out, 'repayment_events.csv'), (text) => text.replace(',20,', ',999,'));
  },
  'a word for an amount': (out) => {
    edit(join(out, 'repayment_events.csv'), (text) => text.replace(',20,', ',abc,'));
  },
  'a file that was cut off': (out) => {
    truncateSync(join(out, 'mid_timeseries.csv'), 200);
  },
  'a missing file': (out) => {
    rmSync(join(out, 'trades.csv'));
  },
};

for (const [what, damage] of Object.entries(damages))
  for (const of of ['sweep', 'run'])
    test(`${what} in a ${of} is refused, and nothing is written`, async () => {
      const folder = copy();
      damage(join(folder, run, 'out'));
      const target = join(folder, 'data');
      await assert.rejects(
        async () => exportData(await exportSource(of === 'run' ? join(folder, run) : folder), target, false),
        (error) =>
          error instanceof Fault &&
          error.exitStatus === 65 &&
          /_s43\/out.* is (not what the run wrote|missing)/.test(error.message),
      );
      assert.deepEqual([existsSync(target), existsSync(`${target}.partial`)], [false, false]);
    });

test('all pairs that are damaged are told at once', async () => {
  const folder = copy();
  rmSync(join(folder, run, 'out'), { recursive: true });
  edit(join(folder, 'aggregate', 'pairs', '0000.ndjson'), (text) => text.replace(/[^\n]*\n$/, ''));
  await assert.rejects(exportSource(folder), /pair 1: .* is missing\n {2}pair 3: .*its record is missing/);
});

test('a sweep and a run that are whole are exported, wherever they are', async () => {
  const elsewhere = join(scratch, 'a-name-of-my-own');
  cpSync(join(whole, run), elsewhere, { recursive: true });
  for (const folder of [whole, join(whole, run), elsewhere]) {
    const { rows } = await exportData(await exportSource(folder), join(scratch, 'data'), false);
    for (const table of ['liabilities', 'days'] as const)
      assert.ok((rows.get(table) ?? 0) > 0, `${table} of ${folder}`);
  }
});

test('a full disk is told in plain words', async () => {
  const engine = await Engine.open();
  try {
    await assert.rejects(
      engine.run(`COPY (SELECT 1) TO '/dev/full'`),
      (error) => error instanceof Fault && error.exitStatus === 1 && error.message.includes('No space left'),
    );
  } finally {
    await engine.close();
  }
});
