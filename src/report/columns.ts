/** Text in columns, and numbers rounded for people. */
import type { Num } from '../num.ts';

/** Columns as wide as they need to be; the first ones flush left, the rest flush right. */
export function alignColumns(rows: readonly (readonly string[])[], left: number, gap = 2): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i < left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
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

/** `1 liability`, `2 liabilities`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** The counts that are not zero, by name: `capacity 3, issuer 1`. */
export const tally = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${String(count)}`)
    .join(', ');
