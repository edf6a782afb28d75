/** Differences that are no rows of a table. */
import { isDeepStrictEqual } from 'node:util';
import { shown, type Difference } from '../src/protocol/disagreement.ts';

/** Whether two values are the same, to the last member; lists differ item by item. */
export function same(about: string, expected: unknown, found: unknown): Difference[] {
  if (isDeepStrictEqual(expected, found)) return [];
  if (Array.isArray(expected) && Array.isArray(found))
    return Array.from({ length: Math.max(expected.length, found.length) }, (_, i) =>
      same(`${about}, item ${String(i + 1)}`, expected[i], found[i]),
    ).flat();
  if (typeof expected !== 'string' || typeof found !== 'string')
    return [{ about, expected: shown(expected), found: shown(found) }];
  const [wanted, is] = fromTheDifference(expected, found);
  return [{ about, expected: wanted, found: is }];
}

const BEFORE = 60;

/** Two texts from shortly before the place where they differ, which may be far from their beginning. */
function fromTheDifference(expected: string, found: string): [string, string] {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const from = at <= BEFORE ? 0 : at - BEFORE;
  const cut = (text: string): string => `${from > 0 ? '… ' : ''}${shown(text.slice(from))}`;
  return [cut(expected), cut(found)];
}

/** Whether all these words are in a text. */
export const mentions = (about: string, words: readonly string[], text: string): Difference[] =>
  words
    .filter((word) => !text.includes(word))
    .map((word) => ({ about, expected: `${shown(word)} in it`, found: shown(text) }));

/** Whether files are the same; where they are not, the first line of each that differs. */
export function sameFiles(
  expected: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): Difference[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    const [wanted, text] = [expected[name], found[name]];
    if (wanted === text) return [];
    if (wanted === undefined) return [{ about: name, expected: 'no such file', found: 'one' }];
    if (text === undefined) return [{ about: name, expected: 'the file', found: 'none' }];
    const [right, lines] = [wanted.split('\n'), text.split('\n')];
    const line = right.findIndex((one, i) => one !== lines[i]);
    const at = line < 0 ? right.length : line;
    return same(`${name}, line ${String(at + 1)}`, right[at], lines[at]);
  });
}
