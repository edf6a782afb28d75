/** The state that a world opens. */
import { toMoney, type Arithmetic, type Num } from '../num.ts';
import { setOutsideQuotes } from './anchors.ts';
import { checkOpened } from './checks/check.ts';
import { openMemory } from './checks/memory.ts';
import { deskId } from './equity.ts';
import type { ModelEvent } from './events.ts';
import { noChanges, type Journal, type Running } from './journal.ts';
import { tellOpening } from './opening.ts';
import { postQuotes } from './quoting.ts';
import { nothingMatured } from './rebucketing.ts';
import type { Bucket, Desk, Party, Ticket, Trader } from './state.ts';
import { bucketOf, issue } from './tickets.ts';
import type { World, WorldBucket } from './written-world.ts';

export type { World, WorldBucket, WorldDesk, WorldTicket } from './written-world.ts';

export interface Opening {
  readonly numbers: Arithmetic;
  /** Name of the run in messages. CHK-07. */
  readonly run: string;
  readonly checks: boolean;
  readonly sink: (event: ModelEvent) => void;
}

/** Opens a world that has been validated: accounts, tickets, anchors, and the events that tell them. OUT-02. */
export function openWorld(world: World, opening: Opening): Running {
  const { numbers } = opening;
  const money = (text: string): Num => toMoney(numbers.of(text));
  const journal: Journal = {
    run: opening.run,
    index: 0,
    tradeIndex: 0,
    checks: null,
    sink: opening.sink,
  };
  const accounts = world.traders.length;
  const desk = (kind: Desk['kind'], { id }: WorldBucket, index: number): Desk => ({
    id: deskId(kind, id),
    account: accounts + 2 * index + (kind === 'dealer' ? 0 : 1),
    kind,
    cash: money((kind === 'dealer' ? world.dealers : world.vbts)[id]?.cash ?? '0'),
    holdings: [],
    held: 0,
    bucket: index,
    tickets: 0,
  });
  const buckets = world.buckets.map((bucket, index): Bucket => ({
    index,
    id: bucket.id,
    from: bucket.from,
    to: bucket.to,
    outsideMid: money(bucket.outsideMid),
    outsideSpread: money(bucket.outsideSpread),
    outsideAsk: numbers.zero,
    outsideBid: numbers.zero,
    midSensitivity: numbers.of(bucket.midSensitivity),
    spreadSensitivity: numbers.of(bucket.spreadSensitivity),
    minSpread: money(bucket.minSpread),
    desks:
      world.regime === 'baseline'
        ? null
        : { dealer: desk('dealer', bucket, index), vbt: desk('vbt', bucket, index) },
    quotes: null,
    posted: false,
  }));
  const traders = world.traders.map(({ id, cash, defaulted = false }, index): Trader => ({
    id,
    account: index,
    kind: 'trader',
    cash: money(cash),
    holdings: [],
    held: 0,
    index,
    issued: [],
    owed: 0,
    defaulted,
  }));
  const desks = buckets.flatMap(({ desks: pair }) => (pair === null ? [] : [pair.dealer, pair.vbt]));
  const parties = [...traders, ...desks];
  const state: Running = {
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
    settled: { repaid: [], matured: buckets.map(() => nothingMatured(numbers)) },
    journal,
  };
  for (const bucket of buckets) setOutsideQuotes(state, bucket);
  issueTickets(state, world);
  if (opening.checks) journal.checks = { changes: noChanges(state), memory: openMemory(state) };
  tellOpening(state, world.tickets);
  postQuotes(state);
  checkOpened(state, world);
  return state;
}

/** Enters the tickets in the order of maturity and serial, which every list keeps. */
function issueTickets(state: Running, world: World): void {
  const inOrder = [...world.tickets].sort((a, b) => a.maturity - b.maturity || a.serial - b.serial);
  for (const { id, liability, issuer, owner, maturity, serial, distance } of inOrder) {
    const debtor = state.parties.get(issuer);
    const holder = state.parties.get(owner);
    if (debtor?.kind !== 'trader' || holder === undefined) throw new Error(`ticket ${id} lacks a party`);
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
