/** A bucket over time: quotes inside the outside quotes, trades by route, inventory against capacity. */
import type { TopLevelSpec } from 'vega-lite';
import type { Market } from '../market.ts';
import { fixed } from '../words.ts';
import { ink } from './draw.ts';

/** Days side by side, each the wider the more happens in it. */
export interface Timeline {
  readonly days: readonly number[];
  readonly starts: readonly number[];
  readonly end: number;
  at(day: number, step: number): number;
}

/** One time line for all buckets of a run, so that their charts line up. */
export function timeline(markets: readonly Market[]): Timeline {
  const steps = new Map<number, number>();
  for (const { quotes, fills } of markets)
    for (const { day, step } of [...quotes, ...fills])
      steps.set(day, Math.max(steps.get(day) ?? 0, step + 1));
  const last = Math.max(0, ...steps.keys());
  const days = Array.from({ length: last + 1 }, (_, day) => day);
  const starts: number[] = [];
  let end = 0;
  for (const day of days) {
    starts.push(end);
    end += Math.sqrt(1 + (steps.get(day) ?? 0));
  }
  const at = (day: number, step: number): number => {
    const start = starts[day] ?? 0;
    const width = (starts[day + 1] ?? end) - start;
    return start + (width * step) / Math.max(1, steps.get(day) ?? 1);
  };
  return { days, starts, end, at };
}

const series = ['outside ask', 'ask', 'midline', 'bid', 'outside bid'] as const;
const colours = [ink.quiet, ink.orange, ink.text, ink.blue, ink.quiet];
const dashes = [
  [1, 3],
  [1, 0],
  [2, 2],
  [8, 2],
  [4, 3],
];
const routes = ['at the dealer', 'through to the VBT'] as const;

const WIDTH = 640;

/** The chart of a bucket's quotes, trades and inventory. Prices in money per ticket, inventory in tickets. */
export function marketChart(market: Market, time: Timeline, ticketSize: number): TopLevelSpec {
  const quotes = market.quotes.flatMap((quote) => {
    const x = time.at(quote.day, quote.step);
    const values = [quote.outsideAsk, quote.ask, quote.midline, quote.bid, quote.outsideBid];
    return series.map((name, i) => ({ x, series: name, price: values[i] }));
  });
  const last = market.quotes.at(-1);
  if (last !== undefined) {
    const values = [last.outsideAsk, last.ask, last.midline, last.bid, last.outsideBid];
    quotes.push(...series.map((name, i) => ({ x: time.end, series: name, price: values[i] })));
  }
  const stock = [
    ...market.quotes,
    ...(last === undefined ? [] : [{ ...last, day: time.days.length, step: 0 }]),
  ].flatMap((quote) => {
    const x = quote.day < time.days.length ? time.at(quote.day, quote.step) : time.end;
    return [
      { x, what: 'inventory', tickets: quote.inventory },
      { x, what: 'capacity', tickets: quote.capacity / ticketSize },
    ];
  });
  const trades = market.fills.map((fill) => ({
    x: time.at(fill.day, fill.step),
    price: fill.price,
    route: routes[fill.passed ? 1 : 0],
    label: fillLabel(fill),
  }));
  const x = {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [0, time.end], nice: false },
    title: 'day (the wider, the more was quoted and traded on it)',
    axis: {
      values: [...time.starts],
      labelExpr: `indexof([${time.starts.join(',')}], datum.value)`,
      labelAlign: 'left' as const,
      labelOverlap: true,
      grid: true,
    },
  };
  return {
    spacing: 8,
    vconcat: [
      {
        width: WIDTH,
        height: 240,
        layer: [
          {
            data: { values: quotes },
            mark: { type: 'line', interpolate: 'step-after', aria: false, strokeWidth: 1.6 },
            encoding: {
              x: { ...x, title: null, axis: { ...x.axis, labels: false, ticks: false } },
              y: { field: 'price', type: 'quantitative', scale: { zero: false }, title: 'money per ticket' },
              color: {
                field: 'series',
                type: 'nominal',
                scale: { domain: [...series], range: colours },
                title: null,
              },
              strokeDash: {
                field: 'series',
                type: 'nominal',
                scale: { domain: [...series], range: dashes },
                title: null,
              },
            },
          },
          {
            data: { values: trades },
            mark: { type: 'point', size: trades.length > 60 ? 26 : 55, strokeWidth: 1.6, opacity: 1 },
            encoding: {
              x: { ...x, title: null },
              y: { field: 'price', type: 'quantitative' },
              shape: {
                field: 'route',
                type: 'nominal',
                scale: { domain: [...routes], range: ['circle', 'diamond'] },
                title: null,
              },
              stroke: {
                field: 'route',
                type: 'nominal',
                scale: { domain: [...routes], range: [ink.green, ink.purple] },
                title: null,
              },
              fill: {
                field: 'route',
                type: 'nominal',
                scale: { domain: [...routes], range: [ink.green, 'transparent'] },
                title: null,
              },
              description: { field: 'label' },
            },
          },
        ],
      },
      {
        width: WIDTH,
        height: 90,
        data: { values: stock },
        mark: { type: 'line', interpolate: 'step-after', aria: false },
        encoding: {
          x,
          y: { field: 'tickets', type: 'quantitative', title: 'tickets' },
          color: {
            field: 'what',
            type: 'nominal',
            scale: { domain: ['inventory', 'capacity'], range: [ink.blue, ink.quiet] },
            title: null,
          },
          strokeDash: {
            field: 'what',
            type: 'nominal',
            scale: {
              domain: ['inventory', 'capacity'],
              range: [
                [1, 0],
                [4, 3],
              ],
            },
            title: null,
          },
        },
      },
    ],
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
  };
}

const fillLabel = ({ day, index, trader, side, ticket, price, passed }: Market['fills'][number]): string =>
  `day ${String(day)}, trade ${String(index)}: ${trader} ${side === 'SELL' ? 'sells' : 'buys'} ${ticket} at ${fixed(price)}, ${routes[passed ? 1 : 0]}`;
