/** Every wrong implementation is caught by a scenario of each clause that it is named with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { buildProgram } from './build.ts';
import { wrongImplementations } from './errors.ts';
import { judge } from '../../src/hunt/judge.ts';
import { judgeChanged } from './in-process.ts';
import { scenariosOf } from './questions.ts';

const folder = scratchFolder();

test('there are enough of them, each with a name of its own', () => {
  const ids = wrongImplementations.map(({ id }) => id);
  assert.ok(ids.length >= 30, `${String(ids.length)} wrong implementations`);
  assert.equal(new Set(ids).size, ids.length);
});

test('the right core, without its checks, passes what they are caught by, here and over the protocol', async () => {
  const clauses = [...new Set(wrongImplementations.flatMap(({ caughtBy }) => caughtBy))];
  const scenarios = scenariosOf(clauses);
  const here = await judgeChanged({ id: 'right', changes: [] }, scenarios, folder);
  const served = await judge({ command: await buildProgram('right', [], folder) }, scenarios);
  assert.deepEqual(
    [...here, ...served].filter(({ passed }) => !passed).map(({ place, message }) => `${place} ${message}`),
    [],
  );
  const silent = clauses.filter((clause) => !here.some(({ tags }) => tags.includes(clause)));
  assert.deepEqual(silent, [], 'clauses without a scenario');
});

for (const { id, title, changes, caughtBy } of wrongImplementations) {
  test(`${caughtBy.join(', ')}: caught: ${title}`, async () => {
    const verdicts = await judgeChanged({ id, changes }, scenariosOf(caughtBy), folder);
    const fails = (clause: string): boolean =>
      verdicts.some(({ passed, tags }) => !passed && tags.includes(clause));
    assert.deepEqual(
      caughtBy.filter((clause) => !fails(clause)),
      [],
      `clauses of which no scenario fails for ${id}`,
    );
  });
}

test('a change of what is no part of the program is told', async () => {
  const elsewhere = { in: 'MARK', find: "'RINGSPEC_IMPLEMENTATION'", replace: "''" };
  await assert.rejects(
    buildProgram('elsewhere', [elsewhere], folder),
    /survivors\.ts is no part of the program/,
  );
});
