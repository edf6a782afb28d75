/** Faults: what breaks in the middle of an event, or what an event tells that did not happen. CHK-07. */
import assert from 'node:assert/strict';
import type { ModelEvent } from '../src/core/events.ts';
import { audit } from '../src/core/checks/check.ts';
import { equity } from '../src/core/equity.ts';
import type { Running } from '../src/core/journal.ts';
import { distribute, transfer } from '../src/core/ledger.ts';
import { setCash, setTickets } from '../src/core/override.ts';
import { record } from '../src/core/record.ts';
import { desksOf, type Bucket, type Party, type Ticket } from '../src/core/state.ts';
import { issue, move, remove, ticketNamed } from '../src/core/tickets.ts';
import type { Num } from '../src/num.ts';

/** The world in which something goes wrong. */
export class Scene {
  constructor(readonly state: Running) {}

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
    maturityDay: 3,
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

/** An event that explains no change at all. */
const allocated: ModelEvent = {
  day: 3,
  kind: 'TicketsAllocated',
  payableId: 'P1',
  from: 'H1',
  to: 'H1',
  tickets: ['k4'],
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

const anchorsFall = (scene: Scene): ModelEvent => ({
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

/** Anchors that the period before has left: the checks know of them. */
function leaveAnchors({ state, short }: Scene, mid: Num, spread: Num): void {
  short.outsideMid = mid;
  short.outsideSpread = spread;
  const { checks } = state.journal;
  if (checks === null) return;
  checks.memory.anchors[0] = { mid, spread };
  for (const party of state.parties.values()) checks.memory.equity[party.account] = equity(state, party);
}

/** Makes the checks believe that events have explained a change of equity. */
function explain(scene: Scene, id: string, change: string): void {
  const { checks } = scene.state.journal;
  if (checks === null) return;
  const { equity: booked } = checks.memory;
  const { account } = scene.party(id);
  booked[account] = booked[account]?.plus(scene.amount(change)) ?? assert.fail(`no equity of ${id}`);
}

const setMid = (scene: Scene, mid: string): void => {
  leaveAnchors(scene, scene.amount(mid), scene.short.outsideSpread);
};

const widenSpread = (scene: Scene, spread: string): void => {
  leaveAnchors(scene, scene.short.outsideMid, scene.amount(spread));
};

/** H1 sells k4 past the dealer, whose two tickets fill its shelf: b(2) = 0.875, a(2) = 0.975, B = 0.85. */
function passThrough(scene: Scene, price: string, told: object): void {
  const vbt = scene.party('vbt:short');
  transfer(scene.state, vbt, scene.party('H1'), scene.amount(price));
  move(scene.state, scene.ticket('k4'), vbt);
  const quoted = { bid: scene.amount('0.875'), ask: scene.amount('0.975') };
  record(
    scene.state,
    fill(scene, { isPassthrough: true, buyerId: vbt.id, price: scene.amount(price), ...quoted, ...told }),
  );
}

interface Settling {
  /** What H2 has of the 4 that it owes: two to the dealer, one to the VBT, one to H1. */
  readonly cash?: string;
  /** What the three get, and what they are said to get. */
  readonly gets?: readonly [string, string, string];
  readonly tells?: readonly [string, string, string];
  readonly told?: Readonly<Record<string, string>>;
}

/** The settlement of all that H2 owes, with something wrong. Right are 1, 0.5 and 0.5 out of cash of 2: R = 1/2. */
const settling =
  ({ cash = '2', gets = ['1', '0.5', '0.5'], tells = gets, told = {} }: Settling) =>
  (scene: Scene): void => {
    const { state } = scene;
    const debtor = scene.party('H2');
    setCash(state, debtor, scene.amount(cash));
    const holders = ['dealer:short', 'vbt:short', 'H1'];
    const tickets = [['k1', 'k2'], ['k3'], ['k4']];
    const parts = holders.map((holder, i) => ({
      party: scene.party(holder),
      amount: scene.amount(gets[i] ?? '0'),
    }));
    const closing = parts.reduce((left, { amount }) => left.minus(amount), debtor.cash);
    distribute(state, debtor, closing, parts);
    for (const id of tickets.flat()) remove(state, scene.ticket(id));
    const payouts = holders.map((holder, i) => ({
      holder,
      tickets: tickets[i] ?? [],
      amount: scene.amount(tells[i] ?? '0'),
    }));
    const amounts = Object.entries({ amount: '4', paid: '2', recovery: '0.5', ...told });
    const figures = Object.fromEntries(amounts.map(([name, amount]) => [name, scene.amount(amount)]));
    record(state, defaulted(scene, { payouts, ...figures }));
  };

/** At a mid of 1.25 the outside bid is 1.10, and with the cap at par on both quotes are the face. */
function quotesAtPar(scene: Scene, given: object): void {
  setMid(scene, '1.25');
  const face = scene.amount('1');
  const outside = { outsideBid: scene.amount('1.1'), outsideAsk: scene.amount('1.4') };
  const dealerMidline = scene.amount('1.175');
  record(scene.state, quotes(scene, { bid: face, ask: face, dealerMidline, ...outside, ...given }));
}

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
  'payouts miss what was paid': settling({ told: { paid: '2.5' } }),
  'more is paid than R·D': settling({ told: { recovery: '0.25' } }),
  'the face of what is settled is wrong': settling({ told: { amount: '5' } }),
  'a payout does not reach its holder': settling({ gets: ['1', '0.6', '0.4'], tells: ['1', '0.5', '0.5'] }),
  'a debtor keeps half of what it has': settling({
    gets: ['0.5', '0.25', '0.25'],
    told: { paid: '1', recovery: '0.25' },
  }),
  'a holder gets less than its share': settling({ gets: ['0.8', '0.6', '0.6'] }),
  'a debtor that can pay defaults': settling({
    cash: '4',
    gets: ['2', '1', '1'],
    told: { paid: '4', recovery: '1' },
  }),
  'a payout is negative': settling({ gets: ['1', '1.5', '-0.5'] }),
  'a debtor pays what it has not': settling({ gets: ['2', '1', '1'], told: { paid: '4', recovery: '1' } }),
  'a matured ticket is left over': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    const payouts = [{ holder: 'H1', tickets: ['k4', 'k3'], amount: scene.amount('0') }];
    record(scene.state, defaulted(scene, { payouts }));
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
    widenSpread(scene, '12');
    setTickets(scene.state, dealer, []);
    setCash(scene.state, dealer, scene.amount('3.05'));
    record(scene.state, fill(scene, {}));
  },
  'an interior BUY from an empty shelf': (scene) => {
    record(scene.state, fill(scene, { side: 'BUY', bucket: 'long', sellerId: 'dealer:long' }));
  },
  'an interior fill under the guard': (scene) => {
    setMid(scene, '0.01');
    record(scene.state, fill(scene, {}));
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
    passThrough(scene, '0.9', {});
  },
  'a pass-through without its flag': (scene) => {
    passThrough(scene, '0.85', { pinned: false });
  },
  'a pass-through that tells another bid': (scene) => {
    passThrough(scene, '0.85', { bid: scene.amount('0.9') });
  },
  'a pass-through that the dealer could have filled': (scene) => {
    setCash(scene.state, desksOf(scene.short).dealer, scene.amount('2'));
    passThrough(scene, '0.85', {});
  },
  'an interior SELL at the outside bid': (scene) => {
    const { dealer } = desksOf(scene.short);
    setCash(scene.state, dealer, scene.amount('2'));
    transfer(scene.state, dealer, scene.party('H1'), scene.amount('0.85'));
    move(scene.state, scene.ticket('k4'), dealer);
    record(scene.state, fill(scene, { pinned: false, dealerInventoryAfter: 3 }));
  },
  'quotes of another position are posted': (scene) => {
    record(
      scene.state,
      quotes(scene, {
        bid: scene.amount('0.95'),
        ask: scene.amount('1.05'),
        dealerMidline: scene.amount('1'),
      }),
    );
  },
  'quotes of the old mid are posted': (scene) => {
    setMid(scene, '0.5');
    record(scene.state, quotes(scene, {}));
  },
  'a trader pays what it has not': (scene) => {
    transfer(scene.state, scene.party('H2'), scene.party('H1'), scene.amount('1'));
    record(scene.state, rejected);
  },
  'the mid falls without a loss': (scene) => {
    scene.short.outsideMid = scene.amount('0.5');
    record(scene.state, anchorsFall(scene));
  },
  'a desk’s equity is not explained': (scene) => {
    transfer(scene.state, scene.party('vbt:short'), scene.party('H1'), scene.amount('1'));
    explain(scene, 'H1', '1');
    record(scene.state, allocated);
  },
  'a trader’s equity is not at face': (scene) => {
    transfer(scene.state, scene.party('H1'), scene.party('H2'), scene.amount('1'));
    record(scene.state, allocated);
  },
  'a refused order moves cash': (scene) => {
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
    explain(scene, 'H1', '-1');
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' });
  },
  'a ticket is lost between events': (scene) => {
    scene.party('H1').held--;
    explain(scene, 'H1', '-1');
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
  'both quotes are the face, below B': (scene) => {
    quotesAtPar(scene, {});
  },
  'the bid falls below the face': (scene) => {
    quotesAtPar(scene, { bid: scene.amount('0.9') });
  },
  'the bid is the face, under the guard': (scene) => {
    quotesAtPar(scene, { guard: true });
  },
  'the ask falls below the bid': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('0.87') }));
  },
  'the anchors are said to fall, and do not': (scene) => {
    record(scene.state, anchorsFall(scene));
  },
};
