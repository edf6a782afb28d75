/** An example whose numbers can be changed: its steps, and itself as Gherkin. */
import type { ScenarioView } from '../specification/model.ts';

export interface TriedStep {
  readonly keyword: string;
  readonly text: string;
  readonly table: readonly (readonly string[])[] | null;
}

/** A step's words and its numbers, in turn: every second part is a number. */
export const partsOf = (text: string): readonly string[] =>
  text.split(/((?<![\w~*.])-?\d+(?:\.\d+)?(?:\/\d+)?(?![\w~.]))/);

export const stepsOf = ({ steps }: Pick<ScenarioView, 'steps'>): readonly TriedStep[] =>
  steps.map(({ keyword, text, table }) => ({ keyword, text, table }));

/** The scenario as a feature file has it, columns in line. */
export function gherkinOf(
  { name, feature, clauses }: Pick<ScenarioView, 'name' | 'feature' | 'clauses'>,
  steps: readonly TriedStep[],
): string {
  const lines = steps.flatMap(({ keyword, text, table }) => [
    `    ${keyword} ${text}`,
    ...(table === null ? [] : tableLines(table)),
  ]);
  return [
    `Feature: ${feature}, changed`,
    '',
    ...(clauses.length === 0 ? [] : [`  ${clauses.map((id) => `@${id}`).join(' ')}`]),
    `  Scenario: ${name}`,
    ...lines,
    '',
  ].join('\n');
}

function tableLines(table: readonly (readonly string[])[]): string[] {
  const written = table.map((row) => row.map((cell) => cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|')));
  const width = (column: number): number => Math.max(...written.map((row) => (row[column] ?? '').length));
  return written.map((row) => `      | ${row.map((cell, i) => cell.padEnd(width(i))).join(' | ')} |`);
}
