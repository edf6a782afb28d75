/** @jsxRuntime automatic @jsxImportSource preact */
/** A bucket over time: quotes inside the outside quotes, trades by route, inventory against capacity. */
import { Lines, rightFor } from '../../plot/lines.tsx';
import {
  area,
  leftFor,
  marked,
  place,
  Plot,
  stepped,
  valueAxis,
  ZeroLine,
  type Points,
} from '../../plot/plot.tsx';
import { linear, roundDomain } from '../../plot/scale.ts';
import type { Fill, Market, Quoted } from '../market.ts';
import { groupBy } from '../../../core/list.ts';
import { counted, fixed } from '../words.ts';
import { dayAxis, dayScale } from './days.tsx';
import { ink } from './look.ts';

/** Days of the same width; what happens on a day follows step by step inside it. */
export interface Timeline {
  readonly lastDay: number;
  at(day: number, step: number): number;
}

/** One time line for all buckets of a run, so that their charts line up. */
export function timeline(markets: readonly Pick<Market, 'quotes' | 'fills'>[]): Timeline {
  const steps = new Map<number, number>();
  for (const { quotes, fills } of markets)
    for (const { day, step } of [...quotes, ...fills])
      steps.set(day, Math.max(steps.get(day) ?? 0, step + 1));
  return {
    lastDay: Math.max(0, ...steps.keys()),
    at: (day, step) => day + step / Math.max(1, steps.get(day) ?? 1),
  };
}

/** The quotes, and once more the last ones at the far end. */
function placed({ quotes }: Market, time: Timeline): { readonly x: number; readonly quote: Quoted }[] {
  const last = quotes.at(-1);
  return [
    ...quotes.map((quote) => ({ x: time.at(quote.day, quote.step), quote })),
    ...(last === undefined ? [] : [{ x: time.lastDay + 1, quote: last }]),
  ];
}

interface MarketParts {
  readonly market: Market;
  readonly time: Timeline;
  readonly label: string;
}

const quoteLines = [
  { name: 'outside ask', colour: ink.quiet, dash: '2 3', price: ({ outsideAsk }: Quoted) => outsideAsk },
  { name: 'ask', colour: ink.orange, price: ({ ask }: Quoted) => ask },
  { name: 'midline', colour: ink.text, dash: '5 3', price: ({ midline }: Quoted) => midline },
  { name: 'bid', colour: ink.blue, price: ({ bid }: Quoted) => bid },
  { name: 'outside bid', colour: ink.quiet, dash: '2 3', price: ({ outsideBid }: Quoted) => outsideBid },
] as const;

const RIGHT = rightFor(quoteLines.map(({ name }) => name));

/** Prices in money per ticket: a band from bid to ask, the midline, the outside quotes, a mark for every trade. */
export function QuotesPanel({ market, time, label }: MarketParts) {
  const frame = area({ top: 26, right: RIGHT, height: 250 });
  const x = dayScale(frame, time.lastDay);
  const rows = placed(market, time);
  const prices = rows.flatMap(({ quote }) => quoteLines.map(({ price }) => price(quote)));
  const y = linear(roundDomain([...prices, ...market.fills.map(({ price }) => price)], false), [
    frame.bottom,
    frame.top,
  ]);
  const line = (price: (quote: Quoted) => number): Points =>
    stepped(rows.map(({ x: at, quote }) => [x.at(at), y.at(price(quote))]));
  const lines = quoteLines.map(({ price, ...look }) => ({
    ...look,
    points: line(price),
    ...(look.name === 'bid' ? { bands: [[line(({ ask }) => ask), line(({ bid }) => bid)]] as const } : {}),
  }));
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis('money per ticket', y)}>
      <Lines area={frame} lines={lines} isThin />
      {groupsOf(market.fills, (price) => y.at(price)).map((group) => {
        const [first] = group;
        const cx = meanOf(group.map(({ day, step }) => x.at(time.at(day, step))));
        const cy = meanOf(group.map(({ price }) => y.at(price)));
        const reach = 3 + 0.4 * Math.sqrt(group.length - 1);
        return (
          <path
            key={first.index}
            {...marked(group.length === 1 ? fillSays(first) : groupSays(group))}
            class={first.passed ? 'trade passed' : 'trade'}
            stroke-width={group.length === 1 ? undefined : 2}
            d={`M${String(place(cx - reach))},${String(place(cy))}h${String(place(2 * reach))}m${String(place(-reach))},${String(place(-reach))}v${String(place(2 * reach))}`}
          />
        );
      })}
    </Plot>
  );
}

/** More trades than these cover each other. */
const MOST_CROSSES = 60;
/** Trades at prices no further apart than this many pixels share a cross where there are many. */
const NEAR = 7;

type Group = readonly [Fill, ...Fill[]];

/** Trades one by one, or those of a day, a route and about a price together; every trade in one group. */
export function groupsOf(fills: readonly Fill[], y: (price: number) => number): Group[] {
  const key = ({ day, passed, price, index }: Fill): string =>
    fills.length <= MOST_CROSSES
      ? String(index)
      : `${String(day)} ${String(passed)} ${String(Math.round(y(price) / NEAR))}`;
  return [...groupBy(fills, key).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [[first, ...more] as const],
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function groupSays(group: Group): string {
  const prices = group.map(({ price }) => price);
  const [low, high] = [fixed(Math.min(...prices)), fixed(Math.max(...prices))];
  return (
    `day ${String(group[0].day)}: ${counted(group.length, 'trade')} at ${low === high ? low : `${low} to ${high}`}, ` +
    (group[0].passed ? 'through to the VBT' : 'at the dealer')
  );
}

/** How far bid and ask are from the midline: told apart even where the outside quotes are far away. */
export function InsidePanel({ market, time, label }: MarketParts) {
  const room = { top: 26, right: RIGHT, height: 150 };
  const { top, bottom } = area(room);
  const spreads = placed(market, time).map(({ x: at, quote }) => ({
    x: at,
    ask: quote.ask - quote.midline,
    bid: quote.bid - quote.midline,
  }));
  const all = spreads.flatMap(({ ask, bid }) => [ask, bid]);
  const y = linear(roundDomain(all, true, 3), [bottom, top]);
  const axis = valueAxis('quote less midline', y, { about: 3 });
  const frame = area({ ...room, left: leftFor(axis) });
  const x = dayScale(frame, time.lastDay);
  const line = (of: 'ask' | 'bid'): Points => stepped(spreads.map((row) => [x.at(row.x), y.at(row[of])]));
  const [ask, bid] = [line('ask'), line('bid')];
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={axis}>
      <Lines
        area={frame}
        isThin
        lines={[
          { name: 'ask', colour: ink.orange, points: ask },
          { name: 'bid', colour: ink.blue, points: bid, bands: [[ask, bid]] },
        ]}
      >
        <ZeroLine area={frame} scale={y} />
      </Lines>
    </Plot>
  );
}

/** The dealer's tickets, and how many it can carry. */
export function InventoryPanel({ market, time, label, size }: MarketParts & { readonly size: number }) {
  const frame = area({ top: 26, right: RIGHT, height: 150 });
  const x = dayScale(frame, time.lastDay);
  const rows = placed(market, time).map(({ x: at, quote }) => ({
    x: x.at(at),
    inventory: quote.inventory,
    capacity: quote.capacity / size,
  }));
  const all = rows.flatMap(({ inventory, capacity }) => [inventory, capacity]);
  const y = linear(roundDomain(all, true, 3), [frame.bottom, frame.top]);
  const line = (of: 'inventory' | 'capacity'): Points => stepped(rows.map((row) => [row.x, y.at(row[of])]));
  const inventory = line('inventory');
  const ground = inventory.map(([at]) => [at, frame.bottom] as const);
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis('tickets', y, { about: 3, whole: true })}>
      <Lines
        area={frame}
        isThin
        lines={[
          { name: 'capacity', colour: ink.quiet, dash: '5 3', points: line('capacity') },
          { name: 'inventory', colour: ink.green, points: inventory, bands: [[inventory, ground]] },
        ]}
      />
    </Plot>
  );
}

const fillSays = ({ day, index, trader, side, ticket, price, passed }: Fill): string =>
  `day ${String(day)}, trade ${String(index)}: ${trader} ${side === 'SELL' ? 'sells' : 'buys'} ${ticket} at ${fixed(price)}, ` +
  (passed ? 'through to the VBT' : 'at the dealer');
