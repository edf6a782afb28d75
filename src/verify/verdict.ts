/** What a run of the features says of an implementation, clause by clause. */
import type { ScenarioResult } from './collector.ts';
import { divergence, type Divergence } from './divergence.ts';
import type { KnownFailure } from './known-failures.ts';
import type { Catalogue } from './verify.ts';

/** How one scenario ended. A `known` one failed as its implementer had said. */
export const scenarioResults = ['passed', 'failed', 'known', 'unsupported', 'not-run'] as const;
export type ScenarioOutcome = (typeof scenarioResults)[number];

/**
 * What a clause comes to: the gravest of its scenarios counts. `partly` has scenarios that passed and some
 * that need a capability not claimed; `not-asked` has none that talk to an implementation.
 */
export const clauseResults = [
  'fails',
  'not-run',
  'known',
  'partly',
  'unsupported',
  'holds',
  'not-asked',
] as const;
export type ClauseResult = (typeof clauseResults)[number];

export interface ScenarioVerdict {
  readonly title: string;
  readonly place: string;
  readonly clauses: readonly string[];
  readonly result: ScenarioOutcome;
  /** Why it was not carried through, or why its failure is known; empty otherwise. */
  readonly why: string;
  /** Where it went apart; null unless it failed. */
  readonly divergence: Divergence | null;
}

export interface ClauseVerdict {
  readonly id: string;
  readonly title: string;
  readonly result: ClauseResult;
  readonly counts: Readonly<Record<ScenarioOutcome, number>>;
}

export interface ChapterVerdict {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly ClauseVerdict[];
}

export type Counts = Readonly<Record<ScenarioOutcome, number>>;

export interface Verdict {
  readonly counts: Counts;
  readonly chapters: readonly ChapterVerdict[];
  readonly scenarios: readonly ScenarioVerdict[];
}

/** Judges the scenarios that asked something; one that failed before it could is judged too. */
export function judge(
  catalogue: Catalogue,
  results: readonly ScenarioResult[],
  known: readonly KnownFailure[],
): Verdict {
  const ids = new Set(catalogue.chapters.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const scenarios = results
    .filter(({ record, passed }) => !passed || (record?.requests ?? 0) > 0)
    .map((result) => judgeScenario(result, ids, known));
  const of = (id: string) => scenarios.filter(({ clauses }) => clauses.includes(id));
  return {
    counts: count(scenarios),
    chapters: catalogue.chapters.map(({ id, title, clauses }) => ({
      id,
      title,
      clauses: clauses.map((clause) => {
        const counts = count(of(clause.id));
        return { id: clause.id, title: clause.title, result: clauseResult(counts), counts };
      }),
    })),
    scenarios,
  };
}

function judgeScenario(
  result: ScenarioResult,
  ids: ReadonlySet<string>,
  known: readonly KnownFailure[],
): ScenarioVerdict {
  const { title, place, tags, passed, record } = result;
  const about = { title, place, clauses: tags.filter((tag) => ids.has(tag)) };
  if (passed) return { ...about, result: 'passed', why: '', divergence: null };
  if (record !== null && record.ended !== 'asked')
    return { ...about, result: record.ended, why: record.why, divergence: null };
  const excuse = known.find((failure) => failure.covers(result));
  return {
    ...about,
    result: excuse === undefined ? 'failed' : 'known',
    why: excuse === undefined ? '' : `${excuse.reason} (${excuse.issue}, until ${excuse.expires})`,
    divergence: divergence(result),
  };
}

const count = (scenarios: readonly ScenarioVerdict[]): Counts => {
  const of = (outcome: ScenarioOutcome) => scenarios.filter(({ result }) => result === outcome).length;
  return {
    passed: of('passed'),
    failed: of('failed'),
    known: of('known'),
    unsupported: of('unsupported'),
    'not-run': of('not-run'),
  };
};

function clauseResult(counts: Counts): ClauseResult {
  if (counts.failed > 0) return 'fails';
  if (counts['not-run'] > 0) return 'not-run';
  if (counts.known > 0) return 'known';
  if (counts.unsupported > 0) return counts.passed > 0 ? 'partly' : 'unsupported';
  return counts.passed > 0 ? 'holds' : 'not-asked';
}
