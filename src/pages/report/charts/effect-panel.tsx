/** @jsxRuntime automatic @jsxImportSource preact */
/** An effect over the values of an axis: lines with bands, and a dot for every seed. EXP-06. */
import { Lines, rightFor } from '../../plot/lines.tsx';
import { area, bandAxis, marked, place, Plot, valueAxis, ZeroLine, type Points } from '../../plot/plot.tsx';
import { bands, linear, roundDomain } from '../../plot/scale.ts';

/** A mean with its interval, in percentage points; bounds are null where one seed has none. */
export interface Estimate {
  /** The value of the axis. */
  readonly value: string;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly label: string;
}

export interface EffectLine {
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

interface PanelParts {
  readonly label: string;
  readonly axis: string;
  readonly values: readonly string[];
  readonly lines: readonly EffectLine[];
  readonly dots?: readonly Dot[];
  /** The y axis, shared by neighbouring panels; that of the panel's own figures without one. */
  readonly domain?: readonly [number, number];
  readonly yTitle: string;
}

/** What a panel has to show, for a y axis that holds it. */
export const extent = (lines: readonly EffectLine[], dots: readonly Dot[] = []): number[] => [
  ...lines.flatMap(({ estimates }) =>
    estimates.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]),
  ),
  ...dots.map(({ y }) => y),
];

export function EffectPanel({ label, axis, values, lines, dots = [], domain, yTitle }: PanelParts) {
  const frame = area({ top: 26, right: rightFor(lines.map(({ name }) => name)) });
  const x = bands(values, [frame.left, frame.right]);
  const y = linear(domain ?? roundDomain(extent(lines, dots)), [frame.bottom, frame.top]);
  const wiggle = Math.min(5, x.width / 4);
  const drawn = lines.map(({ name, colour, estimates }) => {
    const line = (of: (one: Estimate) => number): Points =>
      estimates.map((one) => [x.at(one.value), y.at(of(one))]);
    const band = [line(({ high, mean }) => high ?? mean), line(({ low, mean }) => low ?? mean)] as const;
    const says = estimates.map((one) => one.label);
    return { name, colour, points: line(({ mean }) => mean), says, bands: [band] };
  });
  return (
    <Plot area={frame} label={label} x={bandAxis(axis, x)} y={valueAxis(yTitle, y)}>
      <ZeroLine area={frame} scale={y} />
      <Lines area={frame} lines={drawn} markRadius={lines.length > 1 ? 3 : 4}>
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
      </Lines>
    </Plot>
  );
}
