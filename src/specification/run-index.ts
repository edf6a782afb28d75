/** Cucumber's messages put together: each attempt at a case with its steps, wherever its parts stand in the stream. */
import type { FileFault } from '../files/faults.ts';
import type { Envelope } from './envelopes.ts';

export interface RanStep {
  /** The text of a step; null for a hook. */
  readonly text: string | null;
  readonly status: string;
  readonly message: string;
  /** It took time: a dry run carries nothing out. */
  readonly took: boolean;
  /** Bodies of attachments by their media type, as far as that was asked for. */
  readonly attached: readonly { readonly mediaType: string; readonly body: string }[];
}

/** One attempt at a case, with where it stands in the run's own tree of files. */
export interface RanCase {
  readonly uri: string;
  /** Of the scenario or row. */
  readonly line: number;
  readonly name: string;
  /** The rule that it stands below; null without one. */
  readonly rule: string | null;
  readonly tags: readonly string[];
  /** 0 is the first attempt. */
  readonly attempt: number;
  readonly finished: boolean;
  readonly steps: readonly RanStep[];
  /** Definitions that match each step, by their ids. */
  readonly definitions: readonly (readonly string[])[];
}

type Of<K extends keyof Envelope> = NonNullable<Envelope[K]>;
interface At<T> {
  readonly value: T;
  readonly line: number;
}
interface Started extends At<Of<'testCaseStarted'>> {
  readonly results: Map<string, Pick<RanStep, 'status' | 'message' | 'took'> & { readonly line: number }>;
  readonly attached: Map<string, RanStep['attached'][number][]>;
  finished: boolean;
}

/** What refers to something that no message declares. */
type Broken = Omit<FileFault, 'file'>;

export class RunIndex {
  readonly started = new Map<string, Started>();
  /** Lines of scenarios and rows, with the rule above, by node id. */
  readonly #nodes = new Map<string, { line: number; rule: string | null }>();
  readonly #pickles = new Map<string, At<Of<'pickle'>>>();
  readonly #cases = new Map<string, At<Of<'testCase'>>>();
  readonly #definitions = new Set<string>();
  readonly #hooks = new Set<string>();
  /** What refers to an attempt and came before it, or without it. */
  readonly #early: { readonly envelope: Envelope; readonly line: number }[] = [];
  readonly #asked: {
    kind: string;
    id: string;
    known: { has: (id: string) => boolean };
    at: string;
    line: number;
  }[] = [];

  /** @param keeps says of which media types the attachments are kept */
  constructor(readonly keeps: (mediaType: string) => boolean = () => false) {}

  hear(envelope: Envelope, line = 0): void {
    const { gherkinDocument, pickle, stepDefinition, testCase, testCaseStarted } = envelope;
    if (gherkinDocument?.feature !== undefined) this.#noteNodes(gherkinDocument.feature);
    if (pickle !== undefined) this.#pickles.set(pickle.id, { value: pickle, line });
    if (stepDefinition !== undefined) this.#definitions.add(stepDefinition.id);
    if (testCase !== undefined) this.#cases.set(testCase.id, { value: testCase, line });
    if (testCaseStarted !== undefined)
      this.started.set(testCaseStarted.id, {
        ...{ value: testCaseStarted, line, results: new Map(), attached: new Map(), finished: false },
      });
    if (envelope.testRunHookStarted !== undefined) this.#hooks.add(envelope.testRunHookStarted.id);
    const hook = envelope.testRunHookFinished?.testRunHookStartedId;
    if (hook !== undefined)
      this.#ask('a testRunHookStarted', hook, this.#hooks, 'testRunHookFinished.testRunHookStartedId', line);
    if (!this.#noteAttempt(envelope, line)) this.#early.push({ envelope, line });
  }

  #noteNodes({ children }: NonNullable<Of<'gherkinDocument'>['feature']>): void {
    const note = (
      list: readonly Pick<(typeof children)[number], 'scenario'>[],
      rule: string | null,
    ): void => {
      for (const { scenario } of list) {
        if (scenario === undefined) continue;
        this.#nodes.set(scenario.id, { line: scenario.location.line, rule });
        for (const { tableBody } of scenario.examples ?? [])
          for (const row of tableBody) this.#nodes.set(row.id, { line: row.location.line, rule });
      }
    };
    note(children, null);
    for (const { rule } of children) if (rule !== undefined) note(rule.children, rule.name);
  }

  /** Whether what the envelope tells of an attempt has found it. */
  #noteAttempt({ testStepFinished, testCaseFinished, attachment }: Envelope, line: number): boolean {
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      const { status, message = '', duration } = testStepResult;
      const took = Number(duration?.seconds ?? 0) > 0 || (duration?.nanos ?? 0) > 0;
      const started = this.started.get(testCaseStartedId);
      started?.results.set(testStepId, { status, message, took, line });
      return started !== undefined;
    }
    if (testCaseFinished !== undefined) {
      const started = this.started.get(testCaseFinished.testCaseStartedId);
      if (started !== undefined) started.finished = true;
      return started !== undefined;
    }
    if (attachment?.testCaseStartedId === undefined || !this.keeps(attachment.mediaType)) return true;
    const { testCaseStartedId, testStepId = '', mediaType, body } = attachment;
    const attached = this.started.get(testCaseStartedId)?.attached;
    attached?.set(testStepId, [...(attached.get(testStepId) ?? []), { mediaType, body }]);
    return attached !== undefined;
  }

  /** An attempt with all that was told of it; null where a message that it needs is missing. */
  ran(id: string): RanCase | null {
    const started = this.started.get(id);
    const testCase = this.#cases.get(started?.value.testCaseId ?? '')?.value;
    const pickle = this.#pickles.get(testCase?.pickleId ?? '')?.value;
    const node = this.#nodes.get(pickle?.astNodeIds.at(-1) ?? '');
    if (started === undefined || testCase === undefined || pickle === undefined || node === undefined)
      return null;
    const texts = new Map(pickle.steps.map((step) => [step.id, step.text]));
    return {
      uri: pickle.uri,
      line: node.line,
      name: pickle.name ?? '',
      rule: node.rule,
      tags: (pickle.tags ?? []).map(({ name }) => name.slice(1)),
      attempt: started.value.attempt,
      finished: started.finished,
      steps: testCase.testSteps.map((step) => ({
        text: texts.get(step.pickleStepId ?? '') ?? null,
        attached: started.attached.get(step.id) ?? [],
        ...resultOf(started, step.id),
      })),
      definitions: testCase.testSteps.map(({ stepDefinitionIds = [] }) => stepDefinitionIds),
    };
  }

  /** Ids of the definitions that a step of any case matches. */
  *usedDefinitions(): Generator<string> {
    for (const { value } of this.#cases.values())
      for (const { stepDefinitionIds = [] } of value.testSteps) yield* stepDefinitionIds;
  }

  /** References to what no message declares. In a whole file there is none. Call it once, at the end. */
  broken(): Broken[] {
    for (const { envelope, line } of this.#early) {
      if (this.#noteAttempt(envelope, line)) continue;
      const [kind = '', told] = Object.entries(envelope).find(([, value]) => value !== undefined) ?? [];
      const { testCaseStartedId: id = '' } = (told ?? {}) as { testCaseStartedId?: string };
      this.#ask('a testCaseStarted', id, this.started, `${kind}.testCaseStartedId`, line);
    }
    const steps = new Set<string>();
    for (const { value, line } of this.#pickles.values()) {
      this.#ask(
        'a scenario or row of a gherkinDocument',
        value.astNodeIds.at(-1),
        this.#nodes,
        'pickle.astNodeIds',
        line,
      );
      for (const step of value.steps) steps.add(step.id);
    }
    for (const { value, line } of this.#cases.values()) {
      this.#ask('a pickle', value.pickleId, this.#pickles, 'testCase.pickleId', line);
      value.testSteps.forEach(({ pickleStepId, stepDefinitionIds = [] }, i) => {
        const at = `testCase.testSteps[${String(i)}]`;
        this.#ask('a step of a pickle', pickleStepId, steps, `${at}.pickleStepId`, line);
        for (const one of stepDefinitionIds)
          this.#ask('a stepDefinition', one, this.#definitions, `${at}.stepDefinitionIds`, line);
      });
    }
    for (const { value, line, results } of this.started.values()) {
      this.#ask('a testCase', value.testCaseId, this.#cases, 'testCaseStarted.testCaseId', line);
      const own = new Set(this.#cases.get(value.testCaseId)?.value.testSteps.map((step) => step.id));
      for (const [step, at] of results)
        this.#ask('a step of the testCase', step, own, 'testStepFinished.testStepId', at.line);
    }
    return this.#asked
      .filter(({ id, known }) => !known.has(id))
      .map(({ kind, id, at, line }) => ({
        line,
        path: at,
        found: `the id ${id}, which no message has`,
        allowed: `the id of ${kind}`,
      }));
  }

  #ask(
    kind: string,
    id: string | undefined,
    known: { has: (id: string) => boolean },
    at: string,
    line: number,
  ): void {
    // what is there is not asked for again: a run of twenty thousand rows has a million references
    if (id !== undefined && (!known.has(id) || known === this.#hooks))
      this.#asked.push({ kind, id, known, at, line });
  }
}

function resultOf({ results }: Started, step: string): Pick<RanStep, 'status' | 'message' | 'took'> {
  const { status = 'MISSING', message = '', took = false } = results.get(step) ?? {};
  return { status, message, took };
}
