/** Where two answers differ: words and counts exactly, money within a tolerance. */
import { Decimal } from 'decimal.js';
import type { StateAnswer } from '../protocol/protocol.ts';

const Exact = Decimal.clone({ precision: 60 });

/** A place in an answer, and what the two say there. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly right: unknown;
  readonly found: unknown;
}

const isMoney = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    const off = new Exact(right).minus(found).abs();
    return off.lte(tolerance * scale) ? [] : [{ path, right, found }];
  }
  if (Array.isArray(right) && Array.isArray(found) && right.length === found.length) {
    return right.flatMap((item, i) => differences(item, found[i], tolerance, [...path, i]));
  }
  if (isRecord(right) && isRecord(found)) {
    const members = [...new Set([...Object.keys(right), ...Object.keys(found)])];
    return members.flatMap((name) => differences(right[name], found[name], tolerance, [...path, name]));
  }
  return Object.is(right, found) ? [] : [{ path, right, found }];
}

/** What of a state two implementations must agree on; its settings only repeat what it was opened with. */
export function comparable(state: StateAnswer): object {
  const { time, buckets, dealers, vbts, traders, tickets } = state;
  return {
    time,
    buckets: Object.fromEntries(
      buckets.map(({ id, outsideMid, outsideSpread }) => [id, { outsideMid, outsideSpread }]),
    ),
    dealers,
    vbts,
    traders: Object.fromEntries(
      traders.map(({ id, cash, equity, issuer, defaulted, shortfall }) => [
        id,
        { cash, equity, issuer, defaulted, shortfall },
      ]),
    ),
    tickets: Object.fromEntries(
      tickets.map(({ id, liability, issuer, owner, maturity, serial, distance }) => [
        id,
        { owner, issuer, liability, maturity, serial, distance },
      ]),
    ),
  };
}
