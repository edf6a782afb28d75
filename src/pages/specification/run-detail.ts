/** A run step by step, with the tables of its scenarios and what the steps attached. The gate reads the same file for what it counts. */
import type { Envelope, GherkinDocument, Pickle, PickleStep } from '@cucumber/messages';
import { SHOWN, type Shown, type ShownFrame, type ShownTable } from '../../protocol/shown.ts';
import { said } from './violation.ts';
import type { StepView } from './model.ts';

type Feature = NonNullable<GherkinDocument['feature']>;
type Background = NonNullable<Feature['children'][number]['background']>;
type Scenario = NonNullable<Feature['children'][number]['scenario']>;

/** A scenario as it is written, with the headings above it. */
export interface WrittenScenario {
  readonly feature: string;
  readonly about: string;
  readonly rule: string;
  readonly description: string;
  /** Its steps, those of the Backgrounds before it first; placeholders as they stand. */
  readonly steps: readonly Pick<StepView, 'keyword' | 'text' | 'background' | 'table' | 'doc'>[];
  readonly examples: readonly {
    readonly header: readonly string[];
    readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  }[];
}

/** A case as it ran. */
export interface RanCase {
  readonly steps: readonly StepView[];
  /** What failed, hooks included. */
  readonly failures: readonly { readonly step: string; readonly said: string }[];
}

export interface RunDetail {
  /** By uri, then by the line of the scenario. */
  readonly written: ReadonlyMap<string, ReadonlyMap<number, WrittenScenario>>;
  /** By uri, then by the line of the scenario or row; of several attempts the last. */
  readonly ran: ReadonlyMap<string, ReadonlyMap<number, RanCase>>;
}

interface Heard {
  readonly documents: GherkinDocument[];
  readonly pickles: Map<string, Pickle>;
  readonly testCases: Map<string, NonNullable<Envelope['testCase']>>;
  readonly started: Map<string, string>;
  readonly results: Map<string, { status: string; message: string }>;
  readonly shown: Map<string, Shown[]>;
}

export function readRunDetail(text: string): RunDetail {
  const heard = hear(text);
  const written = new Map(
    heard.documents.flatMap(({ uri, feature }) =>
      uri === undefined || feature === undefined ? [] : [[uri, writtenScenarios(feature)] as const],
    ),
  );
  const stepsAsWritten = keywordsById(heard.documents);
  const ran = new Map<string, Map<number, RanCase>>();
  for (const [startedId, testCaseId] of heard.started) {
    const testCase = heard.testCases.get(testCaseId);
    const pickle = heard.pickles.get(testCase?.pickleId ?? '');
    const line = pickle === undefined ? undefined : stepsAsWritten.lines.get(pickle.astNodeIds.at(-1) ?? '');
    if (testCase === undefined || pickle === undefined || line === undefined) continue;
    const inFile = ran.get(pickle.uri) ?? new Map<number, RanCase>();
    inFile.set(line, ranCase(heard, startedId, testCase, pickle, stepsAsWritten.keywords));
    ran.set(pickle.uri, inFile);
  }
  return { written, ran };
}

function hear(text: string): Heard {
  const heard: Heard = {
    documents: [],
    pickles: new Map(),
    testCases: new Map(),
    started: new Map(),
    results: new Map(),
    shown: new Map(),
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    // every line has been read as an envelope by the gate before
    const envelope = JSON.parse(line) as Envelope;
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, attachment } = envelope;
    if (gherkinDocument !== undefined) heard.documents.push(gherkinDocument);
    if (pickle !== undefined) heard.pickles.set(pickle.id, pickle);
    if (testCase !== undefined) heard.testCases.set(testCase.id, testCase);
    if (testCaseStarted !== undefined) heard.started.set(testCaseStarted.id, testCaseStarted.testCaseId);
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      const { status, message = '' } = testStepResult;
      heard.results.set(`${testCaseStartedId} ${testStepId}`, { status, message });
    }
    if (attachment?.mediaType === SHOWN) {
      const key = `${attachment.testCaseStartedId ?? ''} ${attachment.testStepId ?? ''}`;
      // our own steps wrote it
      heard.shown.set(key, [...(heard.shown.get(key) ?? []), JSON.parse(attachment.body) as Shown]);
    }
  }
  return heard;
}

function ranCase(
  heard: Heard,
  startedId: string,
  testCase: NonNullable<Envelope['testCase']>,
  pickle: Pickle,
  keywords: ReadonlyMap<string, { keyword: string; background: boolean }>,
): RanCase {
  const pickleSteps = new Map(pickle.steps.map((step) => [step.id, step]));
  const steps: StepView[] = [];
  const failures: { step: string; said: string }[] = [];
  for (const testStep of testCase.testSteps) {
    const key = `${startedId} ${testStep.id}`;
    const { status, message } = heard.results.get(key) ?? { status: '', message: '' };
    const step = pickleSteps.get(testStep.pickleStepId ?? '');
    if (!['PASSED', 'SKIPPED', ''].includes(status)) {
      const told = said(message);
      failures.push({
        step: step?.text ?? 'after the scenario',
        said: told === '' ? status.toLowerCase() : told,
      });
    }
    if (step === undefined) continue;
    const shown = heard.shown.get(key) ?? [];
    steps.push({
      ...(keywords.get(step.astNodeIds[0] ?? '') ?? { keyword: '', background: false }),
      text: step.text,
      status: status.toLowerCase(),
      ...argumentOf(step),
      answered: shown.findLast((one): one is ShownTable => one.shows === 'table') ?? null,
      frames: shown.filter((one): one is ShownFrame => one.shows === 'frame'),
    });
  }
  return { steps, failures };
}

const argumentOf = ({ argument }: PickleStep): Pick<StepView, 'table' | 'doc'> => ({
  table: argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? null,
  doc: argument?.docString?.content ?? null,
});

/** Every scenario and every background of a feature, with the rule that it stands below. */
function* sections(feature: Feature): Generator<{
  rule: string;
  ruleAbout: string;
  backgrounds: readonly Background[];
  scenario: Scenario;
}> {
  const backgrounds: Background[] = [];
  for (const { background, scenario, rule } of feature.children) {
    if (background !== undefined) backgrounds.push(background);
    if (scenario !== undefined) yield { rule: '', ruleAbout: '', backgrounds: [...backgrounds], scenario };
    if (rule === undefined) continue;
    const below = [...backgrounds];
    for (const child of rule.children) {
      if (child.background !== undefined) below.push(child.background);
      if (child.scenario !== undefined)
        yield {
          rule: rule.name,
          ruleAbout: paragraph(rule.description),
          backgrounds: [...below],
          scenario: child.scenario,
        };
    }
  }
}

/** Lines joined as people read them; an empty line stays a break. */
const paragraph = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');

function writtenScenarios(feature: Feature): ReadonlyMap<number, WrittenScenario> {
  const found = new Map<number, WrittenScenario>();
  for (const { rule, ruleAbout, backgrounds, scenario } of sections(feature)) {
    const write = (step: Scenario['steps'][number], background: boolean) => ({
      keyword: step.keyword.trim(),
      text: step.text,
      background,
      table: step.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? null,
      doc: step.docString?.content ?? null,
    });
    found.set(scenario.location.line, {
      feature: feature.name,
      about: paragraph(feature.description),
      rule,
      description: [ruleAbout, paragraph(scenario.description)].filter((text) => text !== '').join('\n'),
      steps: [
        ...backgrounds.flatMap(({ steps }) => steps.map((step) => write(step, true))),
        ...scenario.steps.map((step) => write(step, false)),
      ],
      examples: scenario.examples.map(({ tableHeader, tableBody }) => ({
        header: tableHeader?.cells.map(({ value }) => value) ?? [],
        rows: tableBody.map(({ location, cells }) => ({
          line: location.line,
          cells: cells.map(({ value }) => value),
        })),
      })),
    });
  }
  return found;
}

/** Keywords of steps, and lines of scenarios and rows, by the ids of their nodes. */
function keywordsById(documents: readonly GherkinDocument[]) {
  const keywords = new Map<string, { keyword: string; background: boolean }>();
  const lines = new Map<string, number>();
  for (const { feature } of documents) {
    if (feature === undefined) continue;
    for (const { backgrounds, scenario } of sections(feature)) {
      lines.set(scenario.id, scenario.location.line);
      for (const { tableBody } of scenario.examples)
        for (const row of tableBody) lines.set(row.id, row.location.line);
      for (const { steps } of backgrounds)
        for (const { id, keyword } of steps) keywords.set(id, { keyword: keyword.trim(), background: true });
      for (const { id, keyword } of scenario.steps)
        keywords.set(id, { keyword: keyword.trim(), background: false });
    }
  }
  return { keywords, lines };
}
