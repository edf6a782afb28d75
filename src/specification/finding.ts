/** What the gate finds: one rule, one place, one mend; and the exit status that follows. CLI-03. */

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
  failing: 'failed',
  retried: 'failed',
  'run-failed': 'failed',
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
  uncovered: 'coverage',
  partial: 'coverage',
  vacuous: 'coverage',
  baseline: 'coverage',
  'other-chapter': 'warning',
  'no-clause': 'warning',
  'other-strength': 'warning',
  'baseline-moved': 'warning',
} as const satisfies Record<string, Exclude<Ending, 'done'> | 'warning'>;

export type RuleName = keyof typeof endings;

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
  readonly mend: string;
}

export function finding(
  rule: RuleName,
  message: string,
  mend: string,
  place: Place | null = null,
  clause: string | null = null,
): Finding {
  return { rule, level: endings[rule] === 'warning' ? 'warning' : 'error', clause, place, message, mend };
}

/** How it ends with these findings: by the most severe of them. */
export function endingOf(findings: readonly Finding[]): Ending {
  const found = new Set<string>(findings.map(({ rule }) => endings[rule]));
  return severity.find((ending) => found.has(ending)) ?? 'done';
}

/** The ending that a finding leads to, by itself; `done` for a warning. */
export const endingBy = ({ rule }: Finding): Ending => {
  const ending = endings[rule];
  return ending === 'warning' ? 'done' : ending;
};

/** Whether the run as such is no evidence, whatever its scenarios say. */
export const voidsTheRun = (finding: Finding): boolean => endingBy(finding) === 'noEvidence';

export const showPlace = (place: Place | null): string =>
  place === null ? '' : `${place.file}:${String(place.line)}`;
