/** What a merge does to the specification: the tree against the commit where its branch began. */
import { counted } from '../counted.ts';
import { faultOf, inFiles } from '../files/faults.ts';
import type { Clause } from '../specification/catalogue.ts';
import { isFixed, finding, ruleNames, withLevels, type Finding } from '../specification/finding.ts';
import { acceptanceOf, isRemoval } from './acceptance.ts';
import { fileChanges } from './against-files.ts';
import { byClause } from './by-clause.ts';
import { linesOf, type CaseEvidence } from './evidence.ts';
import { excludedBy } from './exclusions.ts';
import { mergeBase } from './git.ts';
import type { GateInputs } from './inputs.ts';
import { CONFIG, parseSettings, type Exclusion } from './settings.ts';
import { snapshotAt, type Snapshot } from './snapshot.ts';
import { less, textDiff } from './text-diff.ts';

export const changeKinds = ['removed', 'weakened', 'waived', 'changed', 'evidence', 'added'] as const;

/** One thing that a merge does to the specification. */
export interface Change {
  readonly kind: (typeof changeKinds)[number];
  /** A clause, the settings, the labels, or a file of code. */
  readonly what: string;
  /** What it does, in words. */
  readonly said: string;
  /** Who accepted it and why; empty where nobody has. */
  readonly accepted: string;
  /** Lines that went and came. */
  readonly lines: readonly string[];
}

export interface Merge {
  readonly base: string;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** @throws Fault when there is no such commit */
export function compareWith(name: string, inputs: GateInputs): Merge {
  const base = mergeBase(name);
  if (base === null)
    throw inFiles([faultOf(name, 'no commit of this history', 'a commit, a branch or a tag')]);
  const then = snapshotAt(base, inputs.settings);
  const changes = [...changesSince(then, inputs), ...fileChanges(base, then, inputs)];
  // by the settings of then: a merge does not choose how it is judged itself
  const levels = then.settings?.severity ?? {};
  const found = changes.flatMap((one) => findingOf(one, inputs));
  return { base, changes, findings: withLevels(found, levels) };
}

/** Everything that the tree says otherwise than a commit before it. */
export const changesSince = (then: Snapshot, inputs: GateInputs): Change[] => [
  ...clauseChanges(then, inputs),
  ...waiverChanges(then, inputs),
  ...settingChanges(then, inputs),
];

/** A clause that is taken out has to be accepted as such; whatever else grows weaker is shown. */
function findingOf(
  { kind, what, said, accepted }: Change,
  { accepted: all, catalogue }: GateInputs,
): Finding[] {
  const clause = catalogue.clauses.get(what);
  const place = clause?.place ?? null;
  if (kind === 'removed') {
    if (isRemoval(all[what])) return [];
    const todo = `put it back, or ringspec gate --accept ${what} --by WHO --why WHY`;
    return [
      finding('removed', `${what} is taken out: ${said}`, todo, { file: catalogue.path, line: 1 }, what),
    ];
  }
  if (kind !== 'weakened') return [];
  const because = accepted === '' ? '' : ` (accepted: ${accepted})`;
  const todo = 'look whether that is meant';
  return [finding('weakened', `${what}: ${said}${because}`, todo, place, clause === undefined ? null : what)];
}

function clauseChanges(then: Snapshot, { catalogue, cases, accepted, settings }: GateInputs): Change[] {
  const before: ReadonlyMap<string, Clause> = then.catalogue?.clauses ?? new Map<string, Clause>();
  const now = byClause(cases);
  const by = (id: string): string => {
    const own = acceptanceOf(accepted, id);
    const was = acceptanceOf(then.accepted, id);
    return own === undefined || JSON.stringify(own) === JSON.stringify(was) ? '' : `${own.by}: ${own.why}`;
  };
  const changes: Change[] = [];
  for (const [id, clause] of before) {
    const own = catalogue.clauses.get(id);
    const tell = (kind: Change['kind'], said: string, lines: readonly string[] = []): void => {
      changes.push({ kind, what: id, said, accepted: by(id), lines });
    };
    if (own === undefined) {
      tell(
        'removed',
        clause.title || clause.text,
        then.linesOf(id).map((line) => `- ${line}`),
      );
      continue;
    }
    const gone = clause.needs.filter((kind) => !own.needs.includes(kind));
    if (gone.length > 0) tell('weakened', `it no longer needs ${gone.join(', ')}`);
    if (clause.strict && !own.strict) tell('weakened', 'it no longer demands strong evidence');
    if (clause.fingerprint !== own.fingerprint)
      tell('changed', 'its text', textDiff([clause.text], [own.text]));
    const [was, is] = [then.casesOf.get(id) ?? [], now.get(id) ?? []];
    const lines = textDiff(then.linesOf(id), linesOf(is));
    // a kind is lost with a tag, and no line of a scenario says so
    const excluded =
      countExcluded(is, settings.exclusions) - countExcluded(was, then.settings?.exclusions ?? []);
    const lost = [
      ...lostEvidence(was, is),
      ...(excluded > 0 ? [`${counted(excluded, 'scenario')} more may be left out by an exclusion`] : []),
    ].join(', ');
    if (lost !== '') tell('weakened', lost, lines);
    else if (lines.length > 0) tell('evidence', 'its scenarios', lines);
  }
  for (const [id, { title, text }] of catalogue.clauses)
    if (!before.has(id))
      changes.push({ kind: 'added', what: id, said: title || text, accepted: by(id), lines: [] });
  return changes;
}

/** Scenarios, kinds, outcomes and rows of outcomes that a clause had and has no more, in words. */
function lostEvidence(was: readonly CaseEvidence[], is: readonly CaseEvidence[]): string[] {
  const outcomes = (cases: readonly CaseEvidence[]) =>
    cases.flatMap(({ case: { steps } }) => steps.filter(({ asserts }) => asserts));
  const rows = (cases: readonly CaseEvidence[]): number =>
    outcomes(cases).reduce((sum, { table }) => sum + (table?.length ?? 0), 0);
  const fewer = (from: number, to: number, what: string): string[] =>
    to < from ? [`${String(from - to)} ${what}`] : [];
  const kinds = less(
    [...new Set(was.flatMap((one) => one.kinds))],
    is.flatMap((one) => one.kinds),
  );
  // other words in an outcome: what it expects may be anything now
  const said = less(
    outcomes(was).map((step) => JSON.stringify([step.text, step.table, step.doc])),
    outcomes(is).map((step) => JSON.stringify([step.text, step.table, step.doc])),
  );
  return [
    ...fewer(was.length, is.length, 'scenarios fewer'),
    ...fewer(outcomes(was).length, outcomes(is).length, 'outcomes fewer'),
    ...fewer(rows(was), rows(is), 'rows fewer'),
    ...kinds.map((kind) => `no ${kind}`),
    ...(said.length > 0 ? [`${String(said.length)} expected outcomes are no longer asked for`] : []),
  ];
}

const countExcluded = (cases: readonly CaseEvidence[], exclusions: readonly Exclusion[]): number =>
  cases.filter((one) => excludedBy(one.case, exclusions).length > 0).length;

function waiverChanges(then: Snapshot, { waivers }: GateInputs): Change[] {
  const was = new Set(then.waivers.map(({ clause, kind, expiry }) => `${clause} ${kind} ${expiry}`));
  return waivers
    .filter(({ clause, kind, expiry }) => !was.has(`${clause} ${kind} ${expiry}`))
    .map(({ clause, kind, owner, expiry, reason }) => ({
      kind: 'waived',
      what: clause,
      said: `${kind} until ${expiry}, by ${owner}: ${reason}`,
      accepted: '',
      lines: [],
    }));
}

/** Days that a waiver may last where no settings say it. */
const USUAL_TERM = parseSettings('', CONFIG).longest;

/** Settings that make findings milder, leave scenarios out, or let waivers last longer. */
function settingChanges(then: Snapshot, { settings }: GateInputs): Change[] {
  const was = then.settings;
  const tell = (said: string): Change => ({
    kind: 'weakened',
    what: 'settings',
    said,
    accepted: '',
    lines: [],
  });
  const rank = { error: 2, warn: 1, off: 0 } as const;
  const milder = ruleNames
    .filter((rule) => !isFixed(rule) && settings.severity[rule] !== undefined)
    .filter((rule) => rank[settings.severity[rule] ?? 'error'] < rank[was?.severity[rule] ?? 'error'])
    .map((rule) => tell(`${rule} is ${settings.severity[rule] ?? ''} now`));
  const out = less(settings.exclude, was?.exclude ?? []).map((pattern) => tell(`${pattern} is left out`));
  const excluded = ({ tag, owner, expiry, os }: Exclusion): string =>
    `@${tag} is excluded ${os.length === 0 ? 'everywhere' : `on ${os.join(', ')}`} until ${expiry} (${owner})`;
  const idle = less(settings.exclusions.map(excluded), (was?.exclusions ?? []).map(excluded)).map(tell);
  const before = was?.longest ?? USUAL_TERM;
  const longer =
    settings.longest > before
      ? [tell(`waivers may last ${String(settings.longest)} days, and ${String(before)} before`)]
      : [];
  return [...milder, ...out, ...idle, ...longer];
}
