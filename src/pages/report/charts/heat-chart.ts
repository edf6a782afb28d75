/** A measure over κ × c, a small map for every μ and ρ. */
import type { TopLevelSpec } from 'vega-lite';
import type { Grid } from '../../../scenario/grid.ts';
import type { GridMean, Point } from '../read-sweep.ts';
import { percent, points } from '../words.ts';
import { ink } from './look.ts';

export interface Measure {
  readonly key: 'deltaPassive' | 'deltaActive' | 'effect' | 'relief';
  readonly title: string;
  /** Signed measures have two colours that part at zero. */
  readonly signed: boolean;
}

export const measures: readonly Measure[] = [
  { key: 'deltaPassive', title: 'δ passive: default rate where nobody trades', signed: false },
  { key: 'deltaActive', title: 'δ active: default rate with market making', signed: false },
  { key: 'effect', title: 'Effect: δ passive less δ active, in percentage points', signed: true },
  { key: 'relief', title: 'Relief: the effect as a part of δ passive', signed: true },
];

/** The measure of a point as people read it. */
export const measured = ({ key }: Measure, value: number | null): string =>
  key === 'effect' ? points(value) : percent(value);

/** Cells at least this wide carry their number, which also makes them readable without colour. */
const ROOM = 34;

/** A point of the grid in words. */
export const placeSays = ({ kappa, concentration, mu, outsideMidRatio, further }: Point): string =>
  `κ ${kappa}, c ${concentration}, μ ${mu}, ρ ${outsideMidRatio}${further === '' ? '' : `, ${further}`}`;

export const heatLabel = (measure: Measure, point: GridMean): string =>
  `${placeSays(point)}: ` +
  (point[measure.key] === null ? 'no pair was compared' : measured(measure, point[measure.key]));

/** What is one row of maps: the price at the outside mid, and further axes. */
const rowOf = ({ outsideMidRatio, further }: Point): string =>
  further === '' ? outsideMidRatio : `ρ ${outsideMidRatio}, ${further}`;

export function heatChart(measure: Measure, means: readonly GridMean[], grid: Grid): TopLevelSpec {
  const kappas = grid.kappas ?? [...new Set(means.map(({ kappa }) => kappa))];
  const widest = Math.max(kappas.length * grid.mus.length, 1);
  const cell = Math.max(14, Math.min(56, Math.floor(940 / widest)));
  const values = means.map((point) => {
    const rate = point[measure.key];
    const value = rate === null ? null : 100 * rate;
    return {
      kappa: point.kappa,
      c: point.concentration,
      mu: point.mu,
      rho: rowOf(point),
      value,
      text:
        value === null ? '×' : `${points(rate, cell >= 44 ? 1 : 0).replace('+', '')}${mark(measure, point)}`,
      label: heatLabel(measure, point),
    };
  });
  const rows = [...new Set(means.map(rowOf))];
  const largest = Math.max(0.01, ...values.map(({ value }) => Math.abs(value ?? 0)));
  const scale = measure.signed
    ? { domain: [-largest, largest], scheme: 'purpleorange' as const, reverse: true }
    : { domain: [0, largest], scheme: 'viridis' as const };
  const isDark = measure.signed
    ? `abs(datum.value) > ${String(0.6 * largest)}`
    : `datum.value < ${String(0.6 * largest)}`;
  const column = {
    field: 'mu',
    type: 'nominal' as const,
    sort: [...grid.mus],
    title: 'μ, how far due days are spread',
  };
  const row = {
    field: 'rho',
    type: 'nominal' as const,
    sort: rows,
    title: grid.axes.length > 0 ? 'further axes' : 'ρ, price at the outside mid',
  };
  const facet = {
    ...(grid.mus.length > 1 ? { column } : {}),
    ...(rows.length > 1 ? { row } : {}),
  };
  const map = {
    width: { step: cell },
    height: { step: Math.max(16, Math.min(30, cell)) },
    encoding: {
      x: {
        field: 'kappa',
        type: 'nominal' as const,
        sort: [...kappas],
        title: 'κ',
        axis: { labelAngle: 0, domain: false, ticks: false },
      },
      y: {
        field: 'c',
        type: 'nominal' as const,
        sort: [...grid.concentrations],
        title: 'c',
        axis: { domain: false, ticks: false },
      },
    },
    layer: [
      {
        mark: { type: 'rect' as const, stroke: 'var(--paper)', strokeWidth: 1 },
        encoding: {
          color: {
            condition: {
              test: 'isValid(datum.value)',
              field: 'value',
              type: 'quantitative' as const,
              scale,
              title: measure.key === 'effect' ? 'percentage points' : 'percent',
              legend: { gradientLength: 260, ...(measure.key === 'effect' ? { format: '+.2~f' } : {}) },
            },
            value: 'transparent',
          },
          description: { field: 'label' },
        },
      },
      ...(cell < ROOM - 12
        ? []
        : [
            {
              mark: { type: 'text' as const, fontSize: cell >= ROOM ? 11 : 9, aria: false },
              encoding: {
                text: { field: 'text', type: 'nominal' as const },
                color: {
                  condition: [
                    { test: '!isValid(datum.value)', value: ink.text },
                    { test: isDark, value: '#ffffff' },
                  ],
                  value: '#000000',
                },
              },
            },
          ]),
    ],
  };
  return Object.keys(facet).length === 0
    ? { data: { values }, ...map }
    : { data: { values }, facet, spacing: 6, spec: map };
}

/** A point whose interval leaves zero out has a star. */
const mark = ({ key }: Measure, { finding }: GridMean): string =>
  key === 'effect' && finding !== 'none' && finding !== '' ? '*' : '';
