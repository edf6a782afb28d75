/** Where no property was run, a clause that lacks only properties is neither wanting nor changed. */
import { lacksOnlyProperty, states, type ClauseVerdict, type State } from '../../gate/clauses.ts';
import type { Verdict } from '../../gate/gate.ts';

/** The state of a clause on the pages. */
type ShownState = State | 'not-run';
export type ShownClause = Omit<ClauseVerdict, 'state'> & { readonly state: ShownState };
export const shownStates: readonly ShownState[] = [...states, 'not-run'];

/** The clauses of a verdict for which properties may be open. */
export const shownClauses = ({ run, clauses }: Verdict): readonly ShownClause[] =>
  run.properties > 0 || run.partial
    ? clauses
    : clauses.map((clause) => (lacksOnlyProperty(clause) ? notRun(clause) : clause));

const notRun = (clause: ClauseVerdict): ShownClause => ({
  ...clause,
  state: 'not-run',
  why: 'it needs a property test',
});
