/**
 * Random worlds to play in: small, valid, and rich in exact ties and in tight spots. The same seed gives the
 * same world; every amount in it is a short decimal, so that no arithmetic has to round on reading it.
 */
import type { PartialWorld } from '../protocol/protocol.ts';
import { at } from '../core/list.ts';
import type { Stream } from '../random.ts';
import { between, oneOf, several } from './draw.ts';

interface Range {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

export const ladders: readonly (readonly Range[])[] = [
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

/** Ratios of face at which quotes, ladders and floors meet exactly; at 0.01 the guard is on. */
export const mids = ['1', '1', '0.75', '0.9', '0.5', '1.2', '0.6', '0.3', '0.01'] as const;
export const spreads = ['0', '0.20', '0.30', '0.30', '0.40', '1', '3', '12', '12'] as const;
export const cashes = [
  ...['0', '0', '0.1', '0.5', '0.97', '1', '1.03', '1.15', '2', '2', '3', '3.4', '5', '9'],
] as const;
/** Cash of traders who can mostly pay, so that claims are repaid and issued again. */
const comfortable = ['2', '3', '5', '6', '9', '9', '14'] as const;
export const sizes = ['1', '1', '5', '20', '0.5'] as const;
export const clearings = ['cash_on_hand', 'cash_on_hand', 'sequential', 'clearing_vector'] as const;
export const policies = [
  'liquidity_and_investment',
  'liquidity_and_investment',
  'default_avoidance',
] as const;
export const owners = ['trader', 'trader', 'dealer', 'dealer', 'vbt'] as const;
export const MOST_TICKETS_OF_A_DEBT = 6;

/** A debt of some tickets, and who holds each: a kind of owner, and a number that says which one. */
export interface Debt {
  readonly issuer: number;
  readonly count: number;
  readonly maturity: number;
  readonly owners: readonly { readonly kind: (typeof owners)[number]; readonly pick: number }[];
}

/** What a world is made of; amounts are per unit of face. */
export interface WorldParts {
  readonly ladder: readonly Range[];
  readonly size: string;
  /** Mid and spread of each bucket. */
  readonly anchors: readonly (readonly [mid: string, spread: string])[];
  readonly clip: boolean;
  readonly clearing: string;
  readonly cap: boolean;
  readonly traderCash: readonly string[];
  /** The dealers' first, then the VBTs'. */
  readonly deskCash: readonly string[];
  readonly debts: readonly Debt[];
  readonly kind: string;
  readonly horizon: number;
  readonly buffer: string;
  readonly update: boolean;
  readonly rollover: boolean;
  readonly issuePrice: string;
  readonly regime: string;
  readonly minSpread: string;
}

/** A valid world, as the protocol's `reset` takes it, drawn from this stream. */
export function drawWorld(chance: Stream): PartialWorld {
  const pick = <T>(list: readonly T[]): T => oneOf(chance, list);
  const purses = pick([cashes, cashes, comfortable]);
  const parts: WorldParts = {
    ladder: pick(ladders),
    size: pick(sizes),
    anchors: several(3, () => [pick(mids), pick(spreads)] as const),
    clip: pick([true, false]),
    clearing: pick(clearings),
    cap: pick([false, false, true]),
    traderCash: several(between(chance, 3, 7), () => pick(pick([purses, cashes]))),
    deskCash: several(6, () => pick(cashes)),
    debts: several(between(chance, 2, 9), () => drawDebt(chance)),
    kind: pick(policies),
    horizon: between(chance, 0, 12),
    buffer: pick(['0', '0.5', '1']),
    update: pick([true, true, false]),
    rollover: pick([true, true, false]),
    issuePrice: pick(['par', 'mid']),
    regime: pick(['active', 'active', 'active', 'active', 'active', 'active', 'backstop', 'passive']),
    minSpread: pick(['0', '0', '0.25']),
  };
  return buildWorld(withChain(chance, parts));
}

/**
 * A debt chain in some worlds: everybody owes the next the same on one day, and only the first has cash. Under a
 * clearing rule that lets receipts pay, all are repaid and most cannot afford to roll. SET-06R, ROL-04R.
 */
function withChain(chance: Stream, parts: WorldParts): WorldParts {
  if (chance.below(5) > 0) return parts;
  const day = between(chance, 1, 4);
  const tickets = between(chance, 1, 2);
  const chain = parts.traderCash.slice(1).map((_, i) => ({
    issuer: i,
    count: tickets,
    maturity: day,
    owners: several(tickets, () => ({ kind: 'trader' as const, pick: i + 1 })),
  }));
  return {
    ...parts,
    clearing: oneOf(chance, ['sequential', 'clearing_vector']),
    traderCash: parts.traderCash.map((_, i) => (i === 0 ? String(tickets) : '0')),
    debts: [...chain, ...parts.debts.slice(0, 2)],
    rollover: true,
  };
}

const drawDebt = (chance: Stream): Debt => ({
  issuer: chance.below(7),
  count: between(chance, 1, MOST_TICKETS_OF_A_DEBT),
  maturity: between(chance, 1, 12),
  owners: several(MOST_TICKETS_OF_A_DEBT, () => ({ kind: oneOf(chance, owners), pick: chance.below(21) })),
});

/** A ratio of face as an amount. */
export const times = (ratio: string, size: string): string =>
  String(Number((Number(ratio) * Number(size)).toPrecision(15)));

/** Puts the parts together; parts from any source make a valid world. */
export function buildWorld(parts: WorldParts): PartialWorld {
  const { ladder, size, anchors, traderCash, deskCash } = parts;
  const traders = traderCash.map((_, i) => `H${String(i + 1)}`);
  const desks = (offset: number) =>
    Object.fromEntries(
      ladder.map(({ id }, i) => [id, { cash: times(at(deskCash, offset + i), size) }] as const),
    );
  return {
    time: 0,
    ticketSize: size,
    guardThreshold: times('0.02', size),
    clipOutsideBid: parts.clip,
    rulings: { clearing: parts.clearing, cap_quotes_at_par: parts.cap },
    buckets: ladder.map((range, i) => ({
      ...range,
      outsideMid: times(at(anchors, i)[0], size),
      outsideSpread: times(at(anchors, i)[1], size),
      midSensitivity: size,
      spreadSensitivity: times('0.6', size),
      minSpread: times(parts.minSpread, size),
    })),
    dealers: desks(0),
    vbts: desks(3),
    traders: traders.map((id, i) => ({ id, cash: times(at(traderCash, i), size) })),
    tickets: ticketsOf(parts.debts, traders, ladder),
    policy: { kind: parts.kind, horizon: parts.horizon, cashBuffer: parts.buffer, maxArrivals: 6 },
    anchors: { update: parts.update },
    rollover: { enabled: parts.rollover, issuePrice: parts.issuePrice },
    regime: parts.regime,
  };
}

/** One issuer a trader (MOD-08), a VBT at home only (MOD-09); a dealer now and then with a foreign ticket. */
function ticketsOf(debts: readonly Debt[], traders: readonly string[], ladder: readonly Range[]) {
  const issuerOf = new Map<string, string>();
  const tickets: Record<string, string | number>[] = [];
  debts.forEach(({ issuer: i, count, maturity, owners }, n) => {
    const issuer = at(traders, i % traders.length);
    const home = at(
      ladder.filter(({ to }) => to === null || maturity <= to),
      0,
    ).id;
    for (const { kind, pick } of owners.slice(0, count)) {
      const trader = at(traders, pick % traders.length);
      const taken = trader === issuer || (issuerOf.get(trader) ?? issuer) !== issuer;
      const foreign = pick % 7 === 0 ? at(ladder, pick % 3).id : home;
      const owner =
        kind === 'trader' && !taken ? trader : kind === 'dealer' ? `dealer:${foreign}` : `vbt:${home}`;
      if (owner === trader) issuerOf.set(trader, issuer);
      const place = tickets.length;
      const serial = 1000 - 7 * place + (pick % 3);
      const distance = maturity + at([0, 0, 3, 9], n % 4);
      const liability = `P${String(n)}`;
      tickets.push({ id: `k${String(place + 1)}`, liability, issuer, owner, maturity, serial, distance });
    }
  });
  return tickets;
}
