/** What each case of the suite is worth: evidence, or why it is none. */
import type { Catalogue, Kind } from '../specification/catalogue.ts';
import type { Case, FeatureFile, SuiteScenario } from '../specification/features.ts';
import type { Attempt, RunResults } from '../specification/messages.ts';
import { matchUris } from '../specification/uris.ts';

/** `counts` is evidence; every other word says why it is none. */
export type Standing = 'counts' | 'failed' | 'retried' | 'vacuous' | 'not-run';

export interface CaseEvidence {
  readonly scenario: SuiteScenario;
  readonly case: Case;
  readonly clauses: readonly string[];
  readonly kinds: readonly Kind[];
  readonly standing: Standing;
  /** Why it does not count; empty when it does. */
  readonly why: string;
}

const taggedKinds: readonly Kind[] = ['boundary', 'refusal', 'property'];

/** Untagged, a case is an example. */
export function kindsOf(tags: readonly string[]): readonly Kind[] {
  const tagged = taggedKinds.filter((kind) => tags.includes(kind));
  return tagged.length > 0 ? tagged : ['example'];
}

export const isKindTag = (tag: string): boolean => taggedKinds.some((kind) => kind === tag);

/** Path in the tree by uri of the run. */
export function treePaths(files: readonly FeatureFile[], run: RunResults): ReadonlyMap<string, string> {
  // a file that ran may be named without its text
  const uris = new Map([...run.attempts.keys()].map((uri) => [uri, run.sources.get(uri) ?? '']));
  const tree = new Map(files.map(({ path, text }) => [path, text]));
  return matchUris(new Map([...uris, ...run.sources]), tree);
}

/** Every case of the tree, with what the run says of it. */
export function weighCases(
  files: readonly FeatureFile[],
  run: RunResults | null,
  catalogue: Catalogue,
): readonly CaseEvidence[] {
  const uriOf = new Map<string, string>();
  if (run !== null) for (const [uri, path] of treePaths(files, run)) uriOf.set(path, uri);
  return files.flatMap((file) => {
    const uri = uriOf.get(file.path);
    return weighFile(file, uri === undefined ? undefined : run?.attempts.get(uri), catalogue);
  });
}

/** The cases of one file, with the attempts at them by line. */
export const weighFile = (
  { scenarios }: FeatureFile,
  attempts: ReadonlyMap<number, readonly Attempt[]> | undefined,
  catalogue: Catalogue,
): readonly CaseEvidence[] =>
  scenarios.flatMap((scenario) =>
    scenario.cases.map((one) => ({
      scenario,
      case: one,
      clauses: [...new Set(one.tags)].filter((tag) => catalogue.clauses.has(tag)).sort(),
      kinds: kindsOf(one.tags),
      ...weigh(one, attempts?.get(one.line) ?? []),
    })),
  );

/** Statuses that fail nothing by themselves; every other one but PASSED does. */
const idle = ['PASSED', 'SKIPPED', 'MISSING'];

/** Finished, at the first attempt, with every step passed and at least one of them an Outcome of its own. */
function weigh(one: Case, attempts: readonly Attempt[]): { standing: Standing; why: string } {
  const [attempt] = attempts;
  if (attempt === undefined) return { standing: 'not-run', why: 'it did not run' };
  if (attempts.length > 1 || attempt.attempt > 0)
    return { standing: 'retried', why: 'it took more than one attempt' };
  const failed = attempt.steps.find(({ status }) => !idle.includes(status));
  if (failed !== undefined) {
    const [said = ''] = failed.message.split('\n');
    const step = failed.text === null ? 'a hook' : `"${failed.text}"`;
    return { standing: 'failed', why: `${step} ${failed.status.toLowerCase()}${said && `: ${said}`}` };
  }
  if (!attempt.finished) return { standing: 'not-run', why: 'it did not finish' };
  if (attempt.steps.some(({ status }) => status !== 'PASSED'))
    return { standing: 'not-run', why: 'it was skipped, in whole or in part' };
  const ran = attempt.steps.filter(({ text }) => text !== null);
  const same = ran.length === one.steps.length && ran.every(({ text }, i) => one.steps[i]?.text === text);
  if (!same) return { standing: 'not-run', why: 'other steps ran than those of the file' };
  if (!one.steps.some(({ asserts }) => asserts)) return { standing: 'vacuous', why: 'no Then of its own' };
  return { standing: 'counts', why: '' };
}
