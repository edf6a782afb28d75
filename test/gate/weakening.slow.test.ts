/**
 * Whatever an outcome of the real suite expects is compared: with another value in the feature alone the run fails,
 * and with another value in feature and code alike the change is told of every clause that it is evidence of.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesSince } from '../../src/gate/against.ts';
import { outdated } from '../../src/gate/acceptance.ts';
import { byClause } from '../../src/gate/by-clause.ts';
import { linesOf, type CaseEvidence } from '../../src/gate/evidence.ts';
import { withOtherValues } from '../../src/gate/other-values.ts';
import { prove } from '../../src/gate/prove.ts';
import type { Snapshot } from '../../src/gate/snapshot.ts';
import { filesOf, runRealSuite, settled } from './real-suite.ts';

const { inputs } = settled(filesOf(runRealSuite()));
const casesOf = byClause(inputs.cases);

/** The suite as it stands, for a commit to compare with. */
const before: Snapshot = {
  catalogue: inputs.catalogue,
  casesOf,
  linesOf: (id) => linesOf(casesOf.get(id) ?? []),
  accepted: inputs.accepted,
  waivers: inputs.waivers,
  settings: inputs.settings,
};

/** The case with another value in one of its outcomes, and the fingerprint that such a case has. */
function withOther(one: CaseEvidence, step: number): CaseEvidence | null {
  const own = one.case.steps[step];
  const other = own?.asserts === true ? withOtherValues(own, 'up') : null;
  if (own === undefined || other === null) return null;
  const steps = one.case.steps.with(step, { ...own, ...other });
  return { ...one, case: { ...one.case, steps, fingerprint: JSON.stringify(steps) } };
}

test('another expected value in feature and code alike is told against the commit before, and is not accepted', () => {
  let tried = 0;
  for (const one of inputs.cases) {
    for (const step of one.case.steps.keys()) {
      const other = withOther(one, step);
      if (other === null) continue;
      tried++;
      for (const id of one.clauses) {
        const own = (casesOf.get(id) ?? []).map((each) => (each === one ? other : each));
        const clause = inputs.catalogue.clauses.get(id);
        assert.ok(clause);
        const catalogue = { ...inputs.catalogue, clauses: new Map([[id, clause]]) };
        const told = changesSince({ ...before, catalogue }, { ...inputs, catalogue, cases: own });
        assert.ok(
          told.some(({ kind, what, lines }) => kind === 'weakened' && what === id && lines.length >= 2),
          `${one.scenario.title}: ${id}`,
        );
        assert.match(outdated(inputs.accepted[id], clause, own) ?? '', /its scenarios have changed/);
      }
    }
  }
  assert.ok(tried > 1500, String(tried));
});

/**
 * What is not there, and which values are allowed: another name is not there either, and another number is allowed too.
 * That these phrases fail where they must is seen in test/steps/phrases.test.ts, phrase by phrase.
 */
const valueless = ['it leaves no file called*', 'it may say*', 'it may not say*'];

test('another expected value in the feature alone makes the run fail, for every outcome that has a value', async () => {
  const command =
    'npx cucumber-js --profile decimal --format message:reports/prove/messages.ndjson --format summary';
  const settings = { ...inputs.settings, valueless, messages: ['reports/prove/messages.ndjson'] };
  const { steps } = await prove([command], settings, inputs);
  const passing = steps.filter(({ ended }) => ended === 'passes');
  assert.deepEqual(
    passing.map(({ file, line, step }) => `${file}:${String(line)}, step ${String(step + 1)}`),
    [],
  );
  const failing = steps.filter(({ ended }) => ended === 'fails').length;
  assert.ok(failing > 1000, `${String(failing)} of ${String(steps.length)}`);
});
