/** Cucumber's messages, scenario by scenario. */
import {
  TestStepResultStatus,
  type Attachment,
  type Envelope,
  type Feature,
  type Pickle,
  type TestCase,
  type TestStepFinished,
} from '@cucumber/messages';
import { RECORD_TYPE, recordSchema, type ScenarioRecord } from '../protocol/record.ts';

export interface ScenarioResult {
  readonly name: string;
  /** `feature › rule › name`: what it is known by when lines move. */
  readonly title: string;
  /** Feature file and line, to run it again by. */
  readonly place: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
  /** The step that did not pass; empty for a hook. */
  readonly step: string;
  /** Why it did not pass. */
  readonly message: string;
  /** What the hooks attached of its conversation; null where none was asked for. */
  readonly record: ScenarioRecord | null;
}

interface Running {
  readonly pickle: Pickle;
  passed: boolean;
  step: string;
  message: string;
  record: ScenarioRecord | null;
}

/** The messages that tell how scenarios fare. */
type Heard = Pick<
  Envelope,
  | 'gherkinDocument'
  | 'pickle'
  | 'testCase'
  | 'testCaseStarted'
  | 'testStepFinished'
  | 'testCaseFinished'
  | 'attachment'
>;

/** Follows cucumber's messages: a scenario passes when it finished and every step of it passed. */
export class Collector {
  readonly #lines = new Map<string, number>();
  /** The rule above a scenario, by node id. */
  readonly #rules = new Map<string, string>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, string>();
  /** Texts of steps, by the id of the step in its case. */
  readonly #steps = new Map<string, string>();
  readonly #running = new Map<string, Running>();
  readonly #ended: (result: ScenarioResult) => void;

  constructor(ended: (result: ScenarioResult) => void) {
    this.#ended = ended;
  }

  hear(envelope: Heard): void {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } =
      envelope;
    if (gherkinDocument?.feature !== undefined) this.#noteFeature(gherkinDocument.feature);
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) this.#noteCase(testCase);
    if (testCaseStarted !== undefined) this.#start(testCaseStarted.id, testCaseStarted.testCaseId);
    if (testStepFinished !== undefined) this.#step(testStepFinished);
    if (envelope.attachment?.mediaType === RECORD_TYPE) this.#attach(envelope.attachment);
    if (testCaseFinished !== undefined) this.#finish(testCaseFinished.testCaseStartedId);
  }

  #noteFeature({ children }: Feature): void {
    noteLines(children, this.#lines);
    for (const { rule } of children)
      for (const { scenario } of rule?.children ?? [])
        if (rule !== undefined && scenario !== undefined) this.#rules.set(scenario.id, rule.name);
  }

  #noteCase({ id, pickleId, testSteps }: TestCase): void {
    this.#cases.set(id, pickleId);
    const texts = new Map(this.#pickles.get(pickleId)?.steps.map((step) => [step.id, step.text]));
    for (const step of testSteps) this.#steps.set(step.id, texts.get(step.pickleStepId ?? '') ?? '');
  }

  #start(id: string, caseId: string): void {
    const pickle = this.#pickles.get(this.#cases.get(caseId) ?? '');
    if (pickle === undefined) throw new Error(`test case ${caseId} starts, and nothing tells what it is`);
    this.#running.set(id, { pickle, passed: true, step: '', message: '', record: null });
  }

  #step({ testCaseStartedId, testStepId, testStepResult }: TestStepFinished): void {
    const { status, message } = testStepResult;
    if (status === TestStepResultStatus.PASSED) return;
    const running = this.#case(testCaseStartedId);
    if (running.passed) running.step = this.#steps.get(testStepId) ?? '';
    running.passed = false;
    running.message ||= message ?? status.toLowerCase();
  }

  #attach({ testCaseStartedId, body }: Attachment): void {
    this.#case(testCaseStartedId ?? 'of nothing').record = recordSchema.parse(JSON.parse(body));
  }

  /** A scenario that is not lost: what is told of one that never began would be told of none. */
  #case(id: string): Running {
    const running = this.#running.get(id);
    if (running === undefined) throw new Error(`test case ${id} is told of, and never started`);
    return running;
  }

  #finish(id: string): void {
    const { pickle, ...rest } = this.#case(id);
    this.#running.delete(id);
    const line = pickle.astNodeIds
      .map((node) => this.#lines.get(node))
      .findLast((found) => found !== undefined);
    if (line === undefined) throw new Error(`nothing tells where ${pickle.name} stands in ${pickle.uri}`);
    const rule = this.#rules.get(pickle.astNodeIds[0] ?? '');
    this.#ended({
      ...rest,
      name: pickle.name,
      title: [pickle.uri, ...(rule === undefined ? [] : [rule]), pickle.name].join(' › '),
      place: `${pickle.uri}:${String(line)}`,
      tags: [...new Set(pickle.tags.map(({ name }) => name.slice(1)))],
    });
  }
}

interface Node {
  readonly id?: string;
  readonly location?: { readonly line: number };
}

/** Lines of scenarios and of example rows, by node id. */
function noteLines(children: readonly object[], lines: Map<string, number>): void {
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { id, location } = node as Node;
      if (id !== undefined && location !== undefined) lines.set(id, location.line);
      Object.values(node).forEach(visit);
    }
  };
  visit(children);
}
