/** One verdict in every form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gate, type Verdict } from '../../src/gate/gate.ts';
import { showAnnotations, showSarif } from '../../src/gate/show-annotations.ts';
import { showJunit } from '../../src/gate/show-junit.ts';
import { showMarkdown } from '../../src/gate/show-markdown.ts';
import { showText } from '../../src/gate/show-text.ts';
import { gateFiles, names, readCase, repository, settings } from './fixture.ts';

const verdictOf = (name: string): Verdict => gate(gateFiles(repository(name)), settings(readCase(name)));

test('the text says what, where and what to do', () => {
  assert.equal(
    showText(verdictOf('partial')),
    [
      '4 clauses: 2 covered, 1 waived, 1 partial',
      '5 of 5 scenarios are evidence, 2 properties (cucumber-js 12.9.0)',
      '',
      'The coverage falls short (1):',
      '  partial  features/clauses.yaml:12',
      '    PUR-02R: lacks refusal; it has example',
      '    → write a scenario tagged @PUR-02R @refusal, or waive it',
      '',
      'Warnings (3):',
      ...['clause', 'clause', 'scenario'].flatMap((_, i) => warning(verdictOf('partial'), i)),
      '',
      'the coverage falls short (exit 2)',
      '',
    ].join('\n'),
  );
});

test('whether the strength is that of this tree stands on top, in the text and in the summary', () => {
  for (const [name, said] of [
    ['strong', 'the strength is that of this tree'],
    [
      'strength-of-other-files',
      'the strength is that of another tree: src/purse.txt changed since it was measured, so it does not count',
    ],
  ] as const) {
    const verdict = verdictOf(name);
    assert.equal(verdict.exit, 0);
    assert.equal(showText(verdict).split('\n')[2], said);
    assert.ok(showMarkdown(verdict).includes(`. ${said}.`), name);
  }
  assert.doesNotMatch(showText(verdictOf('right')), /strength/);
});

function warning({ findings }: Verdict, i: number): string[] {
  const one = findings.filter(({ level }) => level === 'warning')[i];
  const place = one?.place;
  assert.ok(one && place);
  return [`  ${one.rule}  ${place.file}:${String(place.line)}`, `    ${one.message}`, `    → ${one.remedy}`];
}

test('the text of a run that is no evidence leaves the clauses out', () => {
  const text = showText(verdictOf('filtered-by-name'));
  assert.match(text, /^4 clauses: .*\n0 of 5 scenarios are evidence/);
  assert.match(text, /Nothing of this run counts/);
  assert.doesNotMatch(text, /no scenario shows it/);
});

test('JUnit: a failure for each error, a case for each clause, and marks escaped', () => {
  for (const name of names()) {
    const verdict = verdictOf(name);
    const xml = showJunit(verdict);
    const failures = xml.match(/<failure /g)?.length ?? 0;
    const errors = verdict.findings.filter(({ level }) => level === 'error').length;
    const failing = verdict.clauses.filter(({ state }) => state === 'failing').length;
    assert.ok(failures >= errors && failures <= errors + failing, `${name}: ${String(failures)} failures`);
    assert.equal(failures > 0, verdict.exit !== 0, name);
    assert.doesNotMatch(xml, /&(?!(amp|lt|gt|quot);)|="[^"]*<[^"]*"/, name);
    assert.ok(xml.match(/<testcase /g)?.length ?? 0 >= verdict.clauses.length);
  }
});

test('Markdown: one row for each finding, whatever it holds', () => {
  const verdict = verdictOf('failing');
  const odd = {
    ...verdict,
    findings: verdict.findings.map((one) => ({ ...one, message: 'a | b\n<c> `d`' })),
  };
  assert.match(
    showMarkdown(odd),
    /\| failing \| features\/pur\.feature:33 \| a \\\| b · \\<c\\> \\`d\\` \| /,
  );
  assert.match(showMarkdown(odd), /^## ❌ Specification: a scenario or a property failed\n/);
});

test('SARIF and annotations name rule, level, file and line', () => {
  const verdict = verdictOf('other-chapter');
  const sarif = JSON.parse(showSarif(verdict, '1.0')) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; level: string }[] }[];
  };
  assert.equal(sarif.version, '2.1.0');
  const [run] = sarif.runs;
  const astray = run?.results.find(({ ruleId }) => ruleId === 'other-chapter');
  assert.deepEqual(astray, {
    ruleId: 'other-chapter',
    level: 'warning',
    message: {
      text: 'features/col.feature › not of a colour: it stands with chapter COL and speaks of PUR-01 only\nmove it, or correct its tags',
    },
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'features/col.feature' }, region: { startLine: 4 } } },
    ],
  });
  assert.match(
    showAnnotations(verdictOf('failing')),
    /^::error file=features\/pur\.feature,line=33,title=failing::features\/pur\.feature › .*%0Acorrect what it tests$/m,
  );
});
