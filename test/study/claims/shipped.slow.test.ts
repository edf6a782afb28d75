/** The claim files of scenarios/claims come to the verdict that the first comment of each tells. CLM-04. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exitCodes } from '../../../src/exit-codes.ts';
import { program } from '../../program.ts';
import { scratchFolder } from '../../../src/files/scratch.ts';

const out = scratchFolder();

const files = readdirSync('scenarios/claims').map((name) => join('scenarios/claims', name));

for (const file of files)
  test(file, () => {
    const [, verdict = 'none', tally = 'none'] =
      /^# Verdict: (\w+)\. (Of \d+ statements, \d+ supported, \d+ contradicted, \d+ undecided)[.:]/.exec(
        readFileSync(file, 'utf8'),
      ) ?? [];
    const { status, stdout, stderr } = spawnSync(program, ['claims', file, '--out', out], {
      encoding: 'utf8',
    });
    assert.ok(stdout.endsWith(`\n${tally}.\n`), stdout + stderr);
    assert.equal(status, { supported: exitCodes.done, contradicted: exitCodes.failed }[verdict], verdict);
  });
