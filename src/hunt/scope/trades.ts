/** Orders where a price, a dealer's room or a customer's cash is met exactly, or by a tie. */
import type { Request } from '../../protocol/exchange.ts';
import type { Draft, DraftBucket, DraftTicket } from '../trial.ts';
import type { Detail } from './about.ts';
import { around, below, coarse, near, ONE, TIE, UNIT, written } from './amounts.ts';
import { each, mapped, oneOf, product, type Enumeration } from './enumeration.ts';
import type { Part } from './part.ts';

/** Spreads at a mid of 1: none, one in cents, and one so wide that a dealer's cash is what limits its bid. */
const spreads = { none: 0n, usual: (ONE * 3n) / 10n, wide: 12n * ONE } as const;

interface Market {
  readonly spread: bigint;
  readonly clip: boolean;
  readonly cap: boolean;
  readonly guard: bigint;
}
const usual: Market = { spread: spreads.usual, clip: true, cap: false, guard: ONE / 50n };
const markets: readonly Market[] = [
  usual,
  { ...usual, cap: true },
  { ...usual, spread: spreads.none },
  { ...usual, spread: spreads.wide },
  { ...usual, spread: spreads.wide, clip: false },
  // the mid of 1 against the threshold of the guard
  ...[-TIE - UNIT, -TIE, 0n, TIE].map((step) => ({ ...usual, guard: ONE + step })),
];

/** How many of three tickets lie with the dealer, with the VBT and with H2, who sells; H1 owes them all. */
interface Lot {
  readonly dealer: number;
  readonly vbt: number;
  readonly seller: number;
}
const lots: readonly Lot[] = [0, 1, 2, 3].flatMap((dealer) =>
  [0, 1, 2, 3].flatMap((vbt) => [0, 1, 2, 3].map((seller) => ({ dealer, vbt, seller }))),
);
const upTo = (most: number): Lot[] => lots.filter(({ dealer, vbt, seller }) => dealer + vbt + seller <= most);

/** What a dealer with so many tickets and whole units of cash asks: it is near what a buyer may have. KER-08, KER-09. */
function askOf({ spread }: Market, tickets: bigint, capacity: bigint): bigint {
  const twice = (spread * (2n * tickets - capacity - 2n)) / (capacity + 2n);
  return ONE - twice / 2n + spread / (2n * (capacity + 1n)) - spread / (capacity + 2n);
}

type Order = 'sell' | 'buy';
const plays: readonly (readonly Order[])[] = [
  ['sell'],
  ['buy'],
  ['sell', 'sell'],
  ['sell', 'buy'],
  ['buy', 'buy'],
];
const buyers = ['H3', 'dealer:long'] as const;

interface Case {
  readonly market: Market;
  readonly lot: Lot;
  readonly play: readonly Order[];
  readonly dealer: bigint;
  readonly buyer: { readonly name: (typeof buyers)[number]; readonly cash: bigint };
}

function world({ market, lot, dealer, buyer }: Case): Draft {
  const short: DraftBucket = {
    id: 'short',
    from: 1,
    to: 3,
    outsideMid: '1',
    outsideSpread: written(market.spread),
  };
  const owners = [
    ...Array.from({ length: lot.dealer }, () => 'dealer:short'),
    ...Array.from({ length: lot.vbt }, () => 'vbt:short'),
    ...Array.from({ length: lot.seller }, () => 'H2'),
  ];
  const cash = (name: string): string => (name === buyer.name ? written(buyer.cash) : '0');
  return {
    guardThreshold: written(market.guard),
    clipOutsideBid: market.clip,
    rulings: { cap_quotes_at_par: market.cap },
    buckets: [short, { id: 'long', from: 4, to: null }],
    dealers: { short: { cash: written(dealer) }, long: { cash: cash('dealer:long') } },
    traders: ['H1', 'H2', 'H3'].map((id) => ({ id, cash: cash(id) })),
    tickets: owners.map((owner, i): DraftTicket => {
      const id = `k${String(i + 1)}`;
      return { id, liability: `P-${id}`, issuer: 'H1', owner, maturity: 2, serial: i + 1 };
    }),
  };
}

/** Orders in turn, each followed by a look at the quotes that it leaves. */
function requests({ lot, play, buyer }: Case): Request[] {
  const first = lot.dealer + lot.vbt + 1;
  let sold = 0;
  return play.flatMap((order): Request[] => [
    order === 'sell'
      ? ['sell', { trader: 'H2', ticket: `k${String(first + sold++)}` }]
      : ['buy', { trader: buyer.name, bucket: 'short' }],
    ['quotes', { bucket: 'short' }],
  ]);
}

/** Cash of a buyer: around the ask of the dealer's place on its ladder, and around the outside ask. */
function buyerCash(market: Market, lot: Lot, dealer: bigint, detail: Detail): bigint[] {
  const tickets = BigInt(lot.dealer);
  const capacity = tickets + (dealer + TIE) / ONE;
  const prices = [askOf(market, tickets, capacity), ONE + market.spread / 2n];
  return near(prices, detail === 'small' ? coarse : below);
}

function casesOf(market: Market, lot: Lot, play: readonly Order[], detail: Detail): Enumeration<Case> {
  const buys = play.includes('buy');
  const purse = near([ONE, 2n * ONE], detail === 'small' ? coarse : around);
  return each(purse, (dealer) =>
    product<Case>({
      market: oneOf([market]),
      lot: oneOf([lot]),
      play: oneOf([play]),
      dealer: oneOf([dealer]),
      buyer: buys
        ? product<Case['buyer']>({
            name: oneOf(detail === 'small' ? [buyers[0]] : buyers),
            cash: oneOf(buyerCash(market, lot, dealer, detail)),
          })
        : oneOf([{ name: 'H3', cash: 0n }]),
    }),
  );
}

/** Nobody sells more than it has, and two orders to buy look for two tickets. */
const isPlayable = ({ dealer, vbt, seller }: Lot, play: readonly Order[]): boolean =>
  seller === play.filter((order) => order === 'sell').length &&
  dealer + vbt <= 2 &&
  (play.includes('buy') || vbt === 0);

const trade: Part = {
  name: 'trade',
  trials: (detail) => {
    const asked = upTo(3).flatMap((lot) =>
      plays.filter((play) => isPlayable(lot, play)).map((play) => ({ lot, play })),
    );
    const some = detail === 'small' ? markets.slice(0, 4) : markets;
    return mapped(
      each(some, (market) => each(asked, ({ lot, play }) => casesOf(market, lot, play, detail))),
      (one) => ({ world: world(one), requests: requests(one) }),
    );
  },
};

export const trades: readonly Part[] = [trade];
