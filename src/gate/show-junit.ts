/** The verdict as JUnit XML: a test case for each clause, and one for each finding that is about no clause. */
import { xmlText as xml } from '../printable.ts';
import { showPlace, type Finding } from '../specification/finding.ts';
import type { Verdict } from './gate.ts';

const failure = (kind: string, message: string, body: string): string =>
  `      <failure type="${xml(kind)}" message="${xml(message)}">${xml(body)}</failure>`;

interface TestCase {
  readonly name: string;
  readonly lines: readonly string[];
}

function suite(name: string, cases: readonly TestCase[]): string[] {
  if (cases.length === 0) return [];
  const of = (tag: string): number =>
    cases.filter(({ lines }) => lines.some((line) => line.includes(`<${tag}`))).length;
  const counts = `tests="${String(cases.length)}" failures="${String(of('failure'))}" skipped="${String(of('skipped'))}"`;
  return [
    `  <testsuite name="${xml(name)}" ${counts}>`,
    ...cases.flatMap((one) => [
      `    <testcase classname="${xml(name)}" name="${xml(one.name)}">`,
      ...one.lines,
      '    </testcase>',
    ]),
    '  </testsuite>',
  ];
}

export function showJunit({ clauses, findings }: Verdict): string {
  const errors = findings.filter(({ level }) => level === 'error');
  const tell = ({ rule, message, remedy, place }: Finding): string =>
    failure(rule, message, `${showPlace(place)}\n${remedy}`);
  const suites = [...new Set(clauses.map(({ chapter }) => chapter))].flatMap((chapter) =>
    suite(
      chapter,
      clauses
        .filter((clause) => clause.chapter === chapter)
        .map(({ id, title, state, why }) => {
          const own = errors.filter(({ clause }) => clause === id).map(tell);
          // a failing clause is told by its scenario, which is about no single clause
          const failing = state === 'failing' && own.length === 0 ? [failure(state, why, '')] : [];
          const skipped =
            state === 'waived' && own.length === 0 ? [`      <skipped message="${xml(why)}"/>`] : [];
          return { name: `${id} ${title}`, lines: [...own, ...failing, ...skipped] };
        }),
    ),
  );
  const ids = new Set(clauses.map(({ id }) => id));
  const others = errors
    .filter(({ clause }) => clause === null || !ids.has(clause))
    .map((one) => ({ name: one.message.split('\n')[0] ?? '', lines: [tell(one)] }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="ringspec gate">',
    ...suites,
    ...suite('specification', others),
    '</testsuites>',
    '',
  ].join('\n');
}
