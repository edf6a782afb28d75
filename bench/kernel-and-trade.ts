/** What a kernel evaluation and a checked trade cost in one arithmetic, and as a plain loop over doubles. */
import { Bench } from 'tinybench';
import { worldSchema } from '../src/protocol/schema.ts';
import { completeWorld } from '../src/protocol/world.ts';
import { quotesAt } from '../src/core/kernel.ts';
import { desksOf } from '../src/core/state.ts';
import { at } from '../src/core/list.ts';
import { buy, sell } from '../src/core/trade.ts';
import { openWorld } from '../src/core/world.ts';
import { float64 } from '../src/f64.ts';
import { decimal, type Arithmetic } from '../src/num.ts';
import { plainQuotes, PlainTrades } from './plain.ts';

const RUNGS = 40;

/** A dealer in the middle of a long ladder, and a customer who sells and buys one ticket in turn. */
const world = completeWorld(
  worldSchema.parse({
    buckets: [{ id: 'short', from: 1, to: null, outsideSpread: '0.3' }],
    dealers: { short: { cash: String(RUNGS / 2) } },
    traders: [
      { id: 'H1', cash: '1000' },
      { id: 'H2', cash: '0' },
    ],
    tickets: Array.from({ length: RUNGS / 2 + 1 }, (_, i) => ({
      id: `k${String(i)}`,
      liability: `P${String(i)}`,
      issuer: 'H2',
      owner: i === 0 ? 'H1' : 'dealer:short',
      maturity: 5,
      serial: i,
    })),
  }),
);

/**
 * How often a thing is done in one measured sample. A clock is too coarse for a single one, and a long sample is cut into
 * by whatever else runs on the machine.
 */
const TIMES = 50;
/** Everything is measured so often, in turn; the least of the medians counts, which a busy machine disturbs least. */
const ROUNDS = 5;

/** ns for one kernel evaluation and for one trade. */
export interface Figures {
  readonly kernel: number;
  readonly trade: number;
}

/** What is measured: one kernel evaluation, a sale with a purchase after it, and whether all of it was done. */
interface Measured {
  readonly kernel: () => void;
  readonly trades: () => void;
  readonly ask: () => number;
  readonly hasTraded: () => boolean;
}

const S = 1;
const [MID, SPREAD, GUARD, CASH, TICKETS] = ['1', '0.3', '0.02', '2.37', 3] as const;

/** The core, with its checks on. */
function ofCore(numbers: Arithmetic): Measured {
  const input = {
    ticketSize: numbers.of(S),
    outsideMid: numbers.of(MID),
    outsideSpread: numbers.of(SPREAD),
    guardThreshold: numbers.of(GUARD),
    clipOutsideBid: true,
    capQuotesAtPar: false,
    tickets: TICKETS,
    cash: numbers.of(CASH),
  };
  const state = openWorld(world, { numbers, run: 'bench', checks: true, sink: () => undefined });
  const customer = at(state.traders, 0);
  const bucket = at(state.buckets, 0);
  const order = { customer, liquidityDriven: false };
  let last = quotesAt(input);
  return {
    kernel: () => {
      last = quotesAt(input);
    },
    trades: () => {
      sell(state, order, at(at(customer.holdings, 0).tickets, 0));
      buy(state, order, bucket);
    },
    ask: () => last.ask.toNumber(),
    hasTraded: () => state.journal.tradeIndex > 0 && desksOf(bucket).vbt.cash.isZero(),
  };
}

/** The same work as a plain loop over doubles. */
function ofPlainLoop(): Measured {
  const market = { ticketSize: S, mid: Number(MID), spread: Number(SPREAD), guardThreshold: Number(GUARD) };
  const dealer = { cash: Number(CASH), tickets: TICKETS };
  const ticket = (serial: number) => ({ serial, maturity: 5 });
  const shelf = Array.from({ length: RUNGS / 2 }, (_, i) => ticket(i + 1));
  const trades = new PlainTrades(
    market,
    { cash: RUNGS / 2, tickets: shelf },
    { cash: 1000, tickets: [ticket(0)] },
  );
  let last = plainQuotes(market, dealer);
  return {
    kernel: () => {
      last = plainQuotes(market, dealer);
    },
    trades: () => {
      trades.sell();
      trades.buy();
    },
    ask: () => last.ask,
    hasTraded: () => trades.customer.cash < 1000,
  };
}

async function median(thing: () => void): Promise<number> {
  const bench = new Bench({ time: 100, warmupTime: 50 });
  bench.add('it', () => {
    for (let n = 0; n < TIMES; n++) thing();
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed') throw new Error('nothing was measured');
  return (result.latency.p50 * 1e6) / TIMES;
}

/** The core in both arithmetics, and a plain loop of the same work, in turn. */
export async function measure(): Promise<Readonly<Record<'plain' | 'float64' | 'decimal', Figures>>> {
  const plain = ofPlainLoop();
  const [fast, exact] = [ofCore(float64), ofCore(decimal)];
  const things = [plain, fast, exact].flatMap(({ kernel, trades }) => [kernel, trades]);
  const least = things.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, thing] of things.entries()) least[i] = Math.min(at(least, i), await median(thing));
  for (const { ask, hasTraded } of [plain, fast, exact]) {
    if (Math.abs(ask() - plain.ask()) > 1e-9)
      throw new Error('the plain loop quotes otherwise than the core');
    if (!hasTraded()) throw new Error('the bench meant to trade, and with the dealer only');
  }
  const figures = (n: number): Figures => ({ kernel: at(least, 2 * n), trade: at(least, 2 * n + 1) / 2 });
  return { plain: figures(0), float64: figures(1), decimal: figures(2) };
}
