/** @jsxRuntime automatic @jsxImportSource preact */
/** Bars with their names above them: counts by reason, and the steps from one arm to another. */
import { marked, place } from '../../plot/plot.tsx';
import { Rows } from '../../plot/rows.tsx';
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

/** Each from its `from`, or from zero, to its `to`, with the interval of that end. */
export const Bars = ({ bars, ...parts }: BarsParts) => (
  <Rows
    {...parts}
    values={bars.flatMap(({ from = 0, to, low, high }) => [from, to, low ?? to, high ?? to])}
    rows={bars}
    nameOf={({ name, figure }) => (
      <>
        {name} <tspan class="figure">{figure}</tspan>
      </>
    )}
    draw={({ from = 0, to, low, high, colour = ink.blue, label }, x, middle) => {
      const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
      const bound = (value: number): string => String(place(x(value)));
      return (
        <>
          <rect
            {...marked(label)}
            x={place(left)}
            y={middle - 6}
            width={place(Math.max(1, right - left))}
            height={13}
            fill={colour}
          />
          {low == null || high == null ? null : (
            <path
              aria-hidden="true"
              class="whisker"
              d={`M${bound(low)},${String(middle - 3)}v7M${bound(high)},${String(middle - 3)}v7M${bound(low)},${String(middle + 0.5)}H${bound(high)}`}
            />
          )}
        </>
      );
    }}
  />
);
