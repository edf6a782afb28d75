/** Effects over the pairs of a sweep: how they are spread, and how they go with the use of the dealer. */
import type { TopLevelSpec } from 'vega-lite';
import { counted, fixed, points } from '../words.ts';
import { ink } from './look.ts';

const WIDTH = 520;

/** A class of the histogram: effects from `from` up to, and short of, `to`, in percentage points. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
}

/** Bins of a round width, one of which begins at zero, so that no bin mixes harm and help. */
export function binsOf(effects: readonly number[]): Bin[] {
  const values = effects.map((effect) => 100 * effect);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const width = roundWidth((high - low) / 24);
  // what lies a rounding below the edge of a bin belongs to it
  const placeOf = (value: number): number => Math.floor(value / width + 1e-9);
  const [first, last] = [placeOf(low), placeOf(high)];
  const bins = Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    pairs: 0,
  }));
  for (const value of values) {
    const bin = bins[placeOf(value) - first];
    if (bin !== undefined) bin.pairs++;
  }
  return bins;
}

/** 1, 2 or 5 times a power of ten. */
function roundWidth(width: number): number {
  if (!(width > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const found = [1, 2, 5, 10].find((step) => step * power >= width) ?? 10;
  return found * power;
}

export function distributionChart(bins: readonly Bin[]): TopLevelSpec {
  const values = bins.map(({ from, to, pairs }) => ({
    from,
    to,
    pairs,
    sign: to <= 0 ? 'more defaults' : 'fewer or as many',
    label: `effect from ${fixed(from)} to below ${fixed(to)}: ${counted(pairs, 'pair')}`,
  }));
  return {
    width: WIDTH,
    height: 220,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', stroke: ink.paper },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            bin: { binned: true },
            title: 'effect, percentage points',
          },
          x2: { field: 'to' },
          y: { field: 'pairs', type: 'quantitative', title: 'pairs', axis: { tickMinStep: 1 } },
          color: {
            field: 'sign',
            type: 'nominal',
            scale: { domain: ['more defaults', 'fewer or as many'], range: [ink.orange, ink.blue] },
            title: null,
          },
          description: { field: 'label' },
        },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: ink.text, strokeWidth: 2, aria: false },
        encoding: { x: { field: 'zero', type: 'quantitative' } },
      },
    ],
  };
}

export interface Use {
  readonly pair: number;
  readonly kappa: string;
  /** Trades between traders and dealers in the active run. */
  readonly trades: number;
  readonly effect: number;
  readonly deltaPassive: number;
}

const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'stroke'];
const colours = [ink.blue, ink.orange, ink.green, ink.purple, ink.sky, ink.text, ink.quiet];

/** A dot a pair: how often traders dealt with a dealer, and what market making did to defaults. */
export function useChart(uses: readonly Use[], kappas: readonly string[]): TopLevelSpec {
  const values = uses.map((use) => ({
    ...use,
    points: 100 * use.effect,
    label: `pair ${String(use.pair)}, κ ${use.kappa}: ${counted(use.trades, 'trade')} with a dealer, effect ${points(use.effect)}`,
  }));
  const many = values.length > 200;
  return {
    width: WIDTH,
    height: 300,
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: ink.text, aria: false },
        encoding: { y: { field: 'zero', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'point', size: many ? 28 : 60, strokeWidth: 1.4, opacity: 0.85 },
        encoding: {
          x: {
            field: 'trades',
            type: 'quantitative',
            title: 'trades between traders and dealers in the active run',
          },
          y: { field: 'points', type: 'quantitative', title: 'effect, percentage points' },
          color: {
            field: 'kappa',
            type: 'nominal',
            scale: {
              domain: [...kappas],
              range: kappas.map((_, i) => colours[i % colours.length] ?? ink.text),
            },
            title: 'κ',
          },
          shape: {
            field: 'kappa',
            type: 'nominal',
            scale: {
              domain: [...kappas],
              range: kappas.map((_, i) => shapes[i % shapes.length] ?? 'circle'),
            },
            title: 'κ',
          },
          description: { field: 'label' },
        },
      },
    ],
  };
}

export interface Counted {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

/** One bar for each name, with its figure written behind it. */
export function barChart(bars: readonly Counted[], title: string, format: string): TopLevelSpec {
  return {
    width: 420,
    height: { step: 30 },
    data: { values: bars.map((bar) => ({ ...bar })) },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: bars.map(({ name }) => name),
        title: null,
        axis: { labelLimit: 260, domain: false, ticks: false },
      },
      x: { field: 'value', type: 'quantitative', title, axis: { format } },
    },
    layer: [
      { mark: { type: 'bar', color: ink.blue }, encoding: { description: { field: 'label' } } },
      {
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 12, aria: false },
        encoding: { text: { field: 'value', type: 'quantitative', format }, color: { value: ink.text } },
      },
    ],
  };
}
