/** @jsxRuntime automatic @jsxImportSource preact */
/** A bucket's quotes over its whole ladder, and the dealer on it. KER-08 … KER-10. */
import { spreadLabels, linear, roundDomain } from '../../plot/scale.ts';
import { area, between, marked, path, place, Plot, valueAxis, type Points } from '../../plot/plot.tsx';
import type { Rung } from '../ladder.ts';
import { amount, fixed } from '../words.ts';
import { ink } from './look.ts';

const series = [
  { name: 'outside ask A', colour: ink.quiet, dash: '2 3', of: 'outsideAsk' },
  { name: 'ask', colour: ink.orange, dash: '', of: 'ask' },
  { name: 'midline p', colour: ink.text, dash: '5 3', of: 'midline' },
  { name: 'bid', colour: ink.blue, dash: '', of: 'bid' },
  { name: 'outside bid B', colour: ink.quiet, dash: '2 3', of: 'outsideBid' },
] as const;

interface LadderParts {
  readonly label: string;
  readonly rungs: readonly Rung[];
  /** Face that the dealer holds now. */
  readonly now: number;
  readonly nowSays: string;
  /** Without a mark for every rung. */
  readonly isSmall?: boolean;
}

/** Upright where the dealer stands; diamonds where an order passes through to the VBT. */
export function LadderChart({ label, rungs, now, nowSays, isSmall = false }: LadderParts) {
  const frame = area({ top: 26, right: 84, height: isSmall ? 170 : 260 });
  const faces = rungs.map(({ quotes }) => quotes.faceInventory.toNumber());
  const x = linear([0, Math.max(now, ...faces)], [frame.left, frame.right]);
  const price = ({ quotes }: Rung, of: (typeof series)[number]['of']): number => quotes[of].toNumber();
  const y = linear(
    roundDomain(
      rungs.flatMap((rung) => series.map(({ of }) => price(rung, of))),
      false,
    ),
    [frame.bottom, frame.top],
  );
  const line = (of: (typeof series)[number]['of']): Points =>
    rungs.map((rung, i) => [x.at(faces[i] ?? 0), y.at(price(rung, of))]);
  const names = spreadLabels(
    series.map(({ of }) => line(of).at(-1)?.[1] ?? 0),
    12,
    [frame.top, frame.bottom],
  );
  return (
    <Plot
      area={frame}
      label={label}
      x={valueAxis('inventory x, face', x)}
      y={valueAxis('money per ticket', y)}
    >
      <path aria-hidden="true" class="band" fill={ink.blue} d={between(line('ask'), line('bid'))} />
      <line
        {...marked(nowSays)}
        class="now"
        x1={place(x.at(now))}
        x2={place(x.at(now))}
        y1={frame.top}
        y2={frame.bottom}
      />
      {series.map(({ name, colour, dash, of }, i) => (
        <g key={name}>
          <path
            aria-hidden="true"
            class="line thin"
            d={path(line(of))}
            stroke={colour}
            stroke-dasharray={dash}
          />
          {(isSmall ? [] : line(of)).map(([cx, cy], rung) => (
            <circle
              key={rung}
              {...marked(
                `x = ${amount(faces[rung] ?? 0)}: ${name} ${fixed(rungs[rung] === undefined ? null : price(rungs[rung], of), 4)}`,
              )}
              data-series={of}
              cx={place(cx)}
              cy={place(cy)}
              r={rungs.length > 40 ? 1.5 : 2.5}
              fill={colour}
            />
          ))}
          <text
            aria-hidden="true"
            class="tick"
            x={frame.right + 4}
            y={place((names[i] ?? 0) + 4)}
            style={`fill:${colour}`}
          >
            {name}
          </text>
        </g>
      ))}
      {(isSmall ? [] : passes(rungs)).map(({ face, at, says }) => (
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

/** Where an order leaves the ladder for the outside quotes. KER-13, KER-14. */
const passes = (rungs: readonly Rung[]): { face: number; at: number; says: string }[] =>
  rungs.flatMap(({ quotes, buyInterior, sellInterior }) => {
    const face = quotes.faceInventory.toNumber();
    const mark = (at: number, what: string) => ({
      face,
      at,
      says: `x = ${amount(face)}: ${what} ${fixed(at, 4)}`,
    });
    return [
      ...(buyInterior ? [] : [mark(quotes.outsideAsk.toNumber(), 'a buyer passes through at')]),
      ...(sellInterior ? [] : [mark(quotes.outsideBid.toNumber(), 'a seller passes through at')]),
    ];
  });
