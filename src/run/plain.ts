/** Figures as plain JSON: snake_case keys, numbers of the model as decimal strings. OUT-02, OUT-11. */
import type { Num } from '../num.ts';

/** A value of plain JSON, ready to be written. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A number of the model, told apart from other objects by the method that writes it out. */
export const isNum = (value: object): value is Num =>
  'toFixed' in value && typeof value.toFixed === 'function';

const names = new Map<string, string>();

/** `payableId` as `payable_id`; a digit belongs to the word before it. */
export function snakeCase(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  names.set(name, made);
  return made;
}

export function plain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    if (isNum(value)) return value.toFixed();
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [snakeCase(key), plain(of)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`a ${typeof value} cannot be written as JSON`);
}

/** The same data always as the same text: keys in the order of their code points, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, of]) => of !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonicalJson(of)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
