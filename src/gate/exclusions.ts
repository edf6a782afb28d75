/** Exclusions: scenarios that do not run for now, on whose word and until when. They leave the run whole. */
import { finding, type Finding } from '../specification/finding.ts';
import { daysBetween } from './calendar.ts';
import type { CaseEvidence } from './evidence.ts';
import { isForSystem, type Exclusion, type Settings } from './settings.ts';

/** Tags of exclusions that a case has, whatever their days and systems. */
export const excludedBy = (
  { allTags }: Pick<CaseEvidence['case'], 'allTags'>,
  exclusions: readonly Exclusion[],
): string[] => exclusions.map(({ tag }) => tag).filter((tag) => allTags.includes(tag));

/** Standings of a case that an exclusion explains. */
const idle = ['not-run', 'skipped'];

/** The cases with those excluded that are tagged so and did not run; one that ran counts as any other. */
export function exclude(
  cases: readonly CaseEvidence[],
  { exclusions, longest, path }: Pick<Settings, 'exclusions' | 'longest' | 'path'>,
  today: string,
  os: string,
): { readonly cases: readonly CaseEvidence[]; readonly findings: readonly Finding[] } {
  const holding = new Map<string, Exclusion>();
  const findings: Finding[] = [];
  const place = path === null ? null : { file: path, line: 1 };
  for (const one of exclusions) {
    const { tag, expiry, owner } = one;
    const tell = (
      rule: 'exclusion-expired' | 'waiver-term' | 'exclusion-needless',
      said: string,
      todo: string,
    ) => findings.push(finding(rule, `the exclusion of @${tag} ${said}`, todo, place));
    if (expiry < today)
      tell('exclusion-expired', `expired on ${expiry}`, `run the scenarios, or ask ${owner} for a new date`);
    else if (daysBetween(today, expiry) > longest)
      tell(
        'waiver-term',
        `lasts until ${expiry}, more than ${String(longest)} days`,
        'give it an earlier date',
      );
    else if (!cases.some((other) => other.case.allTags.includes(tag)))
      tell('exclusion-needless', 'is of a tag that no scenario has', 'take it out');
    else if (isForSystem(one, os)) holding.set(tag, one);
  }
  const weighed = cases.map((one): CaseEvidence => {
    if (!idle.includes(one.standing)) return one;
    const tag = one.case.allTags.find((name) => holding.has(name));
    const exclusion = holding.get(tag ?? '');
    if (tag === undefined || exclusion === undefined) return one;
    const { owner, reason, expiry } = exclusion;
    return { ...one, standing: 'excluded', why: `@${tag} is excluded until ${expiry} (${owner}): ${reason}` };
  });
  return { cases: weighed, findings };
}
