/** What rebucketing, rollover, settlement, the guard and a refusal could get wrong, and the check that stops it. CHK-11. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStep } from '../../src/core/checks/check.ts';
import type { EventOf } from '../../src/core/events.ts';
import { distribute, overrideCash, transfer } from '../../src/core/ledger.ts';
import { setCash } from '../../src/core/override.ts';
import { record } from '../../src/core/record.ts';
import { closeDay, issue, move, relabel, remove } from '../../src/core/tickets.ts';
import { openWorld } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { quotes, Scene } from '../../steps/scene.ts';
import { isStopped } from './stopped.ts';

/**
 * Day 3, Short for 1 to 3 periods and Long above, mids of 1. Tomorrow `c1` of the Long dealer and `c2` of H1 enter
 * Short. H2 can pay `k1`, which is due today and is issued again for two periods.
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
      { id: 'H2', cash: '5' },
      { id: 'H3', cash: '0' },
    ],
    tickets: [
      { id: 'k1', liability: 'P1', issuer: 'H2', owner: 'H1', maturity: 3, distance: 2, serial: 1 },
      { id: 'c1', liability: 'P2', issuer: 'H2', owner: 'dealer:long', maturity: 7, serial: 2 },
      { id: 'c2', liability: 'P2', issuer: 'H2', owner: 'H1', maturity: 7, serial: 3 },
      { id: 's1', liability: 'P3', issuer: 'H2', owner: 'dealer:short', maturity: 5, serial: 4 },
    ],
    rollover: { enabled: true },
    ...given,
  });
  return new Scene(
    openWorld(completeWorld(world), { numbers: decimal, run: 'demo', checks: true, sink: () => undefined }),
  );
}

type Changes<K extends Parameters<typeof record>[1]['kind']> = Partial<EventOf<K>>;

function crossing(at: Scene, told: Changes<'TicketRebucketed'> = {}): void {
  const sale = { seller: 'dealer:long', buyer: 'dealer:short', price: at.amount('1') };
  const between = { tickets: ['c1'], fromBucket: 'long', toBucket: 'short' };
  record(at.state, { day: 4, kind: 'TicketRebucketed', ...between, ...sale, ...told });
}

/** `c1` goes from the Long dealer to another party for a price. */
function sold(at: Scene, buyer: string, price: string, bucket = 0): void {
  transfer(at.state, at.party(buyer), at.party('dealer:long'), at.amount(price));
  move(at.state, at.ticket('c1'), at.party(buyer), bucket);
}

/** H2 pays `k1`, as it should. */
function repaid(at: Scene, tickets: readonly string[] = ['k1']): void {
  const payer = at.party('H2');
  const part = { party: at.party('H1'), amount: at.amount('1') };
  distribute(at.state, payer, payer.cash.minus(part.amount), [part]);
  remove(at.state, at.ticket('k1'));
  const payouts = [{ holder: 'H1', tickets, amount: part.amount }];
  const amounts = { amount: part.amount, paid: part.amount };
  record(at.state, {
    day: 3,
    kind: 'PayableSettled',
    pid: 'P1',
    debtor: 'H2',
    bucket: 'short',
    payouts,
    ...amounts,
  });
}

/** `k1` is issued again; what a case breaks is given. */
function again(at: Scene, given: object, price = '1', told: Changes<'PayableRolledOver'> = {}): void {
  const [h1, h2] = [at.party('H1'), at.party('H2')];
  assert.ok(h1.kind === 'trader' && h2.kind === 'trader');
  const parties = { issuer: h2, owner: h1 };
  const k1 = { id: 'k1~1', liability: 'P1~1', ...parties, maturity: 5, distance: 2, serial: 5, bucket: 0 };
  transfer(at.state, h1, h2, at.amount(price));
  issue(at.state, { ...k1, live: true, ...given });
  const ids = { pid: 'P1', payableId: 'P1~1', tickets: ['k1~1'], debtor: 'H2', creditor: 'H1' };
  const terms = { bucket: 'short', dueDay: 5, amount: at.amount('1'), price: at.amount(price) };
  record(at.state, { day: 3, kind: 'PayableRolledOver', ...ids, ...terms, ...told });
}

const declined = (at: Scene, told: Changes<'RolloverDeclined'> = {}): void => {
  const who = { ticketId: 'k1', debtor: 'H2', holder: 'H1', price: at.amount('1') };
  record(at.state, { day: 3, kind: 'RolloverDeclined', ...who, reason: 'cash', ...told });
};

const refused = (at: Scene, told: Changes<'OrderRejected'>): void => {
  const order = { traderId: 'H1', side: 'BUY', bucket: 'short', price: at.amount('1') } as const;
  record(at.state, { day: 3, kind: 'OrderRejected', ...order, reason: 'no_eligible_ticket', ...told });
};

/** The Short dealer, with one ticket and cash of 5, posts these quotes; under the guard they are the outside ones. */
function quoted(at: Scene, told: Readonly<Record<'capacity' | 'bid' | 'ask', string>>, guard: boolean): void {
  const [dealerCapacity, bid, ask] = [at.amount(told.capacity), at.amount(told.bid), at.amount(told.ask)];
  const desk = {
    dealerInventory: 1,
    dealerCash: at.amount('5'),
    dealerCapacity,
    dealerMidline: at.amount('1'),
  };
  record(at.state, quotes(at, { ...desk, bid, ask, bidPinned: guard, askPinned: guard, guard }));
}

/** Anchors that stay where they are. */
function anchors(at: Scene, told: Changes<'AnchorsUpdated'>): void {
  const { outsideMid, outsideSpread, outsideBid, outsideAsk } = at.short;
  const now = { outsideMidBefore: outsideMid, outsideMid, outsideSpread, outsideBid, outsideAsk };
  record(at.state, {
    day: 3,
    kind: 'AnchorsUpdated',
    bucket: 'short',
    lossRate: at.amount('0'),
    ...now,
    ...told,
  });
}

/** The day ends as it should, and time has advanced. */
const tomorrow = (at: Scene): void => {
  repaid(at);
  closeDay(at.state, 3);
  checkStep(at.state, 'settlement');
  at.state.time++;
};

interface Fault {
  readonly given?: object;
  readonly act: (at: Scene) => void;
  readonly message: RegExp;
}

const faults: Readonly<Record<string, Fault>> = {
  'a ticket that keeps its owner is paid for': {
    act: (at) => {
      tomorrow(at);
      relabel(at.state, at.ticket('c2'), 0);
      transfer(at.state, at.party('dealer:short'), at.party('H1'), at.amount('1'));
      crossing(at, { tickets: ['c2'], seller: 'H1', buyer: 'H1', price: null });
    },
    message: /a ticket that keeps its owner moves cash or holdings/,
  },
  'a desk keeps what leaves its bucket': {
    act: (at) => {
      tomorrow(at);
      relabel(at.state, at.ticket('c1'), 0);
      crossing(at, { buyer: 'dealer:long', price: null });
    },
    message: /a desk keeps a ticket of its home bucket that leaves it/,
  },
  'more tickets are told of than moved': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'dealer:short', '1');
      crossing(at, { tickets: ['c1', 'c2'] });
    },
    message: /tickets sold on the way: 1 ≠ 2/,
  },
  'a ticket keeps the label of the bucket that it left': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'dealer:short', '1', 1);
      crossing(at);
    },
    message: /ticket c1 does not belong to short/,
  },
  'the buyer told is not the buyer': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'vbt:short', '1');
      crossing(at);
    },
    message: /ticket c1 went from dealer:long to vbt:short/,
  },
  'a ticket is sold to the other kind of desk': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'vbt:short', '1');
      crossing(at, { buyer: 'vbt:short' });
    },
    message: /dealer:short has 5 for the mid of 1, and vbt:short buys/,
  },
  'a ticket is sold to a desk of another bucket': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'vbt:long', '1');
      crossing(at, { buyer: 'vbt:long' });
    },
    message: /the buyer of an internal sale: vbt:long ≠ dealer:short/,
  },
  'a dealer without the cash buys': {
    given: { dealers: { short: { cash: '0.5' }, long: { cash: '5' } } },
    act: (at) => {
      tomorrow(at);
      sold(at, 'dealer:short', '0.5');
      crossing(at, { price: at.amount('0.5') });
    },
    message: /a dealer does not borrow: 0\.5 < 1/,
  },
  'an internal sale is not at the mid': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'dealer:short', '0.9');
      crossing(at, { price: at.amount('0.9') });
    },
    message: /an internal sale is paid at the outside mid: 0\.9 ≠ 1/,
  },
  'a trader sells internally': {
    act: (at) => {
      tomorrow(at);
      transfer(at.state, at.party('dealer:short'), at.party('H1'), at.amount('1'));
      move(at.state, at.ticket('c2'), at.party('dealer:short'), 0);
      crossing(at, { tickets: ['c2'], seller: 'H1' });
    },
    message: /a trader sells internally/,
  },
  'time advances and a crossing ticket keeps its label': {
    act: (at) => {
      tomorrow(at);
      checkStep(at.state, 'advance');
    },
    message: /ticket c1 has entered short, and has another label/,
  },
  'settlement ends before a due ticket is settled': {
    act: (at) => {
      checkStep(at.state, 'settlement');
    },
    message: /k1|due/,
  },
  'a ticket is issued again with rollover off': {
    given: { rollover: { enabled: false } },
    act: (at) => {
      repaid(at);
      again(at, {});
    },
    message: /a ticket is issued again with rollover off/,
  },
  'a ticket is issued again that was not repaid': {
    act: (at) => {
      again(at, {});
    },
    message: /ticket k1~1 is issued again, and nothing is left of what was repaid today/,
  },
  'a new ticket has another issuer': {
    act: (at) => {
      repaid(at);
      again(at, { issuer: at.party('H3') });
    },
    message: /ticket k1~1 is not between the parties, or for the time, of k1/,
  },
  'a new ticket matures a day late': {
    act: (at) => {
      repaid(at);
      again(at, { maturity: 6 });
    },
    message: /maturity of ticket k1~1: 6 ≠ 5/,
  },
  'a new ticket has the label of another bucket': {
    act: (at) => {
      repaid(at);
      again(at, { bucket: 1 });
    },
    message: /ticket k1~1 does not have the label of 2 periods/,
  },
  'a new ticket is lent below par': {
    act: (at) => {
      repaid(at);
      again(at, {}, '0.8');
    },
    message: /the issue price: 0\.8 ≠ 1/,
  },
  'another ticket is told than is issued': {
    act: (at) => {
      repaid(at);
      again(at, {}, '1', { tickets: ['k2~1'] });
    },
    message: /the tickets told are not those that are issued/,
  },
  'a new ticket is told as that of another liability': {
    act: (at) => {
      repaid(at);
      again(at, {}, '1', { pid: 'P2' });
    },
    message: /ticket k1~1 of P1~1 follows one of P1/,
  },
  'a new ticket has the liability of the old one': {
    act: (at) => {
      repaid(at);
      again(at, { liability: 'P1' }, '1', { payableId: 'P1' });
    },
    message: /what follows P1: P1 ≠ P1~1/,
  },
  'a new ticket is told between others': {
    act: (at) => {
      repaid(at);
      again(at, {}, '1', { creditor: 'H3' });
    },
    message: /ticket k1~1 is of H2 and H1/,
  },
  'a new ticket is told for another day': {
    act: (at) => {
      repaid(at);
      again(at, {}, '1', { dueDay: 6 });
    },
    message: /the bucket and the day told are not those of the new tickets/,
  },
  'a new ticket is told with another face': {
    act: (at) => {
      repaid(at);
      again(at, {}, '1', { amount: at.amount('2') });
    },
    message: /the face of what is issued: 2 ≠ 1/,
  },
  'what was repaid later rolls first': {
    act: (at) => {
      repaid(at);
      const { memory } = at.state.journal.checks ?? assert.fail('the checks are off');
      memory.repaid.push({ ...at.ticket('c2'), serial: 0 });
      again(at, {});
    },
    message: /ticket k1~1 is issued again, and it is the turn of c2/,
  },
  'a desk keeps a new ticket of another bucket': {
    act: (at) => {
      const { memory } = at.state.journal.checks ?? assert.fail('the checks are off');
      memory.toPlace = at.ticket('c1');
      checkStep(at.state, 'rollover');
    },
    message: /ticket c1 is of another bucket, and is not passed on/,
  },
  'rollover ends and a repaid ticket is forgotten': {
    act: (at) => {
      repaid(at);
      checkStep(at.state, 'rollover');
    },
    message: /ticket k1 was repaid, and is neither issued again nor declined/,
  },
  'a holder with the cash declines': {
    act: (at) => {
      repaid(at);
      declined(at);
    },
    message: /a holder declines with cash below the issue price: 6 > 1/,
  },
  'a ticket is declined between others': {
    act: (at) => {
      repaid(at);
      declined(at, { holder: 'H3' });
    },
    message: /ticket k1 is declined between others/,
  },
  'a ticket is declined at another price': {
    act: (at) => {
      repaid(at);
      declined(at, { price: at.amount('2') });
    },
    message: /the issue price: 2 ≠ 1/,
  },
  'what was not repaid is declined': {
    act: (at) => {
      declined(at);
    },
    message: /ticket k1 is declined, and nothing is left of what was repaid today/,
  },
  'a placed ticket does not move': {
    act: (at) => {
      const sale = { seller: 'dealer:long', buyer: 'dealer:short', price: at.amount('1') };
      record(at.state, { day: 3, kind: 'TicketPlaced', ticketId: 'c1', bucket: 'short', ...sale });
    },
    message: /ticket c1 is placed, and does not move alone/,
  },
  'a ticket is placed that was at home': {
    act: (at) => {
      transfer(at.state, at.party('vbt:long'), at.party('dealer:long'), at.amount('1'));
      move(at.state, at.ticket('c1'), at.party('vbt:long'));
      const sale = { seller: 'dealer:long', buyer: 'vbt:long', price: at.amount('1') };
      record(at.state, { day: 3, kind: 'TicketPlaced', ticketId: 'c1', bucket: 'long', ...sale });
    },
    message: /ticket c1 is placed, and was at home/,
  },
  'an order is refused for no reason': {
    act: (at) => {
      refused(at, { reason: '' as 'cash' });
    },
    message: /an order is refused for no reason/,
  },
  'a policy that takes any price is refused for one': {
    act: (at) => {
      refused(at, { side: 'SELL', reason: 'price', price: at.amount('0') });
    },
    message: /the policy takes any price, and an order is refused for it/,
  },
  'a buyer is refused what the dealer has': {
    act: (at) => {
      refused(at, {});
    },
    message: /a BUY is refused, and dealer:short could deliver/,
  },
  'a buyer with the cash is refused for cash': {
    act: (at) => {
      refused(at, { reason: 'cash' });
    },
    message: /refused for cash below the price: 5 > 1/,
  },
  'an order at a price above 0 is refused for it': {
    given: { policy: { kind: 'default_avoidance' } },
    act: (at) => {
      refused(at, { side: 'SELL', reason: 'price' });
    },
    message: /refused for a price of at most 0: 1 > 0/,
  },
  'a refused order moves cash': {
    act: (at) => {
      transfer(at.state, at.party('H1'), at.party('vbt:short'), at.amount('1'));
      refused(at, {});
    },
    message: /a refused order changes an account/,
  },
  'quotes are those of the guard above its threshold': {
    act: (at) => {
      quoted(at, { capacity: '0', bid: '0.85', ask: '1.15' }, true);
    },
    message: /the guard is on above its threshold/,
  },
  'quotes are posted again': {
    act: (at) => {
      // K = 6, a = 1: the midline is 1 + 0.3·4/16, half the inside width 0.3/14
      const midline = at.amount('1.075');
      const half = at.amount('0.3').div(14);
      const told = { dealerInventory: 1, dealerCash: at.amount('5'), dealerCapacity: at.amount('6') };
      const inside = { dealerMidline: midline, bid: midline.minus(half), ask: midline.plus(half) };
      record(at.state, quotes(at, { ...told, ...inside }));
    },
    message: /quotes are posted again, and nothing has moved them/,
  },
  'quotes are not posted after a trade': {
    act: (at) => {
      const { memory } = at.state.journal.checks ?? assert.fail('the checks are off');
      memory.hasTraded = true;
      memory.posting[0] = 'moved';
      record(at.state, { day: 3, kind: 'Overridden', path: 'nothing' });
    },
    message: /the quotes have moved, and are not posted/,
  },
  'more is set than the world has more': {
    act: (at) => {
      overrideCash(at.state, at.party('H1'), at.amount('6'));
      record(at.state, { day: 3, kind: 'Overridden', path: 'H1 cash' });
    },
    message: /C1 does not hold: what is set is what the world has more: 1 ≠ 0/,
  },
  'a balance is set below zero': {
    act: (at) => {
      setCash(at.state, at.party('H1'), at.amount('-1'));
    },
    message: /CHK-11 does not hold: nobody pays what it has not: -1 < 0/,
  },
  'an issuer settles after one behind it': {
    act: (at) => {
      const { memory } = at.state.journal.checks ?? assert.fail('the checks are off');
      const [, , last] = at.state.traders;
      memory.lastIssuer = last ?? null;
      repaid(at);
    },
    message: /H2 settles after H3/,
  },
  'an issuer that pays is marked as in default': {
    act: (at) => {
      const issuer = at.party('H2');
      if (issuer.kind === 'trader') issuer.defaulted = true;
      repaid(at);
    },
    message: /H2 is marked as in default/,
  },
  'another ticket is told as paid for': {
    act: (at) => {
      repaid(at, ['s1']);
    },
    message: /ticket s1 is paid for, and is not one of H1 that is gone/,
  },
  'a ticket is told as sold from a bucket that it did not leave': {
    act: (at) => {
      tomorrow(at);
      sold(at, 'dealer:short', '1');
      crossing(at, { fromBucket: 'short' });
    },
    message: /dealer:long sells ticket c1, which leaves the bucket long/,
  },
  'anchors are told to move, and do not': {
    act: (at) => {
      anchors(at, {});
    },
    message: /an update of anchors is told, and nothing moves/,
  },
  'quotes are of another capacity': {
    act: (at) => {
      quoted(at, { capacity: '5', bid: '0.9', ask: '1.1' }, false);
    },
    message: /K\* = ⌊V\/M⌋: 5 ≠ 6/,
  },
};

for (const [what, { given, act, message }] of Object.entries(faults)) {
  test(`${what}: stopped`, () => {
    const at = scene(given);
    isStopped(() => {
      act(at);
    }, message);
  });
}

test('what is right is not stopped', () => {
  const at = scene();
  repaid(at);
  closeDay(at.state, 3);
  checkStep(at.state, 'settlement');
  again(at, {});
  checkStep(at.state, 'rollover');
  at.state.time++;
  sold(at, 'dealer:short', '1');
  crossing(at);
  relabel(at.state, at.ticket('c2'), 0);
  crossing(at, { tickets: ['c2'], seller: 'H1', buyer: 'H1', price: null });
  checkStep(at.state, 'advance');
});
