/** The claim files of scenarios/claims. What they come to is judged again in test/study/claims/shipped.slow.test.ts. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseClaimFile } from '../../src/study/claims/claim-file.ts';
import { ReadSweeps } from '../../src/study/claims/folder.ts';

const folder = fileURLToPath(new URL('../../scenarios/claims/', import.meta.url));

test('CLM-04: the criteria and the findings of the sources can be judged, and each file begins with what it came to', () => {
  const names = readdirSync(folder).sort();
  assert.deepEqual(names, ['criteria.feature', 'published.feature', 'small.feature']);
  for (const name of names) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const { statements } = parseClaimFile(text, path, new ReadSweeps().load);
    const [, verdict, ...counts] =
      /^# Verdict: (\w+)\. Of (\d+) statements, (\d+) supported, (\d+) contradicted, (\d+) undecided[.:]/.exec(
        text,
      ) ?? [];
    const [all = 0, supported = 0, contradicted = 0, undecided = 0] = counts.map(Number);
    assert.deepEqual([name, all], [name, statements.length]);
    assert.equal(supported + contradicted + undecided, all, name);
    const worst = contradicted > 0 ? 'contradicted' : undecided > 0 ? 'undecided' : 'supported';
    assert.equal(verdict, worst, name);
  }
});
