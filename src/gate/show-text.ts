/** The verdict for a person: what is wrong, where, and what to do about it. */
import { endingBy, severity, showPlace, type Ending, type Finding } from '../specification/finding.ts';
import type { Verdict } from './gate.ts';

/** What an ending means, in words. CLI-03. */
export const endingInWords: Readonly<Record<Ending, string>> = {
  done: 'every clause is covered or waived',
  failed: 'a scenario or a property failed',
  coverage: 'the coverage falls short',
  misfit: 'the specification and its scenarios do not fit together',
  noEvidence: 'the evidence is missing or does not count',
};

export function counted({ counts }: Verdict): string {
  const some = Object.entries(counts).filter(([, n]) => n > 0);
  const total = some.reduce((sum, [, n]) => sum + n, 0);
  const list = [...some].reverse().map(([state, n]) => `${String(n)} ${state}`);
  return `${String(total)} clauses: ${list.join(', ') || 'none'}`;
}

export function ranInWords({ run }: Verdict): string {
  const { scenarios, counting, properties, weaker, excluded, writer } = run;
  const tested = [
    ...(properties > 0 ? [`, ${String(properties)} properties`] : []),
    ...(excluded > 0 ? [`, ${String(excluded)} excluded for now`] : []),
    ...(weaker > 0
      ? [
          `, ${String(weaker)} results of weaker evidence (whether they assert, and stand as they ran, is not known)`,
        ]
      : []),
  ].join('');
  return `${String(counting)} of ${String(scenarios)} scenarios are evidence${tested}${writer && ` (${writer})`}`;
}

/** How many outcomes notice another expected value; nothing where that was not asked. */
function provedInWords({ run: { proved } }: Verdict): string[] {
  if (proved === null) return [];
  const { outcomes, failing } = proved;
  return [`${String(failing)} of ${String(outcomes)} outcomes fail with another expected value`];
}

/** Whether the strength that stands here is that of the tree that was judged; nothing where none was measured. */
export function strengthInWords({ clauses, findings }: Verdict): string[] {
  const other = findings.find(({ rule }) => rule === 'other-strength');
  if (other !== undefined) return [other.message];
  return clauses.some(({ strength }) => strength !== null) ? ['the strength is that of this tree'] : [];
}

export function showText(verdict: Verdict): string {
  const { ending, exit, findings, run } = verdict;
  const groups = severity.flatMap((group) =>
    section(
      endingInWords[group],
      findings.filter((one) => endingBy(one) === group),
    ),
  );
  const warnings = section(
    'warnings',
    findings.filter(({ level }) => level === 'warning'),
  );
  const notes = run.partial ? ['Nothing of this run counts, so no clause is said to be uncovered.', ''] : [];
  const closing = `${endingInWords[ending]} (exit ${String(exit)})`;
  return [
    counted(verdict),
    ranInWords(verdict),
    ...provedInWords(verdict),
    ...strengthInWords(verdict),
    '',
    ...groups,
    ...warnings,
    ...notes,
    closing,
    '',
  ].join('\n');
}

function section(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const told = findings.flatMap(({ rule, message, remedy, place }) => [
    `  ${rule}${place === null ? '' : `  ${showPlace(place)}`}`,
    ...message.split('\n').map((line) => `    ${line}`),
    `    → ${remedy}`,
  ]);
  return [`${title.charAt(0).toUpperCase()}${title.slice(1)} (${String(findings.length)}):`, ...told, ''];
}
