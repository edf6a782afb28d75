/** Feature files as they stand in the tree: their scenarios, the cases that should run, and the tags as declared. */
import {
  AstBuilder,
  compile,
  GherkinClassicTokenMatcher,
  GherkinInMarkdownTokenMatcher,
  Parser,
} from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { sha256 } from '../files/sha256.ts';
import { finding, type Finding, type Place } from './finding.ts';
import { sameText, type TextFile } from './input.ts';

// the parser's own types, which it gives as plain data
type GherkinDocument = Parameters<typeof compile>[0];
type Feature = NonNullable<GherkinDocument['feature']>;
type Rule = NonNullable<Feature['children'][number]['rule']>;
type Scenario = NonNullable<Feature['children'][number]['scenario']>;
type Step = Scenario['steps'][number];
type Tag = Feature['tags'][number];
type Pickle = ReturnType<typeof compile>[number];
type PickleStep = Pickle['steps'][number];

/** A step as it is written. */
export interface WrittenStep {
  /** `Given`, `And` … as the feature has it. */
  readonly keyword: string;
  readonly text: string;
  /** It stands in a Background. */
  readonly background: boolean;
  readonly table: readonly (readonly string[])[] | null;
  readonly doc: string | null;
}

/** A step as it runs: without placeholders. */
export interface CaseStep extends WrittenStep {
  /** An Outcome that stands in the scenario itself; a Then in a Background asserts nothing of it. */
  readonly asserts: boolean;
}

/** One thing that runs: a scenario, or one row of an outline. */
export interface Case {
  /** Where it stands in its file: the line of the scenario or of the row. */
  readonly line: number;
  readonly steps: readonly CaseStep[];
  /** Tags of Rule, Scenario and Examples, without their @; those of the Feature are not here. */
  readonly tags: readonly string[];
  /** Every tag that it runs with. */
  readonly allTags: readonly string[];
  /** Of everything it does: the same in two cases that do the same. */
  readonly fingerprint: string;
}

export interface SuiteScenario {
  readonly place: Place;
  readonly column: number;
  readonly name: string;
  /** `file › rule › name`: what the baseline knows it by. */
  readonly title: string;
  readonly feature: { readonly name: string; readonly description: string };
  readonly rule: {
    readonly name: string;
    readonly description: string;
    readonly line: number;
    readonly column: number;
  } | null;
  readonly description: string;
  /** Its steps, those of the Backgrounds before it first; placeholders as they stand. */
  readonly steps: readonly WrittenStep[];
  readonly examples: readonly {
    readonly header: readonly string[];
    readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  }[];
  /** An Examples table of it has no rows. */
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

/** The language of features that name none. */
export const DEFAULT_LANGUAGE = 'en';

/** Reads one feature file, classic or within Markdown; what cannot be parsed is a finding, not an exception. */
export function readFeature({ path, text }: TextFile, language = DEFAULT_LANGUAGE): FeatureFile {
  const same = sameText(text);
  const newId = IdGenerator.incrementing();
  const matcher = path.endsWith('.md')
    ? new GherkinInMarkdownTokenMatcher(language)
    : new GherkinClassicTokenMatcher(language);
  let document: GherkinDocument;
  try {
    document = new Parser(new AstBuilder(newId), matcher).parse(same);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
    const line = Number(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1);
    const found = finding('parse-error', `not Gherkin: ${message}`, 'correct the file', { file: path, line });
    return { path, text: same, scenarios: [], tags: [], findings: [found] };
  }
  const none = { path, text: same, scenarios: [], tags: [], findings: [] };
  if (document.feature === undefined) return none;
  const pickles = new Map<string, Pickle[]>();
  for (const pickle of compile(document, path, newId)) {
    const [id = ''] = pickle.astNodeIds;
    const own = pickles.get(id);
    if (own === undefined) pickles.set(id, [pickle]);
    else own.push(pickle);
  }
  const { feature } = document;
  const scenarios = [...sections(feature)].map((section) => readScenario(path, feature, section, pickles));
  return { ...none, scenarios, tags: declaredTags(path, feature) };
}

/** A scenario with what stands above it. */
interface Section {
  readonly scenario: Scenario;
  readonly rule: Rule | null;
  readonly background: readonly Step[];
}

function* sections({ children }: Feature): Generator<Section> {
  const above: Step[] = [];
  for (const { background, scenario, rule } of children) {
    above.push(...(background?.steps ?? []));
    if (scenario !== undefined) yield { scenario, rule: null, background: above };
    if (rule === undefined) continue;
    const within = [...above];
    for (const child of rule.children) {
      within.push(...(child.background?.steps ?? []));
      if (child.scenario !== undefined) yield { scenario: child.scenario, rule, background: within };
    }
  }
}

function readScenario(
  path: string,
  feature: Feature,
  { scenario, rule, background }: Section,
  pickles: ReadonlyMap<string, readonly Pickle[]>,
): SuiteScenario {
  const { line, column = 1 } = scenario.location;
  const onFeature = new Set(feature.tags.map(({ id }) => id));
  const lines = rowLines(scenario.examples);
  const steps = [
    ...background.map((step) => [step.id, written(step, true)] as const),
    ...scenario.steps.map((step) => [step.id, written(step, false)] as const),
  ];
  const byId = new Map(steps);
  return {
    place: { file: path, line },
    column,
    name: scenario.name,
    title: [path, ...(rule === null ? [] : [rule.name]), scenario.name].join(' › '),
    feature: { name: feature.name, description: feature.description },
    rule:
      rule === null
        ? null
        : {
            ...{ name: rule.name, description: rule.description },
            ...{ line: rule.location.line, column: rule.location.column ?? 1 },
          },
    description: scenario.description,
    steps: steps.map(([, step]) => step),
    examples: scenario.examples.map(({ tableHeader, tableBody }) => ({
      header: tableHeader?.cells.map(({ value }) => value) ?? [],
      rows: tableBody.map(({ location, cells }) => ({
        line: location.line,
        cells: cells.map(({ value }) => value),
      })),
    })),
    emptyOutline: scenario.examples.some(({ tableBody }) => tableBody.length === 0),
    cases: (pickles.get(scenario.id) ?? []).map((pickle) => ({
      line: lineOf(pickle, line, lines),
      steps: pickle.steps.map((step) => caseStep(step, byId)),
      tags: pickle.tags.filter(({ astNodeId }) => !onFeature.has(astNodeId)).map(bare),
      allTags: pickle.tags.map(bare),
      fingerprint: sha256(
        JSON.stringify(pickle.steps.map(({ type, text, argument }) => [type, text, argument])),
      ),
    })),
  };
}

const bare = ({ name }: { readonly name: string }): string => name.slice(1);

/** Every tag where it is declared. */
function declaredTags(path: string, feature: Feature): DeclaredTag[] {
  const declared = (list: readonly Tag[], onFeature = false): DeclaredTag[] =>
    list.map((tag) => ({ name: bare(tag), place: { file: path, line: tag.location.line }, onFeature }));
  const ofScenario = ({ tags, examples }: Scenario): DeclaredTag[] =>
    [tags, ...examples.map((table) => table.tags)].flatMap((list) => declared(list));
  return [
    ...declared(feature.tags, true),
    ...feature.children.flatMap(({ scenario, rule }) => [
      ...(scenario === undefined ? [] : ofScenario(scenario)),
      ...(rule === undefined ? [] : declared(rule.tags)),
      ...(rule?.children ?? []).flatMap((child) =>
        child.scenario === undefined ? [] : ofScenario(child.scenario),
      ),
    ]),
  ];
}

/** Of an outline the line of the row, otherwise that of the scenario. */
function lineOf({ astNodeIds }: Pickle, scenario: number, rows: ReadonlyMap<string, number>): number {
  const [, row] = astNodeIds;
  if (row === undefined) return scenario;
  const line = rows.get(row);
  if (line === undefined) throw new Error(`a pickle of the row ${row}, which no table has`);
  return line;
}

const written = ({ keyword, text, dataTable, docString }: Step, background: boolean): WrittenStep => ({
  ...{ keyword: keyword.trim(), text, background },
  table: dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? null,
  doc: docString?.content ?? null,
});

function caseStep(
  { text, type, argument, astNodeIds }: PickleStep,
  byId: ReadonlyMap<string, WrittenStep>,
): CaseStep {
  const { keyword = '', background = true } = byId.get(astNodeIds[0] ?? '') ?? {};
  return {
    ...{ keyword, text, background },
    table: argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? null,
    doc: argument?.docString?.content ?? null,
    asserts: String(type) === 'Outcome' && !background,
  };
}

/** The line of every row of every Examples table, by node id. */
const rowLines = (examples: Scenario['examples']): ReadonlyMap<string, number> =>
  new Map(examples.flatMap(({ tableBody }) => tableBody.map(({ id, location }) => [id, location.line])));
