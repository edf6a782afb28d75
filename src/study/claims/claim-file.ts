/** A claim file with all that it claims, or all that is wrong with it. CLM-01, CLM-03. */
import { inFiles } from '../../files/faults.ts';
import { experimentOf, type Experiment, type LoadsSweep } from './experiment.ts';
import { Findings } from './findings.ts';
import { Lookup } from './lookup.ts';
import { nearestPhrase } from './nearest.ts';
import { matchPhrase, type Matched } from './phrases.ts';
import { readClaimFile, type ClaimScenario, type ClaimStep, type WrittenClaims } from './read.ts';
import type { Statement } from './statement.ts';
import { statementOf } from './statements.ts';

export interface ClaimFile {
  readonly file: string;
  readonly text: string;
  readonly written: WrittenClaims;
  readonly statements: readonly Statement[];
}

/** @throws Fault with every fault of the file, at its line and column. */
export function parseClaimFile(text: string, file: string, load: LoadsSweep): ClaimFile {
  const findings = new Findings();
  const written = readClaimFile(text, file);
  for (const place of written.withoutRows)
    findings.add(place, 'Examples without a row', 'a row of values below their header');
  const statements = written.scenarios.flatMap((scenario) => statementsOf(scenario, load, findings));
  const faults = new Map(
    // a step of a Background or an outline is read once for each scenario, and told once
    findings.faults.map((fault) => [JSON.stringify(fault), fault]),
  );
  if (faults.size > 0) throw inFiles([...faults.values()]);
  return { file, text, written, statements };
}

function statementsOf(scenario: ClaimScenario, load: LoadsSweep, findings: Findings): Statement[] {
  const matched = scenario.steps.flatMap((step) => {
    if (step.hasText) findings.at(step, 0, 'a text in quotation marks below it', 'a step without one');
    const found = matchPhrase(step.text);
    if (found === null) {
      findings.at(
        step,
        0,
        `"${step.text}"`,
        `a phrase of docs/claims.md; the nearest is "${nearestPhrase(step.text)}"`,
      );
      return [];
    }
    return [[step, found] as const].filter(([, { phrase }]) => inItsPlace(step, phrase, findings));
  });
  const experiments = matched.filter(([, { phrase }]) => phrase.role === 'experiment');
  const claims = matched.filter(([, { phrase }]) => phrase.role === 'statement');
  const [given, ...others] = experiments;
  for (const [step] of others) findings.at(step, 0, 'another experiment', 'one experiment in a scenario');
  // a step that is no phrase may have been the one that is missing
  const isComplete = matched.length === scenario.steps.length;
  if (given === undefined) {
    if (isComplete)
      findings.add(scenario.place, 'a scenario without an experiment', 'Given an experiment, first of all');
    return [];
  }
  if (claims.length === 0 && isComplete)
    findings.add(scenario.place, 'a scenario without a statement', 'Then a statement about its experiment');
  const experiment = experimentOf(...given, load, findings);
  return experiment === null ? [] : claims.flatMap((claim) => readStatement(...claim, experiment, findings));
}

function inItsPlace(step: ClaimStep, { role }: Matched['phrase'], findings: Findings): boolean {
  if (step.role === role) return true;
  const keyword = { experiment: 'Given', statement: 'Then', neither: 'When or *' };
  findings.at(
    step,
    0,
    `this under ${keyword[step.role]}`,
    `${keyword[role]}: it is ${role === 'experiment' ? 'an experiment' : 'a statement'}`,
  );
  return false;
}

function readStatement(
  step: ClaimStep,
  matched: Matched,
  experiment: Experiment,
  findings: Findings,
): Statement[] {
  if (step.rows.length > 0) findings.at(step, 0, 'a table', 'a statement without a table');
  const statement = statementOf[matched.phrase.kind]?.(new Lookup(step, matched, experiment, findings));
  return statement == null ? [] : [statement];
}
