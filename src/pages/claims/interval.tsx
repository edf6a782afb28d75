/** @jsxRuntime automatic @jsxImportSource preact */
/** The interval of a statement as a small picture: estimate, bounds, and the border that is claimed about. */
import type { Judged } from '../../study/claims/verdict.ts';
import { inUnit } from '../../study/claims/words.ts';

const WIDTH = 220;
const HEIGHT = 58;
const MARGIN = 10;
/** The band of what is claimed, below the number of its border and above those of the bounds. */
const [TOP, BOTTOM] = [16, 42];
const MIDDLE = (TOP + BOTTOM) / 2;

/** A number within the picture: near its sides it begins or ends there. */
const Label = ({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) => {
  const anchor = x < WIDTH / 4 ? 'start' : x > (3 * WIDTH) / 4 ? 'end' : 'middle';
  const at = { start: Math.max(0, x - MARGIN), middle: x, end: Math.min(WIDTH, x + MARGIN) }[anchor];
  return (
    <text x={at} y={y} text-anchor={anchor}>
      {text}
    </text>
  );
};

/** Nothing where nothing was tested; the sentence beside it has the same numbers. */
export function Interval({ judged }: { readonly judged: Judged }) {
  const { low, high, sample, side, verdict, statement } = judged;
  if (low === null || high === null) return null;
  const [least, most] = [Math.min(low, side.border), Math.max(high, side.border)];
  const span = most - least;
  const x = (value: number): number =>
    span === 0 ? WIDTH / 2 : MARGIN + ((value - least) / span) * (WIDTH - 2 * MARGIN);
  const claimed = side.relation === 'above' ? [x(side.border), WIDTH] : [0, x(side.border)];
  const [from = 0, to = 0] = claimed;
  const bounds = [low, high].map((value) => inUnit(value, statement.unit));
  return (
    <svg
      class={`interval ${verdict}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      aria-hidden="true"
    >
      <rect class="claimed" x={from} y={TOP} width={to - from} height={BOTTOM - TOP} />
      <line class="border" x1={x(side.border)} x2={x(side.border)} y1={TOP} y2={BOTTOM} />
      <line class="bounds" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle cx={x(sample.effect.mean)} cy={MIDDLE} r={5} />
      <Label x={x(side.border)} y={TOP - 4} text={inUnit(side.border, statement.unit)} />
      <Label x={(x(low) + x(high)) / 2} y={HEIGHT - 3} text={bounds.join(' to ')} />
    </svg>
  );
}
