/** Order flows that part: who ends one too early, who prefers the other side, and what quotes did between two orders. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributed } from '../../src/causes/clause.ts';
import { findCause, type FoundCause } from '../../src/causes/find-cause.ts';
import { upToAnEarlyEnd } from '../../src/causes/flows.ts';
import { decimal } from '../../src/num.ts';
import { ask, type Exchange, type Request } from '../../src/protocol/exchange.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type Operations,
  type ScriptEntry,
} from '../../src/protocol/protocol.ts';

const core = (): ImplementationUnderTest => new InProcess(decimal, { checks: false });

type Orders = readonly ScriptEntry[];

const requestsOf = (world: object, ...orders: Orders): Request[] =>
  [
    ['reset', { world }],
    ['orderFlow', { script: orders }],
  ] as unknown as Request[];

/** The core, asked and answering in another way. */
function adapter(changed: (op: string, takes: object, under: ImplementationUnderTest) => Promise<unknown>) {
  return (): ImplementationUnderTest => {
    const under = core();
    return {
      call: async (op, takes) =>
        (await changed(op, structuredClone(takes), under)) as Operations[typeof op]['answers'],
      close: () => under.close(),
    };
  };
}

const causeOf = (
  requests: readonly Request[],
  other: () => ImplementationUnderTest,
): Promise<FoundCause | null> => findCause(requests, { core, other, readings: {}, tolerance: 1e-10 });

const buckets = [
  { id: 'short', from: 1, to: 3, outsideMid: '1', outsideSpread: '0.3' },
  { id: 'mid', from: 4, to: 8, outsideMid: '1', outsideSpread: '0.3' },
  { id: 'long', from: 9, to: null, outsideMid: '1', outsideSpread: '0.3' },
];
const ticket = (id: string, owner: string, issuer: string, maturity: number, serial: number) => ({
  ...{ id, owner, issuer, maturity, serial, liability: id },
});

/** S1 has to sell, B1 may buy; the dealer holds 2 tickets and cash 2: it bids 0.97 and asks 1.03. */
const market = {
  time: 1,
  buckets,
  dealers: { short: { cash: '2' } },
  policy: { kind: 'liquidity_and_investment', horizon: 3 },
  traders: [
    { id: 'S1', cash: '0' },
    { id: 'B1', cash: '3' },
    { id: 'X', cash: '0' },
  ],
  tickets: [
    ticket('d1', 'dealer:short', 'X', 3, 1),
    ticket('d2', 'dealer:short', 'X', 3, 2),
    ticket('s1', 'S1', 'X', 3, 3),
    ticket('o1', 'X', 'S1', 1, 4),
  ],
};

/** H1 has 0 of the 2 that are due at date 2, and three tickets of 1 due much later. */
const shortOfTwo = {
  time: 1,
  buckets,
  policy: { kind: 'default_avoidance', horizon: 3 },
  traders: [
    { id: 'H1', cash: '0' },
    { id: 'X', cash: '0' },
  ],
  tickets: [
    ...[1, 2, 3].map((serial) => ticket(`g${String(serial)}`, 'H1', 'X', 12, serial)),
    ...[4, 5].map((serial) => ticket(`o${String(serial)}`, 'X', 'H1', 2, serial)),
  ],
};

/** What was asked and answered, the flow drawn and ended after so many orders. */
async function endedAfter(orders: number): Promise<Exchange[]> {
  const under = core();
  const opened = await ask(under, ['reset', { world: shortOfTwo }]);
  const drawn = await ask(under, ['orderFlow', {}]);
  const { arrivals } = drawn.answer as Operations['orderFlow']['answers'];
  assert.ok(arrivals.length >= orders);
  return [opened, { ...drawn, answer: { arrivals: arrivals.slice(0, orders) } }];
}

test('of a drawn flow that ended too early one more order is asked; of one that did not, nothing', async () => {
  const script = {
    script: [
      { z: 1, agent: 'H1' },
      { z: 1, agent: 'H1' },
    ],
  };
  assert.deepEqual((await upToAnEarlyEnd(await endedAfter(1), core))?.at(-1), ['orderFlow', script]);
  // at 0.85 each two tickets bring 1.70, three 2.55
  assert.equal(await upToAnEarlyEnd(await endedAfter(3), core), null);
});

test('who lets a trader sell once only is told by the clauses of selling again', async () => {
  const onceEach = adapter(async (op, takes, under) => {
    const { script } = takes as { readonly script?: Orders };
    const first = script?.filter(({ agent }, i) => script.findIndex((one) => one.agent === agent) === i);
    return under.call(op as 'orderFlow', op === 'orderFlow' ? { script: first ?? [] } : (takes as never));
  });
  const longer = await upToAnEarlyEnd(await endedAfter(1), core);
  const found = await causeOf(longer ?? [], onceEach);
  assert.ok(found !== null);
  assert.deepEqual(attributed(found).clauses, ['FLW-07', 'POL-07']);
});

/** Prefers the side that Z does not name. */
const mirrored = adapter(async (op, takes, under) => {
  const { script } = takes as { readonly script?: Orders };
  const turned = { script: script?.map(({ z, agent }) => ({ z: z === 1 ? 0 : 1, agent })) ?? [] };
  return under.call(op as 'orderFlow', op === 'orderFlow' ? turned : takes);
});
const sellThenBuy: Orders = [
  { z: 1, agent: 'S1' },
  { z: 0, agent: 'B1' },
];

test('who refuses what the core lets come, and the other way round with the other Z, prefers the other side', async () => {
  const found = await causeOf(requestsOf(market, ...sellThenBuy), mirrored);
  assert.ok(found !== null);
  assert.deepEqual(found.divergence.takes, { script: sellThenBuy.slice(0, 1) });
  assert.deepEqual(attributed(found).clauses, ['FLW-01']);
});

test('so it is where both refuse the flow, for two agents', async () => {
  const found = await causeOf(
    requestsOf(market, ...sellThenBuy.slice(0, 1), { z: 1, agent: 'H9' }),
    mirrored,
  );
  assert.ok(found !== null);
  assert.deepEqual(attributed(found).clauses, ['FLW-01']);
});

test('who refuses an agent whatever Z is does not prefer the other side', async () => {
  // S1 is no seller, so that B1 comes with either Z
  const noSellers = adapter(async (op, takes, under) => {
    if (JSON.stringify(takes).includes('"agent":"S1"'))
      throw new ProtocolError('invalid', 'S1 sells nothing');
    const { script } = takes as { readonly script?: Orders };
    const buys = { script: script?.map((one) => ({ ...one, z: 0 as const })) ?? [] };
    return under.call(op as 'orderFlow', op === 'orderFlow' ? buys : takes);
  });
  const found = await causeOf(requestsOf(market, ...sellThenBuy), noSellers);
  assert.ok(found !== null);
  assert.ok(attributed(found).clauses.length > 1);
  assert.equal(attributed(found).clauses[0], 'POL-02');
});

test('a price that follows from quotes which were wrong before is told by the quotes', async () => {
  // after the first order the bid is a tenth too low, and so is what the next seller gets
  let orders = 0;
  const lower = (amount: string): string => String(Number(amount) - 0.1);
  const lowBid = adapter(async (op, takes, under) => {
    if (op === 'reset') orders = 0;
    const answer: object = await under.call(op as 'quotes', takes as never);
    if (op === 'orderFlow') {
      const { arrivals } = answer as Operations['orderFlow']['answers'];
      orders += arrivals.length;
      const told = arrivals.map((one, i) =>
        i === 0 ? one : { ...one, trade: { ...one.trade, price: lower(one.trade.price ?? '0') } },
      );
      return { ...answer, arrivals: told };
    }
    if (op !== 'quotes' || orders === 0 || (takes as { bucket: string }).bucket !== 'short') return answer;
    const { bid } = answer as { bid: string };
    return { ...answer, bid: lower(bid) };
  });
  const world = {
    ...market,
    traders: [...market.traders, { id: 'S2', cash: '0' }, { id: 'Y', cash: '0' }],
    tickets: [...market.tickets, ticket('s2', 'S2', 'X', 3, 5), ticket('o2', 'Y', 'S2', 1, 6)],
  };
  const flow: Orders = [
    { z: 1, agent: 'S1' },
    { z: 1, agent: 'S2' },
  ];
  const found = await causeOf(requestsOf(world, ...flow), lowBid);
  assert.deepEqual(found?.divergence.op, 'quotes');
  assert.deepEqual(found.divergence.takes, { bucket: 'short' });
});

test('where two flows are of unequal length, quotes that were wrong before tell of the first order that differs', async () => {
  const low = adapter(async (op, takes, under) => {
    const answer: object = await under.call(op as 'quotes', takes as never);
    if (op === 'quotes') return { ...answer, bid: '0.5' };
    if (op !== 'orderFlow') return answer;
    const [first] = (answer as Operations['orderFlow']['answers']).arrivals;
    return first === undefined
      ? answer
      : { arrivals: [{ ...first, trade: { ...first.trade, price: '0.5' } }] };
  });
  const found = await causeOf(requestsOf(market, ...sellThenBuy), low);
  assert.equal(found?.divergence.op, 'quotes');
});

test('who lets nobody come to an empty side does not fall back', async () => {
  const world = { ...market, traders: market.traders.filter(({ id }) => id !== 'S1') };
  const onlyBuyers = { ...world, tickets: world.tickets.filter(({ id }) => !['s1', 'o1'].includes(id)) };
  const noFallback = adapter(async (op, takes, under) => {
    const { script = [] } = takes as { readonly script?: Orders };
    if (script.some(({ z }) => z === 1)) throw new ProtocolError('invalid', 'nobody sells');
    return under.call(op as 'state', takes as never);
  });
  const found = await causeOf(requestsOf(onlyBuyers, { z: 1, agent: 'B1' }), noFallback);
  assert.ok(found !== null);
  assert.deepEqual(attributed(found).clauses, ['FLW-02']);
});
