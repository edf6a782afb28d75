/**
 * Random worlds and random orders of play. The number of worlds is PROPERTY_RUNS (600) and the seed
 * PROPERTY_SEED (1): the same pair is the same test.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { InProcess } from '../../src/protocol/in-process.ts';
import type {
  ImplementationUnderTest,
  PartialWorld,
  StateAnswer,
  TradeAnswer,
} from '../../src/protocol/protocol.ts';
import { float64 } from '../../src/f64.ts';
import { decimal, type Arithmetic } from '../../src/num.ts';
import { differences } from './agree.ts';
import { world } from './arbitrary-world.ts';
import { broken, type Seen } from '../../src/hunt/identities.ts';
import { moves, requestsFor, type Move } from './play.ts';
import { ask, type Exchange } from '../../src/protocol/exchange.ts';
import { Reach } from './reach.ts';

const parameters = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 600),
  seed: Number(process.env['PROPERTY_SEED'] ?? 1),
};
const reach = new Reach();

async function look(under: ImplementationUnderTest): Promise<Seen> {
  const state = await under.call('state', {});
  const quotes = [];
  for (const { id } of state.buckets) quotes.push(await under.call('quotes', { bucket: id }));
  return { state, quotes };
}

/** Plays the moves in a world and calls back after every request. */
async function play(
  under: ImplementationUnderTest,
  opening: PartialWorld,
  order: readonly Move[],
  seen: (before: Seen, exchange: Exchange, after: Seen) => void,
): Promise<void> {
  await under.call('reset', { world: opening });
  let before = await look(under);
  for (const move of order) {
    for (const request of requestsFor(move, before.state)) {
      const exchange = await ask(under, request);
      const now = await look(under);
      seen(before, exchange, now);
      before = now;
    }
  }
}

const refusedAs = (exchange: Exchange): unknown => (exchange.answer as { refused?: string } | null)?.refused;

for (const numbers of [decimal, float64]) {
  test(`CHK-C1, CHK-C2, CHK-C3, CHK-C4, CHK-C5, CHK-C6, CHK-13R, SET-08: hold whatever is played, in ${numbers.name}`, async () => {
    const property = fc.asyncProperty(world, moves, async (opening, order) => {
      await play(new InProcess(numbers), opening, order, (before, exchange, now) => {
        assert.notEqual(refusedAs(exchange), 'internal');
        assert.notEqual(refusedAs(exchange), 'violation');
        assert.deepEqual(broken(before, exchange, now, numbers === decimal), []);
        if (refusedAs(exchange) === 'invalid')
          assert.deepEqual(now, before, 'an invalid request changes nothing');
        reach.note(exchange, before.state);
      });
    });
    await fc.assert(property, parameters);
  });
}

test('LOOP-02: the same play gives the same events, byte for byte', async () => {
  const told = async (
    numbers: Arithmetic,
    opening: PartialWorld,
    order: readonly Move[],
  ): Promise<string> => {
    const events: unknown[] = [];
    await play(
      new InProcess(numbers, { sink: (event) => events.push(event) }),
      opening,
      order,
      () => undefined,
    );
    return JSON.stringify(events);
  };
  const property = fc.asyncProperty(
    world,
    moves,
    fc.constantFrom(decimal, float64),
    async (opening, order, numbers) => {
      assert.equal(await told(numbers, opening, order), await told(numbers, opening, order));
    },
  );
  await fc.assert(property, { ...parameters, numRuns: Math.ceil(parameters.numRuns / 4) });
});

test('LOOP-05: in a backstop every order goes to the VBT at the outside quotes, and leaves the dealer as it is', async () => {
  let fills = 0;
  const property = fc.asyncProperty(world, moves, async (opening, order) => {
    await play(new InProcess(decimal), { ...opening, regime: 'backstop' }, order, (before, exchange, now) => {
      const { op, answer } = exchange;
      if (op !== 'sell' && op !== 'buy') return;
      const { executed, side, bucket, price, route, routedBecause } = answer as Partial<TradeAnswer>;
      if (bucket !== null && bucket !== undefined)
        assert.deepEqual(now.state.dealers[bucket], before.state.dealers[bucket]);
      if (!executed) return;
      fills++;
      assert.deepEqual([route, routedBecause], ['passthrough', 'regime']);
      const place = before.state.buckets.findIndex(({ id }) => id === bucket);
      const { outsideAsk, outsideBid } = before.quotes[place] ?? {};
      const off = Number(price) - Number(side === 'SELL' ? outsideBid : outsideAsk);
      assert.ok(
        Math.abs(off) < 1e-9,
        `${String(side)} at ${String(price)}, ${String(off)} off the outside quote`,
      );
    });
  });
  await fc.assert(property, { ...parameters, numRuns: Math.ceil(parameters.numRuns / 4) });
  assert.ok(fills > 50, `only ${String(fills)} orders were filled`);
});

test('decimal and float64 take the same decisions and agree on money to 10⁻⁹', async () => {
  const property = fc.asyncProperty(world, moves, async (opening, order) => {
    const exact: [Exchange, Seen][] = [];
    await play(new InProcess(decimal), opening, order, (_, exchange, now) => exact.push([exchange, now]));
    let place = 0;
    await play(new InProcess(float64), opening, order, (_, exchange, now) => {
      const [expected, there] = exact[place++] ?? [];
      assert.deepEqual(differences(expected?.answer, exchange.answer, 1e-9), []);
      assert.deepEqual(differences(there, now, 1e-9), []);
    });
  });
  await fc.assert(property, parameters);
});

test('a world opened again from its state goes on alike', async () => {
  const property = fc.asyncProperty(world, moves, async (opening, order) => {
    const first = new InProcess(decimal);
    await play(first, opening, order.slice(0, 4), () => undefined);
    const state = await first.call('state', {});
    if (
      state.traders.some(({ cash }) => Number(cash) < 0) ||
      Object.values(state.dealers).some(({ cash }) => Number(cash) < 0)
    )
      return;
    if (state.tickets.some(({ maturity }) => maturity < state.time)) return;
    const second = new InProcess(decimal);
    await second.call('reset', { world: { ...state } });
    const again: StateAnswer = await second.call('state', {});
    assert.deepEqual(differences(state, again, 0), []);
  });
  await fc.assert(property, { ...parameters, numRuns: Math.ceil(parameters.numRuns / 4) });
});

after(() => {
  for (const [place, count] of reach.counts) console.log(`${String(count).padStart(7)}  ${place}`);
  assert.deepEqual(reach.missed, [], 'random play never came by');
});
