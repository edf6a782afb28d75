/** What the page of a run says of its anchors and markets is what its figures show. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Market } from '../../../src/pages/report/market.ts';
import { marketSays } from '../../../src/pages/report/market-figure.tsx';
import { anchorsSay } from '../../../src/pages/report/series-figures.tsx';

const market: Market = {
  bucket: 'short',
  openingMid: 1,
  openingSpread: 0.2,
  quotes: [],
  fills: [],
  anchors: [],
};
const move = (day: number, mid: number, spread: number) => ({
  day,
  lossRate: 0.1,
  mid,
  spread,
});

describe('what is said of the anchors', () => {
  it('names those that moved, and no others', () => {
    const moved = { ...market, anchors: [move(2, 0.9, 0.2), move(3, 0.8, 0.3)] };
    assert.equal(
      anchorsSay([moved, { ...market, bucket: 'mid' }]),
      'Anchors moved on 2 days: the outside mids of Short from 1.00 to 0.80; the outside spreads of Short from 0.20 to 0.30.',
    );
  });

  it('does not call a mid moved where losses widened the spread alone', () => {
    assert.equal(
      anchorsSay([{ ...market, anchors: [move(2, 1, 0.3)] }]),
      'Anchors moved on 1 day: the outside spreads of Short from 0.20 to 0.30.',
    );
  });

  it('says where none moved', () => {
    assert.equal(anchorsSay([market]), 'No anchor moved.');
  });
});

describe('what is said of a market', () => {
  it('puts no midline between quotes that it lies outside of', () => {
    const quote = {
      ...{ day: 1, step: 0, ask: 0.2, bid: 0, midline: -0.1, outsideAsk: 0.3, outsideBid: 0 },
      ...{ inventory: 2, capacity: 4, cash: 1 },
    };
    const said = marketSays({ ...market, quotes: [quote] });
    assert.match(said, /ended with 2 and −0\.10, with outside quotes of 0\.00 and 0\.30\.$/);
    assert.doesNotMatch(said, /between/);
  });
});
