/** Designs besides the full grid: points of a latin hypercube, drawn over ranges. EXP-04. */
import { at } from '../core/list.ts';
import { decimal } from '../num.ts';
import { streams } from '../random.ts';
import type { Axis, AxisValue } from './axes.ts';

/** A latin hypercube over the ranges of its axes, [low, high] each; those of `log` are even in the logarithm. */
export interface Hypercube {
  readonly points: number;
  readonly log: readonly string[];
  readonly ranges: readonly Axis[];
}

/** Digits of a drawn value: enough for a design, and short enough for a name. */
const DIGITS = 6;

/**
 * The points: of every axis each of so many equal parts of its range once, in an order of its own, anywhere within
 * the part. The same base seed gives the same points.
 */
export function drawPoints(
  { points, log, ranges }: Hypercube,
  baseSeed: number,
): ReadonlyMap<string, AxisValue>[] {
  const { allocation: stream } = streams(baseSeed);
  const columns = ranges.map(({ path, values: [low = 0, high = 0] }): AxisValue[] => {
    const order = Array.from({ length: points }, (_, i) => i);
    for (let i = points - 1; i > 0; i--) {
      const other = stream.below(i + 1);
      [order[i], order[other]] = [at(order, other), at(order, i)];
    }
    const value = typeof low === 'number' ? wholeNumber : exactNumber;
    return order.map((part) =>
      value((part + stream.unit()) / points, Number(low), Number(high), log.includes(path)),
    );
  });
  return Array.from(
    { length: points },
    (_, i) => new Map(ranges.map(({ path }, k) => [path, at(at(columns, k), i)])),
  );
}

const within = (share: number, low: number, high: number, isLog: boolean): number =>
  isLog ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low))) : low + share * (high - low);

/** Rounded, and not past an end of the range by that. */
function exactNumber(share: number, low: number, high: number, isLog: boolean): string {
  const rounded = Number(within(share, low, high, isLog).toPrecision(DIGITS));
  return decimal.of(Math.min(high, Math.max(low, rounded))).toFixed();
}

/** Each whole number of the range is as likely as the next, or as its logarithm says. */
const wholeNumber = (share: number, low: number, high: number, isLog: boolean): number =>
  Math.min(high, Math.floor(within(share, low, high + 1, isLog)));
