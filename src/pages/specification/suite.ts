/** The scenarios of the suite as the pages show them: grouped by folder, with what was answered to each. */
import { basename, dirname } from 'node:path';
import type { ShownFrame, ShownMarket } from '../../protocol/shown.ts';
import { standings, type CaseEvidence } from '../../gate/evidence.ts';
import type { GateInputs } from '../../gate/inputs.ts';
import type { SuiteScenario, WrittenStep } from '../../specification/features.ts';
import type { ExampleRow, FailureView, ScenarioView, StepView } from './model.ts';
import { paragraph, ranCase, type RanCase } from './run-detail.ts';
import { storyOf } from './stories.ts';
import { violationIn } from './violation.ts';
import { shownParty } from './words.ts';

/** Scenarios by group; a group is a folder of features and one data file of the pages. */
export type Suite = ReadonlyMap<string, readonly ScenarioView[]>;

export function readSuite(
  { run, cases }: Pick<GateInputs, 'run' | 'cases'>,
  commandOf: (place: string) => string,
): Suite {
  const groups = new Map<string, ScenarioView[]>();
  for (const own of byScenario(cases)) {
    const [first] = own;
    if (first === undefined) continue;
    const { file } = first.scenario.place;
    const ran = run?.byPath.get(file)?.[0]?.attempts;
    const byLine = new Map(
      own.flatMap(({ case: one }) => {
        const detail = ranCase(one, ran?.get(one.line) ?? []);
        return detail === undefined ? [] : [[one.line, detail] as const];
      }),
    );
    const view = leaner(scenarioView(own, byLine, commandOf));
    const group = groupOf(file);
    groups.set(group, [...(groups.get(group) ?? []), view]);
  }
  return groups;
}

const groupOf = (file: string): string => basename(dirname(file)).replace(/[^\w-]/g, '_') || 'features';

/** Cases of one scenario follow one another. */
function byScenario(cases: readonly CaseEvidence[]): CaseEvidence[][] {
  const found: CaseEvidence[][] = [];
  for (const one of cases) {
    const last = found.at(-1);
    if (last?.[0]?.scenario === one.scenario) last.push(one);
    else found.push([one]);
  }
  return found;
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

function scenarioView(
  cases: readonly CaseEvidence[],
  ran: ReadonlyMap<number, RanCase>,
  commandOf: (place: string) => string,
): ScenarioView {
  const [first] = cases;
  if (first === undefined) throw new Error('a scenario has a case');
  const { scenario } = first;
  const { file, line } = scenario.place;
  const worst = standings.find((word) => cases.some(({ standing }) => standing === word)) ?? 'counts';
  const rows = scenario.examples.flatMap((table) => table.rows);
  const ranHere = (one: CaseEvidence): RanCase | undefined => ran.get(one.case.line);
  const clauses = unique(cases.flatMap((one) => one.clauses));
  const kinds = unique(cases.flatMap((one) => one.kinds));
  const tags = unique(cases.flatMap((one) => one.case.tags));
  const steps =
    rows.length > 0
      ? scenario.steps.map(idleStep)
      : (ranHere(first)?.steps ?? first.case.steps.map(idleStep));
  return {
    key: `${basename(file, '.feature')}-${String(line)}`,
    file,
    line,
    feature: scenario.feature.name || basename(file, '.feature'),
    about: paragraph(scenario.feature.description),
    rule: scenario.rule?.name ?? '',
    name: scenario.name,
    description: [scenario.rule?.description ?? '', scenario.description]
      .map(paragraph)
      .filter((text) => text !== '')
      .join('\n'),
    clauses,
    kinds,
    labels: tags.filter((tag) => !clauses.includes(tag) && !kinds.includes(tag)),
    standing: worst,
    why: cases.find(({ standing }) => standing === worst)?.why ?? '',
    steps: withoutBystanders(steps),
    examples:
      rows.length === 0
        ? null
        : {
            header: scenario.examples[0]?.header ?? [],
            rows: rows.map(({ line: at, cells }) => exampleRow(at, cells, scenario, cases, ran)),
          },
    failures: cases.flatMap((one) => failuresOf(one, ranHere(one), commandOf)),
  };
}

const idleStep = ({ keyword, text, background, table, doc }: WrittenStep): StepView => ({
  ...{ keyword, text, background, table, doc },
  ...{ status: '', answered: null, frames: [] },
});

/** Under each column of the examples, what was answered where a table of the scenario expects that column. */
function exampleRow(
  line: number,
  cells: readonly string[],
  written: SuiteScenario,
  cases: readonly CaseEvidence[],
  ran: ReadonlyMap<number, RanCase>,
): ExampleRow {
  const header = written.examples[0]?.header ?? [];
  const steps = ran.get(line)?.steps ?? [];
  const answered = header.map((column) => {
    for (const [i, { table }] of written.steps.entries()) {
      const found = steps[i]?.answered?.found;
      if (table === null || found === undefined) continue;
      for (const [r, row] of table.slice(1).entries()) {
        const c = row.indexOf(`<${column}>`);
        if (c >= 0) return found[r]?.[c] ?? null;
      }
    }
    return null;
  });
  const standing = cases.find((one) => one.case.line === line)?.standing ?? 'not-run';
  return { line, cells, answered, standing };
}

const failuresOf = (
  { case: one, scenario, standing, why }: CaseEvidence,
  ran: RanCase | undefined,
  commandOf: (place: string) => string,
): FailureView[] => {
  if (standing !== 'failed' && standing !== 'retried') return [];
  const command = commandOf(`${scenario.place.file}:${String(one.line)}`);
  const told = ran?.failures ?? [];
  if (told.length === 0)
    return [{ line: one.line, step: scenario.name, said: why, violation: null, command }];
  return told.map(({ step, said }) => ({
    line: one.line,
    step,
    said,
    violation: violationIn(said),
    command,
  }));
};

/** Only a story is looked at step by step; elsewhere the first picture and the last are all that is shown. */
function leaner(scenario: ScenarioView): ScenarioView {
  if (storyOf(scenario) !== null) return scenario;
  const all = scenario.steps.flatMap(({ frames }) => frames);
  const ends = [all[0], all.at(-1)];
  const steps = scenario.steps.map((step) => ({
    ...step,
    frames: step.frames.filter((frame) => ends.includes(frame)),
  }));
  return { ...scenario, steps };
}

/** A picture needs no more than seven digits of a rung. */
const forPicture = (market: ShownMarket): ShownMarket => ({
  ...market,
  ladder: market.ladder.map(({ x, midline, ask, bid }) => ({
    x,
    midline: short(midline),
    ask: short(ask),
    bid: short(bid),
  })),
});

const short = (amount: string): string => String(Number(Number(amount).toPrecision(7)));

const isEmpty = (party: ShownFrame['parties'][number]): boolean =>
  Number(party.cash) === 0 && party.holds.length === 0;

/** A world has parties that a scenario never speaks of; those with nothing throughout only crowd the picture. */
function withoutBystanders(steps: readonly StepView[]): readonly StepView[] {
  const frames = steps.flatMap((step) => step.frames);
  if (frames.length === 0) return steps;
  const spoken = steps.map(({ text, table }) => `${text} ${(table ?? []).flat().join(' ')}`).join(' ');
  const present = new Set(
    frames.flatMap(({ parties }) => parties.filter((party) => !isEmpty(party)).map(({ id }) => id)),
  );
  const words = new Set(spoken.split(/[\s,]+/));
  const isNamed = (id: string): boolean =>
    words.has(id) || (id.includes(':') && spoken.includes(shownParty(id)));
  const keep = (id: string): boolean => present.has(id) || isNamed(id);
  return steps.map((step) => ({
    ...step,
    frames: step.frames.map((frame) => ({
      ...frame,
      parties: frame.parties.filter(({ id }) => keep(id)),
      markets: frame.markets.filter(({ bucket }) => keep(`dealer:${bucket}`)).map(forPicture),
    })),
  }));
}
