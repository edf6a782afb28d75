/** @jsxRuntime automatic @jsxImportSource preact */
/** The measures of a sweep over its grid: a map for each, and one table behind them. */
import { HeatMaps, measured, measuresOf, placeSays, type Measure } from './charts/heat.tsx';
import { pairComparison, shownArms, type Arms } from '../../scenario/regimes.ts';
import { intervalText } from './effect-data.ts';
import { Figure } from './figure.tsx';
import { DataTable, numbers, texts } from '../table.tsx';
import type { GridMean, SweepRecord } from './read-sweep.ts';
import { starsSay } from './sweep-sentences.ts';
import { counted, percent, points } from './words.ts';

type Maps = Pick<SweepRecord, 'points' | 'grid'>;

export function MapFigure({ measure, maps: { points: means, grid } }: { measure: Measure; maps: Maps }) {
  const stars = measure.key === 'effect' ? ` ${starsSay(means, grid)}` : '';
  return (
    <Figure id={`map-${measure.key}`} title={measure.title} says={`${measureSays(measure, means)}${stars}`}>
      <HeatMaps measure={measure} means={means} grid={grid} />
    </Figure>
  );
}

/** More points than these are drawn in the page, one map at a time. */
export const MOST_DRAWN = 300;

/** All maps; of drawn points, which lie nowhere on a grid, none. */
export const GridFigures = ({ maps }: { readonly maps: Maps }) =>
  maps.grid.design !== null ? null : (
    <>
      {measuresOf(maps.grid).map((measure) => (
        <MapFigure key={measure.key} measure={measure} maps={maps} />
      ))}
    </>
  );

function measureSays(measure: Measure, means: readonly GridMean[]): string {
  const known = means.flatMap((point) => {
    const value = point[measure.key];
    return value === null ? [] : [{ point, value }];
  });
  const [first] = known;
  if (first === undefined) return measure.signed ? 'No pair was compared.' : 'No pair ran to the end.';
  const least = known.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = known.reduce((a, b) => (b.value > a.value ? b : a), first);
  const unit = measure.key === 'effect' ? ' points' : '';
  return (
    `From ${measured(measure, least.value)}${unit} (${placeSays(least.point)}) to ` +
    `${measured(measure, most.value)}${unit} (${placeSays(most.point)}).`
  );
}

export const pointsTitle = (means: readonly GridMean[]): string =>
  `The numbers behind the maps: ${counted(means.length, 'grid point')}`;

interface TableParts {
  readonly means: readonly GridMean[];
  readonly arms: Arms;
}

export const GridTable = ({ means, arms }: TableParts) => (
  <details id="points">
    <summary>{pointsTitle(means)}</summary>
    <PointsTable means={means} arms={arms} />
  </details>
);

/** Without a comparison the rates of the arms stand alone. EXP-03. */
export function PointsTable({ means, arms }: TableParts) {
  const hasFurther = means.some(({ further }) => further !== '');
  const shown = shownArms(arms);
  const isCompared = pairComparison(arms) !== null;
  return (
    <DataTable
      label="numbers: grid points"
      columns={[
        ...numbers('κ', 'c', 'μ', 'ρ', 'pairs', ...shown.map((arm) => `δ ${arm}`)),
        ...(isCompared ? numbers('effect, points', 'interval', 'relief') : []),
        ...(hasFurther ? texts('further axes') : []),
        ...(isCompared ? [...texts('finding'), ...numbers('corrected interval')] : []),
      ]}
      rows={means.map((point) => [
        point.kappa,
        point.concentration,
        point.mu,
        point.outsideMidRatio,
        String(point.pairs),
        ...[point.deltaFirst, point.deltaSecond].slice(0, shown.length).map(percent),
        ...(isCompared
          ? [points(point.effect), intervalText(point.low, point.high), percent(point.relief)]
          : []),
        ...(hasFurther ? [point.further] : []),
        ...(isCompared ? [point.finding, intervalText(point.correctedLow, point.correctedHigh)] : []),
      ])}
    />
  );
}
