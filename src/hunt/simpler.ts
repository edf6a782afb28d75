/** Simpler trials: everything that may be left out of a trial, or be said with rounder numbers, one at a time. */
import type { ScriptEntry, StateAnswer } from '../protocol/protocol.ts';
import type { Request } from '../protocol/exchange.ts';
import { dropped, homeMaturity, replaced, without, withWorld } from './draft-parts.ts';
import { defaults, plainMarkets, rounderAmounts } from './plainer-markets.ts';
import type { Draft, DraftTicket, Trial } from './trial.ts';

/** Who issued what nobody asks the issuer of; a feature leaves it out. */
export const SOMEBODY = 'Somebody';

/** A state as a draft: what follows from the rest is left out. */
export function draftOf(state: StateAnswer): Draft {
  const desks = (all: StateAnswer['dealers']): Record<string, { cash: string }> =>
    Object.fromEntries(Object.entries(all).map(([id, { cash }]) => [id, { cash }]));
  const { time, ticketSize, guardThreshold, clipOutsideBid, rulings, buckets, tickets, policy } = state;
  const { anchors, rollover, regime } = state;
  const { kind, horizon, cashBuffer, maxArrivals } = policy;
  // no limit is what the other policies have where nothing is said
  const isUsual = maxArrivals === null && kind !== 'liquidity_and_investment';
  return {
    ...{ time, ticketSize, guardThreshold, clipOutsideBid, rulings, buckets, anchors, rollover, regime },
    policy: { kind, horizon, cashBuffer, ...(isUsual ? {} : { maxArrivals }) },
    dealers: desks(state.dealers),
    vbts: desks(state.vbts),
    // who has defaulted before is nothing that a feature can begin with
    traders: state.traders.map(({ id, cash }) => ({ id, cash })),
    tickets,
  };
}

/** Ways to make a trial simpler, the boldest first. `states` are the right ones before each request. */
export const waysToSimplify: readonly ((trial: Trial, states: readonly StateAnswer[]) => Generator<Trial>)[] =
  [
    laterStarts,
    shorterPlays,
    fewerTickets,
    fewerTraders,
    defaults,
    plainMarkets,
    rounderAmounts,
    nearerDates,
    plainTickets,
  ];

function* laterStarts(trial: Trial, states: readonly StateAnswer[]): Generator<Trial> {
  for (let i = states.length - 1; i > 0; i--) {
    const state = states[i];
    if (state !== undefined) yield { world: draftOf(state), requests: trial.requests.slice(i) };
  }
}

function* shorterPlays(trial: Trial): Generator<Trial> {
  const { world, requests } = trial;
  for (let size = Math.ceil(requests.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < requests.length; start += size)
      yield { world, requests: requests.filter((_, i) => i < start || i >= start + size) };
  }
  for (const [i, request] of requests.entries()) {
    const instead = (some: readonly Request[]): Trial => ({
      world,
      requests: [...requests.slice(0, i), ...some, ...requests.slice(i + 1)],
    });
    const [op, takes] = request;
    if (op === 'period') for (const steps of partsOfPeriod(takes)) yield instead(steps);
    if ((op === 'period' || op === 'orderFlow') && takes.script !== undefined) {
      const { script } = takes;
      yield instead([[op, { script: [] }]]);
      for (const [n] of script.entries()) yield instead([[op, { script: without(script, n) }]]);
    }
    if (op === 'orderFlow' && takes.script?.length === 1) yield* asOrder(takes.script[0], instead);
  }
  const [first, ...rest] = requests;
  const aDayLater = { ...world, time: (world.time ?? 0) + 1 };
  if (first?.[0] === 'period') {
    for (const steps of partsOfPeriod(first[1]))
      if (steps[0]?.[0] !== 'advance') yield { world: aDayLater, requests: [...steps, ...rest] };
  }
  if (first?.[0] === 'advance') yield { world: aDayLater, requests: rest };
  if (first?.[0] === 'set') yield* alreadySet(trial, first[1], rest);
}

/** One arrival, as an order by policy. */
function* asOrder(
  entry: ScriptEntry | undefined,
  instead: (some: readonly Request[]) => Trial,
): Generator<Trial> {
  if (entry === undefined) return;
  yield instead([['sell', { trader: entry.agent }]]);
  yield instead([['buy', { trader: entry.agent }]]);
}

function* partsOfPeriod(takes: { readonly script?: readonly ScriptEntry[] }): Generator<Request[]> {
  const steps: Request[] = [
    ['advance', {}],
    ['orderFlow', takes],
    ['settle', {}],
    ['rollover', {}],
    ['updateAnchors', {}],
  ];
  for (const step of steps) yield [step];
  for (const [i, first] of steps.entries()) for (const next of steps.slice(i + 1)) yield [first, next];
  for (const [i] of steps.entries()) yield without(steps, i);
  yield [...steps.slice(0, 1), ...steps.slice(2, 4)];
  yield [...steps.slice(0, 1), ...steps.slice(2, 3), ...steps.slice(4)];
}

/** What is set first of all might as well have been so. */
function* alreadySet(
  { world }: Trial,
  takes: { readonly path: string; readonly value: string | readonly string[] },
  rest: readonly Request[],
): Generator<Trial> {
  const [, kind, name = '', member] = /^(dealer|trader)\.(.+)\.(cash|tickets)$/.exec(takes.path) ?? [];
  if (member !== 'cash' || typeof takes.value !== 'string') return;
  const cash = takes.value;
  if (kind === 'dealer')
    yield { world: { ...world, dealers: { ...world.dealers, [name]: { cash } } }, requests: rest };
  else {
    const traders = world.traders.map((trader) => (trader.id === name ? { ...trader, cash } : trader));
    yield { world: { ...world, traders }, requests: rest };
  }
}

function* fewerTickets(trial: Trial): Generator<Trial> {
  const { tickets } = trial.world;
  yield withWorld(trial, { tickets: [] });
  for (const part of ['owner', 'issuer'] as const) {
    for (const name of new Set(tickets.map((ticket) => ticket[part])))
      yield withWorld(trial, { tickets: tickets.filter((ticket) => ticket[part] !== name) });
  }
  for (const [i] of tickets.entries()) yield withWorld(trial, { tickets: without(tickets, i) });
  const issuers = [SOMEBODY, ...new Set(tickets.map(({ issuer }) => issuer))];
  for (const [i, ticket] of tickets.entries()) {
    for (const issuer of issuers.filter((other) => other !== ticket.issuer))
      yield withIssuer(trial, replaced(tickets, i, { ...ticket, issuer }), issuer);
  }
}

/** Whoever issues a ticket is a trader; the one outside the story stands last. */
function withIssuer(trial: Trial, tickets: readonly DraftTicket[], issuer: string): Trial {
  const { traders } = trial.world;
  const known = traders.some(({ id }) => id === issuer);
  return withWorld(trial, { tickets, traders: known ? traders : [...traders, { id: issuer, cash: '0' }] });
}

function* fewerTraders(trial: Trial): Generator<Trial> {
  const { traders, tickets } = trial.world;
  const scripts = trial.requests.flatMap(([op, takes]) =>
    op === 'orderFlow' || op === 'period' ? (takes.script ?? []) : [],
  );
  const named = new Set([
    ...tickets.flatMap(({ issuer, owner }) => [issuer, owner]),
    ...scripts.map(({ agent }) => agent),
  ]);
  for (const [i, { id }] of traders.entries())
    if (!named.has(id)) yield withWorld(trial, { traders: without(traders, i) });
}

function* nearerDates(trial: Trial): Generator<Trial> {
  const { time = 0, tickets } = trial.world;
  if (time > 0) {
    for (const by of [time, 1]) {
      const earlier = tickets.map((ticket) => ({ ...ticket, maturity: ticket.maturity - by }));
      yield withWorld(trial, { time: time - by, tickets: earlier });
    }
  }
  for (const [i, ticket] of tickets.entries()) {
    for (const maturity of [time + 1, time + 2, ticket.maturity - 1])
      if (maturity < ticket.maturity)
        yield withWorld(trial, { tickets: replaced(tickets, i, { ...ticket, maturity }) });
    if (ticket.distance !== undefined)
      yield withWorld(trial, { tickets: replaced(tickets, i, dropped(ticket, 'distance')) });
  }
}

function* plainTickets(trial: Trial): Generator<Trial> {
  const { world } = trial;
  const plain = (tickets: readonly DraftTicket[]): Trial => withWorld(trial, { tickets });
  yield plain(world.tickets.map((ticket, i) => ({ ...ticket, serial: i + 1, liability: `P-${ticket.id}` })));
  yield plain(world.tickets.map((ticket, i) => ({ ...ticket, serial: i + 1 })));
  const serials = world.tickets.map(({ serial }) => serial).sort((a, b) => a - b);
  yield plain(world.tickets.map((ticket) => ({ ...ticket, serial: serials.indexOf(ticket.serial) + 1 })));
  yield plain(world.tickets.map((ticket) => ({ ...ticket, liability: `P-${ticket.id}` })));
  for (const [i, ticket] of world.tickets.entries())
    yield plain(replaced(world.tickets, i, { ...ticket, maturity: homeMaturity(world, ticket.owner) }));
}
