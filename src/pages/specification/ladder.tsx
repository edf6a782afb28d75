/** @jsxRuntime automatic @jsxImportSource preact */
/** The ladder of a dealer: its quotes at every rung, as the implementation gave them, and where it stands. */
import type { ShownMarket } from '../../protocol/shown.ts';
import { capitalised, shownNumber } from './words.ts';

/** There is no room for more beside the picture. */
const price = (text: string): string => shownNumber(text, 4);

const width = 320;
const height = 190;
const left = 46;
const right = 66;
const top = 14;
const bottom = 34;

export function Ladder({ market }: { market: ShownMarket }) {
  const { bucket, ladder, guard } = market;
  const x = Number(market.x);
  const xs = ladder.map((rung) => Number(rung.x));
  const most = Math.max(...xs, x, Number.EPSILON);
  const levels = ['outsideAsk', 'outsideBid', 'ask', 'bid'] as const;
  const prices = [
    ...ladder.flatMap((rung) => [Number(rung.ask), Number(rung.bid)]),
    ...levels.map((level) => Number(market[level])),
  ];
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const span = high - low || 1;
  const px = (at: number): number => left + (at / most) * (width - left - right);
  const py = (price: number): number => top + ((high - price) / span) * (height - top - bottom);
  const path = (pick: 'midline' | 'ask' | 'bid'): string =>
    ladder.map((rung) => `${px(Number(rung.x)).toFixed(1)},${py(Number(rung[pick])).toFixed(1)}`).join(' ');
  const name = capitalised(bucket);
  const said =
    `${name} dealer at x = ${price(market.x)} of ${String(xs.at(-1) ?? 0)}: ` +
    `ask ${price(market.ask)}, bid ${price(market.bid)}, ` +
    `outside ${price(market.outsideAsk)} and ${price(market.outsideBid)}` +
    (guard ? '; the guard is on' : '');
  // labels of prices that are near one another would cover each other
  const labels = spread(
    [
      { text: `A ${price(market.outsideAsk)}`, y: py(Number(market.outsideAsk)), kind: 'outside' },
      { text: `ask ${price(market.ask)}`, y: py(Number(market.ask)), kind: 'ask' },
      { text: `bid ${price(market.bid)}`, y: py(Number(market.bid)), kind: 'bid' },
      { text: `B ${price(market.outsideBid)}`, y: py(Number(market.outsideBid)), kind: 'outside' },
    ],
    13,
  );
  return (
    <figure class="ladder" data-bucket={name}>
      <figcaption>{name} dealer’s ladder</figcaption>
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={said}>
        {(['outsideAsk', 'outsideBid'] as const).map((level) => (
          <line
            key={level}
            class="outside"
            x1={left}
            x2={width - right}
            y1={py(Number(market[level]))}
            y2={py(Number(market[level]))}
          />
        ))}
        <line class="here" x1={px(x)} x2={px(x)} y1={top - 6} y2={height - bottom + 4} />
        <polyline class="mid" points={path('midline')} />
        <polyline class="ask" points={path('ask')} />
        <polyline class="bid" points={path('bid')} />
        {ladder.map((rung) => (
          <g key={rung.x}>
            <circle class="rung" cx={px(Number(rung.x))} cy={py(Number(rung.ask))} r={2.5} />
            <circle class="rung" cx={px(Number(rung.x))} cy={py(Number(rung.bid))} r={2.5} />
            <text class="tick" x={px(Number(rung.x))} y={height - bottom + 16}>
              {rung.x}
            </text>
          </g>
        ))}
        <circle class="ask point" cx={px(x)} cy={py(Number(market.ask))} r={5} />
        <circle class="bid point" cx={px(x)} cy={py(Number(market.bid))} r={5} />
        {labels.map(({ text, y, kind }) => (
          <text key={text} class={`label ${kind}`} x={width - right + 6} y={y + 4}>
            {text}
          </text>
        ))}
        <text class="axis" x={(left + width - right) / 2} y={height - 3}>
          inventory x
        </text>
        <text class="axis start" x={2} y={py(Number(market.outsideMid)) + 4}>
          M {price(market.outsideMid)}
        </text>
      </svg>
    </figure>
  );
}

/** Moves labels apart, downwards first and then up again from the lower edge. */
function spread<T extends { readonly y: number }>(labels: readonly T[], apart: number): T[] {
  const sorted = labels.map((label, i) => ({ label, i, y: label.y })).sort((a, b) => a.y - b.y || a.i - b.i);
  for (let i = 1; i < sorted.length; i++) {
    const [above, one] = [sorted[i - 1], sorted[i]];
    if (above !== undefined && one !== undefined) one.y = Math.max(one.y, above.y + apart);
  }
  const over = (sorted.at(-1)?.y ?? 0) - (height - bottom);
  const shift = Math.max(0, over);
  return sorted.map(({ label, y }) => ({ ...label, y: y - shift }));
}
