/**
 * What the gate takes for twenty thousand rows beyond running them, as a ratio of what parsing the lines of the same
 * message file as JSON takes, by turns and in processor time; in brackets what a ratio should stay under:
 *
 *   npm run bench:gate [rows]
 */
import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratchFolder } from '../src/files/scratch.ts';
import { linesIfThere } from '../src/files/lines.ts';
import { gate } from '../src/gate/gate.ts';
import type { GateFiles } from '../src/gate/inputs.ts';
import { parseSettings } from '../src/gate/settings.ts';
import { out } from '../src/terminal.ts';

const ROUNDS = 3;

/** Milliseconds of processor time: other programs on the machine do not lengthen it much. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const featureOf = (rows: number): string => `Feature: Sums

  @SUM-1
  Scenario Outline: <a> and <b>
    Given the number <a>
    When <b> is added
    Then the sum is <sum>

    Examples:
      | a | b | sum |
${Array.from({ length: rows }, (_, i) => `      | ${String(i)} | ${String(2 * i)} | ${String(3 * i)} |`).join('\n')}
`;

const steps = `import assert from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
Given('the number {int}', function (a) { this.sum = a; });
When('{int} is added', function (b) { this.sum += b; });
Then('the sum is {int}', function (sum) { assert.equal(this.sum, sum); });
`;

const missing = (path: string) => ({ path, text: null });

const filesIn = (folder: string, feature: string): GateFiles => ({
  catalogue: {
    path: 'clauses.yaml',
    text: 'chapters: [{ id: SUM, clauses: [{ id: SUM-1, text: Sums add up. }] }]\n',
  },
  features: [{ path: 'sums.feature', text: feature }],
  messages: [linesIfThere(join(folder, 'messages.ndjson')) ?? { path: 'messages.ndjson', lines: null }],
  ...{ reports: [], propertyTests: [], strengthFiles: [], codeFiles: [], changed: [] },
  record: missing('run.json'),
  properties: missing('properties.json'),
  strength: missing('strength.json'),
  waivers: missing('waivers.yaml'),
  accepted: missing('accepted.yaml'),
  baseline: missing('baseline.txt'),
  settings: parseSettings('severity: { stale: off }', 'ringspec.config.yaml'),
});

/** Runs the rows in a folder of their own and judges the run; the least of the rounds, in milliseconds. */
function measure(rows: number): number {
  const folder = scratchFolder();
  const feature = featureOf(rows);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'sums.feature'), feature);
  writeFileSync(join(folder, 'steps.mjs'), steps);
  const args = ['sums.feature', '--import', 'steps.mjs', '--format', 'message:messages.ndjson'];
  const { status, stderr } = spawnSync('npx', ['cucumber-js', ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const files = (): GateFiles => filesIn(folder, feature);
  const times = Array.from({ length: ROUNDS }, () => {
    const parsed = processorTime(() => {
      for (const line of files().messages[0]?.lines ?? []) if (line !== '') JSON.parse(line);
    });
    const judged = processorTime(() => {
      const { exit, run } = gate(files(), { commits: [], today: '2027-01-01', ci: false });
      if (exit !== 0 || run.counting !== rows)
        throw new Error(`exit ${String(exit)}, ${String(run.counting)} rows`);
    });
    out(
      `${String(rows)} rows: parsed in ${(parsed / 1000).toFixed(1)} s, judged in ${(judged / 1000).toFixed(1)} s, ratio ${(judged / parsed).toFixed(1)}   (8)\n`,
    );
    return judged;
  });
  return Math.min(...times);
}

const rows = Number(process.argv[2] ?? 20_000);
const [few, many] = [measure(rows / 4), measure(rows)];
out(`judging, per row, ${String(rows)} / ${String(rows / 4)} rows: ${(many / 4 / few).toFixed(2)}   (1.5)\n`);
