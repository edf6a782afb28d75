/** Random worlds for the properties: small, valid, and rich in exact ties and in tight spots. */
import fc from 'fast-check';
import type { PartialWorld } from '../../src/conformance/protocol.ts';

export interface TestTicket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly serial: number;
  readonly distance: number;
}

interface Range {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

const ranges: readonly (readonly Range[])[] = [
  [
    { id: 'short', from: 1, to: 3 },
    { id: 'mid', from: 4, to: 8 },
    { id: 'long', from: 9, to: null },
  ],
  [
    { id: 'short', from: 1, to: 1 },
    { id: 'mid', from: 2, to: 4 },
    { id: 'long', from: 5, to: null },
  ],
];

/** Ratios of face at which quotes, ladders and floors meet exactly, or the guard is on. */
const mids = [
  '1',
  '1',
  '0.75',
  '0.9',
  '0.5',
  '1.2',
  '0.3333333333333333333',
  '0.1666666666666666667',
  '0.01',
];
const spreads = ['0', '0.20', '0.30', '0.30', '0.40', '1', '3', '12'];
const cashes = ['0', '0', '0.1', '0.5', '0.97', '1', '1.03', '1.15', '2', '2', '3', '3.4', '5', '9'];

const times = (ratio: string, size: string): string =>
  String(Number((Number(ratio) * Number(size)).toPrecision(15)));

interface Debt {
  readonly issuer: number;
  readonly count: number;
  readonly maturity: number;
  readonly owners: readonly { readonly kind: 'trader' | 'dealer' | 'vbt'; readonly pick: number }[];
}

const debt: fc.Arbitrary<Debt> = fc.record({
  issuer: fc.nat(6),
  count: fc.integer({ min: 1, max: 6 }),
  maturity: fc.integer({ min: 1, max: 12 }),
  owners: fc.array(
    fc.record({ kind: fc.constantFrom('trader', 'trader', 'dealer', 'dealer', 'vbt'), pick: fc.nat(20) }),
    { minLength: 6, maxLength: 6 },
  ),
});

/** One issuer a trader (MOD-08), a VBT at home only (MOD-09); a dealer now and then with a foreign ticket. */
function ticketsOf(
  debts: readonly Debt[],
  traders: readonly string[],
  ladder: readonly Range[],
): TestTicket[] {
  const issuerOf = new Map<string, string>();
  const tickets: TestTicket[] = [];
  debts.forEach(({ issuer: i, count, maturity, owners }, n) => {
    const issuer = traders[i % traders.length] ?? 'H1';
    const home = ladder.find(({ to }) => to === null || maturity <= to)?.id ?? 'long';
    for (const { kind, pick } of owners.slice(0, count)) {
      const trader = traders[pick % traders.length] ?? 'H1';
      const taken = trader === issuer || (issuerOf.get(trader) ?? issuer) !== issuer;
      const foreign = pick % 7 === 0 ? (ladder[pick % 3]?.id ?? home) : home;
      const owner =
        kind === 'trader' && !taken ? trader : kind === 'dealer' ? `dealer:${foreign}` : `vbt:${home}`;
      if (owner === trader) issuerOf.set(trader, issuer);
      const serial = 1000 - 7 * tickets.length + (pick % 3);
      const distance = maturity + ([0, 0, 3, 9][n % 4] ?? 0);
      const liability = `P${String(n)}`;
      tickets.push({
        id: `k${String(tickets.length + 1)}`,
        liability,
        issuer,
        owner,
        maturity,
        serial,
        distance,
      });
    }
  });
  return tickets;
}

/** A valid world, as the protocol's `reset` takes it. */
export const world: fc.Arbitrary<PartialWorld> = fc
  .record({
    ladder: fc.constantFrom(...ranges),
    size: fc.constantFrom('1', '1', '5', '20', '0.5'),
    anchors: fc.array(fc.tuple(fc.constantFrom(...mids), fc.constantFrom(...spreads)), {
      minLength: 3,
      maxLength: 3,
    }),
    clip: fc.boolean(),
    clearing: fc.constantFrom('cash_on_hand', 'cash_on_hand', 'sequential', 'clearing_vector'),
    cap: fc.constantFrom(false, false, true),
    traderCash: fc.array(fc.constantFrom(...cashes), { minLength: 3, maxLength: 7 }),
    deskCash: fc.array(fc.constantFrom(...cashes), { minLength: 6, maxLength: 6 }),
    debts: fc.array(debt, { minLength: 1, maxLength: 9 }),
    kind: fc.constantFrom('liquidity_and_investment', 'liquidity_and_investment', 'default_avoidance'),
    horizon: fc.integer({ min: 0, max: 12 }),
    buffer: fc.constantFrom('0', '0.5', '1'),
    update: fc.constantFrom(true, true, false),
    rollover: fc.boolean(),
    issuePrice: fc.constantFrom('par', 'mid'),
    regime: fc.constantFrom('active', 'active', 'active', 'active', 'passive'),
    minSpread: fc.constantFrom('0', '0', '0.25'),
  })
  .map((parts) => {
    const { ladder, size, anchors, traderCash, deskCash } = parts;
    const traders = traderCash.map((_, i) => `H${String(i + 1)}`);
    const cashOf = (i: number): string => times(deskCash[i] ?? '0', size);
    const desks = (offset: number) =>
      Object.fromEntries(ladder.map(({ id }, i) => [id, { cash: cashOf(offset + i) }] as const));
    return {
      time: 0,
      ticketSize: size,
      guardThreshold: times('0.02', size),
      clipOutsideBid: parts.clip,
      rulings: { clearing: parts.clearing, cap_quotes_at_par: parts.cap },
      buckets: ladder.map((range, i) => ({
        ...range,
        outsideMid: times(anchors[i]?.[0] ?? '1', size),
        outsideSpread: times(anchors[i]?.[1] ?? '0.3', size),
        midSensitivity: size,
        spreadSensitivity: times('0.6', size),
        minSpread: times(parts.minSpread, size),
      })),
      dealers: desks(0),
      vbts: desks(3),
      traders: traders.map((id, i) => ({ id, cash: times(traderCash[i] ?? '0', size) })),
      tickets: ticketsOf(parts.debts, traders, ladder),
      policy: { kind: parts.kind, horizon: parts.horizon, cashBuffer: parts.buffer, maxArrivals: 6 },
      anchors: { update: parts.update },
      rollover: { enabled: parts.rollover, issuePrice: parts.issuePrice },
      regime: parts.regime,
    };
  });
