/** @jsxRuntime automatic @jsxImportSource preact */
/** The interval of a statement as a small picture: estimate, bounds, and the border that is claimed about. */
import type { Judged } from '../../study/claims/verdict.ts';

const WIDTH = 220;
const HEIGHT = 34;
const MARGIN = 10;
const MIDDLE = 14;

/** Nothing where nothing was tested; the sentence beside it has the same numbers. */
export function Interval({ judged }: { readonly judged: Judged }) {
  const { low, high, sample, side, verdict } = judged;
  if (low === null || high === null) return null;
  const [least, most] = [Math.min(low, side.border), Math.max(high, side.border)];
  const span = most - least;
  const x = (value: number): number =>
    span === 0 ? WIDTH / 2 : MARGIN + ((value - least) / span) * (WIDTH - 2 * MARGIN);
  const claimed = side.relation === 'above' ? [x(side.border), WIDTH] : [0, x(side.border)];
  const [from = 0, to = 0] = claimed;
  return (
    <svg
      class={`interval ${verdict}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      aria-hidden="true"
    >
      <rect class="claimed" x={from} y={0} width={to - from} height={2 * MIDDLE} />
      <line class="border" x1={x(side.border)} x2={x(side.border)} y1={0} y2={2 * MIDDLE} />
      <line class="bounds" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle cx={x(sample.effect.mean)} cy={MIDDLE} r={5} />
    </svg>
  );
}
