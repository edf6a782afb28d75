/** An outcome with other expected values, in the shape that its step definition takes. */
import type { CaseStep } from '../specification/features.ts';

/** Numbers go up first; what still passes, as "at most 5" does, has them go down. */
export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

type Values = Pick<CaseStep, 'text' | 'table' | 'doc'>;

const numbers = /(?<![\w.])-?\d+(?:\.\d+)?(?!\w)/g;
const strings = /"([^"]*)"|'([^']*)'/g;
const isNumber = /^\s*-?\d+(?:\.\d+)?(?:\/\d+)?\s*%?\s*$/;

/** The whole part of a number, one further. */
function bumped(number: string, direction: Direction): string {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(.*)$/.exec(number) ?? [];
  if (direction === 'up') return `${sign}${String(BigInt(whole) + 1n)}${rest}`;
  if (BigInt(whole) > 0n) return `${sign}${String(BigInt(whole) - 1n)}${rest}`;
  return rest === '' ? '7' : `${sign === '' ? '-' : ''}${whole}${rest}`;
}

const otherNumbers = (text: string, direction: Direction): string =>
  text.replace(numbers, (number) => bumped(number, direction));

/** Other numbers; in a text without any, other words between quotation marks. */
function otherText(text: string, direction: Direction): string {
  const changed = otherNumbers(text, direction);
  if (changed !== text) return changed;
  return text.replace(strings, (all) => `${all.slice(0, -1)} changed${all.slice(-1)}`);
}

const otherWord = (word: string): string => (word.trim() === '' ? word : `${word} changed`);

/**
 * Numbers below the header; where there are none, words; where there are only empty cells, something in them. The first
 * column names things, unless it is the only one.
 */
function otherTable(
  table: readonly (readonly string[])[],
  direction: Direction,
): readonly (readonly string[])[] {
  const body = table.length > 1 ? 1 : 0;
  const change = (first: number, wanted: (cell: string) => boolean, other: (cell: string) => string) =>
    table.map((row, i) =>
      row.map((cell, j) => (i >= body && j >= first && wanted(cell) ? other(cell) : cell)),
    );
  const number = (cell: string): string => otherNumbers(cell, direction);
  const differs = (changed: readonly (readonly string[])[]): boolean =>
    JSON.stringify(changed) !== JSON.stringify(table);
  const tries = [
    change(1, (cell) => isNumber.test(cell), number),
    change(0, (cell) => isNumber.test(cell), number),
    change(1, () => true, otherWord),
    change(
      1,
      () => true,
      () => 'changed',
    ),
    change(0, () => true, otherWord),
  ];
  return tries.find(differs) ?? table;
}

/** Null where the outcome expects no value that can be told from its words. */
export function withOtherValues({ text, table, doc }: CaseStep, direction: Direction): Values | null {
  if (table !== null) {
    const changed = otherTable(table, direction);
    if (changed !== table) return { text, table: changed, doc };
  }
  if (doc !== null && doc.trim() !== '') {
    const changed = otherText(doc, direction);
    return { text, table, doc: changed === doc ? `${doc} changed` : changed };
  }
  const changed = otherText(text, direction);
  return changed === text ? null : { text: changed, table, doc };
}
