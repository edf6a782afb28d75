/** @jsxRuntime automatic @jsxImportSource preact */
/** The ladder of a dealer: its quotes at every rung, as the implementation gave them, and where it stands. */
import type { ShownMarket } from '../../protocol/shown.ts';
import { LadderChart } from '../report/charts/ladder.tsx';
import { capitalised, shownNumber } from './words.ts';

export function Ladder({ market }: { market: ShownMarket }) {
  const { bucket, ladder, guard } = market;
  const dealer = `${capitalised(bucket)} dealer`;
  const outside = { outsideAsk: Number(market.outsideAsk), outsideBid: Number(market.outsideBid) };
  const rungs = ladder.map(({ x, ask, bid, midline }) => ({
    ...outside,
    ...{ face: Number(x), ask: Number(ask), bid: Number(bid), midline: Number(midline) },
  }));
  const price = (of: 'x' | 'ask' | 'bid' | 'outsideAsk' | 'outsideBid' | 'outsideMid'): string =>
    shownNumber(market[of], 4);
  const says =
    `at x = ${price('x')} of ${String(rungs.at(-1)?.face ?? 0)}: ask ${price('ask')}, bid ${price('bid')}, ` +
    `outside ${price('outsideAsk')} and ${price('outsideBid')} around M = ${price('outsideMid')}` +
    (guard ? '; the guard is on' : '');
  const now = { face: Number(market.x), ask: Number(market.ask), bid: Number(market.bid) };
  return (
    <figure class="ladder chart" data-bucket={capitalised(bucket)}>
      <figcaption>
        {dealer}’s ladder, {says}
      </figcaption>
      <LadderChart
        label={`${dealer} ${says}`}
        rungs={rungs}
        now={{ ...now, says: `${dealer} ${says}` }}
        isSmall
      />
    </figure>
  );
}
