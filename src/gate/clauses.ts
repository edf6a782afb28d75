/** The state of each clause: exactly one of seven. */
import { outdated, type Acceptance, type Removal } from './acceptance.ts';
import { kinds, type Clause, type Kind } from '../specification/catalogue.ts';
import type { CaseEvidence } from './evidence.ts';
import { finding, type Finding, type Place } from '../specification/finding.ts';
import type { TestEvidence } from './tests.ts';
import { isToothless, type ClauseStrength } from './strength.ts';
import type { Waiver } from './waivers.ts';

export const states = ['failing', 'stale', 'uncovered', 'partial', 'vacuous', 'waived', 'covered'] as const;
export type State = (typeof states)[number];

export interface ClauseVerdict {
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly state: State;
  readonly needs: readonly Kind[];
  /** Kinds of evidence that count. */
  readonly has: readonly Kind[];
  /** Those of them that only tests show of which it is not known that they assert, or that they stand as they ran. */
  readonly weaker: readonly Kind[];
  /** Kinds that it needs, has not, and that no waiver excuses. */
  readonly lacks: readonly Kind[];
  /** Kinds that it needs, has not, and that a waiver excuses. */
  readonly waived: readonly Kind[];
  readonly why: string;
  /** Why its acceptance is none for what stands there now; null where it is one, or nothing is there to accept. */
  readonly outdated: string | null;
  /** Mutants of its own code and what killed them; null where that was not measured. */
  readonly strength: ClauseStrength | null;
  readonly place: Place;
  /** Its scenarios and properties, with what each is worth. */
  readonly evidence: readonly { readonly title: string; readonly standing: string; readonly why: string }[];
}

export interface ClauseFacts {
  readonly clause: Clause;
  readonly cases: readonly CaseEvidence[];
  readonly properties: readonly TestEvidence[];
  readonly waivers: readonly Waiver[];
  readonly acceptance: Acceptance | Removal | undefined;
  readonly strength: ClauseStrength | null;
  /** A repository may take an acceptance that is out of date for less than an error: the rest is judged all the same. */
  readonly mustBeAccepted: boolean;
  /** The run is no evidence, whatever its scenarios say. */
  readonly void: boolean;
}

export function judgeClause(facts: ClauseFacts): ClauseVerdict {
  const { clause, cases, properties, strength } = facts;
  const { id, chapter, title, needs, place } = clause;
  const strong = kindsOfEvidence(facts, false);
  const has = clause.strict ? strong : kindsOfEvidence(facts, true);
  const weaker = has.filter((kind) => !strong.includes(kind));
  const missing = needs.filter((kind) => !has.includes(kind));
  const excused = facts.waivers.map(({ kind }) => kind);
  const waived = missing.filter((kind) => excused.includes(kind) || excused.includes('all'));
  const lacks = missing.filter((kind) => !waived.includes(kind));
  const declared = cases.length + properties.length > 0;
  // what was accepted once stays bound to it: a waiver does not let text or scenarios change unseen
  const bound = declared || (waived.length > 0 && facts.acceptance !== undefined);
  const old = bound ? outdated(facts.acceptance, clause, cases) : null;
  const [state, why] = stateOf(facts, has, lacks, waived, facts.mustBeAccepted ? old : null);
  const evidence = [
    ...cases.map(({ scenario, standing, why: said }) => ({ title: scenario.title, standing, why: said })),
    ...properties.map((one) => ({ title: one.title, standing: one.ended, why: one.weaker ? 'weaker' : '' })),
  ];
  const verdict = { id, chapter, title, state, needs, has, weaker, lacks, waived, why, outdated: old };
  return { ...verdict, strength, place, evidence };
}

/** Kinds that are shown, with or without evidence that is weaker. */
function kindsOfEvidence({ cases, properties, void: isVoid }: ClauseFacts, weaker: boolean): Kind[] {
  if (isVoid) return [];
  const shown = [
    ...cases.filter(({ standing }) => standing === 'counts'),
    ...properties.filter(({ ended }) => ended === 'passed'),
  ];
  const found = new Set(shown.filter((one) => weaker || !one.weaker).flatMap((one) => one.kinds));
  return kinds.filter((kind) => found.has(kind));
}

function stateOf(
  facts: ClauseFacts,
  has: readonly Kind[],
  lacks: readonly Kind[],
  waived: readonly Kind[],
  stale: string | null,
): [State, string] {
  const { clause, cases, properties, strength, void: isVoid } = facts;
  const failed = [
    ...cases
      .filter(({ standing }) => ['failed', 'retried', 'skipped'].includes(standing))
      .map(({ scenario }) => scenario.title),
    ...properties.filter(({ ended }) => ended === 'failed').map(({ title }) => title),
  ];
  if (failed.length > 0) return ['failing', `fails in ${failed.join('; ')}`];
  if (stale !== null) return ['stale', stale];
  if (lacks.length > 0) {
    const list = lacks.join(', ');
    if (isVoid) return ['uncovered', 'the run is no evidence'];
    if (has.length > 0) return ['partial', `lacks ${list}; it has ${has.join(', ')}`];
    if (cases.some(({ standing }) => standing === 'vacuous'))
      return ['vacuous', 'its scenarios assert nothing'];
    const weak =
      clause.strict && kindsOfEvidence(facts, true).length > 0 ? ' (it demands strong evidence)' : '';
    return ['uncovered', `no scenario shows it; it needs ${list}${weak}`];
  }
  if (strength !== null && isToothless(strength) && has.some((kind) => kind !== 'property'))
    return ['vacuous', `its scenarios kill none of the ${String(strength.mutants)} mutants of its own code`];
  return waived.length > 0 ? ['waived', `waived: ${waived.join(', ')}`] : ['covered', ''];
}

/** Whether all that a clause lacks is a property. */
export const lacksOnlyProperty = ({ state, lacks }: ClauseVerdict): boolean =>
  (state === 'uncovered' || state === 'partial') && lacks.every((kind) => kind === 'property');

/** What to do about a clause, but for its coverage where that is open; failing ones are told by the scenario that fails. */
export function clauseFindings(verdict: ClauseVerdict, isOpen: boolean, command: string): Finding[] {
  const { id, state, outdated: old, place } = verdict;
  const todo = `read its scenarios against the text, then ${command} --accept ${id} --by WHO --why WHY`;
  return [
    ...(old === null || state === 'failing' ? [] : [finding('stale', `${id}: ${old}`, todo, place, id)]),
    ...(isOpen ? [] : coverageFindings(verdict)),
  ];
}

function coverageFindings(verdict: ClauseVerdict): Finding[] {
  const { id, state, lacks, why, place } = verdict;
  const said = `${id}: ${why}`;
  switch (state) {
    case 'uncovered':
    case 'partial': {
      const tags = lacks.map((kind) => (kind === 'example' ? `@${id}` : `@${id} @${kind}`)).join(', ');
      return [finding(state, said, `write a scenario tagged ${tags}, or waive it`, place, id)];
    }
    case 'vacuous':
      return [finding(state, said, mendOfVacuous(verdict), place, id)];
    default:
      return [];
  }
}

const mendOfVacuous = ({ lacks }: ClauseVerdict): string =>
  lacks.length > 0
    ? 'give its scenarios a Then'
    : 'give it a scenario that fails when its code is wrong, or name the clause where its code is';

/** Waivers of what is there after all. */
export function needlessWaivers({ id, needs, has }: ClauseVerdict, waivers: readonly Waiver[]): Finding[] {
  return waivers.flatMap(({ kind, place }) => {
    const there =
      kind === 'all' ? needs.filter((need) => has.includes(need)) : has.includes(kind) ? [kind] : [];
    const asked = kind === 'all' || needs.includes(kind);
    if (asked && there.length === 0) return [];
    const because = asked ? `it has ${there.join(', ')}` : `it does not need ${kind}`;
    const remedy =
      kind === 'all' && there.length < needs.length ? 'name the kinds that it lacks' : 'take it out';
    return [
      finding('waiver-needless', `the waiver of ${id} (${kind}) is needless: ${because}`, remedy, place, id),
    ];
  });
}
