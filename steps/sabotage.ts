/** Faults: what breaks in the middle of an event, or what an event tells that did not happen. CHK-07. */
import assert from 'node:assert/strict';
import type { ModelEvent } from '../src/core/events.ts';
import { audit } from '../src/core/invariants.ts';
import { transfer } from '../src/core/ledger.ts';
import { record } from '../src/core/record.ts';
import { desksOf, type Bucket, type Party, type State, type Ticket } from '../src/core/state.ts';
import { issue, move, remove, ticketNamed } from '../src/core/tickets.ts';
import type { Num } from '../src/num.ts';

/** The world in which something goes wrong. */
export class Scene {
  constructor(readonly state: State) {}

  party(id: string): Party {
    return this.state.parties.get(id) ?? assert.fail(`nobody is called ${id}`);
  }

  ticket(id: string): Ticket {
    return ticketNamed(this.state, id) ?? assert.fail(`there is no ${id}`);
  }

  get short(): Bucket {
    return this.state.buckets[0] ?? assert.fail('there is no bucket');
  }

  amount(text: string): Num {
    return this.state.numbers.of(text);
  }
}

/** A fill as the trade module would tell it; what a case breaks is given. */
function fill(scene: Scene, given: object): ModelEvent {
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
    price: scene.amount('0.85'),
    outsideMid: scene.amount('1'),
    outsideBid: scene.amount('0.85'),
    outsideAsk: scene.amount('1.15'),
    dealerMidline: scene.amount('0.925'),
    dealerInventoryBefore: 2,
    dealerInventoryAfter: 2,
    bid: scene.amount('0.05'),
    ask: scene.amount('0.975'),
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

const quotes = (scene: Scene, given: object): ModelEvent => ({
  day: 3,
  kind: 'QuotesPosted',
  bucket: 'short',
  dealerInventory: 2,
  dealerCash: scene.amount('0.1'),
  dealerCapacity: scene.amount('2'),
  dealerMidline: scene.amount('0.925'),
  bid: scene.amount('0.875'),
  ask: scene.amount('0.975'),
  outsideBid: scene.amount('0.85'),
  outsideAsk: scene.amount('1.15'),
  bidPinned: false,
  askPinned: false,
  guard: false,
  ...given,
});

const defaulted = (scene: Scene, given: object): ModelEvent => ({
  day: 3,
  kind: 'PayableDefaulted',
  pid: 'P1',
  debtor: 'H2',
  amount: scene.amount('1'),
  paid: scene.amount('0'),
  recovery: scene.amount('0'),
  bucket: 'short',
  payouts: [{ holder: 'H1', tickets: ['k4'], amount: scene.amount('0') }],
  ...given,
});

const rolled = (scene: Scene): ModelEvent => ({
  day: 3,
  kind: 'PayableRolledOver',
  pid: 'P1',
  payableId: 'P1~1',
  tickets: ['k9'],
  debtor: 'H2',
  creditor: 'H1',
  bucket: 'short',
  dueDay: 4,
  amount: scene.amount('1'),
  price: scene.amount('1'),
});

const betweenFaceAndB = (scene: Scene): object => ({
  bid: scene.amount('1.05'),
  outsideBid: scene.amount('1.1'),
});

/** What goes wrong, by the words of the features. */
export const faults: Readonly<Record<string, (scene: Scene) => void>> = {
  'money appears': (scene) => {
    const h1 = scene.party('H1');
    transfer(scene.state, h1, scene.party('vbt:short'), scene.amount('1'));
    h1.cash = h1.cash.plus(scene.amount('0.5'));
    record(scene.state, rejected);
  },
  'a ticket is counted by nobody': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.party('vbt:short').held--;
    record(scene.state, rejected);
  },
  'a moved ticket keeps its old owner': (scene) => {
    const h1 = scene.party('H1');
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.ticket('k4').owner = h1;
    record(scene.state, rejected);
  },
  'a trade deletes a ticket': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(scene.state, rejected);
  },
  'a trade issues a ticket': (scene) => {
    issue(scene.state, { ...scene.ticket('k4'), id: 'k9', serial: 9 });
    record(scene.state, rejected);
  },
  'a settled ticket stays registered': (scene) => {
    const k4 = scene.ticket('k4');
    remove(scene.state, k4);
    k4.live = true;
    record(scene.state, defaulted(scene, {}));
  },
  'an issued ticket is not registered': (scene) => {
    const k9 = { ...scene.ticket('k4'), id: 'k9', serial: 9 };
    issue(scene.state, k9);
    k9.live = false;
    record(scene.state, rolled(scene));
  },
  'payouts miss what was paid': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(scene.state, defaulted(scene, { paid: scene.amount('0.5'), recovery: scene.amount('0.5') }));
  },
  'more is paid than R·D': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(scene.state, defaulted(scene, { recovery: scene.amount('0.5') }));
  },
  'a matured ticket is left over': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(
      scene.state,
      defaulted(scene, { payouts: [{ holder: 'H1', tickets: ['k4', 'k3'], amount: scene.amount('0') }] }),
    );
  },
  'the bid falls below B': (scene) => {
    record(scene.state, quotes(scene, { bid: scene.amount('0.8') }));
  },
  'the ask rises above A': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('1.2') }));
  },
  'the bid flag lies': (scene) => {
    record(scene.state, quotes(scene, { bidPinned: true }));
  },
  'the ask flag lies': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('1.15') }));
  },
  'an interior SELL above capacity': (scene) => {
    record(scene.state, fill(scene, {}));
  },
  'an interior SELL beyond the dealer’s cash': (scene) => {
    const { dealer } = desksOf(scene.short);
    dealer.cash = scene.amount('1.1');
    record(scene.state, fill(scene, { bid: scene.amount('1.2') }));
  },
  'an interior BUY from an empty shelf': (scene) => {
    record(scene.state, fill(scene, { side: 'BUY', bucket: 'long', sellerId: 'dealer:long' }));
  },
  'an interior fill under the guard': (scene) => {
    record(scene.state, fill(scene, { outsideMid: scene.amount('0.01') }));
  },
  'a pass-through moves the dealer’s tickets': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('dealer:short'));
    record(scene.state, fill(scene, { isPassthrough: true }));
  },
  'a pass-through moves the dealer’s cash': (scene) => {
    transfer(scene.state, scene.party('dealer:short'), scene.party('H1'), scene.amount('0.85'));
    record(scene.state, fill(scene, { isPassthrough: true }));
  },
  'a pass-through away from the outside quote': (scene) => {
    record(scene.state, fill(scene, { isPassthrough: true, price: scene.amount('0.9') }));
  },
  'a pass-through without its flag': (scene) => {
    record(scene.state, fill(scene, { isPassthrough: true, pinned: false }));
  },
  'a desk’s equity is not explained': (scene) => {
    transfer(scene.state, scene.party('vbt:short'), scene.party('H1'), scene.amount('1'));
    scene.party('H1').bookedEquity = scene.party('H1').bookedEquity.plus(scene.amount('1'));
    record(scene.state, rejected);
  },
  'a trader’s equity is not at face': (scene) => {
    transfer(scene.state, scene.party('H1'), scene.party('H2'), scene.amount('1'));
    record(scene.state, rejected);
  },
  'the mid moves within a period': (scene) => {
    scene.short.outsideMid = scene.amount('0.9');
    record(scene.state, rejected);
  },
  'the spread moves within a period': (scene) => {
    scene.short.outsideSpread = scene.amount('0.4');
    record(scene.state, rejected);
  },
  'money leaks between events': (scene) => {
    const h1 = scene.party('H1');
    h1.cash = h1.cash.minus(scene.amount('1'));
    h1.bookedEquity = h1.bookedEquity.minus(scene.amount('1'));
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
  },
  'a ticket is lost between events': (scene) => {
    scene.party('H1').held--;
    scene.party('H1').bookedEquity = scene.party('H1').bookedEquity.minus(scene.amount('1'));
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
  },
  'a holding is lost between events': (scene) => {
    scene.party('H1').holdings.length = 0;
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
  },
  'a moved ticket gets lost on the way': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.party('vbt:short').holdings.length = 0;
    record(scene.state, rejected);
  },
  'a moved ticket stays with its seller as well': (scene) => {
    const k4 = scene.ticket('k4');
    move(scene.state, k4, scene.party('vbt:short'));
    scene.party('H1').holdings.push({ day: k4.maturity, tickets: [k4] });
    record(scene.state, rejected);
  },
  'an issued ticket is held by nobody': (scene) => {
    issue(scene.state, { ...scene.ticket('k4'), id: 'k9', serial: 9 });
    scene.party('H1').holdings.length = 0;
    record(scene.state, rolled(scene));
  },
  'the face of what is settled is wrong': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(scene.state, defaulted(scene, { amount: scene.amount('2') }));
  },
  'the bid stands between the face and B': (scene) => {
    record(scene.state, quotes(scene, betweenFaceAndB(scene)));
  },
  'the bid falls below the face': (scene) => {
    record(scene.state, quotes(scene, { ...betweenFaceAndB(scene), bid: scene.amount('0.9') }));
  },
  'the bid stands between the face and B, under the guard': (scene) => {
    record(scene.state, quotes(scene, { ...betweenFaceAndB(scene), guard: true }));
  },
  'the anchors are said to fall, and do not': (scene) => {
    record(scene.state, {
      day: 3,
      kind: 'AnchorsUpdated',
      bucket: 'short',
      lossRate: scene.amount('0.5'),
      outsideMidBefore: scene.amount('1'),
      outsideMid: scene.amount('0.5'),
      outsideSpread: scene.amount('0.3'),
      outsideBid: scene.amount('0.35'),
      outsideAsk: scene.amount('0.65'),
    });
  },
};
