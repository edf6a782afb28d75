/** Files as the gate takes them: text with a path, read once and checked at the border. */
import { createHash } from 'node:crypto';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export interface TextFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A file that cannot be read as what it should be: exit status 65. CLI-03. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}

/** Line endings and a byte order mark are no part of what a file says. */
export const sameText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

export const sha256 = (text: string): string => createHash('sha256').update(sameText(text)).digest('hex');

/** A YAML file whose values know the line that they stand on. */
export interface YamlFile<T> {
  readonly value: T;
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads YAML and checks its shape; every fault is told at once, with its line. */
export function readYaml<T>({ path, text }: TextFile, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (where: readonly (string | number)[]): number => {
    for (let depth = where.length; depth > 0; depth--) {
      const node: unknown = document.getIn(where.slice(0, depth), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
      if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new InputFault(
      `${path}:${String(broken.linePos?.[0].line ?? 1)}: ${broken.message.split('\n')[0] ?? ''}`,
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  throw new InputFault(
    parsed.error.issues
      .map((issue) => {
        const where = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        return `${path}:${String(lineOf(where))}: ${where.join('.')}: ${issue.message}`;
      })
      .join('\n'),
  );
}

/** Reads JSON of a known shape. */
export function readJson<T>({ path, text }: TextFile, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputFault(`${path}: this is no JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputFault(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
