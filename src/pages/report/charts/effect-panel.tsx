/** @jsxRuntime automatic @jsxImportSource preact */
/** An effect over the values of an axis: lines with bands, and a dot for every seed. EXP-06. */
import { spreadLabels, bands, linear, roundDomain } from '../../plot/scale.ts';
import {
  area,
  bandAxis,
  between,
  marked,
  path,
  place,
  Plot,
  valueAxis,
  ZeroLine,
  type Room,
} from '../../plot/plot.tsx';
import { ink } from './look.ts';

/** A mean with its interval, in percentage points; bounds are null where one seed has none. */
export interface Estimate {
  /** The value of the axis. */
  readonly value: string;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly label: string;
}

export interface Line {
  /** Written at the end of the line; empty where one line stands alone. */
  readonly name: string;
  readonly colour: string;
  readonly estimates: readonly Estimate[];
}

export interface Dot {
  readonly value: string;
  readonly y: number;
  readonly label: string;
}

export interface PanelParts {
  readonly label: string;
  readonly axis: string;
  readonly values: readonly string[];
  readonly lines: readonly Line[];
  readonly dots?: readonly Dot[];
  /** The y axis, shared by neighbouring panels; that of the panel's own figures without one. */
  readonly domain?: readonly [number, number];
  readonly yTitle: string;
  readonly room?: Room;
}

/** What a panel has to show, for a y axis that holds it. */
export const extent = (lines: readonly Line[], dots: readonly Dot[] = []): number[] => [
  ...lines.flatMap(({ estimates }) =>
    estimates.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]),
  ),
  ...dots.map(({ y }) => y),
];

export function EffectPanel({ label, axis, values, lines, dots = [], domain, yTitle, room }: PanelParts) {
  const named = lines.some(({ name }) => name !== '');
  const longest = Math.max(0, ...lines.map(({ name }) => name.length));
  const frame = area({ top: 26, right: named ? 14 + 6.8 * longest : 12, ...room });
  const x = bands(values, [frame.left, frame.right]);
  const y = linear(domain ?? roundDomain(extent(lines, dots)), [frame.bottom, frame.top]);
  const at = ({ value }: Estimate, of: number): readonly [number, number] => [x.at(value), y.at(of)];
  const ends = lines.map(({ estimates }) => y.at(estimates.at(-1)?.mean ?? 0));
  const labels = spreadLabels(ends, 13, [frame.top, frame.bottom]);
  const wiggle = Math.min(5, x.width / 4);
  return (
    <Plot area={frame} label={label} x={bandAxis(axis, x)} y={valueAxis(yTitle, y)}>
      <ZeroLine area={frame} scale={y} />
      {lines.map(({ name, colour, estimates }) => (
        <path
          key={name}
          aria-hidden="true"
          d={between(
            estimates.map((one) => at(one, one.high ?? one.mean)),
            estimates.map((one) => at(one, one.low ?? one.mean)),
          )}
          fill={colour}
          class="band"
        />
      ))}
      {dots.map(({ value, y: of, label: says }, i) => (
        <circle
          key={i}
          {...marked(says)}
          class="seed"
          // seeds of one value stand beside each other, in their order
          cx={place(x.at(value) + (((i * 7) % 11) / 5 - 1) * wiggle)}
          cy={place(y.at(of))}
          r={2}
        />
      ))}
      {lines.map(({ name, colour, estimates }, i) => (
        <g key={name}>
          <path
            aria-hidden="true"
            d={path(estimates.map((one) => at(one, one.mean)))}
            stroke={colour}
            class="line"
          />
          {estimates.map((one) => (
            <circle
              key={one.value}
              {...marked(one.label)}
              cx={place(x.at(one.value))}
              cy={place(y.at(one.mean))}
              r={lines.length > 1 ? 3 : 4}
              fill={colour}
            />
          ))}
          {named ? (
            <text
              aria-hidden="true"
              x={frame.right + 4}
              y={place((labels[i] ?? 0) + 4)}
              fill={ink.text}
              class="tick"
            >
              {name}
            </text>
          ) : null}
        </g>
      ))}
    </Plot>
  );
}
