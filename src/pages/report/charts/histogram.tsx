/** @jsxRuntime automatic @jsxImportSource preact */
/** How the effects of the pairs of a sweep are spread. */
import { linear, roundStep } from '../../plot/scale.ts';
import { area, marked, place, Plot, valueAxis } from '../../plot/plot.tsx';
import { counted, fixed } from '../words.ts';
import { ink } from './look.ts';

/** A class of the histogram: effects from `from` up to, and short of, `to`, in percentage points. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
}

/** Bins of a round width, one of which begins at zero, so that no bin mixes harm and help. */
export function binsOf(effects: readonly number[]): Bin[] {
  const values = effects.map((effect) => 100 * effect);
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [0, 0],
  );
  const width = roundStep((high - low) / 24);
  // what lies a rounding below the edge of a bin belongs to it
  const placeOf = (value: number): number => Math.floor(value / width + 1e-9);
  const [first, last] = [placeOf(low), placeOf(high)];
  const bins = Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    pairs: 0,
  }));
  for (const value of values) {
    const bin = bins[placeOf(value) - first];
    if (bin !== undefined) bin.pairs++;
  }
  return bins;
}

const binSays = ({ from, to, pairs }: Bin): string =>
  `effect from ${fixed(from)} to below ${fixed(to)}: ${counted(pairs, 'pair')}`;

export function Histogram({ label, bins }: { readonly label: string; readonly bins: readonly Bin[] }) {
  const frame = area({ top: 26 });
  const [first, last] = [bins[0], bins.at(-1)];
  const x = linear([first?.from ?? 0, last?.to ?? 1], [frame.left, frame.right]);
  const y = linear([0, Math.max(1, ...bins.map(({ pairs }) => pairs))], [frame.bottom, frame.top]);
  return (
    <Plot
      area={frame}
      label={label}
      x={valueAxis('effect, percentage points (orange: more defaults)', x)}
      y={valueAxis('pairs', y, { whole: true })}
    >
      {bins.map((bin) => (
        <rect
          key={bin.from}
          {...marked(binSays(bin))}
          x={place(x.at(bin.from) + 0.5)}
          y={place(y.at(bin.pairs))}
          width={place(Math.max(1, x.at(bin.to) - x.at(bin.from) - 1))}
          height={place(frame.bottom - y.at(bin.pairs))}
          fill={bin.to <= 0 ? ink.orange : ink.blue}
        />
      ))}
      <line aria-hidden="true" class="base" x1={x.at(0)} x2={x.at(0)} y1={frame.top} y2={frame.bottom} />
    </Plot>
  );
}
