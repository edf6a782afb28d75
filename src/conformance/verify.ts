/** Running the features, and what they say clause by clause. */
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { TestStepResultStatus, type Envelope, type Pickle } from '@cucumber/messages';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ArithmeticName } from '../num.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const catalogueSchema = z.object({
  chapters: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clauses: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The clauses of the specification, by chapter. */
export const readCatalogue = (): Catalogue =>
  catalogueSchema.parse(parse(readFileSync(`${root}features/clauses.yaml`, 'utf8')));

export interface ScenarioResult {
  readonly name: string;
  /** Feature file and line, to run it again by. */
  readonly place: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
  /** Why it did not pass. */
  readonly message: string;
}

/** Runs every feature against the built-in core in this arithmetic and calls back as each scenario ends. */
export async function runFeatures(
  arithmetic: ArithmeticName,
  ended: (result: ScenarioResult) => void,
): Promise<void> {
  const collector = new Collector(ended);
  // cucumber insists on a formatter; the messages say it all
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: nowhere, stderr: process.stderr };
  const { runConfiguration } = await loadConfiguration(
    { provided: { worldParameters: { arithmetic } } },
    environment,
  );
  await runCucumber(runConfiguration, environment, (envelope) => {
    collector.hear(envelope);
  });
}

interface Running {
  readonly pickle: Pickle;
  passed: boolean;
  message: string;
}

/** The messages that tell how scenarios fare. */
type Heard = Pick<
  Envelope,
  'gherkinDocument' | 'pickle' | 'testCase' | 'testCaseStarted' | 'testStepFinished' | 'testCaseFinished'
>;

/** Follows cucumber's messages: a scenario passes when it finished and every step of it passed. */
class Collector {
  readonly #lines = new Map<string, number>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, string>();
  readonly #running = new Map<string, Running>();
  readonly #ended: (result: ScenarioResult) => void;

  constructor(ended: (result: ScenarioResult) => void) {
    this.#ended = ended;
  }

  hear(envelope: Heard): void {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } =
      envelope;
    if (gherkinDocument?.feature !== undefined) noteLines(gherkinDocument.feature.children, this.#lines);
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) this.#cases.set(testCase.id, testCase.pickleId);
    if (testCaseStarted !== undefined) this.#start(testCaseStarted.id, testCaseStarted.testCaseId);
    if (testStepFinished !== undefined) {
      const { status, message } = testStepFinished.testStepResult;
      this.#step(testStepFinished.testCaseStartedId, status, message);
    }
    if (testCaseFinished !== undefined) this.#finish(testCaseFinished.testCaseStartedId);
  }

  #start(id: string, caseId: string): void {
    const pickle = this.#pickles.get(this.#cases.get(caseId) ?? '');
    if (pickle !== undefined) this.#running.set(id, { pickle, passed: true, message: '' });
  }

  #step(id: string, status: TestStepResultStatus, message: string | undefined): void {
    const running = this.#running.get(id);
    if (running === undefined || status === TestStepResultStatus.PASSED) return;
    running.passed = false;
    running.message ||= message ?? status.toLowerCase();
  }

  #finish(id: string): void {
    const running = this.#running.get(id);
    if (running === undefined) return;
    const { pickle, passed, message } = running;
    const line = pickle.astNodeIds
      .map((node) => this.#lines.get(node))
      .findLast((found) => found !== undefined);
    const tags = pickle.tags.map(({ name }) => name.slice(1));
    this.#ended({ name: pickle.name, place: `${pickle.uri}:${String(line ?? 1)}`, tags, passed, message });
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
