/** What `--prove` found: scenarios that pass whatever their outcomes expect. */
import { finding, type Finding } from '../specification/finding.ts';
import type { CaseEvidence } from './evidence.ts';

/** An outcome of a case, by the file, the line of the scenario or row, and the number of the step. */
export interface ProvedStep {
  readonly file: string;
  readonly line: number;
  readonly step: number;
  /** `fails` with other values; `passes` whatever they are; `unmatched`: no definition takes other values. */
  readonly ended: 'fails' | 'passes' | 'unmatched';
}
export interface Proof {
  readonly steps: readonly ProvedStep[];
}

/** How many outcomes took other values, and how many of them failed with these. */
export function provedOf({ steps }: Proof): { readonly outcomes: number; readonly failing: number } {
  const matched = steps.filter(({ ended }) => ended !== 'unmatched');
  return { outcomes: matched.length, failing: matched.filter(({ ended }) => ended === 'fails').length };
}

/** The cases with those made vacuous of which an outcome passes whatever it expects, or none can be proved. */
export function withProof(
  cases: readonly CaseEvidence[],
  proof: Proof | null,
): { readonly cases: readonly CaseEvidence[]; readonly findings: readonly Finding[] } {
  if (proof === null) return { cases, findings: [] };
  const steps = new Map<string, ProvedStep[]>();
  const key = (file: string, line: number): string => `${file}:${String(line)}`;
  for (const one of proof.steps)
    steps.set(key(one.file, one.line), [...(steps.get(key(one.file, one.line)) ?? []), one]);
  const findings: Finding[] = [];
  let unproved = 0;
  const weighed = cases.map((one): CaseEvidence => {
    if (one.standing !== 'counts') return one;
    const { file } = one.scenario.place;
    const own = steps.get(key(file, one.case.line)) ?? [];
    if (!own.some(({ ended }) => ended !== 'unmatched')) unproved++;
    const passing = own.filter(({ ended }) => ended === 'passes');
    for (const { step } of passing) {
      const text = one.case.steps[step]?.text ?? '';
      const said = `${one.scenario.title}: "${text}" passes whatever value it expects`;
      const todo = 'let its step definition compare';
      findings.push(finding('vacuous-step', said, todo, { file, line: one.case.line }));
    }
    if (!own.some(({ ended }) => ended === 'passes') || own.some(({ ended }) => ended === 'fails'))
      return one;
    return { ...one, standing: 'vacuous', why: 'its outcomes pass whatever values they expect' };
  });
  if (unproved > 0) {
    const said = `${String(unproved)} scenarios have no outcome with a value that could be changed`;
    findings.push(finding('unproved', said, 'read what their step definitions compare'));
  }
  return { cases: weighed, findings };
}
