/** A ring large enough to meet everything: defaults, pass-throughs, boundaries, rollover. */
import type { Choices } from '../../../src/core/choices.ts';
import type { World, WorldTicket } from '../../../src/core/world.ts';

const TRADERS = 24;

/** H_i owes its neighbour 6 tickets of 20, due on one of days 1 … 12; cash for about half of the debts. */
export function ringWorld(changes: Partial<World> = {}): World {
  const tickets: WorldTicket[] = [];
  for (let i = 0; i < TRADERS; i++) {
    const maturity = ((i * 5) % 12) + 1;
    const bucket = maturity <= 3 ? 'Short' : maturity <= 8 ? 'Mid' : 'Long';
    const [issuer, creditor] = [`H${String(i + 1)}`, `H${String(((i + 1) % TRADERS) + 1)}`];
    const owners = [creditor, creditor, creditor, `dealer:${bucket}`, `vbt:${bucket}`, `vbt:${bucket}`];
    owners.forEach((owner, n) => {
      const serial = i * 6 + n + 1;
      const liability = `L${String(i + 1)}`;
      tickets.push({ id: `${liability}.${String(n)}`, liability, issuer, creditor, owner, maturity, serial });
    });
  }
  const bucket = (
    id: string,
    from: number,
    to: number | null,
    outsideMid: string,
    outsideSpread: string,
  ) => ({
    id,
    from,
    to,
    outsideMid,
    outsideSpread,
    midSensitivity: '4',
    spreadSensitivity: '2',
    minSpread: '0',
  });
  return {
    time: 0,
    ticketSize: '20',
    guardThreshold: '0.4',
    clipOutsideBid: true,
    rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
    buckets: [
      bucket('Short', 1, 3, '17', '4'),
      bucket('Mid', 4, 8, '16', '6'),
      bucket('Long', 9, null, '15', '8'),
    ],
    dealers: { Short: { cash: '60' }, Mid: { cash: '60' }, Long: { cash: '60' } },
    vbts: { Short: { cash: '100' }, Mid: { cash: '100' }, Long: { cash: '100' } },
    traders: Array.from({ length: TRADERS }, (_, i) => ({
      id: `H${String(i + 1)}`,
      cash: String(((i * 37) % 160) + 10),
    })),
    tickets,
    policy: {
      kind: 'default_avoidance',
      horizon: 4,
      cashBuffer: '1',
      maxArrivals: null,
      sellProbability: '0.5',
    },
    anchors: { update: true },
    rollover: { enabled: true, issuePrice: 'mid' },
    regime: 'active',
    ...changes,
  };
}

/** Whoever is first in trader order comes first; BUY and SELL take turns. */
export function firstComeChoices(): Choices {
  let turn = 0;
  return {
    more: () => true,
    prefersSell: () => turn++ % 2 === 0,
    agent: (eligible) => eligible.at(0),
  };
}

/** Investors as well as sellers, so that tickets are bought too. */
export const investing = (world: World): World => ({
  ...world,
  policy: { ...world.policy, kind: 'liquidity_and_investment', horizon: 2, maxArrivals: 9 },
});
