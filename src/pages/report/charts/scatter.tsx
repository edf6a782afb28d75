/** @jsxRuntime automatic @jsxImportSource preact */
/** Pairs by two figures: a dot each while they are few, and squares as large as the pairs are many. */
import { linear, roundDomain } from '../../plot/scale.ts';
import { area, marked, place, Plot, valueAxis, ZeroLine } from '../../plot/plot.tsx';
import { counted, fixed, points } from '../words.ts';

export interface Use {
  readonly pair: number;
  readonly kappa: string;
  /** Trades between traders and dealers in the active run. */
  readonly trades: number;
  readonly effect: number;
  readonly deltaPassive: number;
}

/** Dots of more pairs than these cover each other. */
const MOST_DOTS = 80;
const COLUMNS = 22;
const ROWS = 14;

interface Cell {
  readonly trades: readonly [from: number, to: number];
  /** Percentage points. */
  readonly effect: readonly [from: number, to: number];
  readonly pairs: number;
}

interface Domains {
  readonly trades: readonly [number, number];
  readonly effect: readonly [number, number];
}

/** The frame of all panels, so that they can be read against each other. */
export const domainsOf = (uses: readonly Use[]): Domains => ({
  trades: roundDomain(uses.map(({ trades }) => trades)),
  effect: roundDomain(uses.map(({ effect }) => 100 * effect)),
});

/** Pairs counted in equal squares; every pair in one of them. */
export function cellsOf(uses: readonly Use[], { trades, effect }: Domains): Cell[] {
  const place = (value: number, [low, high]: readonly [number, number], count: number): number =>
    Math.min(count - 1, Math.floor(((value - low) / (high - low)) * count));
  const border = ([low, high]: readonly [number, number], count: number, i: number): number =>
    low + ((high - low) * i) / count;
  const counts = new Map<number, number>();
  for (const use of uses) {
    const cell = place(use.trades, trades, COLUMNS) * ROWS + place(100 * use.effect, effect, ROWS);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, pairs]) => {
      const [i, j] = [Math.floor(cell / ROWS), cell % ROWS];
      return {
        trades: [border(trades, COLUMNS, i), border(trades, COLUMNS, i + 1)],
        effect: [border(effect, ROWS, j), border(effect, ROWS, j + 1)],
        pairs,
      };
    });
}

export const isCrowded = (uses: readonly Use[]): boolean => uses.length > MOST_DOTS;

const cellSays = ({ trades: [from, to], effect: [low, high], pairs }: Cell): string =>
  `${counted(pairs, 'pair')}: ${fixed(from, 0)} to ${fixed(to, 0)} trades with a dealer, effect ${fixed(low)} to ${fixed(high)}`;

const useSaysOf = ({ pair, kappa, trades, effect }: Use): string =>
  `pair ${String(pair)}, κ ${kappa}: ${counted(trades, 'trade')} with a dealer, effect ${points(effect)}`;

interface ScatterParts {
  readonly label: string;
  readonly uses: readonly Use[];
  readonly domains: Domains;
  /** The most pairs of a square in any panel. */
  readonly most: number;
  readonly colour: string;
}

export function Scatter({ label, uses, domains, most, colour }: ScatterParts) {
  const frame = area({ top: 26 });
  const x = linear(domains.trades, [frame.left, frame.right]);
  const y = linear(domains.effect, [frame.bottom, frame.top]);
  const side = Math.min((frame.right - frame.left) / COLUMNS, (frame.bottom - frame.top) / ROWS);
  return (
    <Plot
      area={frame}
      label={label}
      x={valueAxis('trades with a dealer', x, { whole: true })}
      y={valueAxis('effect, percentage points', y)}
    >
      <ZeroLine area={frame} scale={y} />
      {isCrowded(uses)
        ? cellsOf(uses, domains).map((cell) => {
            const size = Math.max(2, side * Math.sqrt(cell.pairs / most));
            const [cx, cy] = [
              x.at((cell.trades[0] + cell.trades[1]) / 2),
              y.at((cell.effect[0] + cell.effect[1]) / 2),
            ];
            return (
              <rect
                key={`${String(cx)} ${String(cy)}`}
                {...marked(cellSays(cell))}
                x={place(cx - size / 2)}
                y={place(cy - size / 2)}
                width={place(size)}
                height={place(size)}
                fill={colour}
              />
            );
          })
        : uses.map((use) => (
            <circle
              key={use.pair}
              {...marked(useSaysOf(use))}
              data-leads={`#pair-${String(use.pair)}`}
              cx={place(x.at(use.trades))}
              cy={place(y.at(100 * use.effect))}
              r={3}
              fill={colour}
              fill-opacity={0.65}
            />
          ))}
    </Plot>
  );
}
