/** Cells: what a feature writes in one, and whether that is what was found. */
import { isDeepStrictEqual } from 'node:util';
import { near, parseAmount } from './amounts.ts';
import { names, partyId } from './vocabulary.ts';

/** How a cell is read: as one kind of thing, or (in a document) as whatever was found there, near or to the last digit. */
export type CellKind = 'amount' | 'count' | 'word' | 'party' | 'list' | 'any' | 'exact';

const NUMBER = /^-?\d+(\.\d+)?$/;
const AMOUNT = /^-?\d[\d.]*(\/\d+)?$/;
/** Written to the smallest unit of money, it is meant to the unit. CHK-09R. */
const IN_UNITS = /\.\d{18}$/;

/** Whether a cell says what was found. Only an empty cell means "none". */
export function agrees(cell: string, found: unknown, kind: CellKind): boolean {
  if (Array.isArray(found) && kind !== 'exact' && !cell.startsWith('['))
    return isDeepStrictEqual([...names(cell)].sort(), found.map(inWords).sort());
  const isNothing = found === null || found === undefined || (found === '' && kind === 'any');
  if (cell === '' || isNothing) return cell === '' && isNothing;
  switch (kind) {
    case 'list':
      return false;
    case 'amount':
      return near(parseAmount(cell), textOf(found));
    case 'count':
      return Number(cell) === found;
    case 'party':
      return partyId(cell) === found;
    case 'word':
      return cell === inWords(found);
    case 'any':
      if (IN_UNITS.test(cell)) return agrees(cell, found, 'exact');
      if (AMOUNT.test(cell) && NUMBER.test(textOf(found))) return near(parseAmount(cell), textOf(found));
      return [cell, partyId(cell)].includes(textOf(found));
    case 'exact':
      if (NUMBER.test(cell) && NUMBER.test(textOf(found))) return parseAmount(cell).equals(textOf(found));
      return cell === textOf(found);
  }
}

const textOf = (found: unknown): string => (typeof found === 'string' ? found : JSON.stringify(found));

/** What was found, as a cell would say it. */
export function inWords(found: unknown): string {
  if (found === null || found === undefined) return '';
  if (typeof found === 'boolean') return found ? 'yes' : 'no';
  return Array.isArray(found) ? found.map(inWords).join(' ') : textOf(found);
}
