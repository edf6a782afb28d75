/**
 * The gate: a pure function of catalogue, features, messages, waivers and baseline to one verdict. It reads no
 * file, asks no clock, and knows nothing of the repository but what it is given.
 */
import {
  endingOf,
  exitOf,
  finding,
  voidsTheRun,
  withLevels,
  type Ending,
  type Finding,
  type Place,
} from '../specification/finding.ts';
import { acceptanceOf, unknownAcceptances } from './acceptance.ts';
import {
  baselineFindings,
  baselineLines,
  baselineText,
  compareBaseline,
  type Difference,
} from './baseline.ts';
import { byClause } from './by-clause.ts';
import {
  clauseFindings,
  judgeClause,
  lacksOnlyProperty,
  needlessWaivers,
  states,
  type ClauseVerdict,
} from './clauses.ts';
import { stepDefects, suiteDefects } from './defects.ts';
import type { CaseEvidence } from './evidence.ts';
import { exclude } from './exclusions.ts';
import { readInputs, type GateFiles, type GateInputs } from './inputs.ts';
import { propertyEvidence } from './properties.ts';
import { provedOf, withProof, type Proof } from './proof.ts';
import { failedForNoReason, failures, runFaults } from './run-faults.ts';
import { strengthEvidence } from './strength.ts';
import { reportedTests } from './tests.ts';
import { waiversInForce } from './waivers.ts';

export interface GateSettings {
  /** Names of the commit that the run may be of, in full or by their first digits. */
  readonly commits: readonly string[];
  /** `2027-06-30`. */
  readonly today: string;
  /** Any difference from the baseline is an error, and so is a tree that no commit holds. */
  readonly ci: boolean;
  /** Where no property was run, what only properties decide is open: neither missing nor changed. */
  readonly propertiesMayBeOpen?: boolean;
  /** How the gate was called, for what is to be done: `ringspec gate` and its own flags. */
  readonly command?: string;
  /** What the suite said to other expected values; without it nothing is said of that. */
  readonly proof?: Proof;
  /** What a merge changes, found by comparing with another commit, at its levels. */
  readonly merge?: readonly Finding[];
}

export interface Verdict {
  readonly verdict: 'ringspec gate 1';
  readonly ending: Ending;
  /** Exit status. CLI-03. */
  readonly exit: number;
  readonly run: {
    readonly writer: string;
    readonly commit: string | null;
    readonly scenarios: number;
    readonly counting: number;
    readonly properties: number;
    /** Tests of reports, of which it is not known that they assert, or that their text is that of the tree. */
    readonly weaker: number;
    readonly excluded: number;
    /** Outcomes that were run with other expected values, and those that fail with them; null without `--prove`. */
    readonly proved: { readonly outcomes: number; readonly failing: number } | null;
    readonly partial: boolean;
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly clauses: readonly ClauseVerdict[];
  readonly findings: readonly Finding[];
  readonly differences: readonly Difference[];
  /** The baseline as `--update` would write it. */
  readonly baseline: string;
}

export const gate = (files: GateFiles, settings: GateSettings): Verdict => judge(readInputs(files), settings);

export function judge(inputs: GateInputs, asked: GateSettings): Verdict {
  const { catalogue, files, run, accepted, baseline, settings } = inputs;
  const { commits, today, ci, command = 'ringspec gate', proof = null, merge = [] } = asked;
  const excluded = exclude(inputs.cases, settings, today, run?.os ?? '');
  const { cases } = excluded;
  const reported = reportedTests(inputs.reports, catalogue);
  const checked =
    inputs.properties === null
      ? { tests: [], findings: [] }
      : propertyEvidence(inputs.properties, inputs.propertyTests, catalogue);
  const tests = [...checked.tests, ...reported.tests];
  const faults = [
    ...runFaults({ ...inputs, cases, commits, command }),
    ...checked.findings.filter(voidsTheRun),
  ];
  const partial = faults.length > 0;
  // what such a run says of a scenario says nothing, not even that it fails
  const mute = ['dry-run', 'nothing-ran', 'several-runs', 'shared-cases'];
  const ran = !faults.some(({ rule }) => mute.includes(rule));
  const believed = withProof(
    ran ? cases : cases.map((one) => ({ ...one, standing: 'not-run' as const })),
    proof,
  );
  const strength = strengthEvidence(inputs.strength, inputs.strengthFiles, inputs.strengthPath);
  const waivers = waiversInForce(inputs.waivers, catalogue, today, settings.longest);
  const casesOf = byClause(believed.cases);
  const testsOf = byClause(tests);
  const clauses = [...catalogue.clauses.values()].map((clause) =>
    judgeClause({
      clause,
      cases: casesOf.get(clause.id) ?? [],
      properties: testsOf.get(clause.id) ?? [],
      waivers: waivers.waived.get(clause.id) ?? [],
      acceptance: acceptanceOf(accepted, clause.id),
      strength: strength.clauses.get(clause.id) ?? null,
      mustBeAccepted: (settings.severity.stale ?? 'error') === 'error',
      void: partial,
    }),
  );
  const lines = baselineLines(clauses, believed.cases, tests, settings.exclusions);
  const isOpen = asked.propertiesMayBeOpen === true && checked.tests.length === 0;
  const differences = partial || baseline.text === null ? [] : compareBaseline(baseline.text, lines, isOpen);
  const places = differences.length === 0 ? new Map<string, Place>() : placesByName(cases, clauses);
  const found = [
    ...faults,
    ...failures(run, believed.cases),
    ...checked.findings.filter((one) => !voidsTheRun(one)),
    ...reported.findings,
    ...catalogue.findings,
    ...unknownAcceptances(accepted, catalogue, inputs.acceptedPath),
    ...suiteDefects(files, cases, catalogue),
    ...(run === null || partial ? [] : stepDefects(run)),
    ...waivers.findings,
    ...excluded.findings,
    ...believed.findings,
    ...strength.findings,
    ...clauses.flatMap((clause) =>
      clauseFindings(clause, partial || (isOpen && lacksOnlyProperty(clause)), command),
    ),
    ...(partial ? [] : clauses.flatMap((one) => needlessWaivers(one, waivers.waived.get(one.id) ?? []))),
    ...(partial ? [] : nothingShown(clauses)),
    ...baselineFindings(differences, places, baseline.path, ci, command),
    ...(ci && !partial && baseline.text === null ? [noBaseline(baseline.path, command)] : []),
    ...(ci ? dirtyTree(inputs.changed) : []),
  ];
  // what a merge takes away was judged by the settings of the commit before it
  const findings = [
    ...withLevels([...found, ...failedForNoReason(run, inputs.record, found)], settings.severity),
    ...merge,
  ];
  const ending = endingOf(findings);
  const counting = partial ? 0 : believed.cases.filter(({ standing }) => standing === 'counts').length;
  return {
    verdict: 'ringspec gate 1',
    ending,
    exit: exitOf[ending],
    run: {
      writer: run?.writer ?? '',
      commit: inputs.record?.commit ?? run?.revisions[0] ?? null,
      scenarios: cases.length,
      counting,
      properties: checked.tests.length,
      weaker: reported.tests.length + believed.cases.filter(({ weaker }) => weaker).length,
      excluded: cases.filter(({ standing }) => standing === 'excluded').length,
      proved: proof === null ? null : provedOf(proof),
      partial,
    },
    counts: Object.fromEntries(
      states.map((state) => [state, clauses.filter((clause) => clause.state === state).length]),
    ),
    clauses,
    findings,
    differences,
    baseline: baselineText(lines),
  };
}

const placesByName = (
  cases: readonly CaseEvidence[],
  clauses: readonly ClauseVerdict[],
): ReadonlyMap<string, Place> =>
  new Map([
    ...cases.map(({ scenario }) => [scenario.title, scenario.place] as const),
    ...clauses.map(({ id, place }) => [id, place] as const),
  ]);

const noBaseline = (path: string, command: string): Finding =>
  finding('baseline', `there is no baseline ${path}`, `${command} --update`, { file: path, line: 1 });

/** A catalogue of which no clause is shown is not covered, whatever is waived. */
function nothingShown(clauses: readonly ClauseVerdict[]): Finding[] {
  if (clauses.length === 0 || clauses.some(({ has, state }) => has.length > 0 || state === 'failing'))
    return [];
  const said = `none of ${String(clauses.length)} clauses is shown by a scenario or a test`;
  return [finding('nothing-shown', said, 'tag scenarios, or name tests, with the clauses that they show')];
}

const SHOWN = 5;

/** What would be merged is a commit, and the run was of something else. */
function dirtyTree(changed: readonly string[]): Finding[] {
  const [first] = changed;
  if (first === undefined) return [];
  const more = changed.length > SHOWN ? ` and ${String(changed.length - SHOWN)} more` : '';
  const said = `no commit holds ${changed.slice(0, SHOWN).join(', ')}${more} as it stands`;
  return [finding('dirty-tree', said, 'commit it, and run the suite again', { file: first, line: 1 })];
}
