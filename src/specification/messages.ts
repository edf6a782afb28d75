/** A run as its message file tells it, whichever cucumber wrote it. */
import { Query } from '@cucumber/query';
import { readEnvelopes } from './envelopes.ts';
import { sameText } from './input.ts';

// the library's own types, which it takes and gives as plain data
type Envelope = Parameters<Query['update']>[0];
type TestCaseStarted = ReturnType<Query['findAllTestCaseStarted']>[number];

/** One go at a case: its steps and hooks in order, with what became of each. */
export interface Attempt {
  /** 0 is the first. */
  readonly attempt: number;
  readonly finished: boolean;
  /** The text of a step; null for a hook. */
  readonly steps: readonly {
    readonly text: string | null;
    readonly status: string;
    readonly message: string;
  }[];
}

export interface StepDefinitionUse {
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  readonly used: boolean;
}

export interface AmbiguousStep {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
  readonly definitions: readonly string[];
}

export interface RunResults {
  /** The program that wrote it, with its version. */
  readonly writer: string;
  readonly runs: number;
  readonly runFinished: boolean;
  readonly success: boolean | null;
  /** Why the run failed apart from its scenarios: hooks around the run, files that did not parse. */
  readonly troubles: readonly string[];
  /** The commit that the continuous integration service named. */
  readonly revision: string | null;
  /** Feature text by uri. */
  readonly sources: ReadonlyMap<string, string>;
  /** Attempts by uri, then by the line of the scenario or row. */
  readonly attempts: ReadonlyMap<string, ReadonlyMap<number, readonly Attempt[]>>;
  readonly definitions: readonly StepDefinitionUse[];
  readonly ambiguous: readonly AmbiguousStep[];
}

/** Reads a message file: one JSON envelope a line. */
export function readMessages(path: string, text: string): RunResults {
  const query = new Query();
  const sources = new Map<string, string>();
  const troubles: string[] = [];
  let runs = 0;
  for (const envelope of readEnvelopes(path, text)) {
    // the library's own types name members that only other readers need
    query.update(envelope as unknown as Envelope);
    const { source, testRunStarted, parseError } = envelope;
    if (source !== undefined) sources.set(source.uri, sameText(source.data));
    if (testRunStarted !== undefined) runs++;
    if (parseError !== undefined)
      troubles.push(`${parseError.source.uri ?? 'a feature'} did not parse: ${parseError.message}`);
  }
  for (const { result } of query.findAllTestRunHookFinished()) {
    const status: string = result.status;
    if (status !== 'PASSED') troubles.push(`a hook around the run ${status.toLowerCase()}`);
  }
  const meta = query.findMeta();
  const finished = query.findTestRunFinished();
  const started = query.findAllTestCaseStarted();
  return {
    writer:
      meta === undefined ? '' : `${meta.implementation.name} ${meta.implementation.version ?? ''}`.trim(),
    runs,
    runFinished: finished !== undefined,
    success: (finished as { success?: boolean } | undefined)?.success ?? null,
    troubles,
    revision: meta?.ci?.git?.revision ?? null,
    sources,
    attempts: readAttempts(query, started),
    definitions: readDefinitions(query),
    ambiguous: readAmbiguous(query, started),
  };
}

/** What a case ran, and the uri and line that it has in the run's own tree of the file. */
function caseOf(query: Query, started: TestCaseStarted) {
  const testCase = query.findTestCaseBy(started);
  const pickle = query.findPickleBy(started);
  const lineage = pickle === undefined ? undefined : query.findLineageBy(pickle);
  const node = lineage?.example ?? lineage?.scenario;
  // every id that a message names has been looked for before
  if (testCase === undefined || pickle === undefined || node === undefined)
    throw new Error(`the case ${started.id} names what no message has`);
  return { steps: testCase.testSteps, uri: pickle.uri, line: node.location.line };
}

function readAttempts(query: Query, all: readonly TestCaseStarted[]): RunResults['attempts'] {
  const attempts = new Map<string, Map<number, Attempt[]>>();
  for (const started of all) {
    const { uri, line, steps } = caseOf(query, started);
    const results = new Map(
      query
        .findTestStepsFinishedBy(started)
        .map(({ testStepId, testStepResult }) => [testStepId, testStepResult]),
    );
    const inFile = attempts.get(uri) ?? new Map<number, Attempt[]>();
    const list = inFile.get(line) ?? [];
    list.push({
      attempt: started.attempt,
      finished: query.findTestCaseFinishedBy(started) !== undefined,
      steps: steps.map((step) => ({
        text: query.findPickleStepBy(step)?.text ?? null,
        status: results.get(step.id)?.status ?? 'MISSING',
        message: results.get(step.id)?.message ?? '',
      })),
    });
    inFile.set(line, list);
    attempts.set(uri, inFile);
  }
  return attempts;
}

function readDefinitions(query: Query): StepDefinitionUse[] {
  const used = new Set(query.findAllTestSteps().flatMap(({ stepDefinitionIds }) => stepDefinitionIds ?? []));
  return query.findAllStepDefinitions().map(({ id, pattern, sourceReference }) => ({
    pattern: pattern.source,
    file: sourceReference.uri ?? sourceReference.javaMethod?.className ?? 'a step file',
    line: sourceReference.location?.line ?? 1,
    used: used.has(id),
  }));
}

/** Steps that more than one definition matches, each once. */
function readAmbiguous(query: Query, all: readonly TestCaseStarted[]): AmbiguousStep[] {
  const found = new Map<string, AmbiguousStep>();
  for (const started of all) {
    const { uri, line, steps } = caseOf(query, started);
    for (const step of steps) {
      const definitions = query.findStepDefinitionsBy(step);
      const text = query.findPickleStepBy(step)?.text;
      if (definitions.length < 2 || text === undefined || found.has(text)) continue;
      found.set(text, { uri, line, text, definitions: definitions.map(({ pattern }) => pattern.source) });
    }
  }
  return [...found.values()];
}
