/** What stands in a table. */
import type { Num } from '../num.ts';

/** One cell of a table; null is an empty one. */
export type Cell = string | number | boolean | Num | null;

/** Numbers of the model in full precision; an empty cell for what there is not. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.toFixed() : String(cell);
}
