/** What the search of a frontier found: its table and its sentences. EXP-04. */
import { points } from '../run/metrics/effects.ts';
import type { Frontier } from '../scenario/frontier.ts';
import { pointAt, pointAxes, type Grid } from '../scenario/grid.ts';
import { metricAt, search } from './frontier.ts';
import type { PairRecords } from './pair-records.ts';

/** A line of the grid with what was found on it, as tables and sentences have it. */
export interface FrontierRow {
  /** Values of the other axes, by their columns. */
  readonly parameters: readonly (readonly [column: string, value: string])[];
  readonly status: 'crosses' | 'above at both ends' | 'below at both ends' | 'not known';
  /** The middle of the last two neighbours, and how far they lie from it. */
  readonly value: number | null;
  readonly within: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly atLow: number | null;
  readonly atHigh: number | null;
}

/** The value of the axis at a point. */
function valueOnAxis(grid: Grid, { axis }: Frontier, point: number): number {
  const searched = pointAxes(grid).find(({ key }) => key === axis);
  if (searched === undefined) throw new Error(`the grid has no axis ${axis}`);
  return Number(searched.of(pointAt(grid, point * grid.replicates)));
}

/** @param parametersAt the columns of the other axes at a point */
export function frontierRows(
  grid: Grid,
  frontier: Frontier,
  records: PairRecords,
  parametersAt: (point: number) => FrontierRow['parameters'],
): FrontierRow[] {
  const crossings = search(grid, frontier, (point) =>
    records.has(point * grid.replicates) ? metricAt(grid, frontier, records, point) : null,
  );
  const target = Number(frontier.target);
  const valueAt = (point: number | null): number | null =>
    point === null ? null : valueOnAxis(grid, frontier, point);
  return crossings.map(({ visited, ends, between, from, to }): FrontierRow => {
    const [low, high] = (between ?? [null, null]).map(valueAt);
    const [atLow = null, atHigh = null] = (ends ?? []).map(({ mean }) => mean);
    return {
      parameters: parametersAt(Math.min(...visited)),
      status: between === null ? missedAt(target, atLow, atHigh) : 'crosses',
      value: low == null || high == null ? null : (low + high) / 2,
      within: low == null || high == null ? null : (high - low) / 2,
      from: valueAt(from),
      to: valueAt(to),
      atLow,
      atHigh,
    };
  });
}

/** Why a line does not cross: both ends are on one side, or an end is not known. */
function missedAt(target: number, low: number | null, high: number | null): FrontierRow['status'] {
  if (low === null || high === null) return 'not known';
  if (low > target && high > target) return 'above at both ends';
  return low < target && high < target ? 'below at both ends' : 'not known';
}

/** Values of the axis have six digits, and so have the middles of two of them, or one more. */
const number = (value: number): string => String(Number(value.toPrecision(7)));

/** A row as frontier.csv and summary.json have it. */
export const frontierCells = (
  { axis, metric, target }: Frontier,
  { parameters, status, value, within, from, to, atLow, atHigh }: FrontierRow,
): (readonly [column: string, cell: string | null])[] => [
  ...parameters,
  ...([
    ['axis', axis],
    ['metric', metric],
    ['target', target],
    ['status', status],
  ] as const),
  ...(
    [
      ['value', value],
      ['within', within],
      ['interval_low', from],
      ['interval_high', to],
      ['mean_at_low_end', atLow],
      ['mean_at_high_end', atHigh],
    ] as const
  ).map(([column, cell]) => [column, cell === null ? null : number(cell)] as const),
];

/** A sentence for each line of the grid, and what the search cannot tell. EXP-04, EXP-08. */
export function frontierSays(frontier: Frontier, rows: readonly FrontierRow[], seeds: number): string[] {
  const { axis, metric, target, between } = frontier;
  const isRate = metric.includes('delta');
  const inUnits = (value: number): string => (isRate ? `${points(value)} %` : number(value));
  const [low = '', high = ''] = between;
  const sentences = rows.map((row) => {
    const { parameters, status, value, within, from, to, atLow, atHigh } = row;
    const where = parameters.map(([column, own]) => `${column} ${own}`).join(', ');
    const at = where === '' ? '' : ` (${where})`;
    if (value !== null && within !== null) {
      const left =
        seeds < 2
          ? 'with one seed there is no interval'
          : `95 % interval ${from === null ? `from below ${low}` : number(from)} to ${to === null ? `above ${high}` : number(to)}`;
      return `${metric} crosses ${inUnits(Number(target))} at ${axis} ${number(value)} ± ${number(within)}, ${left}${at}.`;
    }
    const head = `${metric} is not seen to cross ${inUnits(Number(target))} between ${axis} ${low} and ${high}`;
    return status === 'not known' || atLow === null || atHigh === null
      ? `${head}: pairs failed${at}.`
      : `${head}: it is ${status} (${inUnits(atLow)} and ${inUnits(atHigh)})${at}.`;
  });
  return [
    ...sentences,
    'The search halves the range where the mean over the seeds crosses: of several crossings it finds one. The interval has the values at which the mean is not told from the target at 5 %, each point by itself.',
  ];
}
