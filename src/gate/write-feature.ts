/** Cases written as a feature of their own, each as one scenario that runs just its steps. */
import type { Case, CaseStep } from '../specification/features.ts';

export interface CaseToWrite {
  readonly name: string;
  readonly case: Case;
  readonly steps: readonly CaseStep[];
}

/** The text, and the line on which each case stands. */
export function writeFeature(name: string, cases: readonly CaseToWrite[]): { text: string; lines: number[] } {
  const out = ['# language: en', `Feature: ${oneLine(name)}`, ''];
  const lines = cases.map((one) => {
    if (one.case.allTags.length > 0) out.push(`  ${one.case.allTags.map((tag) => `@${tag}`).join(' ')}`);
    out.push(`  Scenario: ${oneLine(one.name)}`);
    const line = out.length;
    for (const step of one.steps) out.push(...writeStep(step));
    out.push('');
    return line;
  });
  return { text: `${out.join('\n')}\n`, lines };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function writeStep({ asserts, text, table, doc }: CaseStep): string[] {
  const rows = (table ?? []).map((row) => `      | ${row.map(cell).join(' | ')} |`);
  const content = doc === null ? [] : doc.replaceAll('"""', '\\"\\"\\"').split('\n');
  const texts = doc === null ? [] : ['"""', ...content, '"""'].map((line) => `      ${line}`);
  return [`    ${asserts ? 'Then' : 'Given'} ${text}`, ...rows, ...texts];
}

const cell = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');
