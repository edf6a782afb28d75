/** Everything that the pages are made from, read and put together: one pure step between files and pages. */
import { judge, type GateSettings, type Verdict } from '../../gate/gate.ts';
import type { TextFile } from '../../specification/input.ts';
import { readInputs, type GateFiles } from '../../gate/inputs.ts';
import { waiversInForce, type Waiver } from '../../gate/waivers.ts';
import { SHOWN } from '../../protocol/shown.ts';
import { indexCode } from './code-index.ts';
import { readFormulas, type Formulas } from './formulas.ts';
import { shownClauses, type ShownClause } from './not-run.ts';
import type { CodeView, FailureView, ScenarioView } from './model.ts';
import type { Specification } from './specification.ts';
import { readSuite, type Suite } from './suite.ts';
import { matrix, type Certificate, type Matrix } from '../../verify/certificate.ts';

export interface SpecFiles {
  readonly gate: GateFiles;
  /** None where the catalogue has no formulas beside it. */
  readonly formulas: TextFile | null;
  readonly sources: readonly TextFile[];
}

export interface Book {
  readonly specification: Specification;
  readonly formulas: Formulas;
  readonly verdict: Verdict;
  readonly clauses: ReadonlyMap<string, ShownClause>;
  readonly waivers: ReadonlyMap<string, readonly Waiver[]>;
  readonly suite: Suite;
  /** Scenarios of each clause by their group. */
  readonly evidence: ReadonlyMap<string, readonly EvidenceCount[]>;
  readonly code: ReadonlyMap<string, readonly CodeView[]>;
  readonly failures: readonly { readonly scenario: ScenarioView; readonly failure: FailureView }[];
  readonly hasBaseline: boolean;
  /** Of other implementations; null where none was given. */
  readonly results: Matrix | null;
}

interface EvidenceCount {
  readonly group: string;
  readonly scenarios: number;
}

/** Throws a Fault that names every fault of a file that cannot be read. */
export function readBook(
  files: SpecFiles,
  settings: GateSettings,
  commandOf: (place: string) => string,
  certificates: readonly Certificate[] = [],
): Book {
  const inputs = readInputs(files.gate, (mediaType) => mediaType === SHOWN);
  const specification = inputs.catalogue.document;
  const verdict = judge(inputs, { ...settings, propertiesMayBeOpen: true });
  const suite = readSuite(inputs, commandOf);
  const clauses = new Map(shownClauses(verdict).map((clause) => [clause.id, clause]));
  return {
    specification,
    formulas: files.formulas === null ? new Map() : readFormulas(files.formulas, specification),
    verdict,
    clauses,
    waivers: waiversInForce(inputs.waivers, inputs.catalogue, settings.today, inputs.settings.longest).waived,
    suite,
    evidence: countEvidence(suite),
    code: indexCode(files.sources, (id) => clauses.has(id)),
    failures: [...suite.values()]
      .flat()
      .flatMap((scenario) => scenario.failures.map((failure) => ({ scenario, failure }))),
    hasBaseline: inputs.baseline.text !== null,
    results: certificates.length === 0 ? null : matrix(certificates),
  };
}

function countEvidence(suite: Suite): ReadonlyMap<string, readonly EvidenceCount[]> {
  const found = new Map<string, EvidenceCount[]>();
  for (const [group, scenarios] of suite) {
    const counts = new Map<string, number>();
    for (const { clauses } of scenarios) for (const id of clauses) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) found.set(id, [...(found.get(id) ?? []), { group, scenarios: count }]);
  }
  return found;
}
