/** A small sweep made through the command line, and its report: what the tests of the pages look at. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { csvRows } from '../../../steps/csv.ts';
import { program } from '../../program.ts';

export function ringspec(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Eight pairs: two κ, two μ, two seeds. */
const grid = [
  ...['--n-agents', '12', '--allow-small-ring', '--total-debt', '1200', '--periods', '12'],
  ...['--kappas', '0.1,2', '--concentrations', '1', '--mus', '0.25,0.5', '--seeds', '2'],
];

export interface SmallReport {
  readonly scratch: string;
  readonly sweep: string;
  readonly report: string;
}

/** The sweep, and a report in which the pairs that tell most, `pairs` of them, have pages for their runs. */
export function smallReport(pairs: number): SmallReport {
  const scratch = scratchFolder();
  const sweep = join(scratch, 'sweep');
  const swept = ringspec('sweep', 'balanced', '--out-dir', sweep, ...grid, '--outside-mid-ratios', '0.75');
  assert.equal(swept.status, 0, swept.stderr);
  const reported = ringspec('report', sweep, '--runs', String(pairs));
  assert.equal(reported.status, 0, reported.stderr);
  return { scratch, sweep, report: join(sweep, 'report') };
}

/** The rows of one of our tables by column. */
export const csv = (path: string): Record<string, string>[] => csvRows(readFileSync(path, 'utf8'));
