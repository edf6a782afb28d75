/** Causes in words: each with its clause, one example of it, and how to come to it again. */
import { counted } from '../counted.ts';
import { onOneLine } from '../printable.ts';
import type { ConformanceReport } from './conformance.ts';
import type { Cause, ScenarioVerdict } from './verdict.ts';

const s = String;

const titles: Readonly<Record<Cause['kind'], string>> = {
  model: 'Rules of the model',
  ruling: 'Rulings',
  input: 'Refusals of bad input',
  protocol: 'The protocol',
};

/** The causes by what kind of thing is wrong, the section of the biggest first. */
export function sections(causes: readonly Cause[]): (readonly [title: string, own: readonly Cause[]])[] {
  const kinds = [...new Set(causes.map(({ kind }) => kind))];
  return kinds.map((kind) => [titles[kind], causes.filter((cause) => cause.kind === kind)]);
}

/** Beyond so many causes only their names are told. */
const MOST_TOLD = 12;

export function showCauses({ causes, books }: ConformanceReport): string[] {
  const told = new Set(causes.slice(0, MOST_TOLD));
  return [
    ...(causes.length === 0 ? [] : ['', `${counted(causes.length, 'cause')}, the biggest first:`]),
    ...sections(causes).flatMap(([title, own]) => [
      '',
      title,
      ...own.flatMap((cause) => (told.has(cause) ? showCause(cause) : [`  ${headline(cause)}`])),
    ]),
    ...showBooks(books),
  ];
}

/** `ANC-01 explains 9 scenarios and 6 other clauses: …` */
export function headline({ id, title, scenarios, clauses, known }: Cause): string {
  const also = clauses.length === 0 ? '' : ` and ${counted(clauses.length, 'other clause')}`;
  const of = known === 0 ? '' : known === scenarios ? ' (known)' : ` (${s(known)} known)`;
  return `${id} explains ${counted(scenarios, 'scenario')}${also}${of}: ${title}`;
}

function showCause(cause: Cause): string[] {
  const { text, example, clauses } = cause;
  return [
    `✗ ${headline(cause)}`,
    ...(text === '' ? [] : [`    says      ${brief(text, 240)}`]),
    ...found(example).map(([name, said]) => `    ${name.padEnd(9)} ${ownLines(said).join('\n      ')}`),
    ...reads(example),
    ...(clauses.length === 0 ? [] : [`    with      ${clauses.join(' ')}`]),
    ...replay(example),
  ];
}

/** What is shown of a scenario that failed, by name. */
export function found({ firstDifference, divergence, place, title }: ScenarioVerdict): [string, string][] {
  const scenario: [string, string] = ['scenario', `${place}  ${title.split(' › ').at(-1) ?? ''}`];
  if (firstDifference !== null) {
    const more =
      firstDifference.more > 0 ? ` (and ${counted(firstDifference.more, 'other figure')} of it)` : '';
    return [
      ['at', `${firstDifference.place}${more}`],
      ['expected', firstDifference.expected],
      ['found', firstDifference.found],
      scenario,
    ];
  }
  const { about = null, expected = null, got = null, message = '' } = divergence ?? {};
  return about === null
    ? [['said', message], scenario]
    : [['at', about], ['expected', expected ?? ''], ['found', got ?? ''], scenario];
}

/** The reading that explains the answers, and how it is agreed on. */
const reads = ({ firstDifference }: ScenarioVerdict): string[] =>
  firstDifference?.reading == null
    ? []
    : [
        `    reads     ${firstDifference.reading}: if that is meant, verify with --ruling ${firstDifference.reading}`,
      ];

const MOST_LINES = 8;
const MOST_LETTERS = 1_200;

/** The conversation, where it is short; the whole of it is in the files. */
function replay({ firstDifference }: ScenarioVerdict): string[] {
  if (firstDifference === null) return [];
  const { conversation } = firstDifference;
  const short = conversation.length <= MOST_LINES && conversation.join('').length <= MOST_LETTERS;
  if (short) return ['    replay', ...conversation.map((line) => `      ${line}`)];
  return [`    replay    ${s(conversation.length)} requests: --out writes them to a file`];
}

function showBooks({ asked, broken }: ConformanceReport['books']): string[] {
  if (asked === 0) return [];
  if (broken.length === 0) return ['', `CHK-C1: cash and tickets add up after each of ${s(asked)} scenarios`];
  const [first] = broken;
  return [
    '',
    `✗ CHK-C1: cash or tickets came or went in ${s(broken.length)} of ${counted(asked, 'scenario')}`,
    ...(first === undefined ? [] : [`    ${first.place}: ${brief(first.books.join('; '), 300)}`]),
  ];
}

/** What is said, on one line; what the implementation wrote to stderr before it ended stands on lines of its own. */
const ownLines = (said: string): string[] =>
  said.split(/\n(?=its stderr ended:\n|  \| )/).map((line) => brief(line, 300));

const brief = (text: string, most: number): string => {
  const line = onOneLine(text);
  return line.length > most ? `${line.slice(0, most)} …` : line;
};
