/** ns for one kernel evaluation and for one checked trade, in one arithmetic. */
import { Bench } from 'tinybench';
import { worldSchema } from '../src/protocol/schema.ts';
import { completeWorld } from '../src/protocol/world.ts';
import { quotesAt } from '../src/core/kernel.ts';
import { desksOf } from '../src/core/state.ts';
import { at } from '../src/core/list.ts';
import { buy, sell } from '../src/core/trade.ts';
import { openWorld } from '../src/core/world.ts';
import type { Arithmetic } from '../src/num.ts';

const RUNGS = 40;

/** A dealer in the middle of a long ladder, and a customer who sells and buys one ticket in turn. */
const world = completeWorld(
  worldSchema.parse({
    buckets: [{ id: 'short', from: 1, to: null, outsideSpread: '0.3' }],
    dealers: { short: { cash: String(RUNGS / 2) } },
    traders: [
      { id: 'H1', cash: '100' },
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

export interface Figures {
  readonly kernel: number;
  readonly trade: number;
}

/** Medians in ns. */
export async function measure(numbers: Arithmetic): Promise<Figures> {
  const bench = new Bench({ time: 500 });
  const input = {
    ticketSize: numbers.of(1),
    outsideMid: numbers.of('1'),
    outsideSpread: numbers.of('0.3'),
    guardThreshold: numbers.of('0.02'),
    clipOutsideBid: true,
    capQuotesAtPar: false,
    tickets: 3,
    cash: numbers.of('2.37'),
  };
  const state = openWorld(world, { numbers, run: 'bench', checks: true, sink: () => undefined });
  const customer = at(state.traders, 0);
  const bucket = at(state.buckets, 0);
  const order = { customer, liquidityDriven: false };
  bench
    .add('kernel', () => {
      quotesAt(input);
    })
    .add('two trades', () => {
      sell(state, order, at(at(customer.holdings, 0).tickets, 0));
      buy(state, order, bucket);
    });
  await bench.run();
  if (!desksOf(bucket).vbt.cash.isZero()) throw new Error('the bench meant to trade with the dealer only');
  const median = (name: string): number => {
    const result = bench.getTask(name)?.result;
    if (result?.state !== 'completed') throw new Error(`${name} was not measured`);
    return result.latency.p50 * 1e6;
  };
  return { kernel: median('kernel'), trade: median('two trades') / 2 };
}
