/** The pieces of which a Then step is put together. */
import type { Difference } from '../causes/differences.ts';
import { amount, type Step } from './gherkin.ts';

export const then = (text: string, rows?: Step['table']): Step =>
  rows === undefined ? { keyword: 'Then', text } : { keyword: 'Then', text, table: rows };

export const money = (value: string | null): string => (value === null ? '' : amount(value));
export const word = (value: string | null): string => value ?? '';
export const yes = (value: boolean): string => (value ? 'yes' : 'no');
/** The last member of the path of every difference: which columns must be shown, empty or not. */
export const membersOf = (differences: readonly Difference[]): Set<unknown> =>
  new Set(differences.map(({ path }) => path.at(-1)));
