/** Every key of a scenario file with its meaning, unit, default, range and clause, from the schema and from `about`. */
import { z } from 'zod';
import { Fault } from '../files/faults.ts';
import { about, type About } from './about.ts';
import { fillIn } from './defaults.ts';
import { meant, near } from './meant.ts';
import { scenarioSchema } from './schema.ts';
import { sweepSchema } from './sweep-schema.ts';

/** A key as it is explained. */
export interface Explained extends Omit<About, 'default'> {
  readonly path: string;
  readonly allowed: string;
  readonly default: string;
}

/** All keys, in the order of the schema. */
export function explainedKeys(): Explained[] {
  return keysOf(sweepSchema, []).map(({ path, schema }) => {
    const said = about[path];
    if (said === undefined) throw new Error(`${path} is not explained in about.ts`);
    return {
      ...said,
      path,
      allowed: said.allowed ?? allowedBy(schema),
      default: said.default ?? defaultOf(path),
    };
  });
}

interface Key {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** The values of a document; of its sections only what is in them. */
function keysOf(schema: z.ZodType, steps: readonly string[]): Key[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([name, value]) =>
      keysOf(value, [...steps, name]),
    );
  if (inner instanceof z.ZodRecord) return keysOf(inner.valueType as z.ZodType, [...steps, '<bucket>']);
  return [{ path: steps.join('.'), schema: inner }];
}

/** The schema itself, whether it may be left out or not. */
function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

/** What a value may be, in the words in which a wrong one is refused. CFG-03. */
function allowedBy(schema: z.ZodType): string {
  if (schema instanceof z.ZodArray) return `a list; each: ${allowedBy(schema.element as z.ZodType)}`;
  const message = schema.safeParse({ no: 'value' }).error?.issues[0]?.message;
  if (message === undefined) throw new Error('a key of a scenario allows anything');
  return message;
}

/** What the document without any key says, and what that of a balanced run says. CFG-02, CFG-06R, BAL-07. */
function defaultOf(path: string): string {
  const [plain, balanced] = [{}, { balance: {} }].map((given) => {
    const filled = fillIn(scenarioSchema.parse(given));
    return path.includes('<bucket>')
      ? ['short', 'mid', 'long'].map((id) => shown(valueAt(filled, path.replace('<bucket>', id))))
      : [shown(valueAt(filled, path))];
  });
  const [own, other] = [plain, balanced].map((values = []) => [...new Set(values)].join(', '));
  if (own === undefined || other === undefined || (own === '' && other === ''))
    throw new Error(`${path} has no default`);
  if (own === '') return `${other} in a balanced run`;
  return own === other || other === '' ? own : `${own}; ${other} in a balanced run`;
}

const valueAt = (document: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null)?.[step], document);

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const { min, max } = value as { min: number; max: number | null };
  return max === null ? `${String(min)}+` : `${String(min)}-${String(max)}`;
}

/** A key for a person to read. */
export const explanation = ({ path, means, unit, allowed, default: byDefault, clause }: Explained): string =>
  [
    path,
    `  ${means}`,
    ...(unit === null ? [] : [`  unit      ${unit}`]),
    `  default   ${byDefault}`,
    `  allowed   ${allowed}`,
    `  clause    ${clause}`,
    '',
  ].join('\n');

/** The keys that a user asks for: one by its path, all of a section, or those that the word may mean. */
export function keysFor(asked: string): Explained[] {
  const keys = explainedKeys();
  const path = asked.replace(/^buckets\.(?!<)[^.]+/, 'buckets.<bucket>');
  const within = keys.filter((key) => key.path === path || key.path.startsWith(`${path}.`));
  if (within.length > 0) return within;
  const paths = meant(asked);
  const found = keys.filter((key) => paths.includes(key.path));
  if (found.length > 0) return found;
  const nearest = near(
    asked,
    keys.map((key) => key.path.split('.').at(-1) ?? ''),
  );
  const hint = nearest === null ? '' : `, the nearest is ${nearest}`;
  throw new Fault(
    `found ${asked}; allowed: a key of a scenario file${hint}; ringspec explain lists them`,
    'usage',
  );
}
