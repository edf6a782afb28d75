/** A world in which something goes wrong, and the events and postings that go wrong in it. CHK-07. */
import assert from 'node:assert/strict';
import type { ModelEvent } from '../src/core/events.ts';
import type { Running } from '../src/core/journal.ts';
import { distribute, transfer } from '../src/core/ledger.ts';
import { setCash } from '../src/core/override.ts';
import { record } from '../src/core/record.ts';
import type { Bucket, Party, Ticket } from '../src/core/state.ts';
import { move, remove, ticketNamed } from '../src/core/tickets.ts';
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
export function fill(scene: Scene, given: object): ModelEvent {
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

export const rejected: ModelEvent = {
  day: 3,
  kind: 'OrderRejected',
  traderId: 'H1',
  side: 'BUY',
  bucket: null,
  price: null,
  reason: 'cash',
};

/** An event that explains no change at all. */
export const allocated: ModelEvent = {
  day: 3,
  kind: 'TicketsAllocated',
  payableId: 'P1',
  from: 'H1',
  to: 'H1',
  tickets: ['k4'],
};

export const quotes = (scene: Scene, given: object): ModelEvent => ({
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

export const defaulted = (scene: Scene, given: object): ModelEvent => ({
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

export const rolled = (scene: Scene): ModelEvent => ({
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

export const anchorsFall = (scene: Scene): ModelEvent => ({
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
  checks.memory.posting[0] = 'moved';
  for (const party of state.parties.values()) checks.memory.equity.accept(party);
}

/** Makes the checks believe that events have explained a change of equity. */
export function explain(scene: Scene, id: string, change: string): void {
  scene.state.journal.checks?.memory.equity.add(scene.party(id), scene.amount(change));
}

export const setMid = (scene: Scene, mid: string): void => {
  leaveAnchors(scene, scene.amount(mid), scene.short.outsideSpread);
};

export const widenSpread = (scene: Scene, spread: string): void => {
  leaveAnchors(scene, scene.short.outsideMid, scene.amount(spread));
};

/** H1 sells k4 past the dealer, whose two tickets fill its shelf: b(2) = 0.875, a(2) = 0.975, B = 0.85. */
export function passThrough(scene: Scene, price: string, told: object): void {
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
export const settling =
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
export function quotesAtPar(scene: Scene, given: object): void {
  setMid(scene, '1.25');
  const face = scene.amount('1');
  const outside = { outsideBid: scene.amount('1.1'), outsideAsk: scene.amount('1.4') };
  const dealerMidline = scene.amount('1.175');
  record(scene.state, quotes(scene, { bid: face, ask: face, dealerMidline, ...outside, ...given }));
}
