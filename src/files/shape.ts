/** Where data has not the shape that it should have: every place, what was found there and what is allowed. */
import type { z } from 'zod';
import { pathText, type FileFault, type Path } from './faults.ts';

/** A fault of plain data, which has no lines. */
export type ShapeFault = Pick<FileFault, 'path' | 'found' | 'allowed'> & {
  readonly steps: Path;
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section',
  record: 'a section',
};

/** What an issue allows, where the schema itself has no words for it. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return issue.origin === 'array'
        ? 'at least one value'
        : issue.origin === 'string'
          ? 'a text that is not empty'
          : `at least ${String(issue.minimum)}`;
    case 'unrecognized_keys':
      return 'no other key';
    default:
      return undefined;
  }
};

export function shapeFaults({ issues }: z.ZodError, value: unknown): ShapeFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fault([...path, key], `the unknown key ${key}`, issue.message));
    return [fault(path, shown(at(value, path)), issue.message)];
  });
}

const fault = (steps: Path, found: string, allowed: string): ShapeFault => ({
  path: pathText(steps),
  steps,
  found,
  allowed,
});

function at(value: unknown, path: Path): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Readonly<Record<string | number, unknown>>)[step];
  }
  return inner;
}

const LONGEST = 60;

/** A value in a few words, for a message. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
  if (Array.isArray(value)) return `the list ${short}`;
  return typeof value === 'object' ? `the section ${short}` : short;
}
