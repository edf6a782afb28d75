/** What the section `sweep` of a file may say. BAL-10, EXP-01, EXP-03. */
import { closest } from 'fastest-levenshtein';
import * as z from 'zod';
import { isScalar, type Plain } from '../files/tree.ts';
import type { Axis, AxisValue } from './axes.ts';
import {
  anyNumber,
  count,
  fraction,
  listOf,
  oneOf,
  positive,
  ratioOrPrice,
  section,
  yesOrNo,
} from './fields.ts';
import { MOST_PAIRS } from './grid.ts';
import { sweepRegimes } from './regimes.ts';
import { documentOf, scenarioSchema } from './schema.ts';

/** Axes of a sweep: run ids carry each of them in the name of a folder. */
const MOST_AXES = 10;

/** Keys that are no axes, and what is there for them. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['seed', 'sweep.seeds, which counts seeds from this one'],
  ['regime', 'sweep.regimes, which lists the arms'],
]);

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;

/** All keys that a section has, by their paths; `*` stands for the name of a bucket. */
function keysOf(schema: z.ZodType, path = ''): (readonly [path: string, schema: z.ZodType])[] {
  const inner = unwrapped(schema);
  const below = (step: string): string => (path === '' ? step : `${path}.${step}`);
  if (inner instanceof z.ZodRecord) return keysOf(inner.valueType as z.ZodType, below('*'));
  if (!(inner instanceof z.ZodObject)) return [[path, schema]];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, of]) =>
    keysOf(of, below(key)),
  );
}

/** Every key that holds one value. A range of days and a spread of cash are more than one. EXP-01. */
const scalarKeys = new Map(
  keysOf(scenarioSchema).filter(
    ([path]) => !['ring.cash', 'buckets.*.tau', ...elsewhere.keys()].includes(path),
  ),
);

const keyOf = (path: string): string => path.replace(/^buckets\.[a-z][a-z0-9_]*\./, 'buckets.*.');

/** A list of values for each key; each value is judged as the key itself is. EXP-01. */
const axes = z
  .record(z.string(), z.unknown(), 'a section with a list of values for each axis')
  .transform((given, context): readonly Axis[] => {
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', message, path });
    };
    if (Object.keys(given).length > MOST_AXES) refuse([], `at most ${String(MOST_AXES)} axes`);
    return Object.entries(given).map(([path, listed]) => {
      const schema = scalarKeys.get(keyOf(path));
      if (schema === undefined) {
        const known = [...scalarKeys.keys()];
        const nearest = `a key of a scenario that holds one value: the nearest is ${closest(path, known)}`;
        refuse([path], elsewhere.get(path) ?? nearest);
        return { path, values: [] };
      }
      if (!Array.isArray(listed) || listed.length === 0) {
        refuse([path], 'a list of at least one value');
        return { path, values: [] };
      }
      return {
        path,
        values: (listed as Plain[]).map((raw, i) =>
          read(schema, raw, (words) => {
            refuse([path, i], words);
          }),
        ),
      };
    });
  });

/** A value of a key that holds one, as the key reads it, or what the key allows; null for what is no such key. EXP-01. */
export function readAxisValue(
  path: string,
  raw: Plain,
): { readonly value: AxisValue; readonly isNumber: boolean; readonly allowed?: string } | null {
  const schema = scalarKeys.get(keyOf(path));
  if (schema === undefined) return null;
  let allowed: string | undefined;
  const value = read(schema, raw, (words) => {
    allowed = words;
  });
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?[0-9.]+$/.test(value));
  // of a value that the key refuses nobody knows what others it takes
  return allowed === undefined
    ? { value, isNumber }
    : { value, isNumber: allowed.includes('number'), allowed };
}

function read(schema: z.ZodType, raw: Plain, refuse: (words: string) => void): AxisValue {
  const found = isScalar(raw) ? schema.safeParse(raw) : null;
  if (found?.success === true && found.data !== undefined) return found.data as AxisValue;
  refuse(found?.error?.issues[0]?.message ?? 'one value');
  return null;
}

/** Over which values and how often a sweep goes; what is one value in a scenario is a list here. BAL-10. */
export const sweepSchema = documentOf({
  sweep: section({
    kappas: listOf(positive).optional(),
    liquidity_ratios: listOf(positive).optional(),
    concentrations: listOf(positive).optional(),
    mus: listOf(fraction).optional(),
    outside_mid_ratios: listOf(ratioOrPrice).optional(),
    axes: axes.nullish(),
    design: section({
      latin_hypercube: section({
        points: count(2, MOST_PAIRS),
        log: z.array(z.string(), 'a list of axes').optional(),
      }),
      frontier: section({
        axis: z.string('a key of a scenario that holds one number'),
        between: listOf(anyNumber),
        metric: z.string('a measure of an arm or a comparison, as delta_passive'),
        target: anyNumber,
        steps: count(1, 12).optional(),
      }),
    }),
    seeds: count(1, MOST_PAIRS).optional(),
    precision: section({
      half_width: positive,
      first: count(2, MOST_PAIRS).optional(),
      most: count(2, MOST_PAIRS).optional(),
    }),
    seed_per_pair: yesOrNo.optional(),
    regimes: listOf(oneOf(sweepRegimes)).optional(),
    comparisons: listOf(
      z.tuple([oneOf(sweepRegimes), oneOf(sweepRegimes)], 'two arms, as [passive, active]'),
    ).optional(),
  }),
});

export type ParsedSweep = z.output<typeof sweepSchema>;
