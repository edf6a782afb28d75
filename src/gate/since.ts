/** What changed in the scenarios of a clause since they were accepted, found in the history of the repository. */
import type { Finding } from '../specification/finding.ts';
import { acceptanceOf, isRemoval } from './acceptance.ts';
import { byClause } from './by-clause.ts';
import { linesOf } from './evidence.ts';
import { commitOf } from './git.ts';
import type { Verdict } from './gate.ts';
import type { GateInputs } from './inputs.ts';
import { snapshotAt, type Snapshot } from './snapshot.ts';
import { textDiff } from './text-diff.ts';

/** So many clauses are looked up: each takes a walk through the history. */
const MOST = 10;
const SHOWN = 12;

/** The verdict with the lines that changed under each stale clause, as far as the repository tells. */
export function explained(verdict: Verdict, inputs: GateInputs): Verdict {
  const now = byClause(inputs.cases);
  const snapshots = new Map<string, Snapshot>();
  let left = MOST;
  const findings = verdict.findings.map((one): Finding => {
    const id = one.clause ?? '';
    const acceptance = acceptanceOf(inputs.accepted, id);
    const clause = inputs.catalogue.clauses.get(id);
    if (one.rule !== 'stale' || acceptance === undefined || isRemoval(acceptance) || clause === undefined)
      return one;
    if (acceptance.evidence === '' || left-- <= 0) return one;
    const commit = commitOf(acceptance.evidence, inputs.acceptedPath);
    if (commit === null) return one;
    const then = snapshots.get(commit) ?? snapshotAt(commit, inputs.settings);
    snapshots.set(commit, then);
    const changes = [
      ...textDiff([then.catalogue?.clauses.get(id)?.text ?? ''], [clause.text]),
      ...textDiff(then.linesOf(id), linesOf(now.get(id) ?? [])),
    ];
    if (changes.length === 0) return one;
    const more = changes.length > SHOWN ? [`and ${String(changes.length - SHOWN)} more lines`] : [];
    const shown = [...changes.slice(0, SHOWN), ...more].map((line) => `  ${line}`);
    return { ...one, message: [one.message, ...shown].join('\n') };
  });
  return { ...verdict, findings };
}
