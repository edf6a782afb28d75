/** C1 … C6 fire: a state is broken by hand in the middle of an event, and the event is stopped. CHK-07. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelEvent } from '../../src/core/events.ts';
import { audit, CheckViolation, type CheckName } from '../../src/core/invariants.ts';
import { transfer } from '../../src/core/ledger.ts';
import { record } from '../../src/core/record.ts';
import { desksOf, type Party, type State, type Ticket } from '../../src/core/state.ts';
import { issue, move, remove, ticketNamed } from '../../src/core/tickets.ts';
import { openWorld, type World } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';
import { decimal, type Arithmetic } from '../../src/num.ts';

const bucket = { midSensitivity: '1', spreadSensitivity: '0.6', minSpread: '0', outsideMid: '1' };
const world: World = {
  time: 3,
  ticketSize: '1',
  guardThreshold: '0.02',
  clipOutsideBid: true,
  rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
  buckets: [
    { id: 'short', from: 1, to: 3, outsideSpread: '0.3', ...bucket },
    { id: 'long', from: 4, to: null, outsideSpread: '0.3', ...bucket },
  ],
  dealers: { short: { cash: '0.10' } },
  vbts: { short: { cash: '0' } },
  traders: [
    { id: 'H1', cash: '5' },
    { id: 'H2', cash: '0' },
  ],
  tickets: [
    { id: 'k1', liability: 'P1', issuer: 'H2', owner: 'dealer:short', maturity: 4, serial: 1 },
    { id: 'k2', liability: 'P1', issuer: 'H2', owner: 'dealer:short', maturity: 4, serial: 2 },
    { id: 'k3', liability: 'P1', issuer: 'H2', owner: 'vbt:short', maturity: 4, serial: 3 },
    { id: 'k4', liability: 'P1', issuer: 'H2', owner: 'H1', maturity: 4, serial: 4 },
  ],
  policy: {
    kind: 'liquidity_and_investment',
    horizon: 3,
    cashBuffer: '1',
    maxArrivals: 3,
    sellProbability: '0.5',
  },
  anchors: { update: true },
  rollover: { enabled: false, issuePrice: 'par' },
  regime: 'active',
};

interface Scene {
  readonly state: State;
  readonly party: (id: string) => Party;
  readonly ticket: (id: string) => Ticket;
  readonly amount: (text: string) => ReturnType<Arithmetic['of']>;
}

function open(numbers: Arithmetic): Scene {
  const state = openWorld(world, { numbers, run: 'demo', checks: true, sink: () => undefined });
  const party = (id: string): Party => state.parties.get(id) ?? assert.fail(`nobody is called ${id}`);
  const ticket = (id: string): Ticket => ticketNamed(state, id) ?? assert.fail(`there is no ${id}`);
  return { state, party, ticket, amount: (text) => numbers.of(text) };
}

/** A fill as the trade module would tell it; what a case breaks is given. */
function fill({ amount }: Scene, given: object): ModelEvent {
  return {
    day: 3,
    kind: 'TradeExecuted',
    tradeIndex: 0,
    traderId: 'H1',
    side: 'SELL',
    buyerId: 'dealer:short',
    sellerId: 'H1',
    bucket: 'short',
    ticketId: 'k4',
    liabilityId: 'P1',
    issuerId: 'H2',
    maturityDay: 4,
    price: amount('0.85'),
    outsideMid: amount('1'),
    outsideBid: amount('0.85'),
    outsideAsk: amount('1.15'),
    dealerMidline: amount('0.925'),
    dealerInventoryBefore: 2,
    dealerInventoryAfter: 2,
    bid: amount('0.05'),
    ask: amount('0.975'),
    isPassthrough: false,
    pinned: true,
    hitVbtReason: null,
    isLiquidityDriven: true,
    ...given,
  };
}

const rejected: ModelEvent = {
  day: 3,
  kind: 'OrderRejected',
  traderId: 'H1',
  side: 'BUY',
  bucket: null,
  price: null,
  reason: 'cash',
};

const quotes = ({ amount }: Scene, given: object): ModelEvent => ({
  day: 3,
  kind: 'QuotesPosted',
  bucket: 'short',
  dealerInventory: 2,
  dealerCash: amount('0.1'),
  dealerCapacity: amount('2'),
  dealerMidline: amount('0.925'),
  bid: amount('0.875'),
  ask: amount('0.975'),
  outsideBid: amount('0.85'),
  outsideAsk: amount('1.15'),
  bidPinned: false,
  askPinned: false,
  guard: false,
  ...given,
});

const defaulted = ({ amount }: Scene, given: object): ModelEvent => ({
  day: 3,
  kind: 'PayableDefaulted',
  pid: 'P1',
  debtor: 'H2',
  amount: amount('1'),
  paid: amount('0'),
  recovery: amount('0'),
  bucket: 'short',
  payouts: [{ holder: 'H1', tickets: ['k4'], amount: amount('0') }],
  ...given,
});

type Sabotage = readonly [what: string, check: CheckName, says: RegExp, act: (scene: Scene) => void];

const sabotages: readonly Sabotage[] = [
  [
    'money appears',
    'C1',
    /between H1.*changes of cash add up to nothing: 0\.5 ≠ 0/,
    (scene) => {
      const h1 = scene.party('H1');
      transfer(scene.state, h1, scene.party('vbt:short'), scene.amount('1'));
      h1.cash = h1.cash.plus(scene.amount('0.5'));
      record(scene.state, rejected);
    },
  ],
  [
    'a ticket is counted by nobody',
    'C1',
    /tickets held change by what is issued less settled: -1 ≠ 0/,
    (scene) => {
      move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
      scene.party('vbt:short').held--;
      record(scene.state, rejected);
    },
  ],
  [
    'a moved ticket keeps its old owner',
    'C1',
    /ticket k4 is held once/,
    (scene) => {
      const h1 = scene.party('H1');
      move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
      scene.ticket('k4').owner = h1;
      record(scene.state, rejected);
    },
  ],
  [
    'a trade deletes a ticket',
    'C1',
    /the registry changes only by settlement and rollover: k4 ≠ none/,
    (scene) => {
      remove(scene.state, scene.ticket('k4'));
      record(scene.state, rejected);
    },
  ],
  [
    'a trade issues a ticket',
    'C1',
    /the registry changes only by settlement and rollover: k9/,
    (scene) => {
      issue(scene.state, { ...scene.ticket('k4'), id: 'k9', serial: 9 });
      record(scene.state, rejected);
    },
  ],
  [
    'a settled ticket stays registered',
    'C1',
    /a settled ticket is gone: k4/,
    (scene) => {
      const k4 = scene.ticket('k4');
      remove(scene.state, k4);
      k4.live = true;
      record(scene.state, defaulted(scene, {}));
    },
  ],
  [
    'an issued ticket is not registered',
    'C1',
    /an issued ticket is registered and held: k9/,
    (scene) => {
      const k9 = { ...scene.ticket('k4'), id: 'k9', serial: 9 };
      issue(scene.state, k9);
      k9.live = false;
      const rolled = {
        pid: 'P1',
        payableId: 'P1~1',
        tickets: ['k9'],
        debtor: 'H2',
        creditor: 'H1',
      };
      const { amount } = scene;
      record(scene.state, {
        day: 3,
        kind: 'PayableRolledOver',
        ...rolled,
        bucket: 'short',
        dueDay: 4,
        amount: amount('1'),
        price: amount('1'),
      });
    },
  ],
  [
    'payouts miss what was paid',
    'C1',
    /payouts add up to what was paid: 0 ≠ 0\.5/,
    (scene) => {
      remove(scene.state, scene.ticket('k4'));
      record(scene.state, defaulted(scene, { paid: scene.amount('0.5'), recovery: scene.amount('0.5') }));
    },
  ],
  [
    'more is paid than R·D',
    'C1',
    /paid = R·D: 0 ≠ 0\.5/,
    (scene) => {
      remove(scene.state, scene.ticket('k4'));
      record(scene.state, defaulted(scene, { recovery: scene.amount('0.5') }));
    },
  ],
  [
    'a matured ticket is left over',
    'C1',
    /every matured ticket is paid for and gone: 2 ≠ 1/,
    (scene) => {
      remove(scene.state, scene.ticket('k4'));
      record(
        scene.state,
        defaulted(scene, { payouts: [{ holder: 'H1', tickets: ['k4', 'k3'], amount: scene.amount('0') }] }),
      );
    },
  ],
  [
    'the bid falls below B',
    'C2',
    /b_c ≥ B: 0\.8 ≠ 0\.85/,
    (scene) => {
      record(scene.state, quotes(scene, { bid: scene.amount('0.8') }));
    },
  ],
  [
    'the ask rises above A',
    'C2',
    /a_c ≤ A: 1\.2 ≠ 1\.15/,
    (scene) => {
      record(scene.state, quotes(scene, { ask: scene.amount('1.2') }));
    },
  ],
  [
    'the bid flag lies',
    'C2',
    /bid pinned ⇔ b_c = B/,
    (scene) => {
      record(scene.state, quotes(scene, { bidPinned: true }));
    },
  ],
  [
    'the ask flag lies',
    'C2',
    /ask pinned ⇔ a_c = A/,
    (scene) => {
      record(scene.state, quotes(scene, { ask: scene.amount('1.15') }));
    },
  ],
  [
    'an interior SELL above capacity',
    'C3',
    /x \+ S ≤ X\*, in tickets: 3 ≠ 2/,
    (scene) => {
      record(scene.state, fill(scene, {}));
    },
  ],
  [
    'an interior SELL beyond the dealer’s cash',
    'C3',
    /C ≥ b_c\(x\): 1\.1 ≠ 1\.2/,
    (scene) => {
      const dealer = desksOf(scene.state.buckets[0] ?? assert.fail()).dealer;
      dealer.cash = scene.amount('1.1');
      record(scene.state, fill(scene, { bid: scene.amount('1.2') }));
    },
  ],
  [
    'an interior BUY from an empty shelf',
    'C3',
    /an interior BUY needs x ≥ S: 0 ≠ 1/,
    (scene) => {
      record(scene.state, fill(scene, { side: 'BUY', bucket: 'long', sellerId: 'dealer:long' }));
    },
  ],
  [
    'an interior fill under the guard',
    'C3',
    /needs M > M_min: 0\.01 ≠ 0\.02/,
    (scene) => {
      record(scene.state, fill(scene, { outsideMid: scene.amount('0.01') }));
    },
  ],
  [
    'a pass-through moves the dealer’s tickets',
    'C4',
    /dealer:short.*leaves x, in tickets: 3 ≠ 2/,
    (scene) => {
      move(scene.state, scene.ticket('k4'), scene.party('dealer:short'));
      record(scene.state, fill(scene, { isPassthrough: true }));
    },
  ],
  [
    'a pass-through moves the dealer’s cash',
    'C4',
    /leaves C: -0\.75 ≠ 0\.1/,
    (scene) => {
      transfer(scene.state, scene.party('dealer:short'), scene.party('H1'), scene.amount('0.85'));
      record(scene.state, fill(scene, { isPassthrough: true }));
    },
  ],
  [
    'a pass-through away from the outside quote',
    'C4',
    /filled at the pinned outside quote: 0\.9 ≠ 0\.85/,
    (scene) => {
      record(scene.state, fill(scene, { isPassthrough: true, price: scene.amount('0.9') }));
    },
  ],
  [
    'a pass-through without its flag',
    'C4',
    /filled at the pinned outside quote/,
    (scene) => {
      record(scene.state, fill(scene, { isPassthrough: true, pinned: false }));
    },
  ],
  [
    'a desk’s equity is not explained',
    'C5',
    /between vbt:short.*E = C \+ M·a/,
    (scene) => {
      transfer(scene.state, scene.party('vbt:short'), scene.party('H1'), scene.amount('1'));
      scene.party('H1').bookedEquity = scene.party('H1').bookedEquity.plus(scene.amount('1'));
      record(scene.state, rejected);
    },
  ],
  [
    'a trader’s equity is not at face',
    'C5',
    /between H1.*equity at face/,
    (scene) => {
      transfer(scene.state, scene.party('H1'), scene.party('H2'), scene.amount('1'));
      record(scene.state, rejected);
    },
  ],
  [
    'the mid moves within a period',
    'C6',
    /between short.*M is what the last period left: 0\.9 ≠ 1/,
    (scene) => {
      const short = scene.state.buckets[0] ?? assert.fail();
      short.outsideMid = scene.amount('0.9');
      record(scene.state, rejected);
    },
  ],
  [
    'the spread moves within a period',
    'C6',
    /O is what the last period left: 0\.4 ≠ 0\.3/,
    (scene) => {
      const short = scene.state.buckets[0] ?? assert.fail();
      short.outsideSpread = scene.amount('0.4');
      record(scene.state, rejected);
    },
  ],
  [
    'money leaks between events',
    'C1',
    /the cash in the world is what it was/,
    (scene) => {
      const h1 = scene.party('H1');
      h1.cash = h1.cash.minus(scene.amount('1'));
      h1.bookedEquity = h1.bookedEquity.minus(scene.amount('1'));
      audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
    },
  ],
  [
    'a ticket is lost between events',
    'C1',
    /every registered ticket is held: 3 ≠ 4/,
    (scene) => {
      scene.party('H1').held--;
      scene.party('H1').bookedEquity = scene.party('H1').bookedEquity.minus(scene.amount('1'));
      audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
    },
  ],
  [
    'a holding is lost between events',
    'C1',
    /the owner holds the ticket: k4/,
    (scene) => {
      scene.party('H1').holdings.length = 0;
      audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
    },
  ],
];

for (const numbers of [decimal, float64]) {
  for (const [what, check, says, act] of sabotages) {
    test(`${check} fires when ${what}, in ${numbers.name}`, () => {
      const scene = open(numbers);
      assert.throws(
        () => {
          act(scene);
        },
        (error) => {
          assert.ok(error instanceof CheckViolation, String(error));
          assert.equal(error.check, check);
          assert.match(error.message, /^run demo, period 3, event \d+ \(\w+\)/);
          assert.match(error.message, says);
          return true;
        },
      );
    });
  }
}

test('with the checks off nothing fires', () => {
  const state = openWorld(world, { numbers: decimal, run: 'demo', checks: false, sink: () => undefined });
  const short = state.buckets[0] ?? assert.fail();
  short.outsideMid = decimal.of('0.9');
  record(state, rejected);
  audit(state, { day: 3, kind: 'RunEnded', reason: 'periods' });
  assert.equal(state.journal.checks, null);
});
