/** @jsxRuntime automatic @jsxImportSource preact */
/** A bucket's quotes over its whole ladder, and the dealer on it. KER-08 … KER-10. */
import { Lines, rightFor } from '../../plot/lines.tsx';
import { area, marked, place, Plot, valueAxis, type Points } from '../../plot/plot.tsx';
import { linear, roundDomain } from '../../plot/scale.ts';
import { amount, fixed } from '../words.ts';
import { ink } from './look.ts';

const series = [
  { name: 'outside ask A', colour: ink.quiet, dash: '2 3', of: 'outsideAsk' },
  { name: 'ask', colour: ink.orange, dash: '', of: 'ask' },
  { name: 'midline p', colour: ink.text, dash: '5 3', of: 'midline' },
  { name: 'bid', colour: ink.blue, dash: '', of: 'bid' },
  { name: 'outside bid B', colour: ink.quiet, dash: '2 3', of: 'outsideBid' },
] as const;

/** The quotes where a dealer holds this face, in money per ticket. */
export type DrawnRung = Readonly<Record<'face' | (typeof series)[number]['of'], number>>;

interface LadderParts {
  readonly label: string;
  readonly rungs: readonly DrawnRung[];
  /** Where the dealer stands, and what it quotes there. */
  readonly now: Readonly<Record<'face' | 'ask' | 'bid', number>> & { readonly says: string };
  /** Where an order leaves the ladder for the outside quotes. KER-13, KER-14. */
  readonly passes?: readonly { readonly face: number; readonly at: number; readonly says: string }[];
  /** Without a mark for every rung. */
  readonly isSmall?: boolean;
}

/** Upright where the dealer stands, with a dot at its bid and its ask; diamonds where an order passes through. */
export function LadderChart({ label, rungs, now, passes = [], isSmall = false }: LadderParts) {
  const frame = area({
    top: 26,
    right: rightFor(series.map(({ name }) => name)),
    height: isSmall ? 170 : 260,
  });
  const faces = rungs.map(({ face }) => face);
  const x = linear([0, Math.max(now.face, ...faces) || 1], [frame.left, frame.right]);
  const prices = [now.ask, now.bid, ...rungs.flatMap((rung) => series.map(({ of }) => rung[of]))];
  const y = linear(roundDomain(prices, false), [frame.bottom, frame.top]);
  const line = (of: (typeof series)[number]['of']): Points =>
    rungs.map((rung) => [x.at(rung.face), y.at(rung[of])]);
  const lines = series.map(({ of, ...look }) => ({
    ...look,
    points: line(of),
    says: isSmall ? [] : rungs.map((rung) => `x = ${amount(rung.face)}: ${look.name} ${fixed(rung[of], 4)}`),
    ...(of === 'bid' ? { bands: [[line('ask'), line('bid')]] as const } : {}),
  }));
  const here = place(x.at(now.face));
  return (
    <Plot
      area={frame}
      label={label}
      x={valueAxis('inventory x, face', x)}
      y={valueAxis('money per ticket', y)}
    >
      <Lines area={frame} lines={lines} isThin markRadius={rungs.length > 40 ? 1.5 : 2.5}>
        <line {...marked(now.says)} class="now" x1={here} x2={here} y1={frame.top} y2={frame.bottom} />
      </Lines>
      {(['ask', 'bid'] as const).map((of) => (
        <circle
          key={of}
          aria-hidden="true"
          cx={here}
          cy={place(y.at(now[of]))}
          r={4}
          fill={of === 'ask' ? ink.orange : ink.blue}
        />
      ))}
      {passes.map(({ face, at, says }) => (
        <path
          key={says}
          {...marked(says)}
          class="passes"
          d={`M${String(place(x.at(face)))},${String(place(y.at(at) - 5))}l5,5l-5,5l-5,-5Z`}
        />
      ))}
    </Plot>
  );
}
