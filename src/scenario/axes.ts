/** Axes of a sweep beside the four of the sources: any scalar key of a scenario. EXP-01. */
import { fillIn } from './defaults.ts';
import type { Scenario } from './scenario.ts';
import type { Parsed } from './schema.ts';

/** One value of a key as the schema reads it; null is "none", as of `order_flow.Nmax`. */
export type AxisValue = string | number | boolean | null;

/** A key of a scenario, such as `trader_policy.horizon`, and what it is set to. */
export interface AxisSetting {
  readonly path: string;
  readonly value: AxisValue;
}

/** A key and all values that the sweep goes over, in the order of the file. */
export interface Axis {
  readonly path: string;
  readonly values: readonly AxisValue[];
}

/** A value as it stands in tables and names. */
export const axisText = (value: AxisValue): string => (value === null ? 'none' : String(value));

/** The keys of which the sources have a list of their own, and that list. */
export const shorthands = {
  'ring.kappa': 'kappas',
  'ring.liquidity_ratio': 'liquidity_ratios',
  'ring.concentration': 'concentrations',
  'ring.mu': 'mus',
} as const;

/** Where an axis given from outside stands in the document of a sweep. EXP-01. */
export const placeOfAxis = (key: string): string =>
  Object.hasOwn(shorthands, key)
    ? `sweep.${shorthands[key as keyof typeof shorthands]}`
    : `sweep.axes.${key}`;

/**
 * The scenario with its keys set to the values of a point, each alone: what the file leaves out is filled in once,
 * for the whole sweep, so that a row differs from another by its axes and by nothing else. EXP-01.
 * @param yetToBeSet Keys of which the values are not the last ones.
 */
export function withSettings(
  base: Scenario,
  settings: readonly AxisSetting[],
  yetToBeSet: readonly string[] = [],
): Scenario {
  if (settings.length === 0) return base;
  let changed: unknown = base;
  for (const { path, value } of settings) changed = put(changed, path.split('.'), value);
  // a scenario with every default filled in is what a file may say, too. OUT-12
  return fillIn(changed as Parsed, yetToBeSet);
}

function put(node: unknown, [step, ...rest]: readonly string[], value: AxisValue): unknown {
  if (step === undefined) return value;
  const section = (node ?? {}) as Readonly<Record<string, unknown>>;
  return { ...section, [step]: put(section[step], rest, value) };
}

/** What a document says at a path, or undefined. */
export function valueAt(document: object, path: string): unknown {
  let node: unknown = document;
  for (const step of path.split('.'))
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined;
  return node;
}
