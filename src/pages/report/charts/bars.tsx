/** @jsxRuntime automatic @jsxImportSource preact */
/** Bars with their names above them: counts by reason, and the steps from one arm to another. */
import { linear, roundDomain } from '../../plot/scale.ts';
import { area, marked, place, Plot, valueAxis } from '../../plot/plot.tsx';
import { ink } from './look.ts';

export interface Bar {
  readonly name: string;
  /** Written behind the name. */
  readonly figure: string;
  readonly from?: number;
  readonly to: number;
  /** Of the end `to`. */
  readonly low?: number | null;
  readonly high?: number | null;
  readonly colour?: string;
  readonly label: string;
}

interface BarsParts {
  readonly label: string;
  readonly title: string;
  readonly unit?: string;
  /** Whether the bars count things. */
  readonly whole?: boolean;
  readonly bars: readonly Bar[];
}

const ROW = 38;

/** One under another, each from its `from`, or from zero, to its `to`, with the interval of that end. */
export function Bars({ label, title, unit = '', whole = false, bars }: BarsParts) {
  const frame = area({ left: 22, right: 22, top: 4, height: ROW * bars.length + 44 });
  const ends = bars.flatMap(({ from = 0, to, low, high }) => [from, to, low ?? to, high ?? to]);
  const x = linear(roundDomain(ends), [frame.left, frame.right]);
  return (
    <Plot area={frame} label={label} x={valueAxis(title, x, { unit, whole })}>
      {bars.map(({ name, figure, from = 0, to, low, high, colour = ink.blue, label: says }, i) => {
        const top = frame.top + i * ROW;
        const [left, right] = [x.at(Math.min(from, to)), x.at(Math.max(from, to))];
        const bounds = low == null || high == null ? null : [x.at(low), x.at(high)];
        return (
          <g key={name}>
            <text aria-hidden="true" x={frame.left - 14} y={top + 14} class="name">
              {name} <tspan class="figure">{figure}</tspan>
            </text>
            <rect
              {...marked(says)}
              x={place(left)}
              y={top + 19}
              width={place(Math.max(1, right - left))}
              height={13}
              fill={colour}
            />
            {bounds === null ? null : (
              <path
                aria-hidden="true"
                class="whisker"
                d={`M${bounds.map((bound) => `${String(place(bound))},${String(top + 22)}v7`).join('M')}M${String(place(bounds[0] ?? 0))},${String(top + 25.5)}H${String(place(bounds[1] ?? 0))}`}
              />
            )}
          </g>
        );
      })}
    </Plot>
  );
}
