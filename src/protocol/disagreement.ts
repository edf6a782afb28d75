/** What a scenario's failure says: what was expected, what was found, and the request that it was found by. */
import { onOneLine, printable } from '../printable.ts';

export interface Difference {
  /** `order 3: price`. */
  readonly about: string;
  readonly expected: string;
  readonly found: string;
  /** The place from 0 of what differs, in a list where each item came by a request of its own. */
  readonly row?: number;
}

const MOST = 20;
const LONGEST = 400;

const brief = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** A request as failures show it; the whole of it is in the JSON report. */
export const requestText = (op: string, takes: object): string => {
  const arguments_ = JSON.stringify(takes);
  return brief(arguments_ === '{}' ? op : `${op} ${arguments_}`);
};

/** Thrown where a step finds something else than the feature says. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';

  constructor(
    readonly differences: readonly Difference[],
    readonly request: string,
  ) {
    const told = differences.slice(0, MOST).map(differenceText);
    const more = differences.length > MOST ? [`and ${String(differences.length - MOST)} more`] : [];
    super([...told, ...more, `request: ${onOneLine(request)}`].join('\n'));
  }
}

/** What differs is never told as the same: two values can have one text. */
function differenceText({ about, expected, found }: Difference): string {
  const is = expected === found ? `${found}, of another kind` : found;
  return `${onOneLine(about)}: expected ${printable(expected)}, found ${printable(is)}`;
}

/** A value in words that tell a text from a number. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return brief(JSON.stringify(value));
}
