/** @jsxRuntime automatic @jsxImportSource preact */
/** The measures of a sweep over its grid: a map for each, and one table behind them. */
import { draw } from './charts/draw.ts';
import { heatChart, placeSays, measured, measures, type Measure } from './charts/heat-chart.ts';
import { DataTable, Figure, numbers, texts } from './figure.tsx';
import type { GridMean, SweepRecord } from './read-sweep.ts';
import { starsSay } from './sweep-sentences.ts';
import { counted, fixed, percent, points } from './words.ts';

export async function gridFigures({ points: means, grid }: SweepRecord) {
  // drawn points lie nowhere on a grid
  if (grid.design !== null) return [];
  const figures = [];
  for (const measure of measures) {
    const stars = measure.key === 'effect' ? ` ${starsSay(means, grid)}` : '';
    const says = `${measureSays(measure, means)}${stars}`;
    const svg = await draw(heatChart(measure, means, grid), `${measure.title}. ${says}`);
    figures.push(
      <Figure key={measure.key} id={`map-${measure.key}`} title={measure.title} says={says} svg={svg} />,
    );
  }
  return figures;
}

function measureSays(measure: Measure, means: readonly GridMean[]): string {
  const known = means.flatMap((point) => {
    const value = point[measure.key];
    return value === null ? [] : [{ point, value }];
  });
  const [first] = known;
  if (first === undefined) return 'No pair was compared.';
  const least = known.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = known.reduce((a, b) => (b.value > a.value ? b : a), first);
  const unit = measure.key === 'effect' ? ' points' : '';
  return (
    `From ${measured(measure, least.value)}${unit} (${placeSays(least.point)}) to ` +
    `${measured(measure, most.value)}${unit} (${placeSays(most.point)}).`
  );
}

export function GridTable({ means }: { readonly means: readonly GridMean[] }) {
  const hasFurther = means.some(({ further }) => further !== '');
  return (
    <details id="points">
      <summary>The numbers behind the maps: {counted(means.length, 'grid point')}</summary>
      <DataTable
        label="numbers: grid points"
        columns={[
          ...numbers(
            'κ',
            'c',
            'μ',
            'ρ',
            'pairs',
            'δ passive',
            'δ active',
            'effect, points',
            'interval',
            'relief',
          ),
          ...texts(...(hasFurther ? ['further axes'] : []), 'finding'),
        ]}
        rows={means.map((point) => [
          point.kappa,
          point.concentration,
          point.mu,
          point.outsideMidRatio,
          String(point.pairs),
          percent(point.deltaPassive),
          percent(point.deltaActive),
          points(point.effect),
          point.low === null || point.high === null
            ? '–'
            : `${fixed(100 * point.low)} to ${fixed(100 * point.high)}`,
          percent(point.relief),
          ...(hasFurther ? [point.further] : []),
          point.finding,
        ])}
      />
    </details>
  );
}
