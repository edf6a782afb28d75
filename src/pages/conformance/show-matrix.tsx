/** @jsxRuntime automatic @jsxImportSource preact */
/** Clauses against implementations, as text and as a page. */
import { document } from '../page.tsx';
import { onOneLine } from '../../printable.ts';
import { readingText } from '../../protocol/rulings.ts';
import { nameOf, type Matrix } from '../../verify/certificate.ts';
import { matrixStyle } from './page-style.ts';
import { Legend, marks } from './show-page.tsx';
import { words } from '../../verify/show-report.ts';
import type { ClauseResult } from '../../verify/verdict.ts';
import type { Catalogue } from '../../verify/verify.ts';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { clause: string; title: string; results: readonly ClauseResult[] }[];
}

/** The rows of a matrix under the chapters of the catalogue, with the titles of their clauses. */
function chaptersOf({ rows }: Matrix, { chapters }: Catalogue): Chapter[] {
  return chapters
    .map(({ id, title, clauses }) => ({
      id,
      title,
      rows: clauses.flatMap((clause) =>
        rows.filter((row) => row.clause === clause.id).map((row) => ({ ...row, title: clause.title })),
      ),
    }))
    .filter((chapter) => chapter.rows.length > 0);
}

/** The rulings that it reads in its own way, behind a comma. */
function readingOf({ rulings }: Matrix['columns'][number]): string {
  const text = readingText(rulings);
  return text === '' ? '' : `, reading ${text}`;
}

const holding = ({ rows }: Matrix, column: number): number =>
  rows.filter(({ results }) => results[column] === 'holds').length;

export function matrixText(matrix: Matrix, catalogue: Catalogue): string {
  const { columns, rows, specification } = matrix;
  const line = (results: readonly ClauseResult[]): string =>
    results
      .map((result) => words[result].padEnd(14))
      .join(' ')
      .trimEnd();
  return [
    `version ${specification.version} of the specification, suite ${specification.suite.slice(0, 12)}`,
    ...columns.map(
      (column, i) =>
        `  ${String(i + 1)}  ${nameOf(column)} (${onOneLine(column.implementation.language)}${readingOf(column)}): ${String(holding(matrix, i))} of ${String(rows.length)} clauses hold`,
    ),
    '',
    `${' '.repeat(10)}${columns
      .map((_, i) => String(i + 1).padEnd(14))
      .join(' ')
      .trimEnd()}`,
    ...chaptersOf(matrix, catalogue).flatMap((chapter) =>
      chapter.rows.map(({ clause, results }) => `${clause.padEnd(10)}${line(results)}`),
    ),
    '',
  ].join('\n');
}

interface MatrixParts {
  readonly matrix: Matrix;
  readonly catalogue: Catalogue;
  /** Where a clause is to be read; nowhere on a page that stands alone. */
  readonly hrefOf?: (clause: string) => string;
}

/** The legend, and a row for each clause under its chapter. */
export function MatrixTable({ matrix, catalogue, hrefOf }: MatrixParts) {
  const { columns, rows } = matrix;
  return (
    <>
      <Legend />
      <div class="scroll" tabIndex={0} role="region" aria-label="clauses by implementation">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Clause</th>
              {columns.map((column, i) => (
                <th scope="col" key={i}>
                  {nameOf(column)}
                  <br />
                  <span class="quiet">
                    {onOneLine(
                      `${column.implementation.language}, ${column.arithmetic.stated}${readingOf(column)}`,
                    )}
                    <br />
                    {holding(matrix, i)} of {rows.length} hold
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          {chaptersOf(matrix, catalogue).map(({ id, title, rows: clauses }) => (
            <tbody key={id}>
              <tr class="chapter">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {title}
                </th>
              </tr>
              {clauses.map(({ clause, title: about, results }) => (
                <tr key={clause}>
                  <th scope="row">
                    {hrefOf === undefined ? clause : <a href={hrefOf(clause)}>{clause}</a>}{' '}
                    <span class="quiet">{about}</span>
                  </th>
                  {results.map((result, i) => (
                    <td key={i} class={result}>
                      {marks[result]} {words[result]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

export function matrixPage(matrix: Matrix, catalogue: Catalogue): string {
  const { version, suite } = matrix.specification;
  return document({
    title: 'Clauses and implementations',
    styles: [matrixStyle],
    body: (
      <main>
        <h1>Clauses and implementations</h1>
        <p class="quiet">
          Version {version} of the specification, suite <code>{suite.slice(0, 12)}</code>.
        </p>
        <MatrixTable matrix={matrix} catalogue={catalogue} />
      </main>
    ),
  });
}
