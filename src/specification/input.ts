/** Files as the gate takes them: text with a path, read once and checked at the border. */
import { sha256 } from '../files/sha256.ts';
import type { z } from 'zod';
import { inFiles, type Path } from '../files/faults.ts';
import * as json from '../files/json.ts';
import { inWords, shapeFaults } from '../files/shape.ts';
import { placeOf, plain } from '../files/tree.ts';
import { readSource } from '../files/yaml.ts';

export interface TextFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Line endings and a byte order mark are no part of what a file says. */
export const sameText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** SHA-256 of what a file says. */
export const textHash = (text: string): string => sha256(sameText(text));

/** A YAML file whose values know the line that they stand on. */
export interface YamlFile<T> {
  readonly value: T;
  readonly lineOf: (path: Path) => number;
}

/** Reads YAML and checks its shape. @throws Fault with every fault and its line. */
export function readYaml<T>({ path, text }: TextFile, schema: z.ZodType<T>): YamlFile<T> {
  const { root, faults } = readSource(text, path);
  if (faults.length > 0) throw inFiles(faults);
  const value = root === null ? null : plain(root);
  const lineOf = (where: Path): number => (root === null ? 1 : placeOf(root, where).line);
  const parsed = schema.safeParse(value, { error: inWords });
  if (parsed.success) return { value: parsed.data, lineOf };
  throw inFiles(
    shapeFaults(parsed.error, value).map((fault) => ({ file: path, line: lineOf(fault.steps), ...fault })),
  );
}

/** Reads JSON of a known shape. @throws Fault with every fault. */
export const readJson = <T>({ path, text }: TextFile, schema: z.ZodType<T>): T =>
  json.readJson(text, path, schema);
