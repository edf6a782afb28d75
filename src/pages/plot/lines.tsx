/** @jsxRuntime automatic @jsxImportSource preact */
/** Lines with the bands behind them, their marks, and their names at their ends. */
import type { ComponentChildren } from 'preact';
import { between, marked, path, place, type Area, type Points } from './plot.tsx';
import { spreadLabels } from './scale.ts';

export interface Line {
  /** Written at the end of the line; empty where one line stands alone. */
  readonly name: string;
  readonly colour: string;
  /** As SVG writes dashes; a whole line without. */
  readonly dash?: string;
  readonly points: Points;
  /** What each point stands for; a line without them has no marks. */
  readonly says?: readonly string[];
  /** Rooms between two lines, in the colour of this one. */
  readonly bands?: readonly (readonly [upper: Points, lower: Points])[];
}

interface LinesParts {
  readonly area: Area;
  readonly lines: readonly Line[];
  readonly isThin?: boolean;
  readonly markRadius?: number;
  /** What lies between the bands and the lines. */
  readonly children?: ComponentChildren;
}

/** Room for the names, right of the marks. */
export const rightFor = (names: readonly string[]): number =>
  Math.max(12, ...names.map(({ length }) => (length === 0 ? 0 : 14 + 6.4 * length)));

export function Lines({ area, lines, isThin = false, markRadius = 2.5, children }: LinesParts) {
  const ends = lines.map(({ points }) => points.at(-1)?.[1] ?? area.bottom);
  const names = spreadLabels(ends, 13, [area.top, area.bottom]);
  return (
    <>
      {lines.flatMap(({ name, colour, bands = [] }) =>
        bands.map(([upper, lower], i) => (
          <path
            key={`${name} ${String(i)}`}
            aria-hidden="true"
            class="band"
            d={between(upper, lower)}
            fill={colour}
          />
        )),
      )}
      {children}
      {lines.map(({ name, colour, dash, points, says = [] }, i) => (
        <g key={name} data-line={name}>
          <path
            aria-hidden="true"
            class={isThin ? 'line thin' : 'line'}
            d={path(points)}
            stroke={colour}
            stroke-dasharray={dash}
          />
          {points.slice(0, says.length).map(([cx, cy], j) => (
            <circle
              key={j}
              {...marked(says[j] ?? '')}
              cx={place(cx)}
              cy={place(cy)}
              r={markRadius}
              fill={colour}
            />
          ))}
          {name === '' ? null : (
            <text
              aria-hidden="true"
              class="tick"
              x={area.right + 7}
              y={place((names[i] ?? 0) + 4)}
              style={`fill:${colour}`}
            >
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
