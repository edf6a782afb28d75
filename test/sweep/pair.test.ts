/** A pair: what is kept of it, what becomes of arms that fail, and what must hold between its runs. BAL-01, BAL-10. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import type { ModelEvent } from '../../src/core/events.ts';
import { aggregate } from '../../src/sweep/aggregate.ts';
import { runPair, type PairRecord } from '../../src/sweep/pair.ts';
import { runFolder } from '../../src/sweep/run-folder.ts';
import { runIdOf } from '../../src/run/run-id.ts';
import { runScenario } from '../../src/run/run.ts';
import { PairRecords } from '../../src/sweep/pair-records.ts';
import { explained } from '../run/metrics/figures.ts';
import { replayUntil } from '../../steps/replay.ts';
import { decimal, type Num } from '../../src/num.ts';
import { comparisonColumns } from '../../src/sweep/comparison.ts';
import { gridPoints, pointAt, scenarioAt } from '../../src/scenario/grid.ts';
import type { SweepRegime } from '../../src/scenario/regimes.ts';
import { copyProgram } from './changed-program.ts';
import { decidedByRounding, firstPair, load, threeTraders, twelveTraders } from './small-sweep.ts';

const scratch = scratchFolder();
let folders = 0;
const newFolder = (): string => join(scratch, String(++folders));

const columns = comparisonColumns(['short', 'mid', 'long'], {
  regimes: ['passive', 'active'],
  comparisons: [['passive', 'active']],
  axes: [],
}).map(([name]) => name);
const cellOf = ({ row }: PairRecord, column: string): string | undefined => row[columns.indexOf(column)];

const add = (amounts: readonly Num[]): Num => amounts.reduce((sum, amount) => sum.plus(amount), decimal.zero);
const Exact = Decimal.clone({ precision: 60 });

/** The runs of the pair of twelve traders in decimals, with all that they told. */
const twelve = load(twelveTraders, 'decimal');
const runs = twelve.grid.regimes.map((regime) => {
  const events: ModelEvent[] = [];
  const scenario = scenarioAt(twelve.base, pointAt(twelve.grid, 0), regime);
  return { regime, ...runScenario(scenario, { onEvent: (event) => events.push(event) }), events };
});
const runOf = (regime: SweepRegime) => {
  const found = runs.find((run) => run.regime === regime);
  assert.ok(found);
  return found;
};

test('in every run something trades or nothing may, something defaults, and every check holds', () => {
  for (const { regime, violation, metrics } of runs) {
    assert.equal(violation, null);
    assert.ok(metrics.payoff.liabilitiesDefaulted > 0, regime);
    assert.equal(metrics.activity.trades > 0, regime === 'active', regime);
  }
});

test('P&L parts add up to P&L in every desk of a pair, to the last digit', () => {
  for (const { desks } of [runOf('passive').metrics, runOf('active').metrics]) {
    assert.equal(desks.length, 6);
    for (const { desk, pnl, parts, equityInitial, equityFinal } of desks) {
      assert.equal(explained(parts, decimal.zero).toFixed(), pnl.toFixed(), desk);
      assert.equal(equityFinal.minus(equityInitial).toFixed(), pnl.toFixed(), desk);
    }
  }
  assert.ok(runOf('active').metrics.desks.some(({ parts }) => !parts.spreadIncome.isZero()));
});

test('losses add up over holder types, and are what was due and not paid', () => {
  for (const { metrics, events } of runs) {
    const { traders, dealers, vbts, total } = metrics.losses;
    assert.equal(add([traders, dealers, vbts]).toFixed(), total.toFixed());
    const lost = events.flatMap((event) =>
      event.kind === 'PayableDefaulted'
        ? [new Exact(event.amount.toFixed()).minus(event.paid.toFixed())]
        : [],
    );
    const sum = lost.reduce((a, b) => a.plus(b), new Exact(0));
    assert.equal(total.toFixed(), sum.toFixed());
    assert.equal(metrics.payoff.due.minus(metrics.payoff.paid).toFixed(), sum.toFixed());
  }
});

/** Cash of everybody, summed with digits to spare, and the tickets. */
function world(events: readonly ModelEvent[], day: number): { cash: string; tickets: number } {
  const { cash, tickets } = replayUntil(events, day);
  const sum = [...cash.values()].reduce((total, amount) => total.plus(amount.toFixed()), new Exact(0));
  return { cash: sum.toFixed(), tickets: tickets.size };
}

/** Everything before the first event that is not about the opening. */
const opening = (events: readonly ModelEvent[]): readonly ModelEvent[] =>
  events.filter(({ day }) => day === 0);

test('both runs of a pair start with the same money and tickets, and no money appears or vanishes', () => {
  const start = world(opening(runOf('passive').events), 0);
  assert.deepEqual(world(opening(runOf('active').events), 0), start);
  // traders have 1200/2 · 1.6 = 960; the desks 15 a ticket, of which there are fewer than 60 · 0.6 = 36
  const desks = new Exact(start.cash).minus(960);
  assert.equal(desks.toFixed(), new Exact(start.tickets - 60).times(15).toFixed());
  assert.ok(start.tickets > 60 && start.tickets <= 96);
  for (const { regime, events } of runs) {
    const atStart = world(opening(events), 0).cash;
    for (let day = 1; day <= 12; day++)
      assert.equal(world(events, day).cash, atStart, `${regime}, day ${String(day)}`);
  }
});

test('a pair that is complete has its effect, its row, and the files of its runs', () => {
  const outDir = newFolder();
  const record = runPair(firstPair(load(threeTraders, 'decimal'), outDir));
  // worked out in features/met/08-rescues.feature
  assert.deepEqual(
    [record.status, record.errors, record.verified, record.effect, record.deltaPassive, record.deltaActive],
    ['completed', [], false, '0.2125', '0.25', '0.0375'],
  );
  assert.equal(record.row.length, columns.length);
  assert.equal(cellOf(record, 'rescue_count'), '2');
  for (const regime of ['passive', 'active'] as const) {
    const runId = cellOf(record, `${regime}_run_id`) ?? '';
    assert.ok(existsSync(join(runFolder(outDir, regime, runId), 'out', 'metrics.json')));
  }
});

test('an arm whose checks are violated becomes a record, with the files as far as they go', async () => {
  const program = newFolder();
  copyProgram('a debtor that defaults keeps its cash', program);
  const changed = (await import(join(program, 'src', 'sweep', 'pair.ts'))) as {
    runPair: typeof runPair;
  };
  const outDir = newFolder();
  const record = changed.runPair(firstPair(load(threeTraders, 'decimal'), outDir));
  assert.equal(record.status, 'failed');
  assert.equal(record.effect, null);
  assert.ok(record.errors.length > 0);
  for (const error of record.errors)
    assert.match(
      error,
      /^run (passive|active)_k1\.6_c1_mu1_rho0\.75_s42, period \d+, event \d+ .*does not hold/,
    );
  const failed = record.errors.map((error) => error.slice(4, error.indexOf('_')));
  for (const regime of failed) {
    assert.equal(cellOf(record, `${regime}_status`), 'failed');
    assert.equal(cellOf(record, `delta_${regime}`), '');
  }
  assert.equal(cellOf(record, 'trading_effect'), '');
  assert.equal(cellOf(record, 'kappa'), '1.6');
  const runId = cellOf(record, 'passive_run_id') ?? '';
  const manifest = readFileSync(join(runFolder(outDir, 'passive', runId), 'out', 'manifest.json'), 'utf8');
  assert.equal((JSON.parse(manifest) as { ending: string }).ending, 'violation');
});

test('an arm that throws becomes a record, names its run, and leaves no files in part', () => {
  const outDir = newFolder();
  const job = firstPair(load(threeTraders, 'decimal'), outDir);
  // a ring that cannot be made: fewer tickets than traders
  const record = runPair({ ...job, base: { ...job.base, ring: { ...job.base.ring, total_debt_Q: '40' } } });
  assert.equal(record.status, 'failed');
  assert.equal(record.errors.length, 2);
  assert.match(record.errors[0] ?? '', /^run passive_k1\.6_c1_mu1_rho0\.75_s42: .*fewer than one each/);
  assert.match(record.errors[1] ?? '', /^run active_k1\.6_/);
  assert.deepEqual([cellOf(record, 'passive_status'), cellOf(record, 'active_status')], ['failed', 'failed']);
  assert.ok(!existsSync(outDir));
});

test('a fault of the disk is no fault of the pair, and is thrown', () => {
  const file = newFolder();
  writeFileSync(file, '');
  assert.throws(() => runPair(firstPair(load(threeTraders, 'decimal'), join(file, 'below'))), Fault);
});

test('in a pair that is verified float64 and decimals decide alike', () => {
  const record = runPair({ ...firstPair(load(twelveTraders, 'float64'), newFolder()), verify: true });
  assert.deepEqual([record.status, record.verified, record.errors], ['completed', true, []]);
});

test('the first decision that differs fails the pair and is named with run, period and event', () => {
  const job = firstPair(load(decidedByRounding, 'float64'), newFolder());
  assert.equal(runPair(job).status, 'completed');
  const record = runPair({ ...job, outDir: newFolder(), verify: true });
  assert.deepEqual([record.status, record.verified], ['failed', false]);
  assert.match(
    record.errors[0] ?? '',
    /^run passive_k1_c1_mu1_rho0\.75_s42, period \d+, event \d+ \(\w+\): float64 and decimal decide differently$/,
  );
});

test('the aggregate counts every pair once: fewer, as many, more defaults, and failures', async () => {
  const sweep = load(threeTraders.replace('[1.6]', '[1.6, 1], seeds: 3'), 'float64');
  const records = new PairRecords(newFolder(), 'a sweep');
  // δ_passive and δ_active of six pairs, two grid points of three seeds; the last one failed
  const deltas = [
    ['0.5', '0.25'],
    ['0.5', '0.5'],
    ['0.25', '0.5'],
    ['0.5', '0.25'],
    ['0.5', '0.3'],
    null,
  ] as const;
  for (const { index } of gridPoints(sweep.grid)) {
    const [deltaPassive, deltaActive] = deltas[index] ?? [null, null];
    const effect = deltaPassive === null ? null : new Exact(deltaPassive).minus(deltaActive).toFixed();
    await records.write({
      index,
      status: effect === null ? 'failed' : 'completed',
      errors: effect === null ? ['run x: broken'] : [],
      verified: index === 0,
      effect,
      deltaPassive,
      deltaActive,
      defaulted: null,
      arms:
        effect === null
          ? {}
          : { passive: { delta: String(deltaPassive) }, active: { delta: String(deltaActive) } },
      row: columns.map(() => ''),
      runs: [],
    });
  }
  const summary = aggregate(records.folder, records, sweep);
  const { pairs, completed, failed, verified, improved, unchanged, worsened } = summary;
  assert.deepEqual([pairs, completed, failed, verified], [6, 5, 1, 1]);
  assert.deepEqual([improved, unchanged, worsened], [3, 1, 1]);
  assert.equal(summary.meanDeltaPassive?.toFixed(10), '0.4500000000'); // 2.25/5
  assert.equal(summary.meanDeltaActive?.toFixed(10), '0.3600000000'); // 1.8/5
  // by seed: (0.25 + 0.25)/2, (0 + 0.2)/2, −0.25
  assert.equal(summary.overall.pairs, 3);
  assert.equal(summary.overall.mean.toFixed(10), '0.0333333333');
  assert.deepEqual(summary.failures, [{ index: 5, errors: ['run x: broken'] }]);
  assert.match(
    summary.sentence,
    /^No effect was found: .* covers zero; 1 of 6 pairs failed and is left out\.$/,
  );
});

test('pairs of seeds of their own are averaged pair by pair', async () => {
  const sweep = load(threeTraders.replace('[1.6]', '[1.6, 1], seed_per_pair: true'), 'float64');
  const records = new PairRecords(newFolder(), 'a sweep');
  for (const point of gridPoints(sweep.grid))
    await records.write(runPair({ ...firstPair(sweep, records.folder), point }));
  assert.equal(aggregate(records.folder, records, sweep).overall.pairs, 2);
});

test('runs of a pair differ in their regime alone', () => {
  const ids = twelve.grid.regimes.map((regime) => {
    const scenario = scenarioAt(twelve.base, pointAt(twelve.grid, 0), regime);
    assert.deepEqual(
      { ...scenario, regime: '' },
      { ...scenarioAt(twelve.base, pointAt(twelve.grid, 0), 'active'), regime: '' },
    );
    return runIdOf(scenario).replace(regime, '');
  });
  assert.equal(new Set(ids).size, 1);
});
