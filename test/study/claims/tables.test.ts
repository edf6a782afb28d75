/** The answer to a claim file as JUnit XML: a test case for each statement. CLM-03. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJunit } from '../../../src/gate/results/junit.ts';
import { junit } from '../../../src/study/claims/tables.ts';
import { claimsOf, judgeStatements, pairOf } from './synthetic.ts';

test('what is contradicted has failed, what is undecided was skipped, what is supported has passed', () => {
  const statements = [
    'market making lowers the default rate',
    'market making raises the default rate',
    'market making lowers the default rate by at least 20 percentage points',
  ];
  const sweep = 'sweep: {kappas: [1], seeds: 3}';
  // effects of 0.19, 0.20 and 0.21: 35 standard errors above 0, and their mean is the border of the third
  const judged = judgeStatements(statements, sweep, (i) => pairOf(i, 0.5, 0.31 - 0.01 * i));
  const claims = { ...claimsOf(statements, sweep), file: 'a & b.feature' };
  const text = junit([{ claims, judged }]);
  assert.match(text, /<testsuite name="a &amp; b\.feature" tests="3" failures="1" skipped="1">/);
  assert.deepEqual(
    readJunit({ path: 'junit.xml', text }).map(({ title, ended }) => [title, ended]),
    [
      ['a & b.feature › market making lowers the default rate (line 4)', 'passed'],
      ['a & b.feature › market making raises the default rate (line 5)', 'failed'],
      [
        'a & b.feature › market making lowers the default rate by at least 20 percentage points (line 6)',
        'skipped',
      ],
    ],
  );
});
