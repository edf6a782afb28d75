/** @jsxRuntime automatic @jsxImportSource preact */
/** The frame of a picture as SVG: axes, and the marks inside. Drawn while a page is made, or in the page. */
import type { ComponentChildren } from 'preact';
import { fixed } from '../report/words.ts';
import { placesOf, ticks, type Bands, type Scale } from './scale.ts';

/** Where the marks of a picture lie, in its own pixels. */
export interface Area {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A panel of this width is read on a phone as it is; wider windows put several side by side. */
const PANEL = 340;

interface Room {
  readonly width?: number;
  readonly height?: number;
  /** Pixels around the marks. */
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
}

export function area({
  width = PANEL,
  height = 220,
  left = 44,
  right = 12,
  top = 10,
  bottom = 38,
}: Room = {}): Area {
  return { width, height, left, right: width - right, top, bottom: height - bottom };
}

interface Tick {
  /** Place in the picture. */
  readonly at: number;
  readonly text: string;
}

export interface Axis {
  readonly title: string | null;
  readonly ticks: readonly Tick[];
}

export function valueAxis(
  title: string | null,
  scale: Scale,
  { about = 5, whole = false, unit = '' } = {},
): Axis {
  const values = ticks(scale.domain, about, whole);
  const places = placesOf(values);
  return {
    title,
    ticks: values.map((value) => ({ at: scale.at(value), text: `${fixed(value, places)}${unit}` })),
  };
}

/** Names under their bands; where there are too many for the room, every second, third … of them. */
export function bandAxis(title: string | null, scale: Bands): Axis {
  const longest = Math.max(1, ...scale.names.map(({ length }) => length));
  const every = Math.max(1, Math.ceil((longest * 7 + 6) / scale.width));
  return {
    title,
    ticks: scale.names.flatMap((name, i) => (i % every === 0 ? [{ at: scale.at(name), text: name }] : [])),
  };
}

/** Room for the widest of an axis's numbers, left of the marks. */
export const leftFor = ({ ticks: marks }: Axis): number =>
  Math.max(44, 7 + 6.8 * Math.max(0, ...marks.map(({ text }) => text.length)));

interface PlotParts {
  readonly area: Area;
  /** What a reader of the screen hears of the whole. */
  readonly label: string;
  readonly x?: Axis;
  readonly y?: Axis;
  readonly children?: ComponentChildren;
}

export const Plot = ({ area: { width, height, left, right, bottom }, label, x, y, children }: PlotParts) => (
  <svg
    viewBox={`0 0 ${String(width)} ${String(height)}`}
    width={width}
    height={height}
    role="group"
    aria-label={label}
  >
    <g aria-hidden="true" class="axes">
      {(y?.ticks ?? []).map(({ at, text }) => (
        <g key={text}>
          <line x1={left} x2={right} y1={place(at)} y2={place(at)} class="grid" />
          <text x={left - 5} y={place(at + 4)} class="tick end">
            {text}
          </text>
        </g>
      ))}
      {(x?.ticks ?? []).map(({ at, text }) => (
        <text key={text} x={place(at)} y={bottom + 15} class="tick middle">
          {text}
        </text>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} class="base" />
      {x?.title == null ? null : (
        <text x={(left + right) / 2} y={height - 5} class="title middle">
          {x.title}
        </text>
      )}
      {y?.title == null ? null : (
        <text x={4} y={12} class="title">
          {y.title}
        </text>
      )}
    </g>
    {children}
  </svg>
);

/** What a mark stands for, for readers of the screen and for the tip beside the pointer. */
export const marked = (label: string): { readonly role: 'img'; readonly 'aria-label': string } => ({
  role: 'img',
  'aria-label': label,
});

/** Parts of a tenth of a pixel say nothing and cost room. */
export const place = (value: number): number => Math.round(value * 10) / 10;

export type Points = readonly (readonly [x: number, y: number])[];

export const path = (points: Points): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${String(place(x))},${String(place(y))}`).join('');

/** The room between two lines over the same places. */
export const between = (upper: Points, lower: Points): string =>
  upper.length === 0 ? '' : `${path(upper)}${path([...lower].reverse()).replace('M', 'L')}Z`;

/** The points of a line that keeps each value until the next one. */
export const stepped = (points: Points): Points =>
  points.flatMap(([x, y], i) => {
    const before = points[i - 1];
    return before === undefined ? [[x, y] as const] : [[x, before[1]] as const, [x, y] as const];
  });

/** Zero, where it lies inside the picture: the line that effects are read against. */
export const ZeroLine = ({ area: { left, right }, scale }: { readonly area: Area; readonly scale: Scale }) =>
  scale.domain[0] <= 0 && scale.domain[1] >= 0 ? (
    <line
      aria-hidden="true"
      x1={left}
      x2={right}
      y1={place(scale.at(0))}
      y2={place(scale.at(0))}
      class="zero"
    />
  ) : null;
