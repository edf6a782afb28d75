/** Message files as other cucumbers and other layouts write them: made from our own, changed in one way each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../src/files/lines.ts';
import { gate, type Verdict } from '../../src/gate/gate.ts';
import type { GateFiles } from '../../src/gate/inputs.ts';
import { errors, gateFiles, readCase, repository, settings } from './fixture.ts';

type Json = Record<string, unknown>;

/** The right repository, without the record of its own run. */
const right = new Map(repository('right'));
right.delete('run.json');
const lines = (right.get('messages.ndjson') ?? '')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Json);
const kindOf = (envelope: Json): string => Object.keys(envelope)[0] ?? '';
const text = (envelopes: readonly Json[]): string =>
  envelopes.map((one) => `${JSON.stringify(one)}\n`).join('');

const judge = (files: GateFiles): Verdict => gate(files, settings(readCase('right')));
const withMessages = (messages: string): GateFiles =>
  gateFiles(new Map([...right, ['messages.ndjson', messages]]));

test('cucumber-jvm emits each step definition anew for each scenario: none of them is unused', () => {
  const definitions = lines.filter((one) => kindOf(one) === 'stepDefinition');
  let copy = 0;
  const out = lines.flatMap((one) => {
    if (kindOf(one) === 'stepDefinition') return [];
    if (kindOf(one) !== 'testCase') return [one];
    copy++;
    const named = (id: unknown): string => `${String(id)}-${String(copy)}`;
    const anew = definitions.map(({ stepDefinition }) => {
      const { id, pattern } = stepDefinition as Json;
      const javaMethod = { className: 'shop.Steps', methodName: 'step', methodParameterTypes: ['int'] };
      return { stepDefinition: { id: named(id), pattern, sourceReference: { javaMethod } } };
    });
    const testCase = one['testCase'] as { testSteps: Json[] };
    const testSteps = testCase.testSteps.map((step) => ({
      ...step,
      stepDefinitionIds: (step['stepDefinitionIds'] as string[]).map(named),
    }));
    return [...anew, { testCase: { ...testCase, testSteps } }];
  });
  assert.deepEqual(errors(judge(withMessages(text(out)))), []);
});

test('a definition that no scenario uses is still found among those emitted anew', () => {
  const unused = (id: string): Json => ({
    stepDefinition: {
      id,
      pattern: { source: 'nobody says this' },
      sourceReference: { javaMethod: { className: 'shop.Steps', methodName: 'nobody' } },
    },
  });
  const out = [...lines.slice(0, -1), unused('one'), unused('two'), ...lines.slice(-1)];
  assert.deepEqual(errors(judge(withMessages(text(out)))), [
    'unused-step: no scenario uses the step "nobody says this"',
  ]);
});

for (const [writer, exit] of [
  ['cucumber-ruby 7.1.0', 0],
  ['cucumber-ruby 9.2.0', 1],
  ['cucumber-js 12.9.0', 1],
] as const)
  test(`a run that says it failed, though nothing did, by ${writer}: exit ${String(exit)}`, () => {
    const [name, version] = writer.split(' ');
    const out = lines.map((one) =>
      kindOf(one) === 'meta'
        ? { meta: { implementation: { name, version } } }
        : kindOf(one) === 'testRunFinished'
          ? { testRunFinished: { success: false } }
          : one,
    );
    const verdict = judge(withMessages(text(out)));
    assert.equal(verdict.exit, exit);
    assert.equal(
      verdict.findings.some(({ rule }) => rule === 'success-unknown'),
      exit === 0,
    );
  });

/** The messages with everything of the one feature under other ids and another name. */
function renamed(uri: string): string {
  return text(lines)
    .replace(/"([0-9a-f]{8}-[0-9a-f-]{27})"/g, '"$1-two"')
    .replaceAll('features/pur.feature', uri);
}

const aboutTheRun = [
  'meta',
  'testRunStarted',
  'testRunFinished',
  'testRunHookStarted',
  'testRunHookFinished',
];
const body = (messages: string): Json[] =>
  messages
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json)
    .filter((one) => !aboutTheRun.includes(kindOf(one)));

test('one file under two names: it ran twice, and each time has to hold', () => {
  const twice = (second: string): Verdict =>
    judge(withMessages(text([...lines.slice(0, -1), ...body(second), ...lines.slice(-1)])));
  const again = renamed('file:///home/ada/purse/features/pur.feature');
  assert.deepEqual(errors(twice(again)), []);
  const failed = again.replace('"status":"PASSED"', '"status":"FAILED","message":"no"');
  assert.match(errors(twice(failed)).join('\n'), /^failing: /m);
});

/** Two packages with the same feature, each with its own message file. */
function monorepo(first: string, second: string): GateFiles {
  const files = gateFiles(right);
  const [feature] = files.features;
  assert.ok(feature);
  const inPackage = (name: string) => ({ ...feature, path: `packages/${name}/features/pur.feature` });
  return {
    ...files,
    features: [inPackage('a'), inPackage('b')],
    messages: [linesOf('packages/a/messages.ndjson', first), linesOf('packages/b/messages.ndjson', second)],
    accepted: { path: 'features/accepted.yaml', text: null },
    settings: { ...files.settings, severity: { stale: 'off', baseline: 'off' } },
  };
}

test('the same feature in two packages of one repository', () => {
  const [own, other] = [text(lines), renamed('features/pur.feature')];
  const verdict = judge(monorepo(own, other));
  assert.deepEqual(errors(verdict), []);
  assert.equal(verdict.run.counting, 10);
  const failed = other.replace('"status":"PASSED"', '"status":"FAILED","message":"no"');
  assert.match(errors(judge(monorepo(own, failed))).join('\n'), /^failing: packages\/b\/features/m);
});

/** The run in two message files: the cases on the lines below 20, and those from there on. */
function shards(): [Json[], Json[]] {
  const nodes = new Map<string, number>();
  const note = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(note);
    else if (typeof value === 'object' && value !== null) {
      const { id, location } = value as { id?: string; location?: { line: number } };
      if (id !== undefined && location !== undefined) nodes.set(id, location.line);
      Object.values(value).forEach(note);
    }
  };
  const half = new Map<string, boolean>();
  const idOf = (one: Json): string => {
    const inner = one[kindOf(one)] as Record<string, string | undefined>;
    const { testCaseStartedId, testCaseId, pickleId, id } = inner;
    return testCaseStartedId ?? testCaseId ?? pickleId ?? id ?? '';
  };
  const own: [Json[], Json[]] = [[], []];
  for (const one of lines) {
    note(one['gherkinDocument']);
    const { id, astNodeIds } = (one[kindOf(one)] ?? {}) as { id?: string; astNodeIds?: string[] };
    const known =
      astNodeIds === undefined ? half.get(idOf(one)) : (nodes.get(astNodeIds.at(-1) ?? '') ?? 0) < 20;
    if (known !== undefined && id !== undefined) half.set(id, known);
    if (known !== false || kindOf(one) === 'pickle') own[0].push(one);
    if (known !== true || kindOf(one) === 'pickle') own[1].push(one);
  }
  return own;
}

const inShards = (parts: readonly (readonly Json[])[]): GateFiles => ({
  ...gateFiles(right),
  messages: parts.map((part, i) => linesOf(`part-${String(i)}.ndjson`, text(part))),
});

test('a run in two message files is whole together, and partial when one is missing', () => {
  const [first, second] = shards();
  const verdict = judge(inShards([first, second]));
  assert.deepEqual(errors(verdict), []);
  assert.equal(verdict.run.counting, 5);
  assert.match(errors(judge(inShards([first]))).join('\n'), /^not-run: a partial run: [1-4] of 5/);
});

test('parts of a run that share scenarios, or are of several commits, are no run', () => {
  const [first, second] = shards();
  assert.match(
    errors(judge(inShards([lines, second]))).join('\n'),
    /^shared-cases: \d scenarios stand in more than one/m,
  );
  const at = (part: readonly Json[], revision: string): Json[] =>
    part.map((one) =>
      kindOf(one) === 'meta'
        ? { meta: { implementation: { name: 'cucumber-js' }, ci: { git: { revision } } } }
        : one,
    );
  const parts = [at(first, 'c0ffee00c0ffee00'), at(second, 'decade00decade00')];
  assert.match(
    errors(judge(inShards(parts))).join('\n'),
    /^other-commit: the parts of the run are of several/m,
  );
  // by its first digits the commit of the tree is the same
  assert.deepEqual(errors(judge(inShards([at(first, 'C0FFEE00'), at(second, 'c0ffee00c0')]))), []);
});

test('the error of a hook before everything is shown', () => {
  const failed = { status: 'FAILED', message: 'Error: the till is locked\n    at open (till.ts:3)' };
  const hook = [
    { testRunHookStarted: { id: 'before' } },
    { testRunHookFinished: { testRunHookStartedId: 'before', result: failed } },
  ];
  const out = [...lines.slice(0, -1), ...hook, { testRunFinished: { success: false } }];
  assert.deepEqual(errors(judge(withMessages(text(out)))), [
    'run-failed: a hook around the run failed: Error: the till is locked',
  ]);
});
