/** Feature files as they stand in the tree: their scenarios, the cases that should run, and the tags as declared. */
import { AstBuilder, compile, dialects, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { createHash } from 'node:crypto';
import { finding, type Finding, type Place } from './finding.ts';
import { sameText, type TextFile } from './input.ts';

// the parser's own types, which it gives as plain data
type GherkinDocument = Parameters<typeof compile>[0];
type Feature = NonNullable<GherkinDocument['feature']>;
type Rule = NonNullable<Feature['children'][number]['rule']>;
type Scenario = NonNullable<Feature['children'][number]['scenario']>;
type Tag = Feature['tags'][number];
type Pickle = ReturnType<typeof compile>[number];
type PickleStep = Pickle['steps'][number];

export interface CaseStep {
  readonly text: string;
  /** An Outcome that stands in the scenario itself; a Then in a Background asserts nothing of it. */
  readonly asserts: boolean;
  /** Rows of its table. */
  readonly rows: number;
}

/** One thing that runs: a scenario, or one row of an outline. */
export interface Case {
  /** Where it stands in its file: the line of the scenario or of the row. */
  readonly line: number;
  readonly steps: readonly CaseStep[];
  /** Tags of Rule, Scenario and Examples, without their @; those of the Feature are not here. */
  readonly tags: readonly string[];
  /** Of everything it does: the same in two cases that do the same. */
  readonly fingerprint: string;
}

export interface SuiteScenario {
  readonly place: Place;
  readonly column: number;
  readonly name: string;
  /** `file › rule › name`: what the baseline knows it by. */
  readonly title: string;
  readonly rule: { readonly name: string; readonly line: number; readonly column: number } | null;
  /** It can have rows, and an Examples table of it has none (or there is no table). */
  readonly emptyOutline: boolean;
  readonly cases: readonly Case[];
}

export interface DeclaredTag {
  readonly name: string;
  readonly place: Place;
  readonly onFeature: boolean;
}

export interface FeatureFile {
  readonly path: string;
  readonly text: string;
  readonly scenarios: readonly SuiteScenario[];
  readonly tags: readonly DeclaredTag[];
  readonly findings: readonly Finding[];
}

/** Reads one feature file; what cannot be parsed is a finding, not an exception. */
export function readFeature({ path, text }: TextFile): FeatureFile {
  const same = sameText(text);
  const newId = IdGenerator.incrementing();
  let document: GherkinDocument;
  try {
    document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(same);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
    const line = Number(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1);
    const found = finding('parse-error', `not Gherkin: ${message}`, 'mend the file', { file: path, line });
    return { path, text: same, scenarios: [], tags: [], findings: [found] };
  }
  const pickles = compile(document, path, newId);
  return {
    path,
    text: same,
    ...(document.feature === undefined
      ? { scenarios: [], tags: [] }
      : readScenarios(path, document.feature, pickles)),
    findings: [],
  };
}

function readScenarios(
  path: string,
  feature: Feature,
  pickles: readonly Pickle[],
): Pick<FeatureFile, 'scenarios' | 'tags'> {
  const dialect = dialects[feature.language];
  const onFeature = new Set(feature.tags.map(({ id }) => id));
  const tags: DeclaredTag[] = [];
  const declare = (list: readonly Tag[]): void => {
    for (const { id, name, location } of list) {
      const place = { file: path, line: location.line };
      tags.push({ name: name.slice(1), place, onFeature: onFeature.has(id) });
    }
  };
  const byScenario = new Map<string, Pickle[]>();
  for (const pickle of pickles) {
    const [id] = pickle.astNodeIds;
    if (id === undefined) throw new Error(`${path}: a pickle of no scenario`);
    const own = byScenario.get(id);
    if (own === undefined) byScenario.set(id, [pickle]);
    else own.push(pickle);
  }
  const read = (scenario: Scenario, rule: Rule | null): SuiteScenario => {
    declare(scenario.tags);
    for (const examples of scenario.examples) declare(examples.tags);
    const own = new Set(scenario.steps.map(({ id }) => id));
    const lines = rowLines(scenario.examples);
    const { line, column = 1 } = scenario.location;
    const outline =
      dialect?.scenarioOutline.includes(scenario.keyword) === true &&
      !dialect.scenario.includes(scenario.keyword);
    return {
      place: { file: path, line },
      column,
      name: scenario.name,
      title: [path, ...(rule === null ? [] : [rule.name]), scenario.name].join(' › '),
      rule:
        rule === null
          ? null
          : { name: rule.name, line: rule.location.line, column: rule.location.column ?? 1 },
      emptyOutline:
        scenario.examples.some(({ tableBody }) => tableBody.length === 0) ||
        (outline && scenario.examples.length === 0),
      cases: (byScenario.get(scenario.id) ?? []).map((pickle) => ({
        line: lineOf(pickle, line, lines),
        steps: pickle.steps.map((step) => readStep(step, own)),
        tags: pickle.tags
          .filter(({ astNodeId }) => !onFeature.has(astNodeId))
          .map(({ name }) => name.slice(1)),
        fingerprint: createHash('sha256')
          .update(JSON.stringify(pickle.steps.map(({ type, text, argument }) => [type, text, argument])))
          .digest('hex'),
      })),
    };
  };
  declare(feature.tags);
  const scenarios = feature.children.flatMap(({ scenario, rule }) => {
    if (scenario !== undefined) return [read(scenario, null)];
    if (rule === undefined) return [];
    declare(rule.tags);
    return rule.children.flatMap((child) =>
      child.scenario === undefined ? [] : [read(child.scenario, rule)],
    );
  });
  return { scenarios, tags };
}

/** Of an outline the line of the row, otherwise that of the scenario. */
function lineOf({ astNodeIds }: Pickle, scenario: number, rows: ReadonlyMap<string, number>): number {
  const [, row] = astNodeIds;
  if (row === undefined) return scenario;
  const line = rows.get(row);
  if (line === undefined) throw new Error(`a pickle of the row ${row}, which no table has`);
  return line;
}

const readStep = ({ text, type, argument, astNodeIds }: PickleStep, own: ReadonlySet<string>): CaseStep => ({
  text,
  asserts: String(type) === 'Outcome' && astNodeIds.some((id) => own.has(id)),
  rows: argument?.dataTable?.rows.length ?? 0,
});

/** The line of every row of every Examples table, by node id. */
const rowLines = (examples: Scenario['examples']): ReadonlyMap<string, number> =>
  new Map(examples.flatMap(({ tableBody }) => tableBody.map(({ id, location }) => [id, location.line])));
