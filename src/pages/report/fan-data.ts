/** The spread of the seeds from day to day, as the page of a sweep shows it: which runs it is over, and for which points. */
import { at } from '../../core/list.ts';
import { sweepRegimes } from '../../scenario/regimes.ts';
import { fanSeries, type FanDay, type FanSeries, type FollowedRun } from '../../study/analysis/fan-format.ts';
import { placeSays } from './charts/heat.tsx';
import { toColumns, type Columns } from './columns.ts';
import { pointKey } from './effect-data.ts';
import type { SweepRecord } from './read-sweep.ts';
import { bucketName, counted, fixed } from './words.ts';

/** Points that a page carries the days of; those of more would make it too large. */
const MOST_POINTS = 60;

/** The runs of the first points that did not fail. */
export function followedRuns({ pairs, points }: SweepRecord): FollowedRun[] {
  const places = new Map(points.slice(0, MOST_POINTS).map((point, i) => [pointKey(point), i]));
  return pairs.flatMap((pair) => {
    const point = places.get(pointKey(pair));
    if (point === undefined) return [];
    return pair.runs
      .filter(({ status }) => status !== 'failed')
      .map(({ arm, runId }) => ({ point, arm, runId }));
  });
}

/** What a point with fans is called, and its days. */
export interface FanPoint {
  readonly point: number;
  readonly name: string;
}

export interface FanData {
  readonly points: readonly FanPoint[];
  readonly days: Columns<FanDay>;
}

/** The points that have days, in the order of the grid. */
export const fanPoints = ({ points }: Pick<SweepRecord, 'points'>, fans: readonly FanDay[]): FanPoint[] =>
  [...new Set(fans.map(({ point }) => point))].map((point) => ({
    point,
    name: placeSays(at(points, point)),
  }));

export const fanData = (sweep: Pick<SweepRecord, 'points'>, fans: readonly FanDay[]): FanData => ({
  points: fanPoints(sweep, fans),
  days: toColumns(fans.map(rounded)),
});

/** Digits that a picture and its table show, so that many points make a small file. */
function rounded(day: FanDay): FanDay {
  const short = (value: number): number => Number(value.toFixed(day.series === 'delta' ? 6 : 3)) + 0;
  const { q10, q25, q50, q75, q90 } = day;
  return { ...day, q10: short(q10), q25: short(q25), q50: short(q50), q75: short(q75), q90: short(q90) };
}

/** The point that a reader sees first: the one with the largest effect. */
export function firstPoint(
  { points }: Pick<SweepRecord, 'points'>,
  drawn: readonly FanPoint[],
): FanPoint | null {
  const size = ({ point }: FanPoint): number => Math.abs(at(points, point).effect ?? 0);
  return drawn.reduce<FanPoint | null>(
    (most, one) => (most === null || size(one) > size(most) ? one : most),
    null,
  );
}

/**
 * Why there is nothing to draw, or what is left out; empty where all of the sweep is in it.
 * @param drawn how many points are drawn
 */
export function leftOut(
  { points, grid, pairs }: Pick<SweepRecord, 'points' | 'grid' | 'pairs'>,
  drawn: number,
  withFiles: number,
): string {
  if (withFiles === 0)
    return 'This sweep kept the records of its pairs and not the files of its runs, which alone have the days. The same sweep with --keep all has them.';
  if (drawn === 0)
    return (grid.precision?.first ?? grid.replicates) < 2
      ? 'There is one seed a point, so there is no spread.'
      : 'No point has the files of two seeds, so there is no spread.';
  const kept =
    withFiles < pairs.length
      ? [`Only ${fixed(withFiles, 0)} of ${counted(pairs.length, 'pair')} kept the files that have the days.`]
      : [];
  const cut =
    drawn < points.length ? [`Drawn are ${fixed(drawn, 0)} of ${counted(points.length, 'grid point')}.`] : [];
  return [...kept, ...cut].join(' ');
}

/** One picture: fans over the same days, an arm each or the one with a market alone. */
export interface FanGroup {
  readonly series: FanSeries;
  readonly name: string;
  readonly arms: readonly { readonly arm: FanDay['arm']; readonly days: readonly FanDay[] }[];
}

const names: Readonly<Record<FanSeries, string>> = {
  delta: 'Default rate δ up to the day',
  outside_mid: 'outside mid M',
  midline: 'dealer’s midline p',
  inventory: 'dealer’s inventory',
};

export const unitOf = {
  delta: 'percent',
  outside_mid: 'money',
  midline: 'money',
  inventory: 'tickets',
} as const;

/** The pictures of a point, δ first, then bucket beside bucket. */
export function groupsOf(days: readonly FanDay[]): FanGroup[] {
  return fanSeries.flatMap((series) => {
    const own = days.filter((day) => day.series === series);
    return [...new Set(own.map(({ bucket }) => bucket))].map((bucket): FanGroup => {
      const here = own.filter((day) => day.bucket === bucket);
      const name = bucket === '' ? names[series] : `${bucketName(bucket)}: ${names[series]}`;
      const arms = sweepRegimes
        .map((arm) => ({ arm, days: here.filter((day) => day.arm === arm) }))
        .filter((fan) => fan.days.length > 0);
      return { series, name, arms };
    });
  });
}

/** Whether nothing ever is anything but zero. */
export const isNothing = ({ arms }: FanGroup): boolean =>
  arms.every(({ days }) => days.every(({ q10, q90 }) => q10 === 0 && q90 === 0));

/** A figure as the picture and the table have it: δ in percent. */
export const shownAs = (value: number, series: FanSeries): string =>
  fixed(series === 'delta' ? 100 * value : value);
