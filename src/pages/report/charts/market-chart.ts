/** A bucket over time: quotes inside the outside quotes, trades by route, inventory against capacity. */
import type { TopLevelSpec } from 'vega-lite';
import type { Market, Quoted } from '../market.ts';
import { fixed } from '../words.ts';
import { ink, quoteColours, quoteDashes } from './look.ts';

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
const routes = ['at the dealer', 'through to the VBT'] as const;

const WIDTH = 520;

/** A scale by name: one entry of `range` for each of `domain`. */
const named = (field: string, domain: readonly string[], range: (string | number[])[]) => ({
  field,
  type: 'nominal' as const,
  scale: { domain: [...domain], range },
  title: null,
});

const dayAxis = ({ starts, end }: Timeline) => ({
  field: 'x',
  type: 'quantitative' as const,
  scale: { domain: [0, end], nice: false },
  title: 'day (the wider, the more was quoted and traded on it)',
  axis: {
    values: [...starts],
    labelExpr: `indexof([${starts.join(',')}], datum.value)`,
    labelAlign: 'left' as const,
    labelOverlap: true,
  },
});

/** The chart of a bucket's quotes, trades and inventory. Prices in money per ticket, inventory in tickets. */
export function marketChart(market: Market, time: Timeline, ticketSize: number): TopLevelSpec {
  const x = dayAxis(time);
  return {
    spacing: 8,
    vconcat: [
      {
        width: WIDTH,
        height: 240,
        layer: [quotesLayer(market, time), ...(market.fills.length === 0 ? [] : [tradesLayer(market, time)])],
      },
      {
        width: WIDTH,
        height: 90,
        data: { values: stockRows(market, time, ticketSize) },
        mark: { type: 'line', interpolate: 'step-after', aria: false },
        encoding: {
          x,
          y: {
            field: 'tickets',
            type: 'quantitative',
            title: 'tickets',
            scale: { domainMin: 0 },
            axis: { format: 'd', tickMinStep: 1 },
          },
          color: named('what', stocks, [ink.blue, ink.quiet]),
          strokeDash: named('what', stocks, [
            [1, 0],
            [4, 3],
          ]),
        },
      },
    ],
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
  };
}

/** Every post of quotes with its place, and the last one once more at the far end. */
function placed({ quotes }: Market, time: Timeline): { x: number; quote: Quoted }[] {
  const last = quotes.at(-1);
  return [
    ...quotes.map((quote) => ({ x: time.at(quote.day, quote.step), quote })),
    ...(last === undefined ? [] : [{ x: time.end, quote: last }]),
  ];
}

function quotesLayer(market: Market, time: Timeline) {
  const x = dayAxis(time);
  const values = placed(market, time).flatMap(({ x: at, quote }) => {
    const prices = [quote.outsideAsk, quote.ask, quote.midline, quote.bid, quote.outsideBid];
    return series.map((name, i) => ({ x: at, series: name, price: prices[i] }));
  });
  return {
    data: { values },
    mark: { type: 'line' as const, interpolate: 'step-after' as const, aria: false, strokeWidth: 1.6 },
    encoding: {
      x: { ...x, title: null, axis: { ...x.axis, labels: false, ticks: false } },
      y: {
        field: 'price',
        type: 'quantitative' as const,
        scale: { zero: false },
        title: 'money per ticket',
      },
      color: named('series', series, quoteColours),
      strokeDash: named('series', series, quoteDashes),
    },
  };
}

function tradesLayer({ fills }: Market, time: Timeline) {
  const values = fills.map((fill) => ({
    x: time.at(fill.day, fill.step),
    price: fill.price,
    route: routes[fill.passed ? 1 : 0],
    label: fillLabel(fill),
  }));
  return {
    data: { values },
    mark: { type: 'point' as const, size: values.length > 60 ? 26 : 55, strokeWidth: 1.6, opacity: 1 },
    encoding: {
      x: { ...dayAxis(time), title: null },
      y: { field: 'price', type: 'quantitative' as const },
      shape: named('route', routes, ['circle', 'diamond']),
      stroke: named('route', routes, [ink.green, ink.purple]),
      fill: named('route', routes, [ink.green, 'transparent']),
      description: { field: 'label' },
    },
  };
}

const stocks = ['inventory', 'capacity'] as const;

const stockRows = (market: Market, time: Timeline, ticketSize: number) =>
  placed(market, time).flatMap(({ x, quote }) => [
    { x, what: stocks[0], tickets: quote.inventory },
    { x, what: stocks[1], tickets: quote.capacity / ticketSize },
  ]);

const fillLabel = ({ day, index, trader, side, ticket, price, passed }: Market['fills'][number]): string =>
  `day ${String(day)}, trade ${String(index)}: ${trader} ${side === 'SELL' ? 'sells' : 'buys'} ${ticket} at ${fixed(price)}, ${routes[passed ? 1 : 0]}`;
