/** One small repository for each way to be wrong, and what exactly the gate says of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../src/specification/finding.ts';
import { gate } from '../../src/gate/gate.ts';
import { gateFiles, names, readCase, repository, settings } from './fixture.ts';

const told = (findings: readonly Finding[], level: Finding['level']): string[] =>
  findings.filter((one) => one.level === level).map(({ rule, message }) => `${rule}: ${message}`);

for (const name of names()) {
  const fixture = readCase(name);
  test(`${name}: ${fixture.about}`, () => {
    const verdict = gate(gateFiles(repository(name), fixture.changed), settings(fixture));
    assert.deepEqual(told(verdict.findings, 'error'), fixture.errors);
    assert.equal(verdict.exit, fixture.exit);
    if (verdict.run.partial) {
      const counting = verdict.clauses.filter(({ state, has }) => state === 'covered' || has.length > 0);
      assert.deepEqual(counting, [], 'nothing of such a run counts');
      assert.equal(verdict.run.counting, 0);
    }
    if (fixture.warnings !== undefined) assert.deepEqual(told(verdict.findings, 'warning'), fixture.warnings);
  });
}
