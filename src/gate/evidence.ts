/** What each case of the suite is worth: evidence, or why it is none. */
import type { Catalogue, Kind } from '../specification/catalogue.ts';
import type { Case, FeatureFile, SuiteScenario } from '../specification/features.ts';
import type { Attempt } from '../specification/messages.ts';
import type { PlacedRun, RanFile } from '../specification/placed-run.ts';

/** `counts` is evidence; every other word says why it is none. The worst first. */
export const standings = [
  'failed',
  'retried',
  'skipped',
  'not-run',
  'vacuous',
  'excluded',
  'counts',
] as const;
export type Standing = (typeof standings)[number];

export interface CaseEvidence {
  readonly scenario: SuiteScenario;
  readonly case: Case;
  readonly clauses: readonly string[];
  readonly kinds: readonly Kind[];
  readonly standing: Standing;
  /** Why it does not count; empty when it does. */
  readonly why: string;
  /** The text that ran is not known to be that of the tree. */
  readonly weaker: boolean;
}

/** Untagged, a case is an example. */
export function kindsOf(tags: readonly string[], { kindOf }: Pick<Catalogue, 'kindOf'>): readonly Kind[] {
  const tagged = [...kindOf].flatMap(([tag, kind]) => (tags.includes(tag) ? [kind] : []));
  return tagged.length > 0 ? tagged : ['example'];
}

/** Every case of the tree, with what the run says of it. */
export const weighCases = (
  files: readonly FeatureFile[],
  run: PlacedRun | null,
  catalogue: Catalogue,
): readonly CaseEvidence[] =>
  files.flatMap((file) => weighFile(file, run?.byPath.get(file.path) ?? [], catalogue));

/** The cases of one file, with the attempts at them under each of the names that it ran by. */
export const weighFile = (
  { scenarios }: FeatureFile,
  ran: readonly Pick<RanFile, 'attempts' | 'weaker'>[],
  catalogue: Catalogue,
): readonly CaseEvidence[] =>
  scenarios.flatMap((scenario) =>
    scenario.cases.map((one) => ({
      scenario,
      case: one,
      clauses: [...new Set(one.tags)].filter((tag) => catalogue.clauses.has(tag)).sort(),
      kinds: kindsOf(one.tags, catalogue),
      ...weighUnderAllNames(one, ran),
    })),
  );

/** A file that runs under two names runs twice, and each time has to hold. */
function weighUnderAllNames(
  one: Case,
  ran: readonly Pick<RanFile, 'attempts' | 'weaker'>[],
): Pick<CaseEvidence, 'standing' | 'why' | 'weaker'> {
  const weighed = ran.flatMap(({ attempts, weaker }) => {
    const own = attempts.get(one.line);
    return own === undefined ? [] : [{ ...weigh(one, own), weaker }];
  });
  const [first, ...more] = weighed;
  if (first === undefined) return { standing: 'not-run', why: 'it did not run', weaker: false };
  const rank = ({ standing }: { standing: Standing }): number => standings.indexOf(standing);
  return more.reduce((worst, other) => (rank(other) < rank(worst) ? other : worst), first);
}

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
    return {
      standing: 'failed',
      why: `${named(failed)} ${failed.status.toLowerCase()}${said && `: ${said}`}`,
    };
  }
  if (!attempt.finished) return { standing: 'not-run', why: 'it did not finish' };
  const skipped = attempt.steps.find(({ status }) => status === 'SKIPPED');
  if (skipped !== undefined) return { standing: 'skipped', why: `${named(skipped)} was skipped` };
  if (attempt.steps.some(({ status }) => status !== 'PASSED'))
    return { standing: 'not-run', why: 'a step of it has no result' };
  const ran = attempt.steps.filter(({ text }) => text !== null);
  const same = ran.length === one.steps.length && ran.every(({ text }, i) => one.steps[i]?.text === text);
  if (!same) return { standing: 'not-run', why: 'other steps ran than those of the file' };
  if (!one.steps.some(({ asserts }) => asserts)) return { standing: 'vacuous', why: 'no Then of its own' };
  return { standing: 'counts', why: '' };
}

const named = ({ text }: { readonly text: string | null }): string =>
  text === null ? 'a hook' : `"${text}"`;

/** Every case of a clause in words: its title, its steps, their tables and texts. */
export const linesOf = (cases: readonly CaseEvidence[]): string[] =>
  cases.flatMap(({ scenario, case: { steps } }) =>
    steps.flatMap(({ keyword, text, table, doc }) => [
      `${scenario.title}: ${keyword} ${text}`,
      ...(table ?? []).map((row) => `${scenario.title}: | ${row.join(' | ')} |`),
      ...(doc === null ? [] : doc.split('\n').map((line) => `${scenario.title}: ${line}`)),
    ]),
  );
