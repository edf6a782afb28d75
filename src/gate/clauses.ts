/** The state of each clause: exactly one of seven. */
import type { Acceptance } from './acceptance.ts';
import type { Clause, Kind } from '../specification/catalogue.ts';
import type { CaseEvidence } from './evidence.ts';
import { finding, type Finding, type Place } from '../specification/finding.ts';
import type { Property } from './properties.ts';
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
  /** Kinds that it needs, has not, and that no waiver excuses. */
  readonly lacks: readonly Kind[];
  /** Kinds that it needs, has not, and that a waiver excuses. */
  readonly waived: readonly Kind[];
  readonly why: string;
  /** Mutants of its own code and what killed them; null where that was not measured. */
  readonly strength: ClauseStrength | null;
  readonly place: Place;
  /** Its scenarios and properties, with what each is worth. */
  readonly evidence: readonly { readonly title: string; readonly standing: string; readonly why: string }[];
}

export interface ClauseFacts {
  readonly clause: Clause;
  readonly cases: readonly CaseEvidence[];
  readonly properties: readonly Property[];
  readonly waivers: readonly Waiver[];
  readonly acceptance: Acceptance | undefined;
  readonly strength: ClauseStrength | null;
  /** The run is no evidence, whatever its scenarios say. */
  readonly void: boolean;
}

export function judgeClause(facts: ClauseFacts): ClauseVerdict {
  const { clause, cases, properties, strength } = facts;
  const { id, chapter, title, needs, place } = clause;
  const has = kindsOfEvidence(facts);
  const missing = needs.filter((kind) => !has.includes(kind));
  const excused = facts.waivers.map(({ kind }) => kind);
  const waived = missing.filter((kind) => excused.includes(kind) || excused.includes('all'));
  const lacks = missing.filter((kind) => !waived.includes(kind));
  const [state, why] = stateOf(facts, has, lacks, waived);
  const evidence = [
    ...cases.map(({ scenario, standing, why: said }) => ({ title: scenario.title, standing, why: said })),
    ...properties.map(({ title: name, ended }) => ({ title: name, standing: ended, why: '' })),
  ];
  return { id, chapter, title, state, needs, has, lacks, waived, why, strength, place, evidence };
}

function kindsOfEvidence({ cases, properties, void: isVoid }: ClauseFacts): Kind[] {
  if (isVoid) return [];
  const found = new Set(cases.filter(({ standing }) => standing === 'counts').flatMap(({ kinds }) => kinds));
  if (properties.some(({ ended }) => ended === 'passed')) found.add('property');
  return (['example', 'boundary', 'refusal', 'property'] as const).filter((kind) => found.has(kind));
}

function stateOf(
  { clause, cases, properties, acceptance, strength, void: isVoid }: ClauseFacts,
  has: readonly Kind[],
  lacks: readonly Kind[],
  waived: readonly Kind[],
): [State, string] {
  const failed = [
    ...cases
      .filter(({ standing }) => standing === 'failed' || standing === 'retried')
      .map(({ scenario }) => scenario.title),
    ...properties.filter(({ ended }) => ended === 'failed').map(({ title }) => title),
  ];
  if (failed.length > 0) return ['failing', `fails in ${failed.join('; ')}`];
  const declared = cases.length + properties.length > 0;
  if (declared) {
    if (acceptance === undefined) return ['stale', 'nobody has accepted its scenarios yet'];
    if (acceptance.text !== clause.fingerprint)
      return ['stale', `its text has changed since ${acceptance.by} accepted its scenarios`];
  }
  if (lacks.length > 0) {
    const list = lacks.join(', ');
    if (isVoid) return ['uncovered', 'the run is no evidence'];
    if (has.length > 0) return ['partial', `lacks ${list}; it has ${has.join(', ')}`];
    if (cases.some(({ standing }) => standing === 'vacuous'))
      return ['vacuous', 'its scenarios assert nothing'];
    return ['uncovered', `no scenario shows it; it needs ${list}`];
  }
  if (strength !== null && isToothless(strength) && has.some((kind) => kind !== 'property'))
    return ['vacuous', `its scenarios kill none of the ${String(strength.mutants)} mutants of its own code`];
  return waived.length > 0 ? ['waived', `waived: ${waived.join(', ')}`] : ['covered', ''];
}

/** What to do about a clause; failing ones are told by the scenario that fails. */
export function clauseFindings(verdict: ClauseVerdict, isVoid: boolean): Finding[] {
  const { id, state, lacks, why, place } = verdict;
  const said = `${id}: ${why}`;
  switch (state) {
    case 'stale': {
      const mend = `read its scenarios against the text, then ringspec gate --accept ${id} --by WHO --why WHY`;
      return [finding('stale', said, mend, place, id)];
    }
    case 'uncovered':
    case 'partial': {
      const tags = lacks.map((kind) => (kind === 'example' ? `@${id}` : `@${id} @${kind}`)).join(', ');
      return isVoid ? [] : [finding(state, said, `write a scenario tagged ${tags}, or waive it`, place, id)];
    }
    case 'vacuous':
      return isVoid ? [] : [finding(state, said, mendOfVacuous(verdict), place, id)];
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
    const mend =
      kind === 'all' && there.length < needs.length ? 'name the kinds that it lacks' : 'take it out';
    return [
      finding('waiver-needless', `the waiver of ${id} (${kind}) is needless: ${because}`, mend, place, id),
    ];
  });
}
