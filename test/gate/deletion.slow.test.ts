/** Whatever is deleted from the real suite, the gate fails and names it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeatureFile, SuiteScenario } from '../../src/specification/features.ts';
import { linesOf } from '../../src/files/lines.ts';
import { gate, judge, type Verdict } from '../../src/gate/gate.ts';
import { blank, edited, extent, filesOf, runRealSuite, settings, settled, type Edit } from './real-suite.ts';

const messages = runRealSuite();
const { files, inputs, verdict: whole } = settled(filesOf(messages));
const known = new Set(whole.findings.map(({ message }) => message));

/** What the gate says after the edits that it did not say before. */
function says(edits: readonly Edit[]): readonly string[] {
  const verdict = judge(edited(inputs, edits), settings);
  assert.notEqual(verdict.exit, 0);
  return verdict.findings
    .filter(({ level, message }) => level === 'error' && !known.has(message))
    .map(({ message }) => message);
}

/** Whether one message has all of these words. */
const named = (messages: readonly string[], ...words: readonly string[]): boolean =>
  messages.some((message) => words.every((word) => message.includes(word)));

const everyScenario = function* (): Generator<[FeatureFile, SuiteScenario]> {
  for (const file of inputs.files) for (const scenario of file.scenarios) yield [file, scenario];
};

/** A deletion, what the gate must name it by (all in one message), and the line for the message of this test. */
interface Deletion {
  readonly edit: Edit;
  readonly words: readonly string[];
  readonly line: number;
}

/**
 * Tries each: in one verdict at most one of a file and one of a name, so that none is named for another; and alone
 * what that does not name.
 */
function tryEach(deletions: readonly Deletion[]): void {
  let waiting = deletions;
  while (waiting.length > 0) {
    const [paths, names] = [new Set<string>(), new Set<string>()];
    const together: Deletion[] = [];
    waiting = waiting.filter((one) => {
      const name = one.words.join(' ');
      if (paths.has(one.edit.path) || names.has(name)) return true;
      paths.add(one.edit.path);
      names.add(name);
      together.push(one);
      return false;
    });
    const said = says(together.map(({ edit }) => edit));
    for (const { edit, words, line } of together)
      assert.ok(
        named(said, ...words) || named(says([edit]), ...words),
        `${words.join(' ')}, line ${String(line)} of ${edit.path}`,
      );
  }
}

test('the suite is there, ran, and holds still', () => {
  assert.ok(whole.run.scenarios > 700, `${String(whole.run.scenarios)} scenarios`);
  assert.equal(whole.run.partial, false);
  assert.deepEqual(whole.differences, []);
});

test('any one scenario', () => {
  const scenarios = [...everyScenario()].map(([file, scenario]): Deletion => {
    const text = blank(file.text, ...extent(file, scenario));
    const edit = { path: file.path, text, gone: scenario.cases.map(({ line }) => line) };
    return { edit, words: [file.path, scenario.title], line: scenario.place.line };
  });
  assert.ok(scenarios.length > 700);
  tryEach(scenarios);
});

test('any one row of an outline', () => {
  const rows = [...everyScenario()].flatMap(([file, { title, cases }]) =>
    cases.length < 2
      ? []
      : cases.map(({ line }): Deletion => {
          const edit = { path: file.path, text: blank(file.text, line, line), gone: [line] };
          return { edit, words: [file.path, title], line };
        }),
  );
  assert.ok(rows.length > 300, String(rows.length));
  tryEach(rows);
});

/** First and last line of each step of a scenario with its table or text, in order. */
function stepLines(file: FeatureFile, scenario: SuiteScenario): [number, number][] {
  const lines = file.text.split('\n');
  const [, last] = extent(file, scenario);
  const steps: [number, number][] = [];
  let fence = false;
  for (let line = scenario.place.line + 1; line <= last; line++) {
    const text = (lines[line - 1] ?? '').trim();
    if (text.startsWith('"""')) fence = !fence;
    else if (!fence && /^(Examples|Scenarios):/.test(text)) break;
    else if (!fence && /^(Given|When|Then|And|But|\*) /.test(text)) {
      steps.push([line, line]);
      continue;
    }
    const step = steps.at(-1);
    if (step !== undefined && text !== '' && !isTagOrComment(text, fence)) step[1] = line;
  }
  return steps;
}

const isTagOrComment = (text: string, fence: boolean): boolean => !fence && /^[@#]/.test(text);

test('any one Then', () => {
  const tried: Deletion[] = [];
  for (const [file, scenario] of everyScenario()) {
    const [first] = scenario.cases;
    if (first === undefined) continue;
    const own = stepLines(file, scenario);
    const before = first.steps.length - own.length;
    own.forEach(([from, to], i) => {
      if (first.steps[before + i]?.asserts !== true) return;
      const goneStep = { cases: scenario.cases.map(({ line }) => line), index: before + i };
      const edit: Edit = { path: file.path, text: blank(file.text, from, to), gone: [], goneStep };
      tried.push({ edit, words: [file.path, scenario.title], line: from });
    });
  }
  tryEach(tried);
  const outcomes = [...everyScenario()].flatMap(
    ([, { cases }]) => cases[0]?.steps.filter(({ asserts }) => asserts) ?? [],
  );
  assert.equal(tried.length, outcomes.length, 'every Then was tried');
});

const without = (text: string, line: number, tag: string): string =>
  text
    .split('\n')
    .map((one, i) =>
      i + 1 === line
        ? one
            .split(/(?<=\s)/)
            .filter((word) => word.trim() !== `@${tag}`)
            .join('')
        : one,
    )
    .join('\n');

test('any one clause tag, and the last evidence of any clause', () => {
  const byClause = new Map<string, Map<string, string>>();
  const tags: Deletion[] = [];
  for (const file of inputs.files) {
    for (const { name, place, onFeature } of file.tags) {
      if (onFeature || !inputs.catalogue.clauses.has(name)) continue;
      const edit = { path: file.path, text: without(file.text, place.line, name), gone: [] };
      tags.push({ edit, words: [name], line: place.line });
      const texts = byClause.get(name) ?? new Map<string, string>();
      texts.set(file.path, without(texts.get(file.path) ?? file.text, place.line, name));
      byClause.set(name, texts);
    }
  }
  tryEach(tags);
  for (const [id, texts] of byClause) {
    const edits = [...texts].map(([path, text]) => ({ path, text, gone: [] }));
    assert.ok(named(says(edits), `${id}: no scenario shows it`), id);
  }
  assert.ok(byClause.size > 100);
});

test('the same from the files as text: one scenario taken out of features and messages', () => {
  // messages know a scenario by its file and name, which two rules of one file may share
  const found = [...everyScenario()].find(
    ([file, { name }]) => file.scenarios.filter((other) => other.name === name).length === 1,
  );
  assert.ok(found);
  const [file, scenario] = found;
  const text = blank(file.text, ...extent(file, scenario));
  const verdict: Verdict = gate(
    {
      ...files,
      features: files.features.map((one) => (one.path === file.path ? { ...one, text } : one)),
      messages: [linesOf('messages.ndjson', withoutScenario(messages, file.path, scenario, text))],
    },
    settings,
  );
  assert.notEqual(verdict.exit, 0);
  assert.ok(
    named(
      verdict.differences.map(({ name }) => name),
      scenario.title,
    ),
  );
  assert.equal(verdict.run.partial, false);
});

interface Message {
  readonly source?: { uri: string; data: string };
  readonly pickle?: { id: string; uri: string; name: string };
  readonly testCase?: { id: string; pickleId: string };
  readonly testCaseStarted?: { id: string; testCaseId: string };
  readonly testStepStarted?: { testCaseStartedId: string };
  readonly testStepFinished?: { testCaseStartedId: string };
  readonly testCaseFinished?: { testCaseStartedId: string };
}

function withoutScenario(messages: string, path: string, { name }: SuiteScenario, text: string): string {
  const gone = new Set<string>();
  const kept = messages
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message)
    .filter((message) => {
      const { pickle, testCase, testCaseStarted } = message;
      const step = message.testStepStarted ?? message.testStepFinished ?? message.testCaseFinished;
      if (pickle?.uri === path && pickle.name === name) gone.add(pickle.id);
      if (testCase !== undefined && gone.has(testCase.pickleId)) gone.add(testCase.id);
      if (testCaseStarted !== undefined && gone.has(testCaseStarted.testCaseId)) gone.add(testCaseStarted.id);
      const id = pickle?.id ?? testCase?.id ?? testCaseStarted?.id ?? step?.testCaseStartedId;
      return id === undefined || !gone.has(id);
    })
    .map((message) =>
      message.source?.uri === path ? { ...message, source: { ...message.source, data: text } } : message,
    );
  return kept.map((message) => `${JSON.stringify(message)}\n`).join('');
}
