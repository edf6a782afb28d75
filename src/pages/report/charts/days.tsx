/** @jsxRuntime automatic @jsxImportSource preact */
/** What moves from day to day: lines with their names at the end, and bars above and below zero. */
import { Lines, rightFor } from '../../plot/lines.tsx';
import { linear, roundDomain, ticks, type Scale } from '../../plot/scale.ts';
import {
  area,
  marked,
  path,
  place,
  Plot,
  valueAxis,
  ZeroLine,
  type Area,
  type Axis,
  type Points,
} from '../../plot/plot.tsx';
import { fixed } from '../words.ts';

/** From the first day to the end of the last one. */
export const dayScale = ({ left, right }: Area, lastDay: number): Scale =>
  linear([0, Math.max(1, lastDay + 1)], [left, right]);

interface DayPoint {
  readonly day: number;
  readonly value: number;
  readonly label: string;
}

export interface DayLine {
  readonly name: string;
  readonly colour: string;
  /** As SVG writes dashes; a whole line without. */
  readonly dash?: string;
  readonly points: readonly DayPoint[];
}

interface LinesParts {
  readonly label: string;
  readonly yTitle: string;
  readonly lastDay: number;
  readonly lines: readonly DayLine[];
  /** Whether the axis holds zero. */
  readonly withZero?: boolean;
}

/** A line for each series, a mark for every day. */
export function DayLines({ label, yTitle, lastDay, lines, withZero = true }: LinesParts) {
  const named = lines.length > 1;
  const frame = area({ top: 26, left: 50, right: named ? rightFor(lines.map(({ name }) => name)) : 12 });
  const x = dayScale(frame, lastDay);
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const y = linear(roundDomain(values, withZero), [frame.bottom, frame.top]);
  const drawn = lines.map(({ name, points, ...look }) => ({
    ...look,
    name: named ? name : '',
    points: points.map(({ day, value }) => [x.at(day + 0.5), y.at(value)] as const),
    says: points.map((point) => point.label),
  }));
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis(yTitle, y)}>
      <ZeroLine area={frame} scale={y} />
      <Lines area={frame} lines={drawn} />
    </Plot>
  );
}

/** Days by number, each in the middle of its own room. */
export function dayAxis(x: Scale): Axis {
  const [first, last] = [0, x.domain[1] - 1];
  return {
    title: 'day',
    ticks: ticks([first, last], 8, true).map((day) => ({ at: x.at(day + 0.5), text: fixed(day, 0) })),
  };
}

interface DaySeries {
  readonly name: string;
  readonly colour: string;
  /** Below zero where it is −1. */
  readonly sign: 1 | -1;
  readonly bars: readonly DayPoint[];
}

interface BarsParts {
  readonly label: string;
  readonly yTitle: string;
  readonly lastDay: number;
  readonly series: readonly DaySeries[];
  /** Drawn behind the bars as an area, in the units of the bars. */
  readonly shaded?: { readonly name: string; readonly points: readonly DayPoint[] };
}

/** Stacked bars, one a day, in the order of the series; its key stands under the picture. */
export function DayBars({ label, yTitle, lastDay, series, shaded }: BarsParts) {
  const frame = area({ top: 26, left: 50 });
  const x = dayScale(frame, lastDay);
  const stacks = new Map<string, number>();
  const bars = series.flatMap(({ name, colour, sign, bars: own }) =>
    own
      .filter(({ value }) => value > 0)
      .map(({ day, value, label: says }) => {
        const key = `${String(sign)} ${String(day)}`;
        const from = stacks.get(key) ?? 0;
        stacks.set(key, from + sign * value);
        return { name, colour, day, from, to: from + sign * value, says };
      }),
  );
  const behind = shaded?.points ?? [];
  const y = linear(roundDomain([...bars.map(({ to }) => to), ...behind.map(({ value }) => value)]), [
    frame.bottom,
    frame.top,
  ]);
  const width = Math.max(1, (x.at(1) - x.at(0)) * 0.7);
  const outline: Points = behind.flatMap(({ day, value }) => [
    [x.at(day), y.at(value)] as const,
    [x.at(day + 1), y.at(value)] as const,
  ]);
  return (
    <>
      <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis(yTitle, y)}>
        {outline.length === 0 ? null : (
          <path
            {...marked(shaded?.name ?? '')}
            class="funding"
            d={`${path([[outline[0]?.[0] ?? 0, y.at(0)], ...outline, [outline.at(-1)?.[0] ?? 0, y.at(0)]])}Z`}
          />
        )}
        {bars.map(({ name, colour, day, from, to, says }) => (
          <rect
            key={`${name} ${String(day)}`}
            {...marked(says)}
            x={place(x.at(day + 0.5) - width / 2)}
            y={place(Math.min(y.at(from), y.at(to)))}
            width={place(width)}
            height={place(Math.max(0.5, Math.abs(y.at(from) - y.at(to))))}
            fill={colour}
          />
        ))}
        <line
          aria-hidden="true"
          class="base"
          x1={frame.left}
          x2={frame.right}
          y1={place(y.at(0))}
          y2={place(y.at(0))}
        />
      </Plot>
      <p class="key">
        {series.map(({ name, colour }) => (
          <span key={name}>
            <i style={`background:${colour}`} /> {name}
          </span>
        ))}
        {shaded === undefined ? null : (
          <span>
            <i class="funding" /> {shaded.name}
          </span>
        )}
      </p>
    </>
  );
}
