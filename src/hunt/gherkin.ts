/** Steps, tables and amounts as features write them. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

export interface Step {
  readonly keyword: 'Given' | 'When' | 'Then';
  readonly text: string;
  /** Header first. */
  readonly table?: readonly (readonly string[])[];
}

/** An amount as a person would write it: a short decimal, or the fraction that it is. */
export function amount(text: string): string {
  const plain = String(Number(text));
  if (/^-?\d+(\.\d{1,4})?$/.test(plain) && Math.abs(Number(text) - Number(plain)) < 1e-15)
    return cents(plain);
  return fraction(Number(text)) ?? text.replace(/^(-?\d+\.\d{12})\d+$/, '$1');
}

/** An amount that a world begins with: to the last digit, however long. */
export function exactly(text: string): string {
  const same = new Exact(asWritten(text)).toDecimalPlaces(18).eq(text);
  return same ? amount(text) : new Exact(text).toFixed();
}

/** The amount as it is read again from what is written: 28 digits of a fraction. */
export function asWritten(text: string): string {
  const [over = '0', under = '1'] = amount(text).split('/');
  return new Exact(over).div(under).toSignificantDigits(28).toFixed();
}

/** Two decimals where there are any, as money is written. */
const cents = (plain: string): string => (/\.\d$/.test(plain) ? `${plain}0` : plain);

/** The fraction with the smallest denominator that is this number, as far as a double tells. */
function fraction(value: number): string | null {
  let [low, high] = [
    [0, 1],
    [1, 0],
  ] as [number, number][];
  let rest = Math.abs(value);
  for (let i = 0; i < 24 && high !== undefined && low !== undefined; i++) {
    const whole = Math.floor(rest);
    const next: [number, number] = [whole * high[0] + low[0], whole * high[1] + low[1]];
    [low, high] = [high, next];
    if (next[1] > 100_000) return null;
    if (Math.abs(Math.abs(value) - next[0] / next[1]) < 1e-15 * Math.max(1, Math.abs(value)))
      return `${value < 0 ? '-' : ''}${String(next[0])}${next[1] === 1 ? '' : `/${String(next[1])}`}`;
    rest = 1 / (rest - whole);
  }
  return null;
}

/** `Short dealer` for `dealer:short`; a trader's name as it is. */
export function partyName(id: string): string {
  const [kind, bucket] = id.split(':');
  return bucket === undefined ? id : `${bucketName(bucket)} ${kind === 'vbt' ? 'VBT' : 'dealer'}`;
}

export const bucketName = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** A table of rows by column; a column that is empty throughout is left out unless it is asked for. */
export function table(
  rows: readonly Readonly<Record<string, string>>[],
  always: readonly string[] = [],
): readonly (readonly string[])[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => always.includes(column) || rows.some((row) => (row[column] ?? '') !== ''),
  );
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}

/** The lines of a scenario, each step after the first of its keyword with `And`. */
export function scenarioLines(title: string, steps: readonly Step[]): string[] {
  const lines = [`Example: ${title}`];
  let last = '';
  for (const { keyword, text, table: rows } of steps) {
    lines.push(`  ${keyword === last ? 'And' : keyword} ${text}`);
    last = keyword;
    if (rows !== undefined) lines.push(...tableLines(rows).map((line) => `    ${line}`));
  }
  return lines;
}

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) => {
    const cells = row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - cell.length));
    return `| ${cells.join(' | ')} |`;
  });
}
