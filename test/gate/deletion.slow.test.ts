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

const everyScenario = function* (): Generator<[FeatureFile, SuiteScenario]> {
  for (const file of inputs.files) for (const scenario of file.scenarios) yield [file, scenario];
};

/** A deletion, whether the gate names it in a message, and what is told where it does not. */
interface Deletion {
  readonly edit: Edit;
  readonly name: string;
  readonly isNamed: (message: string) => boolean;
  readonly line: number;
}

/** A verdict takes so much of a file at once that most of it stays. */
const SHARE = 1 / 10;

/**
 * Tries each: in one verdict at most one of a name, and none is named of which nothing is deleted, so that none is
 * named for another.
 */
function tryEach(deletions: readonly Deletion[]): void {
  const most = new Map<string, number>();
  for (const { edit } of deletions) most.set(edit.path, (most.get(edit.path) ?? 0) + SHARE);
  let waiting = deletions;
  while (waiting.length > 0) {
    const [taken, names] = [new Map<string, number>(), new Set<string>()];
    const isTaken = ({ name, edit: { path } }: Deletion): boolean => {
      const count = taken.get(path) ?? 0;
      if (names.has(name) || count >= (most.get(path) ?? 0)) return false;
      names.add(name);
      taken.set(path, count + 1);
      return true;
    };
    const together = waiting.filter(isTaken);
    waiting = waiting.filter((one) => !together.includes(one));
    const said = tryTogether(together);
    // a title may be the beginning of another one
    const isApart = ({ name }: Deletion): boolean => ![...names].some((other) => other.startsWith(name));
    const wrongly = waiting.find((one) => isApart(one) && said.some(one.isNamed));
    assert.equal(wrongly?.name, undefined, 'named, and nothing of it was deleted');
  }
}

/** What is not named in company, as where all of the run counts for nothing, is in less of it. */
function tryTogether(deletions: readonly Deletion[]): readonly string[] {
  const said = says(deletions.map(({ edit }) => edit));
  const missed = deletions.filter(({ isNamed }) => !said.some(isNamed));
  const [first] = missed;
  if (first === undefined) return said;
  assert.ok(deletions.length > 1, `${first.name}, line ${String(first.line)} of ${first.edit.path}`);
  const half = Math.ceil(missed.length / 2);
  for (const part of [missed.slice(0, half), missed.slice(half)]) if (part.length > 0) tryTogether(part);
  return said;
}

/** Named as what has lost something. */
const scenarioNamed = ({ path }: FeatureFile, { title }: SuiteScenario) => ({
  name: `${path} ${title}`,
  isNamed: (message: string): boolean => message.includes(path) && message.includes(title),
});

test('the suite is there, ran, and holds still', () => {
  assert.ok(whole.run.scenarios > 700, `${String(whole.run.scenarios)} scenarios`);
  assert.equal(whole.run.partial, false);
  assert.deepEqual(whole.differences, []);
});

test('any one scenario', () => {
  const scenarios = [...everyScenario()].map(([file, scenario]): Deletion => {
    const change = blank(...extent(file, scenario));
    const edit = { path: file.path, change, gone: scenario.cases.map(({ line }) => line) };
    return { edit, ...scenarioNamed(file, scenario), line: scenario.place.line };
  });
  assert.ok(scenarios.length > 700);
  tryEach(scenarios);
});

test('any one row of an outline', () => {
  const rows = [...everyScenario()].flatMap(([file, scenario]) =>
    scenario.cases.length < 2
      ? []
      : scenario.cases.map(({ line }): Deletion => {
          const edit = { path: file.path, change: blank(line, line), gone: [line] };
          return { edit, ...scenarioNamed(file, scenario), line };
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
      const edit: Edit = { path: file.path, change: blank(from, to), gone: [], goneStep };
      tried.push({ edit, ...scenarioNamed(file, scenario), line: from });
    });
  }
  tryEach(tried);
  const outcomes = [...everyScenario()].flatMap(
    ([, { cases }]) => cases[0]?.steps.filter(({ asserts }) => asserts) ?? [],
  );
  assert.equal(tried.length, outcomes.length, 'every Then was tried');
});

const without =
  (line: number, tag: string) =>
  (text: string): string =>
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

/** Named with a scenario of the file that showed the clause and shows it no more. */
const tagNamed = (path: string, id: string) => ({
  name: `${path} ${id}`,
  isNamed: (message: string): boolean => {
    const [, file, was = '', is = ''] =
      /^scenario "(.*?) › .*" was "(.*?);.*" and is "(.*?);/.exec(message) ?? [];
    return file === path && was.split(' ').includes(id) && !is.split(' ').includes(id);
  },
});

test('any one clause tag, and the last evidence of any clause', () => {
  const byClause = new Map<string, Edit[]>();
  const tags: Deletion[] = [];
  for (const file of inputs.files) {
    for (const { name, place, onFeature } of file.tags) {
      if (onFeature || !inputs.catalogue.clauses.has(name)) continue;
      const edit = { path: file.path, change: without(place.line, name), gone: [] };
      tags.push({ edit, ...tagNamed(file.path, name), line: place.line });
      byClause.set(name, [...(byClause.get(name) ?? []), edit]);
    }
  }
  tryEach(tags);
  const ids = [...byClause.keys()];
  for (const first of ids.slice(0, 1 / SHARE).keys()) {
    const gone = ids.filter((_, i) => i % (1 / SHARE) === first);
    const said = says(gone.flatMap((id) => byClause.get(id) ?? []));
    const unseen = ids.filter((id) =>
      said.some((message) => message.includes(`${id}: no scenario shows it`)),
    );
    assert.deepEqual(unseen, gone);
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
  const text = blank(...extent(file, scenario))(file.text);
  const verdict: Verdict = gate(
    {
      ...files,
      features: files.features.map((one) => (one.path === file.path ? { ...one, text } : one)),
      messages: [linesOf('messages.ndjson', withoutScenario(messages, file.path, scenario, text))],
    },
    settings,
  );
  assert.notEqual(verdict.exit, 0);
  assert.ok(verdict.differences.some(({ name }) => name.includes(scenario.title)));
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
