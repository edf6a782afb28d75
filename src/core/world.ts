/** A world as plain data, and the state that it opens. Money is written as decimal strings, per ticket. */
import { toMoney, type Arithmetic, type Num } from '../num.ts';
import { setOutsideQuotes } from './anchors.ts';
import { openMemory } from './checks/memory.ts';
import { deskId, equity } from './equity.ts';
import type { Journal, ModelEvent } from './events.ts';
import { IndexSet } from './index-set.ts';
import { at, groupBy } from './list.ts';
import { postQuotes } from './quoting.ts';
import { nothingMatured } from './rebucketing.ts';
import { record } from './record.ts';
import type {
  Bucket,
  ClearingRule,
  Desk,
  IssuePrice,
  Party,
  PolicyKind,
  Regime,
  State,
  Ticket,
  Trader,
} from './state.ts';
import { bucketOf, issue } from './tickets.ts';

export interface World {
  readonly time: number;
  readonly ticketSize: string;
  readonly guardThreshold: string;
  readonly clipOutsideBid: boolean;
  readonly rulings: { readonly clearing: ClearingRule; readonly cap_quotes_at_par: boolean };
  readonly buckets: readonly WorldBucket[];
  readonly dealers: Readonly<Record<string, WorldDesk>>;
  readonly vbts: Readonly<Record<string, WorldDesk>>;
  readonly traders: readonly { readonly id: string; readonly cash: string; readonly defaulted?: boolean }[];
  readonly tickets: readonly WorldTicket[];
  readonly policy: {
    readonly kind: PolicyKind;
    readonly horizon: number;
    readonly cashBuffer: string;
    readonly maxArrivals: number | null;
    readonly sellProbability: string;
  };
  readonly anchors: { readonly update: boolean };
  readonly rollover: { readonly enabled: boolean; readonly issuePrice: IssuePrice };
  readonly regime: Regime;
}

export interface WorldDesk {
  readonly cash: string;
}

export interface WorldBucket {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
  readonly outsideMid: string;
  readonly outsideSpread: string;
  readonly midSensitivity: string;
  readonly spreadSensitivity: string;
  readonly minSpread: string;
}

export interface WorldTicket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly serial: number;
  readonly distance?: number;
  /** First creditor of the liability, where a large holder was given the ticket afterwards. INI-02. */
  readonly creditor?: string;
}

export interface Opening {
  readonly numbers: Arithmetic;
  /** Name of the run in messages. CHK-07. */
  readonly run: string;
  readonly checks: boolean;
  readonly sink: (event: ModelEvent) => void;
}

/** Opens a world that has been validated: accounts, tickets, anchors, and the events that tell them. OUT-02. */
export function openWorld(world: World, opening: Opening): State {
  const { numbers } = opening;
  const money = (text: string): Num => toMoney(numbers.of(text));
  const journal: Journal = {
    run: opening.run,
    index: 0,
    tradeIndex: 0,
    touched: [],
    moves: [],
    issued: [],
    deleted: [],
    checks: null,
    sink: opening.sink,
  };
  // `map` gives lists of another kind once it is compiled, and all that reads them would be compiled anew
  const buckets = Array.from(world.buckets, (bucket, index): Bucket => {
    const outsideMid = money(bucket.outsideMid);
    const outsideSpread = money(bucket.outsideSpread);
    const dealer = openDesk(
      numbers,
      'dealer',
      index,
      bucket.id,
      money(world.dealers[bucket.id]?.cash ?? '0'),
    );
    const vbt = openDesk(numbers, 'vbt', index, bucket.id, money(world.vbts[bucket.id]?.cash ?? '0'));
    return {
      index,
      id: bucket.id,
      from: bucket.from,
      to: bucket.to,
      outsideMid,
      outsideSpread,
      outsideAsk: numbers.zero,
      outsideBid: numbers.zero,
      midSensitivity: numbers.of(bucket.midSensitivity),
      spreadSensitivity: numbers.of(bucket.spreadSensitivity),
      minSpread: money(bucket.minSpread),
      desks: world.regime === 'baseline' ? null : { dealer, vbt },
      quotes: null,
      posted: false,
    };
  });
  const traders = Array.from(world.traders, ({ id, cash, defaulted = false }, index) =>
    openTrader(numbers, index, id, money(cash), defaulted),
  );
  const desks = buckets.flatMap(({ desks: pair }) => (pair === null ? [] : [pair.dealer, pair.vbt]));
  const parties = [...traders, ...desks];
  const state: State = {
    numbers,
    ticketSize: money(world.ticketSize),
    guardThreshold: money(world.guardThreshold),
    clipOutsideBid: world.clipOutsideBid,
    clearing: world.rulings.clearing,
    capQuotesAtPar: world.rulings.cap_quotes_at_par,
    policy: {
      kind: world.policy.kind,
      horizon: world.policy.horizon,
      cashBuffer: money(world.policy.cashBuffer),
      maxArrivals: world.policy.maxArrivals,
      sellProbability: Number(world.policy.sellProbability),
    },
    anchorsMove: world.anchors.update,
    rollover: world.rollover,
    regime: world.regime,
    buckets,
    traders,
    parties: new Map<string, Party>(parties.map((party) => [party.id, party])),
    calendar: [],
    registered: 0,
    time: world.time,
    nextSerial: 0,
    cashInWorld: parties.reduce((sum, party) => sum.plus(party.cash), numbers.zero),
    settled: { repaid: [], matured: [] },
    stale: [],
    eligible: new IndexSet(traders.length),
    sellers: new IndexSet(traders.length),
    overdrawn: new Set(traders.filter(({ cash }) => cash.comparedTo(0) < 0)),
    journal,
  };
  state.settled.matured = Array.from(buckets, () => nothingMatured(state));
  for (const bucket of buckets) setOutsideQuotes(state, bucket);
  issueTickets(state, world);
  for (const party of parties) party.bookedEquity = equity(state, party);
  clearScratch(state);
  if (opening.checks) journal.checks = openMemory(state);
  tellOpening(state, world);
  postQuotes(state);
  return state;
}

/** Written out, as is a desk: fields that come by a spread are kept outside of the object, and read more slowly. */
const openTrader = (
  { zero }: Arithmetic,
  index: number,
  id: string,
  cash: Num,
  defaulted: boolean,
): Trader => ({
  id,
  kind: 'trader',
  cash,
  holdings: [],
  held: 0,
  bookedEquity: zero,
  touchedAt: -1,
  cashBefore: cash,
  heldBefore: 0,
  index,
  issued: [],
  owed: 0,
  defaulted,
  stale: false,
});

const openDesk = (
  { zero }: Arithmetic,
  kind: Desk['kind'],
  bucket: number,
  home: string,
  cash: Num,
): Desk => ({
  id: deskId(kind, home),
  kind,
  cash,
  holdings: [],
  held: 0,
  bookedEquity: zero,
  touchedAt: -1,
  cashBefore: cash,
  heldBefore: 0,
  bucket,
  tickets: 0,
  ticketsBefore: 0,
});

/** Enters the tickets in the order of maturity and serial, which every list keeps. */
function issueTickets(state: State, world: World): void {
  const inOrder = [...world.tickets].sort((a, b) => a.maturity - b.maturity || a.serial - b.serial);
  for (const { id, liability, issuer, owner, maturity, serial, distance } of inOrder) {
    const debtor = state.parties.get(issuer);
    const holder = state.parties.get(owner);
    if (debtor?.kind !== 'trader' || holder === undefined) throw new Error(`ticket ${id} names nobody`);
    const ticket: Ticket = {
      id,
      liability,
      issuer: debtor,
      owner: holder,
      maturity,
      serial,
      distance: distance ?? maturity - state.time,
      bucket: bucketOf(state.buckets, maturity - state.time),
      live: true,
    };
    issue(state, ticket);
  }
}

/** Everyone starts untouched and with eligibility still to be worked out. */
function clearScratch(state: State): void {
  const { journal } = state;
  for (const party of journal.touched) party.touchedAt = -1;
  journal.touched.length = 0;
  journal.issued.length = 0;
  for (const trader of state.traders) {
    if (trader.stale) continue;
    trader.stale = true;
    state.stale.push(trader);
  }
}

/** The opening balance sheets, told as events: the log alone rebuilds them. OUT-02. */
function tellOpening(state: State, world: World): void {
  const { ticketSize, regime, buckets } = state;
  record(state, {
    day: state.time,
    kind: 'WorldOpened',
    ticketSize,
    regime,
    buckets: Array.from(buckets, ({ id, from, to, outsideMid, outsideSpread }) => ({
      id,
      from,
      to,
      outsideMid,
      outsideSpread,
    })),
  });
  for (const { id, cash } of state.parties.values())
    record(state, { day: state.time, kind: 'AccountOpened', party: id, cash });
  for (const [payableId, tickets] of groupBy(world.tickets, (ticket) => ticket.liability)) {
    tellPayable(state, payableId, tickets);
  }
}

function tellPayable(state: State, payableId: string, tickets: readonly WorldTicket[]): void {
  const first = at(tickets, 0);
  const creditor = first.creditor ?? first.owner;
  record(state, {
    day: state.time,
    kind: 'PayableCreated',
    payableId,
    debtor: first.issuer,
    creditor,
    dueDay: first.maturity,
    amount: state.ticketSize.times(tickets.length),
    tickets: tickets.map((ticket) => ticket.id),
  });
  for (const [owner, given] of groupBy(tickets, (ticket) => ticket.owner)) {
    if (owner === creditor) continue;
    const named = { payableId, from: creditor, to: owner };
    record(state, {
      day: state.time,
      kind: 'TicketsAllocated',
      ...named,
      tickets: given.map((ticket) => ticket.id),
    });
  }
}
