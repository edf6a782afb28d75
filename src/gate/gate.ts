/**
 * The gate: a pure function of catalogue, features, messages, waivers and baseline to one verdict. It reads no
 * file, asks no clock, and knows nothing of the repository but what it is given.
 */
import { unknownAcceptances } from './acceptance.ts';
import {
  baselineFindings,
  baselineLines,
  baselineText,
  compareBaseline,
  type Difference,
} from './baseline.ts';
import { clauseFindings, judgeClause, needlessWaivers, states, type ClauseVerdict } from './clauses.ts';
import { stepDefects, suiteDefects } from './defects.ts';
import type { CaseEvidence } from './evidence.ts';
import {
  endingOf,
  exitOf,
  finding,
  voidsTheRun,
  type Ending,
  type Finding,
  type Place,
} from '../specification/finding.ts';
import { readInputs, type GateFiles, type GateInputs } from './inputs.ts';
import type { RunResults } from '../specification/messages.ts';
import { propertyEvidence } from './properties.ts';
import { failures, runFaults } from './run-faults.ts';
import { strengthEvidence } from './strength.ts';
import { waiversInForce } from './waivers.ts';

export interface GateSettings {
  readonly commits: readonly string[];
  /** `2027-06-30`. */
  readonly today: string;
  /** Any difference from the baseline is an error. */
  readonly ci: boolean;
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

export function judge(inputs: GateInputs, { commits, today, ci }: GateSettings): Verdict {
  const { catalogue, files, run, cases, accepted, baseline } = inputs;
  const tested =
    inputs.properties === null
      ? { properties: [], findings: [] }
      : propertyEvidence(inputs.properties, inputs.propertyTests, catalogue);
  const faults = [
    ...runFaults({ ...inputs, properties: inputs.propertiesText, commits }),
    ...tested.findings.filter(voidsTheRun),
  ];
  const partial = faults.length > 0;
  // what such a run says of a scenario says nothing, not even that it fails
  const mute = ['dry-run', 'nothing-ran', 'several-runs'];
  const ran = !faults.some(({ rule }) => mute.includes(rule));
  const believed = ran ? cases : cases.map((one) => ({ ...one, standing: 'not-run' as const }));
  const strength = strengthEvidence(inputs.strength, inputs.strengthFiles, inputs.strengthPath);
  const waivers = waiversInForce(inputs.waivers, catalogue, today);
  const casesOf = byClause(believed);
  const propertiesOf = byClause(tested.properties);
  const clauses = [...catalogue.clauses.values()].map((clause) =>
    judgeClause({
      clause,
      cases: casesOf.get(clause.id) ?? [],
      properties: propertiesOf.get(clause.id) ?? [],
      waivers: waivers.waived.get(clause.id) ?? [],
      acceptance: accepted[clause.id],
      strength: strength.clauses.get(clause.id) ?? null,
      void: partial,
    }),
  );
  const lines = baselineLines(clauses, believed, tested.properties);
  const differences = partial || baseline.text === null ? [] : compareBaseline(baseline.text, lines);
  const places = differences.length === 0 ? new Map<string, Place>() : placesByName(cases, clauses);
  const found = [
    ...faults,
    ...failures(run, believed),
    ...tested.findings.filter((one) => !voidsTheRun(one)),
    ...catalogue.findings,
    ...unknownAcceptances(accepted, catalogue, inputs.acceptedPath),
    ...suiteDefects(files, cases, catalogue),
    ...(run === null || partial ? [] : stepDefects(run)),
    ...waivers.findings,
    ...strength.findings,
    ...clauses.flatMap((clause) => clauseFindings(clause, partial)),
    ...(partial ? [] : clauses.flatMap((one) => needlessWaivers(one, waivers.waived.get(one.id) ?? []))),
    ...baselineFindings(differences, places, baseline.path, ci),
    ...(ci && !partial && baseline.text === null ? [noBaseline(baseline.path)] : []),
  ];
  const findings = [...found, ...failedForNoReason(run, found)];
  const ending = endingOf(findings);
  const counting = partial ? 0 : cases.filter(({ standing }) => standing === 'counts').length;
  return {
    verdict: 'ringspec gate 1',
    ending,
    exit: exitOf[ending],
    run: {
      writer: run?.writer ?? '',
      commit: inputs.record?.commit ?? run?.revision ?? null,
      scenarios: cases.length,
      counting,
      properties: tested.properties.length,
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

function byClause<T extends { readonly clauses: readonly string[] }>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const id of item.clauses) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [item]);
      else list.push(item);
    }
  }
  return found;
}

const placesByName = (
  cases: readonly CaseEvidence[],
  clauses: readonly ClauseVerdict[],
): ReadonlyMap<string, Place> =>
  new Map([
    ...cases.map(({ scenario }) => [scenario.title, scenario.place] as const),
    ...clauses.map(({ id, place }) => [id, place] as const),
  ]);

const noBaseline = (path: string): Finding =>
  finding('baseline', `there is no baseline ${path}`, 'ringspec gate --update', { file: path, line: 1 });

/** The run says that it failed, and nothing found so far says why. */
function failedForNoReason(run: RunResults | null, found: readonly Finding[]): Finding[] {
  const ending = endingOf(found);
  if (run?.success !== false || ending === 'failed' || ending === 'noEvidence') return [];
  return [finding('run-failed', 'the run says that it failed, though no scenario did', 'see its own output')];
}
