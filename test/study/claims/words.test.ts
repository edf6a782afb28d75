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

test('EXP-11R: seeds that agree have no bounds, and how many more would decide', () => {
  const [first, second] = judgeStatements(
    [
      'market making lowers the default rate',
      'market making lowers the default rate by at least 20 percentage points',
    ],
    'sweep: {kappas: [1], seeds: 2}',
    (index) => pairOf(index, 0.5, 0.3),
  );
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(
    foundSays(first),
    'the default rate, passive less active is 20.00 percentage points at every seed, which are too few for bounds, ' +
      'above 0.00 is claimed; 2 seeds; about 4 seeds more would probably decide',
  );
  assert.match(foundSays(second), /; every seed is at the border, and more of them decide nothing$/);
});
