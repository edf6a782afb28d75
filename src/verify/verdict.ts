/** What a run of the features says of an implementation, clause by clause and cause by cause. */
import type { CauseKind } from '../causes/clause.ts';
import type { FirstDifference } from '../protocol/record.ts';
import { BAD_INPUT, explain, PROTOCOL, type Explained } from './causes.ts';
import type { ScenarioResult } from './collector.ts';
import { divergence, type Divergence } from './divergence.ts';
import type { KnownFailure } from './known-failures.ts';
import type { Catalogue } from './verify.ts';

/**
 * How one scenario ended. A `known` one failed as its implementer had said; a `set-aside` one is of another reading of
 * a ruling than the implementation's own.
 */
export const scenarioResults = ['passed', 'failed', 'known', 'unsupported', 'set-aside', 'not-run'] as const;
export type ScenarioOutcome = (typeof scenarioResults)[number];

/**
 * What a clause comes to. `broken` explains a failure; every failure of a `shadowed` one is explained by another
 * clause. `partly` has scenarios that passed and some that need a capability not claimed; `not-asked` has none that
 * talk to an implementation.
 */
export const clauseResults = [
  ...(['broken', 'shadowed', 'not-run', 'known', 'partly', 'unsupported', 'set-aside'] as const),
  ...(['holds', 'not-asked'] as const),
] as const;
export type ClauseResult = (typeof clauseResults)[number];

export interface ScenarioVerdict {
  readonly title: string;
  readonly place: string;
  readonly clauses: readonly string[];
  readonly result: ScenarioOutcome;
  /** Why it was not carried through, or why its failure is known; empty otherwise. */
  readonly why: string;
  /** What explains it: a clause, `bad input` or `PROTOCOL`; null unless it failed. */
  readonly cause: string | null;
  /** What its step found; null unless it failed. */
  readonly divergence: Divergence | null;
  /** Where it first differs from the built-in core; null where it does not. */
  readonly firstDifference: FirstDifference | null;
  /** Cash or tickets that came or went, in words. CHK-C1. */
  readonly books: readonly string[];
}

export interface ClauseVerdict {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly result: ClauseResult;
  readonly counts: Counts;
  /** What explains its failures, where they are explained by something else. */
  readonly shadowedBy: readonly string[];
}

export interface ChapterVerdict {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly ClauseVerdict[];
}

export type Counts = Readonly<Record<ScenarioOutcome, number>>;

/** Something that is wrong, with all that fails by it. */
export interface Cause {
  readonly id: string;
  readonly kind: CauseKind | 'ruling';
  readonly title: string;
  readonly text: string;
  readonly scenarios: number;
  /** Of these, those whose failure is known. */
  readonly known: number;
  /** Other clauses that have scenarios among these. */
  readonly clauses: readonly string[];
  /** The scenario of the shortest conversation. */
  readonly example: ScenarioVerdict;
}

export interface Verdict {
  readonly counts: Counts;
  /** The biggest first. */
  readonly causes: readonly Cause[];
  /** How often cash and tickets were counted after a scenario, and where they did not add up. CHK-C1. */
  readonly books: { readonly asked: number; readonly broken: readonly ScenarioVerdict[] };
  readonly chapters: readonly ChapterVerdict[];
  readonly scenarios: readonly ScenarioVerdict[];
}

/** The clause of what is asked after every scenario. */
const CONSERVATION = 'CHK-C1';

/** Judges the scenarios that asked something; one that failed before it could is judged too. */
export function judge(
  catalogue: Catalogue,
  results: readonly ScenarioResult[],
  known: readonly KnownFailure[],
): Verdict {
  const all = catalogue.chapters.flatMap(({ clauses }) => clauses);
  const ids = new Set(all.map(({ id }) => id));
  const judged = results.filter((result) => !asksNothing(result));
  const explained = explain(judged, ids);
  const scenarios = judged.map((result) => judgeScenario(result, ids, explained.get(result.place), known));
  const causes = causesOf(scenarios, catalogue, explained);
  const broken = scenarios.filter(({ books }) => books.length > 0);
  const brokenIds = new Set([
    ...causes.filter((cause) => cause.known < cause.scenarios).map(({ id }) => id),
    ...(broken.some(({ result }) => result === 'failed') ? [CONSERVATION] : []),
  ]);
  const counted = judged.filter(({ record }) => (record?.books ?? null) !== null);
  return {
    counts: count(scenarios),
    causes,
    books: { asked: counted.length, broken },
    chapters: catalogue.chapters.map(({ id, title, clauses }) => ({
      id,
      title,
      clauses: clauses.map((clause) => judgeClause(clause, scenarios, brokenIds)),
    })),
    scenarios,
  };
}

/** Whether it is about the program around the model. */
export const asksNothing = ({ passed, record }: ScenarioResult): boolean =>
  record?.ended === 'left-out' || (passed && (record?.requests ?? 0) === 0);

function judgeScenario(
  result: ScenarioResult,
  ids: ReadonlySet<string>,
  explained: Explained | undefined,
  known: readonly KnownFailure[],
): ScenarioVerdict {
  const { title, place, tags, passed, record } = result;
  const about = { title, place, clauses: tags.filter((tag) => ids.has(tag)) };
  const nothing = { why: '', cause: null, divergence: null, firstDifference: null, books: [] };
  if (passed) return { ...about, ...nothing, result: 'passed' };
  if (record !== null && record.ended !== 'asked' && record.ended !== 'left-out')
    return { ...about, ...nothing, result: record.ended, why: record.why };
  const cause = explained?.id ?? PROTOCOL;
  const excuse = known.find((failure) => failure.covers({ tags, title, cause }));
  return {
    ...about,
    result: excuse === undefined ? 'failed' : 'known',
    why: excuse === undefined ? '' : `${excuse.reason} (${excuse.issue}, until ${excuse.expires})`,
    cause,
    divergence: divergence(result),
    firstDifference: record?.firstDifference ?? null,
    books: (record?.books ?? []).map((one) => `${one.about}: expected ${one.expected}, found ${one.found}`),
  };
}

type CatalogueClause = Catalogue['chapters'][number]['clauses'][number];

function judgeClause(
  { id, title, text }: CatalogueClause,
  scenarios: readonly ScenarioVerdict[],
  broken: ReadonlySet<string>,
): ClauseVerdict {
  const own = scenarios.filter(({ clauses }) => clauses.includes(id));
  const counts = count(own);
  const shadowedBy = own.flatMap(({ result, cause }) =>
    result === 'failed' && cause !== null ? [cause] : [],
  );
  return {
    ...{ id, title, text: text.trim().replace(/\s+/g, ' '), counts },
    result: broken.has(id) ? 'broken' : clauseResult(counts),
    shadowedBy: broken.has(id) ? [] : [...new Set(shadowedBy)],
  };
}

function clauseResult(counts: Counts): ClauseResult {
  if (counts.failed > 0) return 'shadowed';
  if (counts['not-run'] > 0) return 'not-run';
  if (counts.known > 0) return 'known';
  if (counts.unsupported > 0) return counts.passed > 0 ? 'partly' : 'unsupported';
  if (counts.passed > 0) return 'holds';
  return counts['set-aside'] > 0 ? 'set-aside' : 'not-asked';
}

function causesOf(
  scenarios: readonly ScenarioVerdict[],
  { chapters }: Catalogue,
  explained: ReadonlyMap<string, Explained>,
): Cause[] {
  const clauses = new Map(
    chapters.flatMap((chapter) => chapter.clauses).map((clause) => [clause.id, clause]),
  );
  const failing = scenarios.filter(({ cause }) => cause !== null);
  const ids = [...new Set(failing.flatMap(({ cause }) => (cause === null ? [] : [cause])))];
  return ids
    .map((id) => {
      const own = failing.filter(({ cause }) => cause === id);
      const clause = clauses.get(id);
      const kind = explained.get(own[0]?.place ?? '')?.kind ?? 'model';
      return {
        id,
        kind: kind === 'model' && clause?.ruling !== undefined ? ('ruling' as const) : kind,
        title: clause?.title ?? titles[id] ?? '',
        text: clause?.text.trim().replace(/\s+/g, ' ') ?? '',
        scenarios: own.length,
        known: own.filter(({ result }) => result === 'known').length,
        clauses: [...new Set(own.flatMap((one) => one.clauses))].filter((other) => other !== id).sort(),
        example: shortest(own),
      };
    })
    .sort((a, b) => b.scenarios - a.scenarios || (a.id < b.id ? -1 : 1));
}

const titles: Readonly<Record<string, string>> = {
  [BAD_INPUT]: 'Input that should be refused is not',
  [PROTOCOL]: 'A request is not answered by the protocol',
};

const length = ({ firstDifference }: ScenarioVerdict): number =>
  firstDifference === null ? Infinity : firstDifference.conversation.join('').length;

const shortest = (scenarios: readonly ScenarioVerdict[]): ScenarioVerdict =>
  scenarios.reduce((best, one) => (length(one) < length(best) ? one : best));

function count(scenarios: readonly ScenarioVerdict[]): Counts {
  const of = (outcome: ScenarioOutcome): number =>
    scenarios.filter(({ result }) => result === outcome).length;
  return {
    passed: of('passed'),
    failed: of('failed'),
    known: of('known'),
    unsupported: of('unsupported'),
    'set-aside': of('set-aside'),
    'not-run': of('not-run'),
  };
}
