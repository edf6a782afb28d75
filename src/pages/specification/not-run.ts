/** Where no property was run, a clause that lacks only properties is neither wanting nor changed. */
import type { Difference } from '../../gate/baseline.ts';
import { baselineFindings } from '../../gate/baseline.ts';
import { states, type ClauseVerdict, type State } from '../../gate/clauses.ts';
import type { Verdict } from '../../gate/gate.ts';

/** The state of a clause on the pages. */
export type ShownState = State | 'not-run';
export type ShownClause = Omit<ClauseVerdict, 'state'> & { readonly state: ShownState };
export const shownStates: readonly ShownState[] = [...states, 'not-run'];

/** What the pages show of a verdict: with no property run, without what only properties decide. */
export function shownOf(
  verdict: Verdict,
): Pick<Verdict, 'findings' | 'differences'> & { readonly clauses: readonly ShownClause[] } {
  if (verdict.run.properties > 0 || verdict.run.partial) return verdict;
  const clauses = verdict.clauses.map((clause) => (lacksOnlyProperty(clause) ? notRun(clause) : clause));
  const open = new Set(clauses.filter(({ state }) => state === 'not-run').map(({ id }) => id));
  const owing = verdict.differences.filter((difference) => owesToProperties(difference, open));
  const told = new Set(baselineFindings(owing, new Map(), '', false, '').map(({ message }) => message));
  return {
    clauses,
    differences: verdict.differences.filter((difference) => !owing.includes(difference)),
    findings: verdict.findings.filter(
      ({ rule, clause, message }) =>
        !told.has(message) && !(['uncovered', 'partial'].includes(rule) && open.has(clause ?? '')),
    ),
  };
}

const lacksOnlyProperty = ({ state, lacks }: ClauseVerdict): boolean =>
  (state === 'uncovered' || state === 'partial') && lacks.every((kind) => kind === 'property');

const notRun = (clause: ClauseVerdict): ShownClause => ({
  ...clause,
  state: 'not-run',
  why: 'it needs a property test',
});

/** A line of a property or a test, or of a clause that says the same but for what properties show. */
function owesToProperties({ what, name, was, is }: Difference, open: ReadonlySet<string>): boolean {
  if (what === 'property' || what === 'test') return true;
  if (what !== 'clause' || was === null || is === null) return false;
  const [before = '', ...had] = was.split('; ');
  const [now = '', ...has] = is.split('; ');
  return (
    withoutProperty(had) === withoutProperty(has) &&
    (before === now || (before === 'covered' && open.has(name)))
  );
}

/** The fields of a clause's line, what it needs as it stands. */
const withoutProperty = (fields: readonly string[]): string =>
  fields
    .map((field) =>
      field.startsWith('needs ')
        ? field
        : field
            .split(' ')
            .filter((kind) => kind !== 'property' && kind !== 'nothing')
            .join(' '),
    )
    .join('; ');
