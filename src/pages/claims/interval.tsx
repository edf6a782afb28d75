/** @jsxRuntime automatic @jsxImportSource preact */
/** The interval of a statement as a small picture: estimate, bounds, and the border that is claimed about, or both of a margin. */
import type { Relation } from '../../study/claims/statement.ts';
import type { Judged } from '../../study/claims/verdict.ts';
import { inUnit } from '../../study/claims/words.ts';

const WIDTH = 220;
const HEIGHT = 58;
const MARGIN = 10;
/** The band of what is claimed, below the numbers of its borders and above those of the bounds. */
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

const middle = (places: readonly number[]): number => (Math.min(...places) + Math.max(...places)) / 2;

/** Nothing where nothing was tested; the sentence beside it has the same numbers. */
export function Interval({ judged }: { readonly judged: Judged }) {
  const { low, high, sample, verdict, statement } = judged;
  if (low === null || high === null) return null;
  const borders = statement.sides.map(({ border }) => border);
  const [least, most] = [Math.min(low, ...borders), Math.max(high, ...borders)];
  const span = most - least;
  const x = (value: number): number =>
    span === 0 ? WIDTH / 2 : MARGIN + ((value - least) / span) * (WIDTH - 2 * MARGIN);
  const sideOf = (relation: Relation) =>
    statement.sides.filter((side) => side.relation === relation).map(({ border }) => x(border));
  const [from, to] = [Math.max(0, ...sideOf('above')), Math.min(WIDTH, ...sideOf('below'))];
  const range = (values: readonly number[]): string =>
    values.map((value) => inUnit(value, statement.unit)).join(' to ');
  return (
    <svg
      class={`interval ${verdict}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      aria-hidden="true"
    >
      <rect class="claimed" x={from} y={TOP} width={Math.max(0, to - from)} height={BOTTOM - TOP} />
      {borders.map((border) => (
        <line key={border} class="border" x1={x(border)} x2={x(border)} y1={TOP} y2={BOTTOM} />
      ))}
      <line class="bounds" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle cx={x(sample.effect.mean)} cy={MIDDLE} r={5} />
      <Label x={middle(borders.map(x))} y={TOP - 4} text={range(borders)} />
      <Label x={middle([x(low), x(high)])} y={HEIGHT - 3} text={range([low, high])} />
    </svg>
  );
}
