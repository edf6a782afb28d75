/** @jsxRuntime automatic @jsxImportSource preact */
/** A bucket's picture, the sentence that says the same, the numbers behind it, and the way to its ladder. */
import type { Scenario } from '../../scenario/scenario.ts';
import { draw } from './charts/draw.ts';
import { marketChart, type Timeline } from './charts/market-chart.ts';
import { DataTable, Figure, numbers, texts, type NumbersTable } from './figure.tsx';
import { ladderAddress } from './ladder-state.ts';
import type { Market, Quoted } from './market.ts';
import { bucketName, counted, fixed } from './words.ts';

export async function marketFigure(market: Market, time: Timeline, scenario: Scenario, root: string) {
  const says = marketSays(market);
  const size = Number(scenario.ticket_size_S);
  const name = bucketName(market.bucket);
  const svg = await draw(marketChart(market, time, size), `${name}: ${says}`);
  return (
    <Figure
      key={market.bucket}
      id={`bucket-${market.bucket}`}
      title={`${name}: quotes, trades and inventory`}
      says={says}
      svg={svg}
    >
      <Ladders market={market} scenario={scenario} root={root} />
      <details>
        <summary>The numbers behind it: the last quotes of each day that had any</summary>
        <DataTable label={`closing quotes, ${name}`} {...closes(market, size)} />
      </details>
      {market.fills.length === 0 ? null : (
        <details>
          <summary>The numbers behind it: {counted(market.fills.length, 'trade')}</summary>
          <DataTable label={`trades, ${name}`} {...trades(market)} />
        </details>
      )}
    </Figure>
  );
}

export function marketSays({ fills, quotes }: Market): string {
  const passed = fills.filter((fill) => fill.passed).length;
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first === undefined || last === undefined) return 'Nobody quoted here.';
  const traded =
    fills.length === 0
      ? 'Nobody traded here.'
      : `${counted(fills.length, 'trade')}: ${String(fills.length - passed)} at the dealer, ${String(passed)} through to the VBT.`;
  return (
    `${traded} The dealer began with ${counted(first.inventory, 'ticket')} and a midline of ${fixed(first.midline)}, ` +
    `and ended with ${String(last.inventory)} and ${fixed(last.midline)}, ` +
    `with outside quotes of ${fixed(last.outsideBid)} and ${fixed(last.outsideAsk)}.`
  );
}

/** The quotes posted last on each day. */
const closing = ({ quotes }: Market): Quoted[] => [
  ...new Map(quotes.map((quote) => [quote.day, quote])).values(),
];

const closes = (market: Market, size: number): NumbersTable => ({
  columns: numbers('day', 'outside bid', 'bid', 'midline', 'ask', 'outside ask', 'inventory', 'capacity'),
  rows: closing(market).map((quote) => [
    String(quote.day),
    ...[quote.outsideBid, quote.bid, quote.midline, quote.ask, quote.outsideAsk].map((price) => fixed(price)),
    String(quote.inventory),
    String(Math.round(quote.capacity / size)),
  ]),
});

const trades = ({ fills }: Market): NumbersTable => ({
  columns: [
    ...numbers('day', 'trade'),
    ...texts('trader', 'side', 'ticket'),
    ...numbers('price'),
    ...texts('route', 'because'),
  ],
  rows: fills.map((fill) => [
    String(fill.day),
    String(fill.index),
    fill.trader,
    fill.side === 'BUY' ? 'buys' : 'sells',
    fill.ticket,
    fixed(fill.price),
    fill.passed ? 'through to the VBT' : 'at the dealer',
    // a trade at the dealer has no reason to tell
    fill.reason ?? '',
  ]),
});

/** The same dealer on the page of the ladder, as it began and as it ended. */
function Ladders({ market, scenario, root }: { market: Market; scenario: Scenario; root: string }) {
  const [first, last] = [market.quotes[0], market.quotes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const anchors = market.anchors.at(-1);
  const began = { outsideMid: market.openingMid, outsideSpread: market.openingSpread };
  const ended = anchors === undefined ? began : { outsideMid: anchors.mid, outsideSpread: anchors.spread };
  const address = (quoted: Quoted, at: typeof began): string =>
    `${root}ladder.html${ladderAddress(scenario, { ...at, tickets: quoted.inventory, cash: quoted.cash })}`;
  return (
    <p class="no-print">
      This dealer’s whole ladder: <a href={address(first, began)}>as it began</a>,{' '}
      <a href={address(last, ended)}>as it ended</a>.
    </p>
  );
}
