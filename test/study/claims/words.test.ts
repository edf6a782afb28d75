/** What was found says what is claimed: of a margin, both borders. CLM-02. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundSays } from '../../../src/study/claims/words.ts';
import { judgeStatements, pairOf } from './synthetic.ts';

for (const [claim, says] of [
  ['lowers the default rate', 'above 0.00 is claimed'],
  ['does not raise the default rate', 'below 0.50 is claimed'],
  ['does not change the default rate', 'between −0.50 and 0.50 is claimed'],
  ['does not change the default rate by more than 2 percentage points', 'between −2.00 and 2.00 is claimed'],
] as const)
  test(`of "${claim}" ${says}`, () => {
    const [judged] = judgeStatements([`market making ${claim}`], 'sweep: {kappas: [1], seeds: 2}', (index) =>
      pairOf(index, 0.5, index === 0 ? 0.31 : 0.29),
    );
    assert.ok(judged !== undefined);
    assert.match(foundSays(judged), new RegExp(`\\), ${says.replaceAll('.', '\\.')}; 2 seeds$`));
  });
