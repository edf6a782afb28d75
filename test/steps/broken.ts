/** Scenarios with one expected value changed, for each phrase that expects something; and how they fail. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Collector, type ScenarioResult } from '../../src/verify/collector.ts';
import { root } from '../../src/place.ts';

const parse = (text: string) =>
  new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
type Child = NonNullable<ReturnType<typeof parse>['feature']>['children'][number];
type Scenario = NonNullable<Child['scenario']>;
type Step = Scenario['steps'][number];

/** A feature file, and where in it the step stands that is to fail. */
export interface Place {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
  readonly step: Step;
}

/** A feature with something else expected in it, and the words that are now expected. */
export interface Broken {
  readonly phrase: string;
  readonly text: string;
  readonly line: number;
  readonly expected: string;
}

const environment = {
  cwd: root,
  stdout: new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  }),
};
const provided = { paths: ['features'], import: ['steps/**/*.ts', 'test/steps/tamper.ts'] };
const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment);
/** The part of cucumber's library of steps that is read here; its type keeps it to itself. */
interface Steps {
  readonly stepDefinitions: readonly { pattern: unknown; matchesStepName(text: string): boolean }[];
}
const support = await loadSupport(runConfiguration, environment);

/** Every phrase of the steps, without those of these tests. */
export const definitions = (support as unknown as Steps).stepDefinitions.flatMap((one) =>
  typeof one.pattern === 'string' && !one.pattern.startsWith('somebody')
    ? [{ pattern: one.pattern, matchesStepName: (text: string) => one.matchesStepName(text) }]
    : [],
);

/** Every phrase that begins with Then in the steps. */
export const phrases: readonly string[] = readdirSync(join(root, 'steps')).flatMap((name) =>
  [...readFileSync(join(root, 'steps', name), 'utf8').matchAll(/^Then\(\s*(?:'([^']*)'|"([^"]*)")/gm)].map(
    ([, single, double]) => single ?? double ?? '',
  ),
);

const phraseOf = (text: string): string | null => {
  const found = (support as unknown as Steps).stepDefinitions.find((definition) =>
    definition.matchesStepName(text),
  );
  return typeof found?.pattern === 'string' ? found.pattern : null;
};

/** Where each phrase is used, outside of outlines. */
export function places(): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const files = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files.filter((name) => name.endsWith('.feature'))) {
    const text = readFileSync(join(root, 'features', file), 'utf8');
    const children = parse(text).feature?.children ?? [];
    const scenarios = children.flatMap(({ scenario, rule }) =>
      scenario !== undefined ? [scenario] : (rule?.children.flatMap((child) => child.scenario ?? []) ?? []),
    );
    for (const scenario of scenarios.filter(({ examples }) => examples.length === 0))
      for (const step of scenario.steps) {
        const phrase = phraseOf(step.text);
        if (phrase === null || !phrases.includes(phrase)) continue;
        found.set(phrase, [...(found.get(phrase) ?? []), { file, text, scenario, step }]);
      }
  }
  return found;
}

/** Another number, list of numbers or word. */
const other = (cell: string): string =>
  /^[-\d./ ]*\d$/.test(cell) ? cell.replace(/\d+$/, (last) => String(Number(last) + 7)) : `${cell}zzz`;

/** Changes the last cell of a table that holds something, or the first number or quoted words of the step. */
export function breakStep(phrase: string, { text, scenario, step }: Place): Broken | null {
  const lines = text.split('\n');
  const { line } = scenario.location;
  const change = (at: number, from: number, was: string, now: string): Broken => {
    const old = lines[at - 1] ?? '';
    lines[at - 1] = `${old.slice(0, from)}${old.slice(from).replace(was, now)}`;
    return { phrase, text: lines.join('\n'), line, expected: now.endsWith('zzz') ? 'zzz' : now };
  };
  const row = step.dataTable?.rows.at(-1);
  const cell = row?.cells.findLast(({ value }) => value !== '');
  if (cell !== undefined) {
    const { line: at, column = 1 } = cell.location;
    return change(at, column - 1, cell.value, other(cell.value));
  }
  if (step.docString !== undefined) {
    const [last = ''] = step.docString.content.split('\n').slice(-1);
    const at = step.docString.location.line + step.docString.content.split('\n').length;
    return change(at, 0, last, `${last}zzz`);
  }
  const parameters = phrase
    .replace(/\([^)]*\)/g, '')
    .split(/\{[^}]+\}/)
    .filter((part) => part !== '');
  const value = parameters.reduce((rest, part) => rest.replace(part, ' '), step.text);
  const quoted = /"([^"]+)"/.exec(step.text)?.[1];
  if (quoted !== undefined)
    return { ...change(step.location.line, 0, `"${quoted}"`, '"zzz"'), expected: 'zzz' };
  const number = /-?\d+(?:\.\d+)?/.exec(value.replace(/[A-Za-z]\w*/g, ''))?.[0];
  if (number === undefined) return null;
  return change(step.location.line, 0, number, other(number));
}

/** Puts another step, without a table, in the place of one. */
export function replaceStep(
  phrase: string,
  { text, scenario, step }: Place,
  by: string,
  expected: string,
): Broken {
  const lines = text.split('\n');
  lines.splice(step.location.line - 1, 1 + (step.dataTable?.rows.length ?? 0), by);
  return { phrase, text: lines.join('\n'), line: scenario.location.line, expected };
}

/** Writes something else in a feature, after the scenario (or the row of examples) that begins so. */
export function edit(phrase: string, [file, begins, find, by, expected]: readonly string[]): Broken {
  const text = readFileSync(join(root, 'features', file ?? ''), 'utf8');
  const start = text.indexOf(begins ?? '');
  const from = find?.startsWith('Scenario Outline') === true ? 0 : start;
  const at = text.indexOf(find ?? '', from);
  if (start < 0 || at < 0)
    throw new Error(`${String(file)} does not hold ${String(begins)} and ${String(find)}`);
  const changed = text.slice(0, at) + text.slice(at).replace(String(find), () => by ?? '');
  const place =
    begins?.startsWith('|') === true
      ? changed.indexOf(begins)
      : changed.slice(0, at).search(/(?:Example|Scenario): [^\n]*\n(?![^]*(?:Example|Scenario): )/);
  const line = changed.slice(0, place).split('\n').length;
  return { phrase, text: changed, line, expected: expected ?? '' };
}

/** Runs them on the built-in core in this process, or on the command; results in the order of the features. */
export async function run(features: readonly Broken[], parameters: object = {}): Promise<ScenarioResult[]> {
  const folder = scratchFolder();
  const paths = features.map(({ text, line }, i) => {
    const path = join(folder, String(i).padStart(3, '0'), 'broken.feature');
    mkdirSync(dirname(path));
    writeFileSync(path, text);
    return `${relative(root, path)}:${String(line)}`;
  });
  const results: ScenarioResult[] = [];
  const collector = new Collector((result) => results.push(result));
  const worldParameters = { record: true, ...parameters };
  const configuration = await loadConfiguration(
    { file: false, provided: { ...provided, paths, worldParameters } },
    environment,
  );
  await runCucumber({ ...configuration.runConfiguration, support }, environment, (envelope) => {
    collector.hear(envelope);
  });
  return results.sort((a, b) => (a.place < b.place ? -1 : 1));
}
