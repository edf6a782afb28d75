/** The gate under inputs that are damaged in every way: a verdict or a refusal, and never the wrong one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { exitOf } from '../../src/specification/finding.ts';
import { gate, type Verdict } from '../../src/gate/gate.ts';
import { showAnnotations, showSarif } from '../../src/gate/show-annotations.ts';
import { showJunit } from '../../src/gate/show-junit.ts';
import { showMarkdown } from '../../src/gate/show-markdown.ts';
import { showText } from '../../src/gate/show-text.ts';
import { assertTold, attempt, hostileValue, parameters } from '../fuzz.ts';
import { gateFiles, readCase, repository, settings } from './fixture.ts';
import { changed, changedFiles, changes, members } from './mutate.ts';

const bases = ['strong', 'failing', 'retried', 'ambiguous', 'hook-failed', 'another-cucumber'];
const repositories = new Map(bases.map((name) => [name, repository(name)]));
const lineCounts = (files: ReadonlyMap<string, string>): ReadonlyMap<string, number> =>
  new Map([...files].map(([path, text]) => [path, text.split(/\r\n?|\n/).length]));

const judge = (files: ReadonlyMap<string, string>): Verdict =>
  gate(gateFiles(files), settings(readCase('strong')));

/** Everything that is written of a verdict. */
const shown = (verdict: Verdict): string =>
  [
    showText(verdict),
    showJunit(verdict),
    showMarkdown(verdict),
    showAnnotations(verdict),
    showSarif(verdict, '1'),
  ].join('');

interface Line {
  readonly source?: { readonly data: string };
  readonly testCaseFinished?: { readonly testCaseStartedId: string };
  readonly testStepFinished?: { readonly testStepResult: { readonly status: string } };
  readonly testRunFinished?: { readonly success?: boolean };
}

/** What an open gate must have seen in the messages, read here without the gate's own readers. */
function assertOpenFor(files: ReadonlyMap<string, string>): void {
  const lines = (files.get('messages.ndjson') ?? '').split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => JSON.parse(line) as Line);
  const finished = read.flatMap(({ testCaseFinished }) => testCaseFinished?.testCaseStartedId ?? []);
  assert.ok(new Set(finished).size >= 5, 'all five cases came to their end');
  for (const { testStepFinished, testRunFinished, source } of read) {
    assert.ok(testStepFinished === undefined || testStepFinished.testStepResult.status === 'PASSED');
    assert.ok(testRunFinished?.success !== false);
    const same = (text: string | undefined): string =>
      (text ?? '').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    assert.ok(source === undefined || same(source.data) === same(files.get('features/pur.feature')));
  }
  assert.ok(
    read.some(({ testRunFinished }) => testRunFinished !== undefined),
    'the run came to its end',
  );
}

/** Files of which somebody else's parser says that they cannot be read. */
function isBroken(files: ReadonlyMap<string, string>): boolean {
  const jsons = ['properties.json', 'run.json', 'strength.json'].flatMap((path) => files.get(path) ?? []);
  const lines = (files.get('messages.ndjson') ?? '').split('\n').filter((line) => line.trim() !== '');
  const yamls = ['clauses', 'waivers', 'accepted'].map((name) => files.get(`features/${name}.yaml`) ?? '');
  return [...jsons, ...lines].some(isNoObject) || yamls.some((text) => parseDocument(text).errors.length > 0);
}

function isNoObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== 'object' || value === null || Array.isArray(value);
  } catch {
    return true;
  }
}

test('a verdict with the right exit status, or a refusal that names the place', () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(fc.constantFrom(...bases), fc.boolean(), changes, (base, recorded, made) => {
      const files = changedFiles(repositories.get(base) ?? new Map<string, string>(), made);
      // with the record of the run every other message file is refused for that alone
      if (!recorded) files.delete('run.json');
      const came = attempt(() => judge(files));
      const status = 'refused' in came ? 65 : came.read.exit;
      ends.set(String(status), (ends.get(String(status)) ?? 0) + 1);
      if (isBroken(files)) assert.equal(status, 65);
      if ('refused' in came) {
        assertTold(came.refused, lineCounts(files));
        return;
      }
      assert.equal(came.read.exit, exitOf[came.read.ending]);
      attempt(() => shown(came.read));
      if (status === 0) assertOpenFor(files);
      if (base === 'failing' && made.every(({ path }) => path !== 'messages.ndjson'))
        assert.ok([1, 4].includes(status), 'a failure stays a failure, unless the run is of other files');
    }),
    parameters,
  );
  // inputs that all end in one way would ask nothing of the others
  for (const status of ['0', '1', '3', '4', '65'])
    assert.ok(
      (ends.get(status) ?? 0) >= parameters.numRuns / 200,
      `${status}: ${String(ends.get(status))} of ${String(parameters.numRuns)}`,
    );
});

/** Members that are read, by envelope; what else a cucumber writes is its own affair. */
const needed: readonly string[] = [
  ...[
    'source.uri',
    'source.data',
    'gherkinDocument.feature.children',
    'gherkinDocument.feature.children.0.rule.children',
  ],
  ...[
    'pickle.id',
    'pickle.uri',
    'pickle.astNodeIds',
    'pickle.steps',
    'pickle.steps.0.id',
    'pickle.steps.0.text',
  ],
  ...[
    'stepDefinition.id',
    'stepDefinition.pattern',
    'stepDefinition.pattern.source',
    'stepDefinition.sourceReference',
  ],
  ...['testCase.id', 'testCase.pickleId', 'testCase.testSteps', 'testCase.testSteps.0.id'],
  ...['testCaseStarted.id', 'testCaseStarted.testCaseId', 'testCaseStarted.attempt'],
  ...['testStepFinished.testCaseStartedId', 'testStepFinished.testStepId', 'testStepFinished.testStepResult'],
  ...['testStepFinished.testStepResult.status', 'testCaseFinished.testCaseStartedId'],
  ...['meta.implementation', 'meta.implementation.name'],
];
const right = repositories.get('strong') ?? new Map<string, string>();
const messageLines = (right.get('messages.ndjson') ?? '').trimEnd().split('\n');

/** The messages with a member of the first envelope that has it changed. */
function withMember(
  path: string,
  put: unknown,
): { readonly files: Map<string, string>; readonly line: number } {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const at = messageLines.findIndex((line) =>
    members(JSON.parse(line)).some((member) => member.join('.') === steps.join('.')),
  );
  assert.ok(at >= 0, `${path} is a member of no message`);
  const lines = messageLines.with(
    at,
    JSON.stringify(changed(JSON.parse(messageLines[at] ?? ''), steps, put)),
  );
  const files = new Map([...right, ['messages.ndjson', `${lines.join('\n')}\n`]]);
  files.delete('run.json');
  return { files, line: at + 1 };
}

for (const path of needed)
  test(`messages whose ${path} is missing, or of another type, are refused with line and path`, () => {
    const shownPath = path.replace(/\.(\d+)/g, '[$1]');
    for (const put of [undefined, null, false, -1.5, [[]]]) {
      const { files, line } = withMember(path, put);
      const came = attempt(() => judge(files));
      assert.ok('refused' in came, JSON.stringify(put));
      const [first = ''] = came.refused.split('\n');
      assert.ok(first.startsWith(`messages.ndjson:${String(line)}: ${shownPath}`), first);
    }
  });

test('a message that names what no message has is refused', () => {
  for (const path of [
    'pickle.astNodeIds.0',
    'testCase.pickleId',
    'testCase.testSteps.0.pickleStepId',
    'testCase.testSteps.0.stepDefinitionIds.0',
    'testCaseStarted.testCaseId',
    'testStepFinished.testCaseStartedId',
    'testStepFinished.testStepId',
    'testCaseFinished.testCaseStartedId',
  ]) {
    const { files, line } = withMember(path, 'nobody');
    const came = attempt(() => judge(files));
    assert.ok('refused' in came, path);
    assert.ok(came.refused.startsWith(`messages.ndjson:${String(line)}: `), came.refused);
    assert.match(came.refused, /found the id nobody, which no message has; allowed: the id of /);
  }
});

test('what other cucumbers add and write otherwise changes nothing', () => {
  const unrecorded = new Map(right);
  unrecorded.delete('run.json');
  const verdict = judge(unrecorded);
  assert.equal(verdict.exit, 0);
  const extended = fc.tuple(
    fc.nat(),
    fc.nat(),
    hostileValue.filter((put) => JSON.stringify(put).length < 1000 && !JSON.stringify(put).includes('[[[')),
    fc.boolean(),
  );
  fc.assert(
    fc.property(extended, ([n, m, put, windows]) => {
      const at = n % messageLines.length;
      const value = JSON.parse(messageLines[at] ?? '') as Record<string, object>;
      const [kind = ''] = Object.keys(value);
      const more = { [kind]: { ...value[kind], somethingNew: put }, [`kind${String(m)}`]: put };
      const text = messageLines.with(at, JSON.stringify(more)).join(windows ? '\r\n' : '\n\n');
      assert.deepEqual(judge(new Map([...unrecorded, ['messages.ndjson', text]])), verdict);
    }),
    { ...parameters, numRuns: Math.ceil(parameters.numRuns / 10) },
  );
});
