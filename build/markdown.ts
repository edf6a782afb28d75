/** Tables of pages that are made, and their format. */
import { readFileSync } from 'node:fs';
import { format, type FormatConfig } from 'oxfmt';

/** As `npm run format` leaves a page: tables in columns, code by the rules of the project. */
export async function formatted(page: string): Promise<string> {
  const rules = readFileSync(new URL('../.oxfmtrc.json', import.meta.url), 'utf8');
  const { code } = await format('page.md', page, JSON.parse(rules) as FormatConfig);
  return code;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '-')), ...rows.map(line), ''].join('\n');
}
