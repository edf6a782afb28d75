/** The name of a file or folder on a command line. An empty one, of an unset variable, would be the folder at hand. */
import { InvalidArgumentError } from 'commander';

export function pathName(text: string): string {
  if (text === '') throw new InvalidArgumentError('The name is empty: is a variable unset?');
  return text;
}

/** One name more. */
export const pathNames = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  pathName(text),
];
