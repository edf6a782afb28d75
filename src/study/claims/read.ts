/** A claim file as it is written: Gherkin, read and never run. CLM-01. */
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { inFiles, type FileFault } from '../../files/faults.ts';

// the parser's own types, which it gives as plain data
type GherkinDocument = Parameters<typeof compile>[0];
type WrittenScenario = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['scenario']>;
type Steps = WrittenScenario['steps'];
type WrittenStep = Steps[number];

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** A step as it applies: with the values of its row, where it stands in an outline. */
export interface ClaimStep {
  readonly text: string;
  /** Of the first letter after the keyword. */
  readonly place: Place;
  /** Whether the text stands in the file as it is here, so that a letter of it has a column. */
  readonly isLiteral: boolean;
  /** Whether it stands after Given, or after Then. */
  readonly role: 'experiment' | 'statement' | 'neither';
  readonly rows: readonly (readonly Cell[])[];
  /** Whether a text in three quotation marks stands below it. */
  readonly hasText: boolean;
}

/** A scenario: an experiment, and what is claimed of it. */
export interface ClaimScenario {
  readonly name: string;
  readonly place: Place;
  readonly steps: readonly ClaimStep[];
}

export interface WrittenClaims {
  readonly title: string;
  readonly description: string;
  readonly scenarios: readonly ClaimScenario[];
  /** Examples of outlines without a row: no statement comes of them. */
  readonly withoutRows: readonly Place[];
}

const roles: Readonly<Record<string, ClaimStep['role']>> = { Context: 'experiment', Outcome: 'statement' };

/** @throws Fault with every fault of the syntax. */
export function readClaimFile(text: string, file: string): WrittenClaims {
  const newId = IdGenerator.incrementing();
  const document = parse(text, file, newId);
  const written = writtenSteps(document);
  const scenarios = compile(document, file, newId).map((pickle): ClaimScenario => ({
    name: pickle.name,
    place: { file, line: pickle.location?.line ?? 0, column: pickle.location?.column ?? 1 },
    steps: pickle.steps.map((step): ClaimStep => {
      const own = written.get(step.astNodeIds[0] ?? '');
      if (own === undefined) throw new Error(`the step "${step.text}" stands in no scenario`);
      const at = (column: number, line = own.location.line): Place => ({ file, line, column });
      const columnOf = ({ column = 1 }: { readonly column?: number | undefined }): number => column;
      return {
        text: step.text,
        place: at(columnOf(own.location) + own.keyword.length),
        isLiteral: step.text === own.text,
        role: roles[String(step.type)] ?? 'neither',
        hasText: step.argument?.docString !== undefined,
        rows: (step.argument?.dataTable?.rows ?? []).map(({ cells }, r) =>
          cells.map(({ value }, c) => {
            const place = own.dataTable?.rows[r]?.cells[c]?.location ?? own.location;
            return { text: value, place: at(columnOf(place), place.line) };
          }),
        ),
      };
    }),
  }));
  if (scenarios.every(({ steps }) => steps.length === 0)) {
    const found = 'a file without a scenario';
    const allowed = 'scenarios: Given an experiment, Then statements';
    throw inFiles([{ file, line: 1, column: 1, path: '', found, allowed }]);
  }
  const { name: title = '', description = '' } = document.feature ?? {};
  const withoutRows = scenariosIn(document).flatMap(({ examples }) =>
    examples
      .filter(({ tableBody }) => tableBody.length === 0)
      .map(({ location: { line, column = 1 } }): Place => ({ file, line, column })),
  );
  return { title, description, scenarios, withoutRows };
}

const scenariosIn = ({ feature }: GherkinDocument): WrittenScenario[] =>
  (feature?.children ?? []).flatMap(({ scenario, rule }) => [
    ...(scenario === undefined ? [] : [scenario]),
    ...(rule?.children ?? []).flatMap((inner) => (inner.scenario === undefined ? [] : [inner.scenario])),
  ]);

function parse(text: string, file: string, newId: () => string): GherkinDocument {
  try {
    return new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw inFiles(syntaxFaults(error, file));
  }
}

/** The parser throws one error for all of them, which has them in a list. */
function syntaxFaults(error: unknown, file: string): FileFault[] {
  if (!(error instanceof Error)) throw error;
  const all = 'errors' in error && Array.isArray(error.errors) ? (error.errors as Error[]) : [error];
  return all.map(({ message }) => {
    const [, line, column, rest = message] = /^\((\d+):(\d+)\): (.*)$/s.exec(message) ?? [];
    if (line === undefined) throw error;
    const [, tokens, found = rest] = /^expected: (.*), got (.*)$/s.exec(rest) ?? [];
    const allowed = tokens === undefined ? 'Gherkin' : tokenWords(tokens);
    return { file, line: Number(line), column: Number(column), path: '', found, allowed };
  });
}

/** What the parser could read on, as it is written; comments, tags and empty lines may stand anywhere. */
const tokens: Readonly<Record<string, string>> = {
  '#FeatureLine': 'Feature:',
  '#BackgroundLine': 'Background:',
  '#RuleLine': 'Rule:',
  '#ScenarioLine': 'Scenario:',
  '#ExamplesLine': 'Examples:',
  '#StepLine': 'a step (Given, Then)',
  '#TableRow': 'a row of a table',
  '#DocStringSeparator': 'the end of a text in quotation marks',
};

const tokenWords = (expected: string): string =>
  expected
    .split(', ')
    .flatMap((token) => tokens[token] ?? [])
    .join(', ');

/** Every step of the document by its id. */
function writtenSteps({ feature }: GherkinDocument): ReadonlyMap<string, WrittenStep> {
  const found = new Map<string, WrittenStep>();
  const add = (steps: readonly WrittenStep[] = []): void => {
    for (const step of steps) found.set(step.id, step);
  };
  for (const { background, scenario, rule } of feature?.children ?? []) {
    add(background?.steps);
    add(scenario?.steps);
    for (const inner of rule?.children ?? []) {
      add(inner.background?.steps);
      add(inner.scenario?.steps);
    }
  }
  return found;
}
