/** What an unknown phrase may mean. CLM-03. */
import { distance } from 'fastest-levenshtein';
import { phrases } from './phrases.ts';

const withoutKeyword = (example: string): string => example.replace(/^(Given|Then) /, '');

/** The phrase whose words, or those of its example, are most like a text. */
export function nearestPhrase(text: string): string {
  let nearest = '';
  let least = Infinity;
  for (const { phrase, example } of phrases) {
    const own = Math.min(
      distance(text, withoutKeyword(example)),
      distance(text, phrase.replaceAll(/\[[^\]]*\]/g, '')),
    );
    if (own >= least) continue;
    least = own;
    nearest = phrase;
  }
  return nearest;
}
