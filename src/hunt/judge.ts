/** A scenario put to an implementation by cucumber, in this process, as often as one likes. */
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { TestStepResultStatus, type Envelope, type Pickle } from '@cucumber/messages';
import { root, stepFiles } from '../place.ts';

/** Who is judged: the program of a command, or the built-in core in an arithmetic. */
export type Judged = { readonly command: readonly string[] } | { readonly arithmetic: 'decimal' | 'float64' };

/** How one scenario fared. `place` is file and line. */
export interface Verdict {
  readonly place: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
  /** Why it did not pass. */
  readonly message: string;
}

type Support = Awaited<ReturnType<typeof runCucumber>>['support'];
/** Step definitions are loaded once; cucumber hands them back. */
let support: Support | null = null;

/**
 * Runs scenarios against an implementation. Throws when a file is no Gherkin, or when there is no scenario.
 *
 * @param paths feature files from the root of the project, with lines where not all of a file is meant
 */
export async function judge(judged: Judged, paths: readonly string[]): Promise<Verdict[]> {
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
        import: [stepFiles],
        strict: true,
        worldParameters: { ...judged },
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
