/** How all charts look. */
import type { Config } from 'vega-lite';

/** Colours are the page's own, so that dark and light pages share one drawing. Okabe and Ito's, lighter on dark. */
export const ink = {
  text: 'var(--ink)',
  quiet: 'var(--ink-2)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  blue: 'var(--chart-blue)',
  orange: 'var(--chart-orange)',
  green: 'var(--chart-green)',
  purple: 'var(--chart-purple)',
  sky: 'var(--chart-sky)',
} as const;

/** The five quotes of a bucket, from the outside ask down to the outside bid: their colours and dashes. KER-10. */
export const quoteColours = [ink.quiet, ink.orange, ink.text, ink.blue, ink.quiet];
export const quoteDashes = [
  [1, 3],
  [1, 0],
  [2, 2],
  [8, 2],
  [4, 3],
];

export const config: Config = {
  background: 'transparent',
  font: 'sans-serif',
  view: { stroke: ink.line },
  axis: {
    labelColor: ink.quiet,
    titleColor: ink.text,
    titleFontWeight: 'normal',
    labelFontSize: 12,
    titleFontSize: 12,
    domainColor: ink.quiet,
    tickColor: ink.quiet,
    gridColor: ink.line,
    gridOpacity: 0.6,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelColor: ink.text,
    titleColor: ink.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 300,
    symbolStrokeWidth: 2,
    symbolSize: 90,
  },
  header: {
    labelColor: ink.text,
    titleColor: ink.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  title: { color: ink.text, fontSize: 13, anchor: 'start', fontWeight: 'normal' },
  line: { strokeWidth: 2 },
  text: { color: ink.text },
  range: { category: [ink.blue, ink.orange, ink.green, ink.purple, ink.sky] },
};
