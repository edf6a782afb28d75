/**
 * Worlds in which amounts lie within a tie of what they are compared with: at it, a unit of money or a tie to either
 * side, and in between. The same seed gives the same world.
 */
import type { World, WorldBucket, WorldTicket } from '../../../src/core/world.ts';
import { streams, type Stream } from '../../../src/random.ts';
import { between, oneOf, several } from '../../../src/hunt/draw.ts';
import { amount, least, most, TIE, toUnits, UNIT, ZERO, type Amount } from './exact.ts';
import { quotedAt } from './kernel.ts';
import type { Case } from './play.ts';
import type { Request } from '../../../src/protocol/exchange.ts';

const LARGEST = amount('1000000000');

/** Steps off an amount. */
const nudges = [
  ...several(6, () => ZERO),
  ...[UNIT, TIE, TIE.minus(UNIT), TIE.plus(UNIT), TIE.div(2), TIE.div(10)].flatMap((step) => [
    step,
    step.negated(),
  ]),
];

const ladders: readonly Pick<WorldBucket, 'id' | 'from' | 'to'>[][] = [
  [{ id: 'short', from: 1, to: null }],
  [
    { id: 'short', from: 1, to: 1 },
    { id: 'mid', from: 2, to: 2 },
    { id: 'long', from: 3, to: null },
  ],
  [
    { id: 'short', from: 1, to: 3 },
    { id: 'mid', from: 4, to: 8 },
    { id: 'long', from: 9, to: null },
  ],
];

/** Draws amounts of one world. */
class Purse {
  constructor(
    readonly chance: Stream,
    readonly size: Amount,
  ) {}

  pick<T>(list: readonly T[]): T {
    return oneOf(this.chance, list);
  }

  ratio(ratio: number | string): Amount {
    return least(LARGEST, toUnits(this.size.times(amount(ratio))));
  }

  /** One of these, or near it: whole units, and as large as an amount may be. */
  near(bases: readonly Amount[], floor: Amount | null = ZERO): string {
    const drawn = toUnits(least(LARGEST, this.pick(bases).plus(this.pick(nudges))));
    return (floor === null ? drawn : most(floor, drawn)).toFixed();
  }
}

/** From 10⁻⁹ to 10⁹. */
function drawSize(chance: Stream): Amount {
  const size = amount(`${oneOf(chance, ['1', '1', '1', '2', '5', '7'])}e${String(between(chance, -9, 9))}`);
  return least(LARGEST, oneOf(chance, [size, size, amount(1)]));
}

function drawBuckets(purse: Purse, clip: boolean): WorldBucket[] {
  const { chance } = purse;
  return purse.pick(ladders).map((range) => {
    const spread = purse.near([...['0', '0.2', '0.3', '1', '2', '12'].map((of) => purse.ratio(of)), ZERO]);
    const half = amount(spread).div(2);
    const ordinary = ['1', '1', '0.75', '0.5', '1.2', '0.3'].map((of) => purse.ratio(of));
    const third = toUnits(purse.size.div(3));
    const bases = [...ordinary, ...ordinary, third, purse.ratio('0.02'), half, half, ZERO];
    const floor = clip || chance.below(3) > 0 ? ZERO : null;
    return {
      ...range,
      outsideMid: purse.near(floor === null ? [...bases, purse.ratio(-1)] : bases, floor),
      outsideSpread: spread,
      midSensitivity: purse.ratio(purse.pick(['1', '1', '0', '0.5', '3'])).toFixed(),
      spreadSensitivity: purse.ratio(purse.pick(['0.6', '0', '2'])).toFixed(),
      minSpread: purse.near([ZERO, ZERO, ZERO, purse.ratio('0.25'), amount(spread)]),
    };
  });
}

/** Debts of one to three tickets on days near at hand; many are held where the owner then has to pay for something. */
function drawTickets(
  chance: Stream,
  traders: readonly string[],
  buckets: readonly WorldBucket[],
  time: number,
): WorldTicket[] {
  const issuerOf = new Map<string, string>();
  const tickets: WorldTicket[] = [];
  const days = oneOf(chance, [[1], [0, 1], [1, 2, 3], [1, 2, 4, 9], [2, 4], [2, 4]]);
  for (let debt = between(chance, 1, 5); debt > 0; debt--) {
    const issuer = oneOf(chance, traders);
    const distance = oneOf(chance, days);
    const again = oneOf(chance, [Math.max(1, distance), 1, 2, 3, 9]);
    const home = buckets.find(({ to }) => to === null || Math.max(1, distance) <= to)?.id ?? 'short';
    for (let count = oneOf(chance, [1, 1, 2, 3, 7]); count > 0; count--) {
      const trader = oneOf(chance, traders);
      const taken = trader === issuer || (issuerOf.get(trader) ?? issuer) !== issuer;
      const kind = taken || chance.below(3) === 0 ? oneOf(chance, ['dealer', 'dealer', 'vbt']) : 'trader';
      if (kind === 'trader') issuerOf.set(trader, issuer);
      const foreign = chance.below(8) === 0 ? oneOf(chance, buckets).id : home;
      const owner = kind === 'trader' ? trader : kind === 'dealer' ? `dealer:${foreign}` : `vbt:${home}`;
      const id = `k${String(tickets.length + 1)}`;
      const liability = `P${String(debt)}`;
      tickets.push({
        ...{ id, liability, issuer, owner, maturity: time + distance },
        ...{ serial: tickets.length + 1, distance: again },
      });
    }
  }
  return tickets;
}

/** Dealers with the cash for a whole number of tickets, for a bid, for a ticket of the next bucket. */
function drawDealers(purse: Purse, buckets: readonly WorldBucket[]): World['dealers'] {
  const mids = buckets.map(({ outsideMid }) => amount(outsideMid));
  const multiples = mids.flatMap((mid) => ['0', '1', '1', '2', '3', '3.1'].map((of) => mid.times(of)));
  const bids = buckets.map(({ outsideMid, outsideSpread }) =>
    amount(outsideMid).minus(amount(outsideSpread).div(2)),
  );
  return Object.fromEntries(
    buckets.map(({ id }) => [id, { cash: purse.near([ZERO, purse.size, ...multiples, ...bids]) }]),
  );
}

/** What a trader may have to pay: a debt, a share of one, an ask, the buffer. */
function prices(purse: Purse, world: Omit<World, 'traders' | 'policy'>): Amount[] {
  const asks = world.buckets.flatMap(({ id, outsideMid, outsideSpread }) => {
    const home = world.tickets.filter(({ owner }) => owner === `dealer:${id}`);
    const quoted = quotedAt({
      ...{ size: purse.size, guardThreshold: amount(world.guardThreshold) },
      ...{ clip: world.clipOutsideBid, cap: world.rulings.cap_quotes_at_par },
      ...{ mid: amount(outsideMid), spread: amount(outsideSpread) },
      ...{ tickets: home.length, cash: amount(world.dealers[id]?.cash ?? '0') },
    });
    return [quoted.ask, quoted.outsideAsk, amount(outsideMid)];
  });
  const debts = ['0', '0', '1', '1', '2', '3'].map((count) => purse.ratio(count));
  return [...debts, ...debts, toUnits(purse.size.div(3)), purse.ratio('0.5'), ...asks];
}

/**
 * In some worlds everybody owes the next the same on one day, round or in a row, and has what it owes, or next to it:
 * what one pays is what the next pays with. SET-06R, CHK-10R.
 */
function asChain(chance: Stream, traders: readonly string[], time: number): WorldTicket[] {
  const distance = oneOf(chance, [0, 1]);
  const round = chance.below(2);
  const each = oneOf(chance, [1, 1, 2, 3]);
  const debtors = traders.slice(0, traders.length - 1 + round);
  return debtors.flatMap((issuer, i) =>
    several(each, () => traders[(i + 1) % traders.length] ?? issuer).map((next, n) => ({
      ...{ id: `c${String(i * each + n + 1)}`, liability: `C${String(i + 1)}`, issuer },
      owner: n > 0 && chance.below(3) === 0 ? 'vbt:short' : next,
      ...{ maturity: time + distance, serial: i * each + n + 1, distance: 1 },
    })),
  );
}

/** Nothing, or what each owes, or a part of it. */
function chainPurses(purse: Purse, tickets: readonly WorldTicket[]): Amount[] {
  const owed = tickets.filter(({ liability }) => liability === 'C1').length;
  return ['0', '0', String(owed), String(owed), '0.5'].map((of) => purse.ratio(of));
}

export function drawWorld(chance: Stream): World {
  const purse = new Purse(chance, drawSize(chance));
  const clip = purse.pick([true, true, false]);
  const buckets = drawBuckets(purse, clip);
  const time = purse.pick([0, 0, 1, 5]);
  const traders = several(between(chance, 2, 5), () => null).map((_, i) => `H${String(i + 1)}`);
  const mids = buckets.map(({ outsideMid }) => amount(outsideMid));
  const rest = {
    time,
    ticketSize: purse.size.toFixed(),
    guardThreshold: purse.near([
      purse.ratio('0.02'),
      purse.ratio('0.02'),
      ZERO,
      ...mids.map((mid) => least(mid, purse.ratio('0.3'))),
    ]),
    clipOutsideBid: clip,
    rulings: {
      clearing: purse.pick(['cash_on_hand', 'sequential', 'clearing_vector'] as const),
      cap_quotes_at_par: purse.pick([false, false, true]),
    },
    buckets,
    dealers: drawDealers(purse, buckets),
    vbts: Object.fromEntries(buckets.map(({ id }) => [id, { cash: purse.near([ZERO, purse.size]) }])),
    tickets:
      chance.below(3) === 0 ? asChain(chance, traders, time) : drawTickets(chance, traders, buckets, time),
    anchors: { update: purse.pick([true, true, false]) },
    rollover: { enabled: purse.pick([true, true, false]), issuePrice: purse.pick(['par', 'mid'] as const) },
    regime: purse.pick(['active', 'active', 'active', 'active', 'passive'] as const),
  };
  const isChain = rest.tickets.some(({ liability }) => liability.startsWith('C'));
  const bases = isChain && chance.below(4) > 0 ? chainPurses(purse, rest.tickets) : prices(purse, rest);
  return {
    ...rest,
    traders: traders.map((id) => ({ id, cash: purse.near(bases) })),
    policy: {
      kind: purse.pick(['liquidity_and_investment', 'default_avoidance'] as const),
      horizon: between(chance, 0, 4),
      cashBuffer: purse.near([ZERO, purse.size, purse.ratio(2)]),
      maxArrivals: 6,
      sellProbability: '0.5',
    },
  };
}

/** What is asked in the world: orders, then one to three days, whole or step by step. */
function drawRequests(chance: Stream, { tickets, traders, buckets, time }: World): Request[] {
  const customers = [...traders.map(({ id }) => id), ...buckets.map(({ id }) => `dealer:${id}`)];
  const order = (): Request => {
    const own = oneOf(chance, tickets);
    if (!own.owner.startsWith('vbt:') && chance.below(2) === 0)
      return ['sell', { trader: own.owner, ticket: own.id }];
    return ['buy', { trader: oneOf(chance, customers), bucket: oneOf(chance, buckets).id }];
  };
  const day = (): Request[] => {
    const seed = chance.below(1_000_000);
    if (chance.below(3) > 0) return [['period', { seed }]];
    return [
      ['advance', {}],
      ...several(chance.below(3), order),
      ['orderFlow', { seed }],
      ...several(chance.below(2), order),
      ...([
        ['settle', {}],
        ['rollover', {}],
        ['updateAnchors', {}],
      ] as const),
    ];
  };
  const today: Request[] = tickets.some(({ maturity }) => maturity === time)
    ? [
        ['settle', {}],
        ['rollover', {}],
        ['updateAnchors', {}],
      ]
    : [];
  return [...several(chance.below(4), order), ...today, ...several(between(chance, 1, 3), day).flat()];
}

export function drawCase(seed: number): Case {
  const { ring, orderFlow } = streams(seed);
  const world = drawWorld(ring);
  return { world, requests: drawRequests(orderFlow, world) };
}
