/** @jsxRuntime automatic @jsxImportSource preact */
/** A bucket's pictures, the sentence that says the same, the numbers behind them, and the way to its ladder. */
import type { Scenario } from '../../scenario/scenario.ts';
import { LadderChart } from './charts/ladder.tsx';
import { InsidePanel, InventoryPanel, QuotesPanel, type Timeline } from './charts/market.tsx';
import { Figure, Panel } from './figure.tsx';
import { DataTable, numbers, texts, type Table } from '../table.tsx';
import { drawnRung, ladder } from './ladder.ts';
import { addressOf, ladderStateOf } from './ladder-state.ts';
import type { Market, Quoted } from './market.ts';
import { amount, bucketName, counted, fixed } from './words.ts';

interface Parts {
  readonly market: Market;
  readonly time: Timeline;
  readonly scenario: Scenario;
  /** From the page to the folder of the report. */
  readonly root: string;
}

export function MarketFigure({ market, time, scenario, root }: Parts) {
  const says = marketSays(market);
  const size = Number(scenario.ticket_size_S);
  const name = bucketName(market.bucket);
  const numbersOf = (
    <>
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
    </>
  );
  return (
    <Figure
      id={`bucket-${market.bucket}`}
      title={`${name}: quotes, trades and inventory`}
      says={says}
      after={numbersOf}
    >
      <Panel name="quotes; a cross is a trade (purple: through to the VBT)">
        <QuotesPanel market={market} time={time} label={`${name}: ${says}`} />
      </Panel>
      <Panel name="bid and ask against the midline">
        <InsidePanel market={market} time={time} label={`${name}: bid and ask less the midline`} />
      </Panel>
      <Panel name="inventory against what the dealer can carry">
        <InventoryPanel market={market} time={time} size={size} label={`${name}: tickets of the dealer`} />
      </Panel>
    </Figure>
  );
}

/** A bucket in which nothing ever stood or happened. */
export const isIdle = ({ fills, quotes }: Market): boolean =>
  fills.length === 0 && quotes.every(({ inventory, capacity }) => inventory === 0 && capacity === 0);

export function marketSays({ fills, quotes }: Market): string {
  const passed = fills.filter((fill) => fill.passed).length;
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first === undefined || last === undefined) return 'Nobody quoted here.';
  const traded =
    fills.length === 0
      ? 'Nobody traded here.'
      : `${counted(fills.length, 'trade')}: ${amount(fills.length - passed)} at the dealer, ${amount(passed)} through to the VBT.`;
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

const closes = (market: Market, size: number): Table => ({
  columns: numbers('day', 'outside bid', 'bid', 'midline', 'ask', 'outside ask', 'inventory', 'capacity'),
  rows: closing(market).map((quote) => [
    String(quote.day),
    ...[quote.outsideBid, quote.bid, quote.midline, quote.ask, quote.outsideAsk].map((price) => fixed(price)),
    amount(quote.inventory),
    amount(Math.round(quote.capacity / size)),
  ]),
});

const trades = ({ fills }: Market): Table => ({
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

/** The dealer's whole ladder as it began and as it ended, each leading to the page that computes it. KER-05. */
function Ladders({ market, scenario, root }: Omit<Parts, 'time'>) {
  const [first, last] = [market.quotes[0], market.quotes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const anchors = market.anchors.at(-1);
  const began = { outsideMid: market.openingMid, outsideSpread: market.openingSpread };
  const ended = anchors === undefined ? began : { outsideMid: anchors.mid, outsideSpread: anchors.spread };
  const views = [
    { name: 'as it began', quoted: first, at: began },
    { name: 'as it ended', quoted: last, at: ended },
  ];
  return (
    <div class="chart panels small">
      {views.map(({ name, quoted, at }) => {
        const state = ladderStateOf(scenario, { ...at, tickets: quoted.inventory, cash: quoted.cash });
        const says = `${counted(quoted.inventory, 'ticket')}, bid ${fixed(quoted.bid)}, ask ${fixed(quoted.ask)}`;
        return (
          <Panel key={name} name={`the dealer’s ladder ${name}`}>
            <LadderChart
              label={`ladder ${name}: ${says}`}
              rungs={ladder(state).map(drawnRung)}
              now={{ face: quoted.inventory * state.ticketSize, ask: quoted.ask, bid: quoted.bid, says }}
              isSmall
            />
            <a class="no-print" href={`${root}ladder.html${addressOf(state)}`}>
              its numbers {name}
            </a>
          </Panel>
        );
      })}
    </div>
  );
}
