/** The verdict as a summary for a pull request. */
import { printable } from '../printable.ts';
import { states } from './clauses.ts';
import { showPlace } from '../specification/finding.ts';
import type { Verdict } from './gate.ts';
import { counted, endingInWords, ranInWords, strengthInWords } from './show-text.ts';

/** A cell of a table holds neither a bar nor a line break, nor anything that Markdown takes for its own. */
export const cell = (text: string): string =>
  printable(text)
    .replace(/\\/g, '\\\\')
    .replace(/([|*_`<>[\]])/g, '\\$1')
    .replace(/\s*\n\s*/g, ' · ');

const SHOWN = 50;

export function showMarkdown(verdict: Verdict): string {
  const { ending, clauses, findings } = verdict;
  const chapters = [...new Set(clauses.map(({ chapter }) => chapter))];
  const shown = states.filter((state) => clauses.some((clause) => clause.state === state)).reverse();
  const rows = chapters.map((chapter) => {
    const own = clauses.filter((clause) => clause.chapter === chapter);
    const numbers = shown.map((state) => String(own.filter((clause) => clause.state === state).length));
    return `| ${[cell(chapter), ...numbers].join(' | ')} |`;
  });
  const told = findings
    .slice(0, SHOWN)
    .map(({ rule, level, message, remedy, place }) =>
      [level === 'error' ? rule : `${rule} (warning)`, showPlace(place), message, remedy]
        .map(cell)
        .join(' | '),
    );
  const problems =
    findings.length === 0
      ? []
      : [
          '',
          '| what | where | says | what to do |',
          '| --- | --- | --- | --- |',
          ...told.map((row) => `| ${row} |`),
        ];
  const more = findings.length > SHOWN ? ['', `… and ${String(findings.length - SHOWN)} more.`] : [];
  return [
    `## ${ending === 'done' ? '✅' : '❌'} Specification: ${endingInWords[ending]}`,
    '',
    [counted(verdict), ranInWords(verdict), ...strengthInWords(verdict).map(cell)]
      .map((line) => `${line}.`)
      .join(' '),
    ...problems,
    ...more,
    '',
    '<details><summary>By chapter</summary>',
    '',
    `| ${['chapter', ...shown].join(' | ')} |`,
    `| ${['---', ...shown.map(() => '--:')].join(' | ')} |`,
    ...rows,
    '',
    '</details>',
    '',
  ].join('\n');
}
