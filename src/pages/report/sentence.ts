/** Sentences whose names can be turned to: pieces of text, and the ids of traders and tickets between them. */
import { at, last } from '../../core/list.ts';
import { kindOf } from '../../run/metrics/accounts.ts';
import { partyName } from './words.ts';

/** A piece of a sentence: text, or the id of a trader (`t`) or of a ticket (`k`). */
export type Part = string | readonly ['t' | 'k', string];

export const trader = (id: string): Part => (kindOf(id) === 'trader' ? ['t', id] : partyName(id));
export const ticket = (id: string): Part => ['k', id];

const isList = (part: Part | readonly Part[]): part is readonly Part[] =>
  Array.isArray(part) && part[0] !== 't' && part[0] !== 'k';

/** A template as pieces; neighbouring texts become one. */
export function say(texts: TemplateStringsArray, ...parts: (Part | readonly Part[])[]): Part[] {
  const all: Part[] = [];
  const push = (part: Part): void => {
    const last = all.at(-1);
    if (part === '') return;
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  };
  texts.forEach((text, i) => {
    push(text);
    const part = parts[i];
    if (part === undefined) return;
    if (isList(part)) part.forEach(push);
    else push(part);
  });
  return all;
}

/** Named one by one up to this many. */
const HANDFUL = 4;

/** `k1, k2 and k3`, or `7 tickets (k1 … k9)`. */
export function several(ids: readonly string[]): readonly Part[] {
  if (ids.length > HANDFUL)
    return [`${String(ids.length)} tickets (`, ticket(at(ids, 0)), ' … ', ticket(last(ids)), ')'];
  return ids.flatMap((id, i): Part[] => [i === 0 ? '' : i === ids.length - 1 ? ' and ' : ', ', ticket(id)]);
}

/** The sentence as plain text. */
export const plainText = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part[1])).join('');
