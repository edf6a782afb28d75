/** Text in columns, and numbers rounded for people. */
import { at } from '../core/list.ts';
import type { Num } from '../num.ts';

/** Columns as wide as they need to be; the first ones flush left, the rest flush right. */
export function alignColumns(rows: readonly (readonly string[])[], left: number, gap = 2): string[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // a row may have fewer cells than the longest
  const width = (i: number): number => rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0);
  const widths = Array.from({ length: columns }, (_, i) => width(i));
  return rows.map((row) =>
    row
      .map((cell, i) => (i < left ? cell.padEnd(at(widths, i)) : cell.padStart(at(widths, i))))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** Two decimals, none for amounts of six digits and more; no minus sign on a zero. */
export function money(value: Num | null, places = 2): string {
  if (value === null) return '-';
  const number = value.toNumber();
  const text = number.toFixed(Math.abs(number) < 1e5 ? places : 0);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

export const percent = (value: Num | null, places = 2): string =>
  value === null ? '-' : `${money(value.times(100), places)} %`;

/** The counts that are not zero, by name: `capacity 3, issuer 1`. */
export const tally = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${String(count)}`)
    .join(', ');

/** Text in lines of a terminal's width. */
export function wrapped(text: string, width = 80): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
