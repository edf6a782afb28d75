/**
 * A world that is worked out by hand. S = 10; Short {1..3} at M = 8, O = 2.4; Mid {4..8} at M = 9, O = 1.
 * H1 owes 4 tickets on day 2, H2 owes 2 on day 4, H3 owes 1 on day 1.
 *
 * Day 0. Short dealer a = 2, C = 0: K* = 2, X* = 20, N = 3, I = 0.8, slope 2.4/40 = 0.06,
 *        p(20) = 8 − 0.06·(20 − 10) = 7.4, ask 7.8, bid 7.0; outside quotes 9.2 and 6.8.
 * Day 1. The tickets of H2 (τ = 3) cross into Short: the Mid VBT sells L2.1 to the Short VBT at 8.
 *        H3 (cash 2, due 10) sells L2.2: x + S > X*, so it passes through at 6.8 (capacity).
 *        H4 buys L1.2 from the dealer at 7.8. Dealer a = 1, C = 7.8: K* = 1, I = 1.2, slope 2.4/30 = 0.08,
 *        p(10) = 8 − 0.08·5 = 7.6, bid 7.0.
 *        H3 has 8.8 of 10: R = 0.88, the Short VBT gets 8.8. ℓ = 1.2/10 = 0.12.
 *        M = 8 − 5·0.12 = 7.4, O = 2.4 + 2·0.12 = 2.64. K* = 1 + ⌊7.8/7.4⌋ = 2, p(10) = M = 7.4.
 * Day 2. H1 pays 40: H2, H4, the dealer and the VBT 10 each. Dealer a = 0, C = 17.8: K* = 2,
 *        p(0) = 7.4 + 2.64/40·10 = 8.06.
 * Day 4. H2 pays 20, all to the Short VBT. No ticket is left.
 */
import type { Choices } from '../../../src/core/choices.ts';
import type { World } from '../../../src/core/world.ts';

const bucket = (id: string, from: number, to: number | null, outsideMid: string, outsideSpread: string) => ({
  id,
  from,
  to,
  outsideMid,
  outsideSpread,
  midSensitivity: '5',
  spreadSensitivity: '2',
  minSpread: '0',
});

const ticket = (
  id: string,
  serial: number,
  issuer: string,
  creditor: string,
  owner: string,
  maturity: number,
) => ({ id, liability: id.slice(0, 2), issuer, creditor, owner, maturity, serial });

export const tinyWorld: World = {
  time: 0,
  ticketSize: '10',
  guardThreshold: '0.2',
  clipOutsideBid: true,
  rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
  buckets: [
    bucket('Short', 1, 3, '8', '2.4'),
    bucket('Mid', 4, 8, '9', '1'),
    bucket('Long', 9, null, '9', '2'),
  ],
  dealers: { Short: { cash: '0' }, Mid: { cash: '0' }, Long: { cash: '0' } },
  vbts: { Short: { cash: '30' }, Mid: { cash: '0' }, Long: { cash: '0' } },
  traders: [
    { id: 'H1', cash: '45' },
    { id: 'H2', cash: '30' },
    { id: 'H3', cash: '2' },
    { id: 'H4', cash: '63' },
  ],
  tickets: [
    ticket('L1.1', 1, 'H1', 'H2', 'H2', 2),
    ticket('L1.2', 2, 'H1', 'H2', 'dealer:Short', 2),
    ticket('L1.3', 3, 'H1', 'H2', 'dealer:Short', 2),
    ticket('L1.4', 4, 'H1', 'H2', 'vbt:Short', 2),
    ticket('L2.1', 5, 'H2', 'H3', 'vbt:Mid', 4),
    ticket('L2.2', 6, 'H2', 'H3', 'H3', 4),
    ticket('L3.1', 7, 'H3', 'H4', 'vbt:Short', 1),
  ],
  policy: {
    kind: 'liquidity_and_investment',
    horizon: 3,
    cashBuffer: '10',
    maxArrivals: 3,
    sellProbability: '0.5',
  },
  anchors: { update: true },
  rollover: { enabled: false, issuePrice: 'par' },
  regime: 'active',
};

/** The two arrivals of day 1: H3 sells, H4 buys. Nobody comes afterwards. */
export function tinyChoices(): Choices {
  const script = [
    { sells: true, agent: 2 },
    { sells: false, agent: 3 },
  ];
  return {
    more: () => script.length > 0,
    prefersSell: () => script[0]?.sells === true,
    agent: () => script.shift()?.agent ?? -1,
  };
}
