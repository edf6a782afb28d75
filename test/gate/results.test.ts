/** Reports of other test runners as evidence, in repositories that have no Gherkin. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { gate, type Verdict } from '../../src/gate/gate.ts';
import type { GateFiles } from '../../src/gate/inputs.ts';
import { readReport } from '../../src/gate/results/read.ts';
import { parseSettings } from '../../src/gate/settings.ts';
import { errors, gateFiles, readCase, repository, settings } from './fixture.ts';

const missing = (path: string) => ({ path, text: null });

/** A repository of one catalogue and some reports. */
const filesOf = (clauses: string, reports: Readonly<Record<string, string>>): GateFiles => ({
  catalogue: { path: 'clauses.yaml', text: `chapters:\n  - id: REQ\n    clauses:\n${clauses}` },
  reports: Object.entries(reports).map(([path, text]) => ({ path, text })),
  ...{ features: [], messages: [], propertyTests: [], strengthFiles: [], codeFiles: [], changed: [] },
  record: missing('run.json'),
  properties: missing('properties.json'),
  strength: missing('strength.json'),
  waivers: missing('waivers.yaml'),
  accepted: missing('accepted.yaml'),
  baseline: missing('baseline.txt'),
  // nobody has accepted anything here, and the rest is judged all the same
  settings: parseSettings('severity: { stale: off }', 'ringspec.config.yaml'),
});

const judge = (files: GateFiles): Verdict => gate(files, { commits: [], today: '2027-01-01', ci: false });

const clause = (id: string, more = ''): string =>
  `      - { id: ${id}, text: It is so., needs: [example]${more} }\n`;

/** One test that passes and names REQ_3.1, in the form that each writer gives it. */
const reports: Readonly<Record<string, string>> = {
  vitest:
    '<?xml version="1.0"?><testsuites name="vitest tests"><testsuite name="src/a.test.ts" tests="1"><testcase classname="src/a.test.ts" name="purse &gt; REQ_3.1 spends" time="0.001"></testcase></testsuite></testsuites>',
  jest: '<testsuites name="jest tests"><testsuite name="purse"><testcase classname="purse REQ_3.1: spends" name="purse REQ_3.1: spends"/></testsuite></testsuites>',
  pytest:
    '<testsuites><testsuite name="pytest"><testcase classname="tests.test_purse" name="test_spends"><properties><property name="clause" value="REQ_3.1"/></properties></testcase></testsuite></testsuites>',
  junit:
    '<testsuite name="shop.PurseTest"><properties><property name="java.version" value="21"/></properties><testcase name="spends [REQ_3.1]" classname="shop.PurseTest"><system-out><![CDATA[ok & done]]></system-out></testcase></testsuite>',
  go: '<testsuites><testsuite name="shop/purse"><testcase classname="purse" name="TestSpend/@REQ_3.1"></testcase></testsuite></testsuites>',
  ctrf: JSON.stringify({
    results: {
      tool: { name: 'playwright' },
      summary: {},
      tests: [{ name: 'spends', status: 'passed', duration: 1, tags: ['@REQ_3.1'], suite: ['purse'] }],
    },
  }),
};

for (const [writer, text] of Object.entries(reports)) {
  test(`${writer}: a test that names its clause is evidence, and a weaker one`, () => {
    const verdict = judge(filesOf(clause('REQ_3.1'), { 'out/report': text }));
    assert.deepEqual(errors(verdict), []);
    assert.deepEqual(
      verdict.clauses.map(({ state, weaker }) => [state, weaker]),
      [['covered', ['example']]],
    );
    assert.equal(verdict.run.weaker, 1);
  });

  test(`${writer}: a clause that demands strong evidence is not covered by it`, () => {
    const verdict = judge(filesOf(clause('REQ_3.1', ', evidence: strong'), { 'out/report': text }));
    assert.equal(verdict.exit, 4);
    assert.match(errors(verdict).join('\n'), /uncovered: REQ_3\.1: .*\(it demands strong evidence\)/);
  });

  test(`${writer}: another clause with a similar name is not shown by it`, () => {
    for (const id of ['REQ_3', 'REQ_3.11', 'EQ_3.1', 'REQ_3.1.2'])
      assert.equal(judge(filesOf(clause(id), { 'out/report': text })).exit, 4, id);
  });
}

const ended: readonly [string, string, RegExp][] = [
  [
    'a failure',
    '<failure message="expected 3, was 4"/>',
    /^failing: the test "REQ_3\.1" failed: expected 3, was 4$/,
  ],
  ['an error told in its text', '<error>\n  no purse\n  at x</error>', /^failing: .* failed: no purse$/],
  ['a test that was tried again', '<flakyFailure message="no"/>', /^retried: /],
  ['a skipped test', '<skipped/>', /nothing-shown: /],
];
for (const [what, inner, said] of ended)
  test(`${what} is no evidence`, () => {
    const text = `<testsuite><testcase name="REQ_3.1">${inner}</testcase></testsuite>`;
    const verdict = judge(filesOf(clause('REQ_3.1'), { 'j.xml': text }));
    assert.match(errors(verdict).join('\n'), new RegExp(said.source, 'm'));
    assert.notEqual(verdict.exit, 0);
  });

test('kinds: a tag in the title, a tag, or a property', () => {
  const text =
    '<testsuite><testcase name="REQ_3.1 @refusal"/><testcase name="REQ_3.1"><properties><property name="kind" value="boundary"/></properties></testcase></testsuite>';
  const clauses = '      - { id: REQ_3.1, text: It is so., needs: [boundary, refusal] }\n';
  assert.deepEqual(errors(judge(filesOf(clauses, { 'j.xml': text }))), []);
});

test('a property that names no clause is told', () => {
  const text =
    '<testsuite><testcase name="REQ_3.1"><properties><property name="clause" value="REQ_3.9"/></properties></testcase></testsuite>';
  assert.deepEqual(errors(judge(filesOf(clause('REQ_3.1'), { 'j.xml': text }))), [
    'unknown-tag: the test "REQ_3.1" names REQ_3.9, which is no clause and no label',
  ]);
});

test('a report that is missing is no evidence', () => {
  const files = { ...filesOf(clause('REQ_3.1'), {}), reports: [missing('j.xml')] };
  assert.equal(judge(files).exit, 4);
});

const damaged: readonly [string, string, RegExp][] = [
  ['cut off', '<testsuite>\n<testcase name="a">', /^j:2: found XML that is not well-formed/],
  ['another document', '<html></html>', /^j:1: found the element html; allowed: testsuites, or testsuite$/],
  ['an empty file', '', /^j:1: found an empty file/],
  ['other JSON', '{"a": 1}', /^j:1: found a report of another kind/],
  [
    'CTRF without a status',
    '{"results": {"tests": [{"name": "a"}]}}',
    /^j: results\.tests\[0\]\.status: found nothing/,
  ],
  [
    "cucumber's JSON without a line",
    '[{"uri": "a", "elements": [{}]}]',
    /^j: \[0\]\.elements\[0\]\.line: found nothing/,
  ],
];
for (const [what, text, said] of damaged)
  test(`${what}: refused with its place`, () => {
    assert.throws(
      () => readReport({ path: 'j', text }),
      (error) => error instanceof Fault && said.test(error.message),
    );
  });

/** Cucumber's JSON of the right repository: background apart, hooks around, rows by their own lines. */
function cucumberJson(change: (text: string) => string = (text) => text): GateFiles {
  const step = (name: string, status = 'passed') => ({ keyword: 'Given ', name, result: { status } });
  const element = (line: number, ...names: string[]) => ({
    ...{ type: 'scenario', line, before: [{ result: { status: 'passed' } }] },
    steps: names.map((name) => step(name)),
  });
  const elements = [
    element(6, '5 coins', '2 are spent', '3 are left'),
    element(20, '1 coins', '1 are spent', '0 are left'),
    element(21, '7 coins', '7 are spent', '0 are left'),
    element(24, '1 coins', '2 are spent', 'it is refused', '1 are left'),
    element(33, '5 coins', '2 are spent', '1 are spent', '2 are left', '3 were spent'),
  ];
  const files = new Map(repository('right'));
  for (const path of ['run.json', 'messages.ndjson']) files.delete(path);
  const report = change(JSON.stringify([{ uri: 'features/pur.feature', elements }]));
  return { ...gateFiles(files), reports: [{ path: 'cucumber.json', text: report }] };
}

test("cucumber's JSON tells of the features as a run does, and its evidence is weaker", () => {
  const verdict = gate(cucumberJson(), { ...settings(readCase('right')), ci: false });
  assert.deepEqual(errors(verdict), []);
  assert.equal(verdict.run.counting, 5);
  assert.deepEqual(verdict.clauses[0]?.weaker, ['example', 'boundary', 'refusal']);
});

test("cucumber's JSON with another step, a failure or a scenario less is refused", () => {
  const of = (from: string, to: string): string[] =>
    errors(
      gate(
        cucumberJson((text) => text.replace(from, to)),
        settings(readCase('right')),
      ),
    );
  assert.match(of('"3 are left"', '"4 are left"').join('\n'), /^not-run: .*\n.*other steps ran/);
  assert.match(of('"status":"passed"}}]}', '"status":"failed"}}]}').join('\n'), /^failing: /m);
  assert.match(of('"line":33', '"line":34').join('\n'), /^not-run: a partial run: 1 of 5/m);
});

test('an element of JUnit XML with the name of what every object has says nothing of how a test ended', () => {
  const text =
    '<testsuite name="s"><testcase name="REQ_3.1"><constructor/><toString/></testcase></testsuite>';
  const verdict = judge(filesOf(clause('REQ_3.1'), { 'r.xml': text }));
  assert.deepEqual(errors(verdict), []);
});

test('a changed file with the name of what every object has is found changed', () => {
  const { findings } = gate(gateFiles(repository('right'), ['constructor']), settings(readCase('right')));
  assert.match(JSON.stringify(findings), /changed since the run: constructor/);
});
