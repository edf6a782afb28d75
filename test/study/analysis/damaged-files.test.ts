/** Files of a sweep that are no tables of it any more: every fault is told with its line, and nothing is written. ANA-05. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { ringspec } from '../../../steps/program.ts';
import { Fault } from '../../../src/files/faults.ts';
import { gridPoints } from '../../../src/scenario/grid.ts';
import { analyzeSweep } from '../../../src/study/analysis/analyze.ts';
import { aggregate } from '../../../src/sweep/aggregate.ts';
import { runPair } from '../../../src/sweep/pair.ts';
import { PairRecords } from '../../../src/sweep/pair-records.ts';
import { firstPair, load, threeTraders } from '../../sweep/small-sweep.ts';

const scratch = scratchFolder();

/** Two pairs of three traders, whose run files are damaged one by one. */
const whole = join(scratch, 'whole');
const sweep = load(threeTraders.replace('[1.6]', '[1.6], seeds: 2'), 'decimal');
const records = new PairRecords(whole, 'a sweep');
for (const point of gridPoints(sweep.grid))
  await records.write(runPair({ ...firstPair(sweep, whole), point }));
aggregate(whole, records, sweep);

const [a, b] = ['active_k1.6_c1_mu1_rho0.75_s42', 'active_k1.6_c1_mu1_rho0.75_s43'] as const;
const place = (run: string, name: string): string => `active/runs/${run}/out/${name}.csv`;
const trades = place(a, 'trades');
const repayments = place(a, 'repayment_events');
const system = place(a, 'system_state_timeseries');
const inventories = place(b, 'inventory_timeseries');
const systemColumns =
  'day,total_face_value,face_short,face_mid,face_long,total_cash,trader_cash,debt_to_money';
const inventoryColumns =
  'day,bucket,dealer_inventory,dealer_capacity,capacity_used,is_at_zero,hit_vbt_this_step,' +
  'dealer_cash,vbt_inventory,vbt_cash,total_face_outstanding,share_dealer,share_vbt,share_traders';

interface Damage {
  readonly file: string;
  /** From its lines, which end with CR LF, to what stands in the file instead. */
  readonly becomes: (lines: readonly string[]) => string;
  readonly line: number;
  readonly path?: string;
  readonly found: string;
  readonly allowed: string;
}

const withLine = (lines: readonly string[], line: number, text: string): string =>
  lines.map((old, n) => (n === line - 1 ? `${text}\r\n` : old)).join('');

const damages: Readonly<Record<string, Damage>> = {
  'a row with fields missing': {
    file: trades,
    becomes: (lines) => withLine(lines, 2, `${a},active,1,0`),
    line: 2,
    found: '4 fields',
    allowed: '26 fields',
  },
  'a row with fields too many': {
    file: repayments,
    becomes: (lines) => withLine(lines, 2, `${(lines[1] ?? '').trimEnd()},1,2`),
    line: 2,
    found: 'more than 17 fields',
    allowed: '17 fields',
  },
  'the header of another file': {
    file: inventories,
    becomes: (lines) => withLine(lines, 1, 'day,bucket,inventory'),
    line: 1,
    found: `no column ${inventoryColumns.slice('day,bucket,'.length).replaceAll(',', ', ')} and an unknown column inventory`,
    allowed: inventoryColumns,
  },
  'columns in another order': {
    file: system,
    becomes: (lines) =>
      withLine(
        lines,
        1,
        'day,face_short,total_face_value,face_mid,face_long,total_cash,trader_cash,debt_to_money',
      ),
    line: 1,
    found: 'the columns in another order, or twice',
    allowed: systemColumns,
  },
  'a quote that does not end': {
    file: repayments,
    becomes: (lines) => withLine(lines, 3, `"${a},active`),
    line: 3,
    found: 'a quote that does not end where its field does',
    allowed: 'quotes by RFC 4180',
  },
  'a file that is cut off within a row': {
    file: system,
    becomes: (lines) => lines.slice(0, 3).join('').slice(0, -2),
    line: 3,
    found: 'the end of the file',
    allowed: 'a line end after every row',
  },
  'a row of another run': {
    file: repayments,
    becomes: (lines) => withLine(lines, 2, (lines[1] ?? '').trimEnd().replace(a, b)),
    line: 2,
    path: 'run_id',
    found: JSON.stringify(b),
    allowed: `${a}, the run of this folder`,
  },
  'an empty file': {
    file: system,
    becomes: () => '',
    line: 1,
    found: 'no header',
    allowed: systemColumns,
  },
  'a series without a day': {
    file: system,
    becomes: (lines) => lines[0] ?? '',
    line: 2,
    found: 'the end of the file',
    allowed: 'a row for every day',
  },
};

let copies = 0;

/** The sweep with these files damaged. */
function damaged(all: readonly Damage[]): string {
  const folder = join(scratch, `copy${String(++copies)}`);
  cpSync(whole, folder, { recursive: true });
  for (const { file, becomes } of all) {
    const lines = readFileSync(join(folder, file), 'utf8').split(/(?<=\r\n)/);
    writeFileSync(join(folder, file), becomes(lines));
  }
  return folder;
}

/** What the analysis says of a folder: its faults, with paths below the folder. */
async function faultsIn(folder: string): Promise<readonly object[]> {
  try {
    await analyzeSweep(folder);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    assert.equal(error.exitStatus, 65);
    return error.faults.map((fault) => ({ ...fault, file: fault.file.slice(folder.length + 1) }));
  }
}

const told = ({ file, line, path = '', found, allowed }: Damage): object => ({
  ...{ file, line, path, found, allowed },
});

test('the files as the sweep left them have no fault', async () => {
  assert.deepEqual(await faultsIn(whole), []);
});

for (const [what, damage] of Object.entries(damages))
  test(`${what} is told with its line`, async () => {
    assert.deepEqual(await faultsIn(damaged([damage])), [told(damage)]);
  });

test('what is wrong with several files is told at once, at the command line too, and nothing is written', async () => {
  const several = [
    damages['a row with fields missing'],
    damages['a row of another run'],
    damages['the header of another file'],
    damages['a file that is cut off within a row'],
  ].filter((damage) => damage !== undefined);
  const folder = damaged(several);
  assert.deepEqual(await faultsIn(folder), several.map(told));
  const { status, stdout, stderr } = await ringspec(['analyze', folder], scratch);
  assert.deepEqual([status, stdout], [65, '']);
  for (const { file, line, found } of several)
    assert.ok(stderr.includes(`${join(folder, file)}:${String(line)}`) && stderr.includes(found), stderr);
  assert.ok(!existsSync(join(folder, 'analysis')));
});
