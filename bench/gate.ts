/**
 * What the gate takes for twenty thousand rows beyond running them, and as a ratio of the run:
 *
 *   node --import tsx bench/gate.ts [rows]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linesIfThere } from '../src/files/lines.ts';
import { gate } from '../src/gate/gate.ts';
import type { GateFiles } from '../src/gate/inputs.ts';
import { parseSettings } from '../src/gate/settings.ts';
import { out } from '../src/terminal.ts';

const rows = Number(process.argv[2] ?? 20_000);
const ROUNDS = 3;

const feature = `Feature: Sums

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

const filesIn = (folder: string): GateFiles => ({
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

const folder = mkdtempSync(join(tmpdir(), 'gate-bench-'));
try {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'sums.feature'), feature);
  writeFileSync(join(folder, 'steps.mjs'), steps);
  const args = [
    'cucumber-js',
    'sums.feature',
    '--import',
    'steps.mjs',
    '--format',
    'message:messages.ndjson',
  ];
  const began = performance.now();
  const { status, stderr } = spawnSync('npx', args, { cwd: folder, encoding: 'utf8' });
  const ran = performance.now() - began;
  if (status !== 0) throw new Error(stderr);
  out(`${String(rows)} rows run: ${(ran / 1000).toFixed(1)} s\n`);
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { exit, run } = gate(filesIn(folder), { commits: [], today: '2027-01-01', ci: false });
    const took = performance.now() - start;
    if (exit !== 0 || run.counting !== rows)
      throw new Error(`exit ${String(exit)}, ${String(run.counting)} rows`);
    out(`judged: ${(took / 1000).toFixed(1)} s, ${(took / ran).toFixed(2)} of the run\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
