/** The ways to write a bucket's range of remaining maturities τ. MOD-04. */
import type { Inconsistency } from './consistency.ts';
import { readBy } from './fields.ts';
import type { Scenario, TauRange } from './scenario.ts';
import type { Plain, PlainSection } from '../files/tree.ts';

const WHOLE = /^\d{1,6}$/;
const OPEN_ENDS = ['.inf', '+.inf', 'inf', 'infinity', '∞'];

const whole = (raw: Plain | undefined): number | null =>
  typeof raw === 'string' && WHOLE.test(raw) ? Number(raw) : null;

/** The end of a range: a number, null for an open end, or undefined when it is neither. */
function endOf(raw: Plain | undefined): number | null | undefined {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'string' && OPEN_ENDS.includes(raw.toLowerCase())) return null;
  return whole(raw) ?? undefined;
}

function range(min: number | null, max: number | null | undefined): TauRange | null {
  if (min === null || min < 1 || max === undefined) return null;
  return max === null || max >= min ? { min, max } : null;
}

/** "1-3", "4..8", "9+", ">=9", "2". */
function fromText(text: string): TauRange | null {
  const open = /^(?:(\d{1,6})\s*\+|(?:>=|≥)\s*(\d{1,6}))$/.exec(text.trim());
  if (open !== null) return range(whole(open[1] ?? open[2]), null);
  const closed = /^(\d{1,6})(?:\s*(?:-|–|\.\.)\s*(\d{1,6}))?$/.exec(text.trim());
  return closed === null ? null : range(whole(closed[1]), whole(closed[2] ?? closed[1]));
}

/** [1, 3] is first and last; [4, 5, 6, 7, 8] lists all; [9, null] and [9, .inf] are open. */
function fromList(list: readonly Plain[]): TauRange | null {
  const first = whole(list[0]);
  if (list.length === 2) return range(first, endOf(list[1]));
  const last = whole(list.at(-1));
  if (first === null || last === null || last - first !== list.length - 1) return null;
  return list.every((raw, i) => whole(raw) === first + i) ? range(first, last) : null;
}

function fromSection({ min, max, ...others }: PlainSection): TauRange | null {
  return Object.keys(others).length === 0 ? range(whole(min), endOf(max)) : null;
}

export const tau = readBy<TauRange>(
  'a range such as "1-3", [1, 3], [1, 2, 3] or {min: 1, max: 3}, open as "9+" or {min: 9}',
  (raw) => {
    if (typeof raw === 'string') return fromText(raw);
    if (Array.isArray(raw)) return fromList(raw);
    return typeof raw === 'object' && raw !== null ? fromSection(raw) : null;
  },
);

/** Ranges follow one another from τ = 1 without a gap, and the last one is unbounded. MOD-04. */
export function tauFaults(buckets: Scenario['buckets']): Inconsistency[] {
  const entries = Object.entries(buckets);
  const because = ['buckets.*', ...entries.map(([id]) => `buckets.${id}.tau`)];
  const faults: Inconsistency[] = [];
  let next = 1;
  entries.forEach(([id, { tau: own }], i) => {
    const fault = (allowed: string): void => {
      faults.push({ path: ['buckets', id, 'tau'], because, found: rangeText(own), allowed });
    };
    const isLast = i === entries.length - 1;
    if (own.min !== next)
      fault(`a range from ${String(next)}: buckets follow one another without gap or overlap`);
    if (isLast && own.max !== null)
      fault(`an open range such as "${String(own.min)}+": the last bucket has no end`);
    if (!isLast && own.max === null) fault('a range with an end: only the last bucket has none');
    next = (own.max ?? own.min) + 1;
  });
  return faults;
}

const rangeText = ({ min, max }: TauRange): string =>
  max === null ? `${String(min)}+` : `${String(min)}-${String(max)}`;
