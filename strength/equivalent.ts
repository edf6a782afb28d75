/** The mutants that are known to change nothing, each with its reason, and whether the list still fits. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.array(
  z.strictObject({
    file: z.string(),
    /** The line that it begins on, without its indent. */
    line: z.string(),
    /** The text that was mutated, with single spaces for line breaks and indents. */
    text: z.string(),
    became: z.string(),
    reason: z.string().min(10),
  }),
);
export type Equivalent = z.output<typeof schema>[number];

export const readEquivalents = (path: string): Equivalent[] =>
  schema.parse(parse(readFileSync(path, 'utf8')));

/** White space is no part of what a mutant is. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface Identity {
  readonly file: string;
  readonly line: string;
  readonly text: string;
  readonly became: string;
}

export const isSame = (a: Identity, b: Identity): boolean =>
  a.file === b.file &&
  oneLine(a.line) === oneLine(b.line) &&
  oneLine(a.text) === oneLine(b.text) &&
  oneLine(a.became) === oneLine(b.became);
