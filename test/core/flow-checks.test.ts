/** What an order flow, a refusal, a period and a run could get wrong, and the check that stops it. CHK-13R. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Choices } from '../../src/core/choices.ts';
import { audit, checkFlowEnds, checkFlowOpens, checkStep } from '../../src/core/checks/check.ts';
import type { EventOf } from '../../src/core/events.ts';
import { buyByPolicy, formEligible, orderFlow, sellByPolicy } from '../../src/core/order-flow.ts';
import { record } from '../../src/core/record.ts';
import { runPeriod } from '../../src/core/period.ts';
import type { Trader } from '../../src/core/state.ts';
import { buy, sell } from '../../src/core/trade.ts';
import { openWorld } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { Scene } from '../../steps/scene.ts';
import { isStopped } from './stopped.ts';

/**
 * Day 3, Short for 1 to 3 periods and Long above, mids of 1, outside quotes of 0.85 and 1.15. H2 owes `k1` today and has
 * nothing but `k2`, which H3 owes on day 5: it is the one seller. H3 holds `k1`. H1 and H4 have 5 and nothing to pay: they are the
 * buyers. Each VBT has a ticket to sell; the Short dealer has cash and none.
 */
function scene(given: object = {}): Scene {
  const world = worldSchema.parse({
    time: 3,
    buckets: [
      { id: 'short', from: 1, to: 3, outsideSpread: '0.3' },
      { id: 'long', from: 4, to: null, outsideSpread: '0.3' },
    ],
    dealers: { short: { cash: '5' }, long: { cash: '5' } },
    traders: [
      { id: 'H1', cash: '5' },
      { id: 'H2', cash: '0' },
      { id: 'H3', cash: '0' },
      { id: 'H4', cash: '5' },
    ],
    tickets: [
      { id: 'k1', liability: 'P1', issuer: 'H2', owner: 'H3', maturity: 3, serial: 1 },
      { id: 'k2', liability: 'P2', issuer: 'H3', owner: 'H2', maturity: 5, serial: 2 },
      { id: 'k3', liability: 'P2', issuer: 'H3', owner: 'vbt:short', maturity: 5, serial: 3 },
      { id: 'k4', liability: 'P3', issuer: 'H3', owner: 'vbt:long', maturity: 9, serial: 4 },
    ],
    policy: { kind: 'liquidity_and_investment', horizon: 2 },
    ...given,
  });
  const opening = { numbers: decimal, run: 'demo', checks: true, sink: () => undefined };
  return new Scene(openWorld(completeWorld(world), opening));
}

function trader(at: Scene, id: string): Trader {
  const party = at.party(id);
  return party.kind === 'trader' ? party : assert.fail(`${id} is a desk`);
}

/** Draws these arrivals, S for a SELL that is preferred, and goes on for ever with the last. */
function draws(at: Scene, ...arrivals: string[]): Choices {
  const left = [...arrivals];
  const next = (): string => left[0] ?? 'S H2';
  return {
    more: () => true,
    prefersSell: () => next().startsWith('S'),
    agent: () => trader(at, (left.shift() ?? next()).slice(2)).index,
  };
}

/** One arrival is drawn, as the core would ask for it. */
function arrives(at: Scene, choices: Choices, size: number): void {
  choices.prefersSell(at.state.policy.sellProbability);
  choices.agent({ size, has: () => true, at: () => 0 }, () => true);
}

type Act = (at: Scene) => void;

const refused =
  (told: Partial<EventOf<'OrderRejected'>>): Act =>
  (at) => {
    const order = { traderId: 'H4', side: 'BUY', bucket: 'short', price: at.amount('1.15') } as const;
    record(at.state, { day: 3, kind: 'OrderRejected', ...order, reason: 'cash', ...told });
  };

/** In a flow whose first arrival is drawn like this. */
const inFlow =
  (arrival: string, size: number, act: Act): Act =>
  (at) => {
    arrives(at, checkFlowOpens(at.state, draws(at, arrival)), size);
    act(at);
  };

const avoiding = { policy: { kind: 'default_avoidance', horizon: 2 } };
const both = { policy: { kind: 'two_sided', horizon: 2, cashBuffer: '0' } };

const faults: readonly (readonly [what: string, message: RegExp, act: Act, given?: object])[] = [
  [
    'somebody without a shortfall sells',
    /H3 comes to SELL, and is none of those who may/,
    inFlow('S H3', 1, (at) => sellByPolicy(at.state, trader(at, 'H3'))),
  ],
  [
    'another comes than was drawn',
    /who was drawn: 3 ≠ 0/,
    inFlow('B H1', 2, (at) => buyByPolicy(at.state, trader(at, 'H4'))),
  ],
  [
    'a BUY is served where a SELL was drawn',
    /a BUY is served, and the other side was drawn/,
    inFlow('S H1', 1, (at) => buyByPolicy(at.state, trader(at, 'H1'))),
  ],
  [
    'one of two buyers is left out of the set that is drawn from',
    /those who may come: 1 ≠ 2/,
    inFlow('B H1', 1, () => undefined),
  ],
  [
    'a side is drawn where nobody buys',
    /a side is drawn, and nobody buys/,
    inFlow('S H2', 1, () => undefined),
    avoiding,
  ],
  [
    'somebody comes again after a fill',
    /H1 comes to BUY, and is none of those who may/,
    inFlow('B H1', 2, (at) => {
      buyByPolicy(at.state, trader(at, 'H1'));
      buyByPolicy(at.state, trader(at, 'H1'));
    }),
  ],
  [
    'more come than N_max',
    /arrivals of a flow: 1 > 0/,
    inFlow('B H1', 2, (at) => buyByPolicy(at.state, trader(at, 'H1'))),
    { policy: { kind: 'liquidity_and_investment', horizon: 2, maxArrivals: 0 } },
  ],
  [
    'a buyer passes over the bucket that could serve it',
    /a BUY comes to long, and short could have served it/,
    inFlow('B H1', 2, (at) => {
      const long = at.state.buckets[1] ?? assert.fail('there is no Long');
      buy(at.state, { customer: at.party('H1'), liquidityDriven: false }, long);
    }),
  ],
  [
    'a policy sells, and another reason is told',
    /a policy sells to raise cash, and another reason is told/,
    inFlow('S H2', 1, (at) => {
      sell(at.state, { customer: at.party('H2'), liquidityDriven: false }, at.ticket('k2'));
    }),
  ],
  [
    'a flow ends while somebody could come',
    /the flow is over, and H1 could still come/,
    (at) => {
      const choices = draws(at);
      checkFlowOpens(at.state, choices);
      checkFlowEnds(at.state, choices);
    },
  ],
  [
    'a script is told that a buyer may not come',
    /H1: CHK-11 does not hold: is not let in by a script/,
    (at) => {
      const choices = {
        ...draws(at, 'B H1'),
        agent: (_: unknown, admits: (place: number) => boolean) => +admits(0),
      };
      const heard = checkFlowOpens(at.state, choices);
      heard.prefersSell(at.state.policy.sellProbability);
      heard.agent({ size: 2, has: () => true, at: () => 0 }, () => false);
    },
  ],
  [
    // H4 has 5 and owes 5 on day 5: once it has paid 1.15 it would miss that
    'a purchase that leaves a gap',
    /H4 comes to BUY, and is none of those who may/,
    inFlow('B H4', 1, (at) => buyByPolicy(at.state, trader(at, 'H4'))),
    {
      ...both,
      tickets: [
        ...[1, 2, 3, 4, 5].map((serial) => {
          const parties = { issuer: 'H4', owner: 'vbt:short' };
          return { id: `d${String(serial)}`, liability: 'P4', ...parties, maturity: 5, serial };
        }),
        { id: 'k3', liability: 'P2', issuer: 'H3', owner: 'vbt:short', maturity: 5, serial: 9 },
      ],
    },
  ],
  [
    'a refusal at another price',
    /the price that an order is refused at: 9 ≠ 1.15/,
    (at) => {
      refused({ price: at.amount('9') })(at);
    },
  ],
  [
    'a refusal for cash where nobody can deliver',
    /nobody serves it/,
    (at) => {
      refused({ bucket: 'long', traderId: 'H2', price: at.amount('1.15') })(at);
    },
    { tickets: [] },
  ],
  [
    'a refusal as unsafe that no policy asks for',
    /no policy asks whether a BUY is safe/,
    refused({ reason: 'unsafe' }),
  ],
  [
    'a refusal as unsafe of what leaves no gap',
    /refused as unsafe, and leaves no gap/,
    refused({ reason: 'unsafe' }),
    both,
  ],
  [
    'a refusal for want of a ticket',
    /refused as without a ticket, with tickets: 1 > 0/,
    refused({
      ...{ traderId: 'H2', side: 'SELL', bucket: null, price: null, reason: 'no_ticket' },
    }),
  ],
  [
    'a price that is told where nobody can deliver',
    /nobody can deliver, and a price is told/,
    refused({ reason: 'no_eligible_ticket' }),
    { tickets: [] },
  ],
  ['an order of no side', /neither buys in a bucket nor sells/, refused({ side: '' as 'BUY' })],
  [
    'a BUY for want of cash',
    /a BUY is told as made to raise cash/,
    (at) => {
      buy(at.state, { customer: at.party('H1'), liquidityDriven: true }, at.short);
    },
  ],
  [
    'a trade with another number',
    /the number of the trade: 1 ≠ 0/,
    (at) => {
      at.state.journal.tradeIndex = 1;
      buyByPolicy(at.state, trader(at, 'H1'));
    },
  ],
  ['an event of another day', /the day of an event: 4 ≠ 3/, refused({ day: 4 })],
  [
    'an event of no kind',
    /there is no such event/,
    (at) => {
      record(at.state, { day: 3, kind: '' as 'Overridden', path: '' });
    },
  ],
  [
    'a period without its settlement',
    /the steps of a period: order flow ≠ advance, posting/,
    (at) => {
      const choices = { ...draws(at), more: () => false };
      orderFlow(at.state, formEligible(at.state), choices);
      checkStep(at.state, 'period');
    },
  ],
  [
    'a run that ends too early',
    /periods of the run: 0 ≠ 2/,
    (at) => {
      audit(at.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 2, stopOnDefault: false });
    },
  ],
  [
    'a run that ends for a default, and there was none',
    /why the run ends: default ≠ periods/,
    (at) => {
      audit(at.state, { day: 3, kind: 'RunEnded', reason: 'default' }, { periods: 0, stopOnDefault: true });
    },
  ],
  [
    'an end that is told otherwise',
    /why the run ends, as told: default ≠ periods/,
    (at) => {
      audit(at.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 0, stopOnDefault: false });
      record(at.state, { day: 3, kind: 'RunEnded', reason: 'default' });
    },
  ],
];

for (const [what, message, act, given] of faults) {
  test(`${what}: stopped`, () => {
    const at = scene(given);
    isStopped(() => {
      act(at);
    }, message);
  });
}

test('a flow in which all come that may is not stopped', () => {
  const at = scene();
  const arrivals = orderFlow(at.state, formEligible(at.state), draws(at, 'S H2', 'B H1', 'B H4'));
  assert.deepEqual(
    arrivals.map(({ agent, side }) => [agent, side]),
    [
      ['H2', 'SELL'],
      ['H1', 'BUY'],
      ['H4', 'BUY'],
    ],
  );
});

test('a period with its steps in order is not stopped', () => {
  const at = scene({ tickets: [] });
  runPeriod(at.state, { ...draws(at), more: () => false });
  assert.equal(at.state.time, 4);
});
