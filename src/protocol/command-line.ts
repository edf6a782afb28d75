/** A command as one text, split into words as a shell would, without a shell. */
import { Fault } from '../files/faults.ts';

/**
 * `python3 "my adapter.py" --fast` as three words. Single quotes keep everything, double quotes and bare words
 * know the backslash; variables, wildcards and pipes are nothing special.
 */
export function splitCommand(text: string): readonly [string, ...string[]] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: '"' | "'" | null = null;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (letter === '\\' && quote !== "'") {
      const next = text.charAt(i + 1);
      const escapes = quote === null || next === '"' || next === '\\';
      if (next === '') throw new Fault(`${text}: a backslash at the end escapes nothing`, 'usage');
      word = (word ?? '') + (escapes ? next : letter + next);
      i++;
    } else if (quote !== null) {
      if (letter === quote) quote = null;
      else word = (word ?? '') + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + letter;
  }
  if (quote !== null) throw new Fault(`${text}: the quote ${quote} is not closed`, 'usage');
  if (word !== null) words.push(word);
  const [program, ...rest] = words;
  if (program === undefined || program === '') throw new Fault('the command is empty', 'usage');
  return [program, ...rest];
}
