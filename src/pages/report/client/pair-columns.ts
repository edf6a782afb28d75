/** The columns of the table of pairs, and how the address keeps what is filtered and how it is sorted. */
import type { PairArms, PairEntry } from '../pair-data.ts';
import { percent, points } from '../words.ts';

export interface PairColumn {
  readonly key: keyof PairEntry;
  readonly name: string;
  readonly numeric: boolean;
  readonly show: (pair: PairEntry) => string;
  /** What rows are sorted by; null last. */
  readonly by: (pair: PairEntry) => number | string | null;
}

const text = (key: 'kappa' | 'c' | 'mu' | 'rho' | 'seed', name: string): PairColumn => ({
  key,
  name,
  numeric: true,
  show: (pair) => pair[key],
  by: (pair) => Number(pair[key]),
});

const figure = (
  key: 'first' | 'second' | 'effect' | 'relief' | 'trades' | 'rescues',
  name: string,
  show: (value: number | null) => string,
): PairColumn => ({ key, name, numeric: true, show: (pair) => show(pair[key]), by: (pair) => pair[key] });

const count = (value: number | null): string => (value === null ? '–' : String(value));

const columnsFor = ({
  shown: [first, second],
  isCompared,
  hasTrades,
  hasRescues,
}: PairArms): PairColumn[] => [
  { key: 'pair', name: 'pair', numeric: true, show: ({ pair }) => String(pair), by: ({ pair }) => pair },
  text('kappa', 'κ'),
  text('c', 'c'),
  text('mu', 'μ'),
  text('rho', 'ρ'),
  { key: 'axes', name: 'further axes', numeric: false, show: ({ axes }) => axes, by: ({ axes }) => axes },
  text('seed', 'seed'),
  ...(first === undefined ? [] : [figure('first', `δ ${first}`, percent)]),
  ...(second === undefined ? [] : [figure('second', `δ ${second}`, percent)]),
  ...(isCompared ? [figure('effect', 'effect, points', points), figure('relief', 'relief', percent)] : []),
  ...(hasTrades ? [figure('trades', 'trades', count)] : []),
  ...(hasRescues ? [figure('rescues', 'rescues', count)] : []),
  {
    key: 'outcome',
    name: 'outcome',
    numeric: false,
    show: ({ outcome }) => outcome,
    by: ({ outcome }) => outcome,
  },
];

/** Those of the arms that the sweep shows; without the further axes where it has none. */
export const columnsOf = (pairs: readonly PairEntry[], arms: PairArms): readonly PairColumn[] =>
  columnsFor(arms).filter(({ key }) => key !== 'axes' || pairs.some(({ axes }) => axes !== ''));

/** What rows may be filtered by. */
export const filters = [
  ['kappa', 'κ'],
  ['c', 'c'],
  ['mu', 'μ'],
  ['rho', 'ρ'],
  ['axes', 'further axes'],
  ['seed', 'seed'],
  ['outcome', 'outcome'],
] as const;
export type FilterKey = (typeof filters)[number][0];

/** What the table shows: the value asked for in each column, and the order. */
export interface View {
  readonly wanted: Readonly<Partial<Record<FilterKey, string>>>;
  readonly sort: PairColumn['key'];
  readonly down: boolean;
}

export const wholeView: View = { wanted: {}, sort: 'pair', down: false };

/** `#pairs?kappa=2&sort=effect&down=1`; null where the address says nothing of the table. */
export function viewOf(fragment: string, columns: readonly PairColumn[]): View | null {
  const [, query] = /^#pairs\?(.*)$/.exec(fragment) ?? [];
  if (query === undefined) return null;
  const asked = new URLSearchParams(query);
  const wanted: Partial<Record<FilterKey, string>> = {};
  for (const [key] of filters) {
    const value = asked.get(key);
    if (value !== null && value !== '') wanted[key] = value;
  }
  const sort = columns.find(({ key }) => key === asked.get('sort'))?.key ?? wholeView.sort;
  return { wanted, sort, down: asked.get('down') === '1' };
}

export function addressOfView({ wanted, sort, down }: View): string {
  const query = new URLSearchParams(wanted);
  if (sort !== wholeView.sort || down) query.set('sort', sort);
  if (down) query.set('down', '1');
  return `#pairs?${query.toString()}`;
}

/** The pairs that the view asks for, in its order; ties stay in the order of the grid. */
export function shown(
  pairs: readonly PairEntry[],
  { wanted, sort, down }: View,
  columns: readonly PairColumn[],
): PairEntry[] {
  const by = columns.find(({ key }) => key === sort)?.by ?? (({ pair }: PairEntry) => pair);
  const rows = pairs.filter((pair) =>
    filters.every(([key]) => wanted[key] === undefined || pair[key] === wanted[key]),
  );
  return rows.sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return x === y ? a.pair - b.pair : x === null ? 1 : -1;
    const order = x < y ? -1 : x > y ? 1 : 0;
    return order === 0 ? a.pair - b.pair : down ? -order : order;
  });
}
