/** A conformance report to read in a terminal. */
import { onOneLine } from '../printable.ts';
import { nameOf, standing } from './certificate.ts';
import type { ConformanceReport } from './conformance.ts';
import type { Divergence } from './divergence.ts';
import type { ChapterVerdict, ClauseResult, ScenarioVerdict } from './verdict.ts';

export const words: Readonly<Record<ClauseResult, string>> = {
  fails: 'fails',
  'not-run': 'not run',
  known: 'known failure',
  partly: 'partly asked',
  unsupported: 'unsupported',
  holds: 'holds',
  'not-asked': 'not asked',
};

const s = String;

export function showReport(report: ConformanceReport): string {
  const { certificate, chapters, scenarios, faults } = report;
  const { implementation, arithmetic, specification } = certificate;
  const told = scenarios.filter(({ result }) => result === 'failed' || result === 'known');
  const left = chapters.filter((chapter) => !isAsked(chapter)).map(({ id }) => id);
  return [
    `${nameOf(certificate)} (${onOneLine(implementation.language)}, counting in ${onOneLine(arithmetic.stated)}, judged as ${arithmetic.judged} to within ${arithmetic.tolerance})`,
    `against version ${specification.version} of the specification, suite ${specification.suite.slice(0, 12)}`,
    '',
    ...chapters.filter(isAsked).flatMap(showChapter),
    `  ${left.join(', ')}: about scenario files, rings, pairs, figures, output and commands, not about the model; not asked`,
    ...told.map(showScenario),
    ...unfinished(scenarios),
    ...(faults.length > 0
      ? ['', 'Known failures that do not apply:', ...faults.map((fault) => `  ${fault}`)]
      : []),
    '',
    closing(report),
    '',
  ].join('\n');
}

const isAsked = ({ clauses }: ChapterVerdict): boolean =>
  clauses.some(({ result }) => result !== 'not-asked');

function showChapter({ id, title, clauses }: ChapterVerdict): string[] {
  const asked = clauses.filter(({ result }) => result !== 'not-asked');
  const holding = asked.filter(({ result }) => result === 'holds').length;
  const line = `  ${id.padEnd(5)} ${s(holding).padStart(3)} of ${s(asked.length).padStart(2)} hold  ${title}`;
  const rest = (Object.keys(words) as ClauseResult[])
    .filter((result) => result !== 'holds')
    .flatMap((result) => {
      const ids = clauses.filter((clause) => clause.result === result).map((clause) => clause.id);
      return ids.length === 0 ? [] : [`${' '.repeat(22)}${words[result]}: ${ids.join(' ')}`];
    });
  return [line, ...rest];
}

function showScenario({ title, place, clauses, result, why, divergence }: ScenarioVerdict): string {
  return [
    '',
    `${result === 'known' ? '~' : '✗'} ${title}`,
    `  ${place}${clauses.length > 0 ? `  (${clauses.join(' ')})` : ''}`,
    ...(result === 'known' ? [`  known: ${why}`] : []),
    ...(divergence === null ? [] : showDivergence(divergence)),
  ].join('\n');
}

function showDivergence({
  step,
  operation,
  about,
  expected,
  got,
  message,
  answer,
  before,
}: Divergence): string[] {
  return [
    ...(operation === null ? [] : [`  operation  ${operation.op} ${brief(operation.takes)}`]),
    ...(about === null
      ? []
      : [`  at         ${about}`, `  expected   ${expected ?? ''}`, `  got        ${got ?? ''}`]),
    ...(about === null || message.includes('\n')
      ? [`  said       ${message.replaceAll('\n', '\n             ')}`]
      : []),
    ...(answer === null ? [] : [`  answer     ${brief(answer)}`]),
    ...(before === null ? [] : [`  before     ${brief(before)}`]),
    `  step       ${step === '' ? 'the checks after every scenario' : step}`,
  ];
}

const LONGEST = 400;

/** One line; the whole of it is in the JSON report. */
function brief(value: unknown): string {
  const text = JSON.stringify(pick(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

/** Of a state, who has what. */
function pick(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('tickets' in value && 'traders' in value))
    return value;
  const { time, dealers, vbts, traders, tickets } = value as Record<string, unknown> & {
    traders: { id: string; cash: string }[];
    tickets: { id: string; owner: string; maturity: number }[];
  };
  const desks = (all: unknown): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(all as Record<string, { cash: string }>).map(([id, { cash }]) => [id, cash]),
    );
  return {
    time,
    dealers: desks(dealers),
    vbts: desks(vbts),
    traders: Object.fromEntries(traders.map(({ id, cash }) => [id, cash])),
    tickets: tickets.map(({ id, owner, maturity }) => `${id}@${s(maturity)} ${owner}`),
  };
}

function unfinished(scenarios: readonly ScenarioVerdict[]): string[] {
  const notRun = scenarios.filter(({ result }) => result === 'not-run');
  const reasons = new Map<string, number>();
  for (const { result, why } of scenarios)
    if (result === 'unsupported') reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [
    ...(notRun.length > 0 ? ['', `! ${s(notRun.length)} scenarios were ${notRun[0]?.why ?? ''}`] : []),
    ...(reasons.size > 0 ? ['', 'Unsupported:'] : []),
    ...[...reasons].map(([why, times]) => `  ${s(times).padStart(4)} scenarios: ${why}`),
  ];
}

/** The last sentence. */
function closing({ certificate, counts, chapters }: ConformanceReport): string {
  const asked = chapters.flatMap(({ clauses }) => clauses).filter(({ result }) => result !== 'not-asked');
  const holding = asked.filter(({ result }) => result === 'holds').length;
  const others = (
    [
      ['failed', 'failed'],
      ['known', 'failed as known'],
      ['unsupported', 'unsupported'],
      ['not-run', 'not run'],
    ] as const
  ).flatMap(([outcome, word]) => (counts[outcome] > 0 ? [`${s(counts[outcome])} ${word}`] : []));
  return (
    `${nameOf(certificate)} ${standing(certificate)}: ` +
    `${s(holding)} of ${s(asked.length)} clauses hold; scenarios: ${[`${s(counts.passed)} passed`, ...others].join(', ')}`
  );
}
