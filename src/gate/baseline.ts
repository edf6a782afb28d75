/** The baseline: one sorted line for each clause, scenario and property, as the last change left them. */
import { counted } from '../counted.ts';
import type { CaseEvidence } from './evidence.ts';
import type { ClauseVerdict } from './clauses.ts';
import { excludedBy } from './exclusions.ts';
import type { Exclusion } from './settings.ts';
import type { SuiteScenario } from '../specification/features.ts';
import { fingerprint } from '../specification/catalogue.ts';
import { finding, type Finding, type Place } from '../specification/finding.ts';
import type { TestEvidence } from './tests.ts';
import { less } from './text-diff.ts';

const heading = [
  '# What the specification covers: a line for each clause, each property, each test and each scenario.',
  '# Written by `ringspec gate --update`; `ringspec gate --ci` fails when it no longer says what is so.',
];

/** The lines as they should be now. Fields are separated by tabs; the first two name what the line is of. */
export function baselineLines(
  clauses: readonly ClauseVerdict[],
  cases: readonly CaseEvidence[],
  tests: readonly TestEvidence[],
  exclusions: readonly Exclusion[],
): readonly string[] {
  return [
    ...clauses.map(({ id, state, needs, has, weaker, waived }) =>
      [
        'clause',
        id,
        state,
        `needs ${needs.join(' ')}`,
        has.join(' ') || 'nothing',
        ...(weaker.length > 0 ? [`weaker ${weaker.join(' ')}`] : []),
        ...(waived.length > 0 ? [`waived ${waived.join(' ')}`] : []),
      ].join('\t'),
    ),
    ...scenarioLines(cases, exclusions),
    ...tests.map(({ title, clauses: ids, weaker }) =>
      [weaker ? 'test' : 'property', title.replace(/\s+/g, ' '), ids.join(' ') || '-'].join('\t'),
    ),
  ].sort();
}

interface Line {
  readonly scenario: SuiteScenario;
  readonly words: string;
  cases: number;
  outcomes: number;
  rows: number;
  /** What its cases do. */
  texts: string;
}

/**
 * Rows of one outline that show the same clauses stand on one line. What an exclusion may leave out says so, whether
 * or not it ran: an exclusion may be for one system, and the baseline is for all.
 */
function scenarioLines(cases: readonly CaseEvidence[], exclusions: readonly Exclusion[]): string[] {
  const lines: Line[] = [];
  let own: Line[] = [];
  for (const { scenario, clauses, kinds, case: one } of cases) {
    const excluded = excludedBy(one, exclusions).map((tag) => `\tmay be left out by @${tag}`);
    const words = `${clauses.join(' ') || '-'}\t${kinds.join(' ')}${excluded.join('')}`;
    // the cases of a scenario follow one another
    if (own[0]?.scenario !== scenario) own = [];
    let line = own.find((other) => other.words === words);
    if (line === undefined) {
      line = { scenario, words, cases: 0, outcomes: 0, rows: 0, texts: '' };
      own.push(line);
      lines.push(line);
    }
    line.cases++;
    line.texts += one.fingerprint;
    for (const { asserts, table } of one.steps) {
      if (!asserts) continue;
      line.outcomes++;
      line.rows += table?.length ?? 0;
    }
  }
  return lines.map(
    (line) =>
      `scenario\t${line.scenario.title}\t${line.words}\t` +
      [counted(line.cases, 'case'), counted(line.outcomes, 'outcome'), counted(line.rows, 'row')].join(', ') +
      `\t${fingerprint(line.texts)}`,
  );
}

export const baselineText = (lines: readonly string[]): string => `${[...heading, ...lines].join('\n')}\n`;

/** One thing that the committed lines and the present ones say differently. */
export interface Difference {
  readonly what: string;
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** The lines of a baseline, without its heading. */
export const linesIn = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));

/** @param withoutProperties leaves out what only a property would show otherwise */
export function compareBaseline(
  text: string,
  lines: readonly string[],
  withoutProperties = false,
): readonly Difference[] {
  const committed = linesIn(text);
  const gone = less(committed, lines);
  const fresh = less(lines, committed);
  const differences: Difference[] = [];
  for (const line of gone) {
    const [what = '', name = '', ...was] = line.split('\t');
    const twin = fresh.findIndex((other) => other.startsWith(`${what}\t${name}\t`));
    const [present] = twin < 0 ? [] : fresh.splice(twin, 1);
    if (withoutProperties && isOfProperties(line, present)) continue;
    const is = present?.split('\t').slice(2).join('; ') ?? null;
    differences.push({ what, name, was: was.join('; '), is });
  }
  for (const line of fresh) {
    if (withoutProperties && isOfProperties(line, undefined)) continue;
    const [what = '', name = '', ...is] = line.split('\t');
    differences.push({ what, name, was: null, is: is.join('; ') });
  }
  return differences;
}

/** Whether these are lines of a property or a test, or of a clause that is what it was but for what properties show. */
function isOfProperties(line: string, present: string | undefined): boolean {
  const [what, , state, ...had] = line.split('\t');
  if (what !== 'clause') return what !== 'scenario';
  const [, , stateNow = '', ...has] = present?.split('\t') ?? [];
  return (
    (stateNow === state || (state === 'covered' && ['uncovered', 'partial'].includes(stateNow))) &&
    withoutProperty(had) === withoutProperty(has)
  );
}

/** The fields of a clause's line without the evidence of properties; what it needs stays. */
const withoutProperty = ([needs = '', ...fields]: readonly string[]): string =>
  [needs, ...fields.map((field) => field.replace(/ ?property$/, ''))]
    .filter((field) => !['', 'nothing', 'weaker'].includes(field))
    .join('\t');

export function baselineFindings(
  differences: readonly Difference[],
  places: ReadonlyMap<string, Place>,
  path: string,
  ci: boolean,
  command: string,
): Finding[] {
  return differences.map(({ what, name, was, is }) => {
    const said =
      is === null
        ? `${what} "${name}" is in the baseline and gone: ${String(was)}`
        : was === null
          ? `${what} "${name}" is not in the baseline: ${is}`
          : `${what} "${name}" was "${was}" and is "${is}"`;
    const remedy = `put it back; or, if it is meant so, ${command} --update`;
    const place = places.get(name) ?? { file: path, line: 1 };
    return finding(ci ? 'baseline' : 'baseline-moved', said, remedy, place, what === 'clause' ? name : null);
  });
}
