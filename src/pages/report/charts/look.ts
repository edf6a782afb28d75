/** Colours of the charts. They are the page's own, so that dark and light pages share one drawing. */
import type { SweepRegime } from '../../../scenario/regimes.ts';

/** Okabe and Ito's, lighter on dark. */
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

export const armColours: Readonly<Record<SweepRegime, string>> = {
  passive: ink.quiet,
  active: ink.blue,
  backstop: ink.orange,
  baseline: ink.purple,
};

/** The colours of values in an order, from orange to blue. */
export const ordered = (i: number, count: number): string =>
  count < 2
    ? ink.blue
    : `color-mix(in oklab, ${ink.blue} ${String(Math.round((100 * i) / (count - 1)))}%, ${ink.orange})`;

type Rgb = readonly [number, number, number];

/** From dark to light, readable without colour as well. */
const sequence: readonly Rgb[] = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
];

/** Orange below zero, white at zero, purple above. */
const twoSided: readonly Rgb[] = [
  [179, 88, 6],
  [253, 184, 99],
  [247, 247, 247],
  [178, 171, 210],
  [84, 39, 136],
];

/** The colour of a place between 0 and 1, and the one that is read on it. */
export function shade(share: number, signed: boolean): { readonly fill: string; readonly text: string } {
  const stops = signed ? twoSided : sequence;
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  const [from, to] = [stops[low], stops[low + 1]];
  if (from === undefined || to === undefined) throw new Error(`there is no colour at ${String(share)}`);
  const mixed = from.map((value, i) => Math.round(value + (at - low) * ((to[i] ?? value) - value)));
  const [red = 0, green = 0, blue = 0] = mixed;
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  const hex = mixed.map((value) => value.toString(16).padStart(2, '0')).join('');
  return { fill: `#${hex}`, text: light > 140 ? '#000' : '#fff' };
}
