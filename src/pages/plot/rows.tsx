/** @jsxRuntime automatic @jsxImportSource preact */
/** Rows one under another over a common axis, each with its name above its marks. */
import type { ComponentChildren } from 'preact';
import { area, place, Plot, valueAxis } from './plot.tsx';
import { linear, roundDomain } from './scale.ts';

interface RowsParts<T> {
  readonly label: string;
  /** Under the axis. */
  readonly title: string;
  readonly unit?: string;
  /** Whether the values count things. */
  readonly whole?: boolean;
  /** What the axis has to hold beside zero. */
  readonly values: readonly number[];
  readonly rows: readonly T[];
  readonly nameOf: (row: T) => ComponentChildren;
  /** The marks of a row; `x` is the place of a value, `middle` that of the row's own middle line. */
  readonly draw: (row: T, x: (value: number) => number, middle: number) => ComponentChildren;
}

const ROW = 40;

export function Rows<T>({
  label,
  title,
  unit = '',
  whole = false,
  values,
  rows,
  nameOf,
  draw,
}: RowsParts<T>) {
  const frame = area({ left: 22, right: 22, top: 4, height: ROW * rows.length + 44 });
  const x = linear(roundDomain(values), [frame.left, frame.right]);
  // the axis holds zero
  const zero = place(x.at(0));
  return (
    <Plot area={frame} label={label} x={valueAxis(title, x, { unit, whole })}>
      <line aria-hidden="true" class="zero" x1={zero} x2={zero} y1={frame.top} y2={frame.bottom} />
      {rows.map((row, i) => (
        <g key={i}>
          <text aria-hidden="true" class="name" x={frame.left - 14} y={frame.top + i * ROW + 14}>
            {nameOf(row)}
          </text>
          {draw(row, (value) => x.at(value), frame.top + i * ROW + 27)}
        </g>
      ))}
    </Plot>
  );
}
