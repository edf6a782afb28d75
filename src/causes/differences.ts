/**
 * Where two answers differ: words and counts exactly, money within a tolerance. A member that is missing is the same as
 * one that is null, and members that the right answer does not have are left aside.
 */
import { Decimal } from 'decimal.js';
import type { StateAnswer } from '../protocol/protocol.ts';

const Exact = Decimal.clone({ precision: 60 });

/** A place in an answer, and what the two say there. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly right: unknown;
  readonly found: unknown;
}

export const isMoney = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

/** How far two amounts are apart. */
export const apart = (right: string, found: string): Decimal => new Exact(right).minus(found).abs();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);

/** Every place where two answers differ; money that is large may differ in proportion. */
export function differences(
  right: unknown,
  found: unknown,
  tolerance: number,
  path: readonly (string | number)[] = [],
): Difference[] {
  if (isMoney(right) && isMoney(found)) {
    if (right === found) return [];
    const scale = Math.max(1, Math.abs(Number(right)));
    return apart(right, found).lte(tolerance * scale) ? [] : [{ path, right, found }];
  }
  if (Array.isArray(right) && Array.isArray(found) && right.length === found.length)
    return right.flatMap((item, i) => differences(item, found[i], tolerance, [...path, i]));
  if (right instanceof Map && found instanceof Map) {
    const [here, there] = [right, found] as Map<string, unknown>[];
    const names = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
    return names.flatMap((name) =>
      differences(here?.get(name), there?.get(name), tolerance, [...path, name]),
    );
  }
  if (isRecord(right) && isRecord(found)) {
    const refused = 'refused' in found && !('refused' in right) ? ['refused'] : [];
    return [...Object.keys(right), ...refused].flatMap((name) =>
      differences(right[name], found[name], tolerance, [...path, name]),
    );
  }
  return Object.is(right ?? null, found ?? null) ? [] : [{ path, right, found }];
}

/** What of a state two implementations must agree on; its settings only repeat what it was opened with. */
export function comparable(state: StateAnswer): object {
  const { time, buckets, dealers, vbts, traders, tickets } = state;
  const desks = (all: StateAnswer['dealers']) =>
    new Map(Object.entries(all).map(([id, { cash, equity }]) => [id, { cash, equity }]));
  return {
    time,
    buckets: new Map(buckets.map(({ id, outsideMid, outsideSpread }) => [id, { outsideMid, outsideSpread }])),
    dealers: desks(dealers),
    vbts: desks(vbts),
    traders: new Map(
      traders.map(({ id, cash, equity, issuer, defaulted, shortfall }) => [
        id,
        { cash, equity, issuer, defaulted, shortfall },
      ]),
    ),
    tickets: new Map(
      tickets.map(({ id, liability, issuer, owner, maturity, serial, distance }) => [
        id,
        { owner, issuer, liability, maturity, serial, distance },
      ]),
    ),
  };
}

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)} …` : text;
};

/** What the two say at a place, in words; of lists of unequal length how long they are, and where that begins. */
export function inWords({ right, found }: Difference): { readonly expected: string; readonly found: string } {
  if (!Array.isArray(right) || !Array.isArray(found)) return { expected: shown(right), found: shown(found) };
  const [here, there] = [right, found].map((list: unknown[]) => list.map((item) => JSON.stringify(item)));
  const at = right.findIndex((_, i) => here?.[i] !== there?.[i]);
  const place = at < 0 ? right.length : at;
  const item = (list: readonly unknown[]): string =>
    place < list.length ? `item ${String(place + 1)} is ${shown(list[place])}` : 'no more';
  return {
    expected: `${String(right.length)} items; ${item(right as unknown[])}`,
    found: `${String(found.length)} items; ${item(found as unknown[])}`,
  };
}
