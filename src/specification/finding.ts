/** What the gate finds: one rule, one place, what to do; and the exit status that follows. CLI-03. */

/** Exit status by ending. CLI-03. */
export const exitOf = { done: 0, failed: 1, coverage: 2, misfit: 3, noEvidence: 4 } as const;
export type Ending = keyof typeof exitOf;

/** What each rule's breach makes of the verdict; a warning makes nothing of it. */
const endings = {
  'no-messages': 'noEvidence',
  'no-features': 'noEvidence',
  'nothing-ran': 'noEvidence',
  'dry-run': 'noEvidence',
  'not-run': 'noEvidence',
  'unfinished-run': 'noEvidence',
  'several-runs': 'noEvidence',
  'other-features': 'noEvidence',
  'other-catalogue': 'noEvidence',
  'other-commit': 'noEvidence',
  'other-messages': 'noEvidence',
  'other-properties': 'noEvidence',
  'other-code': 'noEvidence',
  'shared-cases': 'noEvidence',
  'nothing-shown': 'noEvidence',
  failing: 'failed',
  retried: 'failed',
  skipped: 'failed',
  'run-failed': 'failed',
  'no-clauses': 'misfit',
  'parse-error': 'misfit',
  'clause-twice': 'misfit',
  'unknown-tag': 'misfit',
  'feature-tag': 'misfit',
  'empty-outline': 'misfit',
  'no-outcome': 'misfit',
  identical: 'misfit',
  'under-rule': 'misfit',
  'unused-step': 'misfit',
  'ambiguous-step': 'misfit',
  stale: 'misfit',
  'accepted-unknown': 'misfit',
  'waiver-unknown': 'misfit',
  'waiver-expired': 'misfit',
  'waiver-needless': 'misfit',
  'waiver-twice': 'misfit',
  'waiver-term': 'misfit',
  'exclusion-expired': 'misfit',
  removed: 'misfit',
  'dirty-tree': 'misfit',
  uncovered: 'coverage',
  partial: 'coverage',
  vacuous: 'coverage',
  'vacuous-step': 'coverage',
  baseline: 'coverage',
  weakened: 'warning',
  unproved: 'warning',
  'exclusion-needless': 'warning',
  'success-unknown': 'warning',
  'other-chapter': 'warning',
  'no-clause': 'warning',
  'other-strength': 'warning',
  'baseline-moved': 'warning',
} as const satisfies Record<string, Exclude<Ending, 'done'> | 'warning'>;

export type RuleName = keyof typeof endings;
export const ruleNames = Object.keys(endings) as RuleName[];

/** Rules without which a green verdict would say nothing: no repository can lower them. */
export const isFixed = (rule: RuleName): boolean =>
  endings[rule] === 'noEvidence' || endings[rule] === 'failed' || rule === 'no-clauses';

/** What a repository makes of a rule: an error, a warning, or nothing at all. */
export const levels = ['error', 'warn', 'off'] as const;
export type Level = (typeof levels)[number];

/** The most severe first: without evidence nothing else is sure, and a failure outweighs a gap. */
export const severity = ['noEvidence', 'failed', 'misfit', 'coverage'] as const;

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Finding {
  readonly rule: RuleName;
  readonly level: 'error' | 'warning';
  /** The clause it is about, if it is about one. */
  readonly clause: string | null;
  readonly place: Place | null;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

export function finding(
  rule: RuleName,
  message: string,
  remedy: string,
  place: Place | null = null,
  clause: string | null = null,
): Finding {
  return { rule, level: endings[rule] === 'warning' ? 'warning' : 'error', clause, place, message, remedy };
}

/** The findings as a repository takes them. */
export const withLevels = (
  findings: readonly Finding[],
  chosen: Readonly<Partial<Record<RuleName, Level>>>,
): Finding[] =>
  findings.flatMap((one) => {
    const level = chosen[one.rule];
    if (level === 'off') return [];
    return [level === undefined ? one : { ...one, level: level === 'warn' ? 'warning' : 'error' }];
  });

/** How it ends with these findings: by the most severe of them. */
export function endingOf(findings: readonly Finding[]): Ending {
  const found = new Set<Ending>(findings.map(endingBy));
  return severity.find((ending) => found.has(ending)) ?? 'done';
}

/** The ending that a finding leads to, by itself; `done` for a warning. */
export const endingBy = ({ rule, level }: Finding): Ending => {
  if (level === 'warning') return 'done';
  const ending = endings[rule];
  // a warning that a repository made an error is about the specification
  return ending === 'warning' ? 'misfit' : ending;
};

/** Whether the run as such is no evidence, whatever its scenarios say. */
export const voidsTheRun = (finding: Finding): boolean => endingBy(finding) === 'noEvidence';

export const showPlace = (place: Place | null): string =>
  place === null ? '' : `${place.file}:${String(place.line)}`;
