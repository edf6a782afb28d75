/** Numbers on a command line. CLI-02. */
import { InvalidArgumentError } from 'commander';

export const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('A whole number above 0 is allowed.');
  return Number(text);
};
