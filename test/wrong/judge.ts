/** The features as the judge of an implementation: run by cucumber in this process, as often as one likes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, TestStepResultStatus, type Envelope, type Pickle } from '@cucumber/messages';
import { groupBy } from '../../src/core/list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The chapters whose scenarios ask the implementation; the others run the program ringspec itself. */
const chapters = [
  ...['ker', 'mod', 'trd', 'reb', 'set', 'anc', 'rol'],
  ...['pol', 'flw', 'loop', 'chk', 'events', 'examples', 'protocol'],
];

/** Phrases by which a scenario runs the program ringspec and asks no implementation anything. */
const runsTheProgram = /^(it is loaded|this is run|the scenario is run|the run lasts|its world is made)\b/;

/** How one scenario fared. `place` is file and line. */
export interface Verdict {
  readonly place: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
  /** Why it did not pass. */
  readonly message: string;
}

/** The scenarios that put questions to an implementation, with their tags. */
const questions = chapters.flatMap((chapter) =>
  readdirSync(join(root, 'features', chapter))
    .filter((name) => name.endsWith('.feature'))
    .sort()
    .flatMap((name) => scenariosIn(`features/${chapter}/${name}`)),
);

function scenariosIn(path: string): { path: string; line: number; tags: string[] }[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  return compile(parser.parse(readFileSync(join(root, path), 'utf8')), path, newId)
    .filter(({ steps }) => !steps.some((step) => runsTheProgram.test(step.text)))
    .map(({ location, tags }) => ({
      path,
      line: location?.line ?? 1,
      tags: tags.map(({ name }) => name.slice(1)),
    }));
}

/** Where the scenarios of some clauses are, or all of them, as cucumber takes it: `file:line:line`. */
export function scenariosOf(clauses?: readonly string[]): string[] {
  const wanted = questions.filter(({ tags }) => clauses?.some((clause) => tags.includes(clause)) ?? true);
  return [...groupBy(wanted, ({ path }) => path)].map(([path, scenarios]) =>
    [path, ...scenarios.map(({ line }) => String(line))].join(':'),
  );
}

type Support = Awaited<ReturnType<typeof runCucumber>>['support'];
/** Step definitions are loaded once; cucumber hands them back. */
let support: Support | null = null;

/**
 * Runs scenarios against the program that the command starts.
 *
 * @param paths feature files from the root of the project, with lines where not all of a file is meant
 */
export async function judge(command: readonly string[], paths: readonly string[]): Promise<Verdict[]> {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: nowhere, stderr: nowhere };
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [...paths],
        import: ['steps/**/*.ts'],
        strict: true,
        worldParameters: { command: [...command] },
      },
    },
    environment,
  );
  const verdicts = new Verdicts();
  const run = await runCucumber(
    support === null ? runConfiguration : { ...runConfiguration, support },
    environment,
    (envelope) => {
      verdicts.hear(envelope);
    },
  );
  ({ support } = run);
  if (verdicts.all.length === 0) throw new Error(`no scenario in ${paths.join(', ')}`);
  return verdicts.all;
}

/** The messages that tell how scenarios fare. */
type Heard = Pick<
  Envelope,
  'parseError' | 'pickle' | 'testCase' | 'testCaseStarted' | 'testStepFinished' | 'testCaseFinished'
>;

/** Cucumber's messages, as verdicts. */
class Verdicts {
  readonly all: Verdict[] = [];
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, Pickle>();
  readonly #running = new Map<string, { readonly pickle: Pickle; message: string | null }>();

  hear({ parseError, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished }: Heard): void {
    if (parseError !== undefined) throw new Error(parseError.message);
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) {
      const found = this.#pickles.get(testCase.pickleId);
      if (found !== undefined) this.#cases.set(testCase.id, found);
    }
    if (testCaseStarted !== undefined) {
      const found = this.#cases.get(testCaseStarted.testCaseId);
      if (found !== undefined) this.#running.set(testCaseStarted.id, { pickle: found, message: null });
    }
    if (testStepFinished !== undefined) {
      const { status, message } = testStepFinished.testStepResult;
      const running = this.#running.get(testStepFinished.testCaseStartedId);
      if (running !== undefined && status !== TestStepResultStatus.PASSED)
        running.message ??= message ?? status.toLowerCase();
    }
    if (testCaseFinished !== undefined) this.#finish(testCaseFinished.testCaseStartedId);
  }

  #finish(id: string): void {
    const running = this.#running.get(id);
    if (running === undefined) return;
    const { pickle, message } = running;
    this.all.push({
      place: `${pickle.uri}:${String(pickle.location?.line ?? 1)}`,
      name: pickle.name,
      tags: pickle.tags.map(({ name }) => name.slice(1)),
      passed: message === null,
      message: message ?? '',
    });
  }
}
