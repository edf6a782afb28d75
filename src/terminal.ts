/** Everything that is printed: nothing in it steers a terminal, or is taken for a command by a CI that reads along. */
import { printable } from './printable.ts';

/** GitHub's workflow commands: `::` at the beginning of a line, and `##[` anywhere. */
const inert = (text: string): string =>
  printable(text)
    .replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a')
    .replaceAll('##[', '#\\u0023[');

export const out = (text: string): void => void process.stdout.write(inert(text));

export const err = (text: string): void => void process.stderr.write(inert(text));

/** A line beside the output. */
export const tell = (line: string): void => {
  err(`${line}\n`);
};

/** Commands for a CI, which are meant as such. */
export const outCommands = (text: string): void => void process.stdout.write(printable(text));

export const rewritesLines = (): boolean => process.stderr.isTTY;

/** How far something has come: in the place of the last line on a terminal, as a line of its own elsewhere. */
export const rewrite = (text: string): void => {
  if (rewritesLines()) process.stderr.write(`\r${inert(text)}\x1b[K`);
  else tell(text);
};

/** Takes the line of `rewrite` away. */
export const clearLine = (): void => {
  if (rewritesLines()) process.stderr.write('\r\x1b[K');
};
