/** The words that features are written in: every parameter type of every phrase. */
import { defineParameterType } from '@cucumber/cucumber';
import { parseAmount } from './amounts.ts';

/** `Short dealer`, `Mid VBT` or a trader's name, as the protocol names parties. */
export function partyId(name: string): string {
  const [, bucket, kind] = /^(\w+) (dealer|VBT)$/.exec(name.trim()) ?? [];
  return bucket === undefined || kind === undefined
    ? name.trim()
    : `${kind.toLowerCase()}:${bucketId(bucket)}`;
}

export const bucketId = (name: string): string => name.trim().toLowerCase();

/** Z of an arrival: nothing else is one of the two. */
export function zOf(cell: string): 0 | 1 {
  if (cell !== '0' && cell !== '1') throw new Error(`"${cell}" is no Z: write 0 or 1`);
  return cell === '0' ? 0 : 1;
}

/** `d1 d2` as a list. */
export const names = (text: string): string[] => text.split(/[\s,]+/).filter((name) => name !== '');

defineParameterType({ name: 'bucket', regexp: /[A-Z][a-z]+/, transformer: bucketId });
defineParameterType({ name: 'trader', regexp: /[A-Z][A-Za-z]*\d*/, transformer: (name: string) => name });
defineParameterType({
  name: 'customer',
  regexp: /[A-Z][a-z]+ dealer|[A-Z][a-z]+ VBT|[A-Z][A-Za-z]*\d*/,
  transformer: partyId,
});
defineParameterType({
  name: 'ticket',
  regexp: /[a-zT][a-z]*\d*[*]?(?:~\d+)?/,
  transformer: (name: string) => name,
});
defineParameterType({ name: 'amount', regexp: /-?\d+(?:\.\d+)?(?:\/\d+)?/, transformer: parseAmount });
defineParameterType({ name: 'switch', regexp: /on|off/, transformer: (word: string) => word === 'on' });
defineParameterType({
  name: 'times',
  regexp: /once|twice|three times|four times|\d+ times/,
  transformer: (word: string) =>
    ({ once: 1, twice: 2, 'three times': 3, 'four times': 4 })[word] ?? Number.parseInt(word, 10),
});
/** How flows that are drawn again are drawn: with a seed or without, in the same world or in one opened anew. */
defineParameterType({
  name: 'redraw',
  regexp: /(?:with one seed|without a seed), (?:each time anew|one after the other)/,
  transformer: (words: string) => ({
    flow: words.startsWith('with one seed') ? { seed: 7 } : {},
    anew: words.endsWith('anew'),
  }),
});
defineParameterType({
  name: 'sameness',
  regexp: /the same|not the same/,
  transformer: (words: string) => words === 'the same',
});
defineParameterType({ name: 'file', regexp: /[a-z_]+\.(?:csv|jsonl?)/, transformer: (name: string) => name });
