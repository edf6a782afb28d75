/** @jsxRuntime automatic @jsxImportSource preact */
/** The ring as SVG: traders on a circle, claims as arcs, desks in the middle; on a phone the desks in words, too. */
import { DESK, drawRing, SIZE, type ArcKind, type Mark, type TraderMark } from './drawing.ts';
import type { RingHistory } from './history.ts';
import { daySays, figuresOf } from './summary.ts';
import { at } from '../../core/list.ts';
import { counted } from '../report/words.ts';

interface PictureParts {
  readonly history: RingHistory;
  /** Place of the day in the history. */
  readonly place: number;
  /** Place of the chosen trader. */
  readonly chosen: number | null;
  readonly onChoose?: (party: number | null) => void;
}

/** One shape a mark, so that colour is not needed to tell them apart. */
function Shape({ mark, x, y, radius: r }: Pick<TraderMark, 'mark' | 'x' | 'y' | 'radius'>) {
  const diamond = `M${String(x)} ${String(y - r * 1.5)}l${String(r * 1.5)} ${String(r * 1.5)}l${String(-r * 1.5)} ${String(r * 1.5)}l${String(-r * 1.5)} ${String(-r * 1.5)}z`;
  const square = `M${String(x - r * 1.15)} ${String(y - r * 1.15)}h${String(r * 2.3)}v${String(r * 2.3)}h${String(-r * 2.3)}z`;
  const cross = `M${String(x - r)} ${String(y - r)}l${String(2 * r)} ${String(2 * r)}m0 ${String(-2 * r)}l${String(-2 * r)} ${String(2 * r)}`;
  if (mark === 'first-round') return <path class="ring-first-round" d={square} />;
  if (mark === 'induced') return <path class="ring-induced" d={diamond} />;
  if (mark === 'failed') return <path class="ring-failed" d={cross} />;
  return <circle class={`ring-${mark}`} cx={x} cy={y} r={r} />;
}

export function RingPicture({ history, place, chosen, onChoose }: PictureParts) {
  const { traders, desks, arcs } = drawRing(history, place, chosen);
  return (
    <div>
      <svg
        class="ring"
        viewBox={`-14 16 ${String(SIZE + 28)} ${String(SIZE - 32)}`}
        role="img"
        aria-label={`The ring. ${daySays(history, place)}`}
      >
        <defs>
          {(['paid', 'recovered', 'sells', 'buys'] as const).map((kind) => (
            <marker
              key={kind}
              id={`ring-arrow-${kind}`}
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path class={`ring-head-${kind}`} d="M0 0L8 4L0 8z" />
            </marker>
          ))}
        </defs>
        {arcs.map(({ kind, path, width, isFaint }, i) => (
          <path
            key={i}
            class={`ring-arc ring-arc-${kind}${isFaint ? ' ring-faint' : ''}`}
            d={path}
            stroke-width={width}
            marker-end={
              kind === 'claim' || kind === 'owes' || kind === 'holds' ? undefined : `url(#ring-arrow-${kind})`
            }
          />
        ))}
        {desks.map(({ place: desk, name, tickets, cash, x, y }) => (
          <g key={desk} class="ring-desk">
            <rect
              x={x - DESK.width / 2}
              y={y - DESK.height / 2}
              width={DESK.width}
              height={DESK.height}
              rx="4"
            />
            <text x={x} y={y - 10}>
              {name}
            </text>
            <text class="ring-small" x={x} y={y + 6}>
              {counted(tickets, 'ticket')}
            </text>
            <text class="ring-small" x={x} y={y + 20}>
              cash {cash}
            </text>
          </g>
        ))}
        {traders.map((trader) => (
          <g
            key={trader.place}
            class="ring-trader"
            data-trader={trader.id}
            onClick={() => onChoose?.(trader.place === chosen ? null : trader.place)}
          >
            <title>{trader.says}</title>
            {trader.place === chosen ? (
              <circle class="ring-chosen" cx={trader.x} cy={trader.y} r={trader.radius * 1.5 + 4} />
            ) : null}
            <circle class="ring-target" cx={trader.x} cy={trader.y} r={Math.max(trader.radius + 2, 7)} />
            <Shape {...trader} />
            {trader.label === null ? null : (
              <text x={trader.label.x} y={trader.label.y} text-anchor={trader.label.anchor}>
                {trader.id}
              </text>
            )}
          </g>
        ))}
      </svg>
      <ul class="ring-desks">
        {desks.map(({ place: desk, name, tickets, cash }) => (
          <li key={desk}>
            {name}: {counted(tickets, 'ticket')}, cash {cash}
          </li>
        ))}
      </ul>
    </div>
  );
}

const Sample = ({ mark, arc }: { readonly mark?: Mark; readonly arc?: ArcKind }) => (
  <svg class="ring-sample" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
    {mark === undefined ? null : <Shape mark={mark} x={13} y={8} radius={4.5} />}
    {arc === undefined ? null : (
      <path
        class={`ring-arc ring-arc-${arc}`}
        d="M1 8H25"
        stroke-width="2"
        marker-end={arc === 'claim' ? undefined : `url(#ring-arrow-${arc})`}
      />
    )}
  </svg>
);

/** What the marks mean, each with its count on this day. */
export function RingLegend({ history, place }: Pick<PictureParts, 'history' | 'place'>) {
  const figures = figuresOf(at(history.days, place));
  const lines = [
    { key: <Sample mark="paid" />, name: 'pays in full', count: figures.paid },
    { key: <Sample mark="first-round" />, name: 'first-round default', count: figures.firstRound },
    { key: <Sample mark="induced" />, name: 'induced default', count: figures.induced },
    { key: <Sample mark="failed" />, name: 'defaulted earlier', count: null },
    { key: <Sample arc="claim" />, name: 'claim, from debtor to holder', count: null },
    { key: <Sample arc="paid" />, name: 'money, paid in full', count: null },
    { key: <Sample arc="recovered" />, name: 'money recovered in a default', count: null },
    { key: <Sample arc="sells" />, name: 'ticket sold to a desk', count: figures.sold },
    { key: <Sample arc="buys" />, name: 'ticket bought from a desk', count: figures.bought },
  ];
  return (
    <ul class="ring-legend">
      {lines.map(({ key, name, count }) => (
        <li key={name}>
          {key} {name}
          {count === null ? null : <strong> {count}</strong>}
        </li>
      ))}
    </ul>
  );
}
