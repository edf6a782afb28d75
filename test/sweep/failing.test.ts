/** Sweeps in which something fails: what is still compared, what is told, and the exit status. BAL-10, CLI-03, CHK-07. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { aggregate } from '../../src/sweep/aggregate.ts';
import { runPair, type PairRecord } from '../../src/sweep/pair.ts';
import { PairRecords } from '../../src/sweep/pair-records.ts';
import { copyProgram } from './changed-program.ts';
import { decidedByRounding, firstPair, load, threeTraders } from './small-sweep.ts';

const scratch = scratchFolder();
let folders = 0;
const newFolder = (): string => join(scratch, String(++folders));

/** A sweep of one pair, from its record. */
async function aggregated(text: string, record: PairRecord) {
  const records = new PairRecords(newFolder(), 'a sweep');
  await records.write(record);
  const { pairs, completed, failed, overall, failures, sentence } = aggregate(
    records.folder,
    records,
    load(text, 'decimal'),
  );
  return { pairs, completed, failed, mean: overall.mean, failures, sentence };
}

test('a pair of which the baseline alone fails keeps its effect, and the failure is told', async () => {
  const program = newFolder();
  copyProgram('where nobody makes a market, a debtor that defaults keeps its cash', program);
  const changed = (await import(join(program, 'src', 'sweep', 'pair.ts'))) as { runPair: typeof runPair };
  const text = threeTraders.replace('[1.6]', '[1.6], regimes: [passive, active, baseline]');
  const record = changed.runPair(firstPair(load(text, 'decimal'), newFolder()));
  // worked out in features/met/08-rescues.feature
  assert.deepEqual([record.effect, record.deltaPassive, record.deltaActive], ['0.2125', '0.25', '0.0375']);
  assert.equal(record.status, 'failed');
  assert.equal(record.errors.length, 1);
  assert.match(
    record.errors[0] ?? '',
    /^run baseline_k1\.6_c1_mu1_rho0\.75_s42, period \d+, .*does not hold/,
  );
  const { sentence, ...summary } = await aggregated(text, record);
  assert.deepEqual(summary, {
    ...{ pairs: 1, completed: 1, failed: 1, mean: 0.2125 },
    failures: [{ index: 0, errors: record.errors }],
  });
  assert.doesNotMatch(sentence, /left out|failed/);
});

test('a pair that fails its verification alone keeps its effect, and the failure is told', async () => {
  const job = firstPair(load(decidedByRounding, 'float64'), newFolder());
  const { effect } = runPair(job);
  assert.notEqual(effect, null);
  const record = runPair({ ...job, outDir: newFolder(), verify: true });
  assert.deepEqual([record.status, record.verified, record.effect], ['failed', false, effect]);
  const { failures, completed, failed, mean } = await aggregated(decidedByRounding, record);
  assert.deepEqual([completed, failed, mean], [1, 1, Number(effect)]);
  assert.match(failures[0]?.errors[0] ?? '', /float64 and decimal decide differently$/);
});

/**
 * At κ = 0.75 the traders have 22.4, 32 and 25.6 and owe 20 each, so nobody defaults; at κ = 3.9 they have 60/3.9
 * in all, and somebody does.
 */
test('a program that fails in one of two pairs: exit status 1, and run, period and identity at the command line', () => {
  const program = newFolder();
  copyProgram('a debtor that defaults keeps its cash', program);
  writeFileSync(
    join(scratch, 'ring.yaml'),
    threeTraders.replace('buckets: {short: {O0: 0.35}}\n', '').replace('[1.6]', '[3.9, 0.75]'),
  );
  const words = ['sweep', 'balanced', 'ring.yaml', '--out-dir', 'out', '--workers', '1'];
  const { status, stdout } = spawnSync(process.execPath, [join(program, 'bin', 'ringspec'), ...words], {
    cwd: scratch,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stdout, /^Pairs {5}2: 1 compared, 1 failed$/m);
  assert.match(stdout, /pair 0: run passive_k3\.9_c1_mu1_rho0\.75_s42, period 1, .*does not hold/);
  assert.match(stdout, /1 of 2 pairs failed/);
});
