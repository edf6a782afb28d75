/** The factor on an implementation's time limits. */
import { InvalidArgumentError } from 'commander';

const SLOWEST = 15;

export function factor(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= SLOWEST))
    throw new InvalidArgumentError(`a factor from 1 to ${String(SLOWEST)}`);
  return value;
}
