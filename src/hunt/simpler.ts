/** Simpler trials: everything that may be left out of a trial, or be said with rounder numbers, one at a time. */
import type { ScriptEntry, StateAnswer } from '../protocol/protocol.ts';
import type { Request } from './play.ts';
import type { Draft, DraftBucket, DraftTicket, Trial } from './trial.ts';

/** Who issued what nobody asks the issuer of; a feature leaves it out. */
export const SOMEBODY = 'Somebody';

const standardLadder: readonly DraftBucket[] = [
  { id: 'short', from: 1, to: 3 },
  { id: 'mid', from: 4, to: 8 },
  { id: 'long', from: 9, to: null },
];

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, i) => i !== place);
const replaced = <T>(list: readonly T[], place: number, item: T): T[] =>
  list.map((one, i) => (i === place ? item : one));
const withWorld = (trial: Trial, change: Partial<Draft>): Trial => ({
  ...trial,
  world: { ...trial.world, ...change },
});

/** An object without one member. */
export function dropped<T extends object>(from: T, member: keyof T): T {
  const copy = { ...from };
  // the members that are dropped are optional ones
  Reflect.deleteProperty(copy, member);
  return copy;
}

/** A state as a draft: what follows from the rest is left out. */
export function draftOf(state: StateAnswer): Draft {
  const desks = (all: StateAnswer['dealers']): Record<string, { cash: string }> =>
    Object.fromEntries(Object.entries(all).map(([id, { cash }]) => [id, { cash }]));
  const { time, ticketSize, guardThreshold, clipOutsideBid, rulings, buckets, tickets, policy } = state;
  const { anchors, rollover, regime } = state;
  const { kind, horizon, cashBuffer, maxArrivals } = policy;
  return {
    ...{ time, ticketSize, guardThreshold, clipOutsideBid, rulings, buckets, anchors, rollover, regime },
    policy: { kind, horizon, cashBuffer, maxArrivals },
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

const settings = [
  ...['guardThreshold', 'clipOutsideBid', 'rulings', 'policy', 'anchors', 'rollover', 'regime'],
] as const satisfies readonly (keyof Draft)[];

function* defaults(trial: Trial): Generator<Trial> {
  const { world } = trial;
  for (const member of settings)
    if (world[member] !== undefined) yield { ...trial, world: dropped(world, member) };
  for (const group of ['rulings', 'policy', 'anchors', 'rollover'] as const) {
    const members = world[group];
    if (members === undefined) continue;
    for (const member of Object.keys(members))
      yield withWorld(trial, { [group]: dropped(members, member as keyof typeof members) });
  }
  for (const side of ['dealers', 'vbts'] as const) {
    for (const bucket of Object.keys(world[side] ?? {}))
      yield withWorld(trial, { [side]: dropped(world[side] ?? {}, bucket) });
  }
  const { kind, horizon } = world.policy ?? {};
  if (horizon !== undefined)
    for (const other of [3, 1, 2, 4])
      if (other !== horizon) yield withWorld(trial, { policy: { ...world.policy, horizon: other } });
  if (kind !== undefined && horizon === undefined)
    yield withWorld(trial, { policy: { ...world.policy, horizon: 3 } });
}

const anchorMembers = [
  ...['outsideMid', 'outsideSpread', 'midSensitivity', 'spreadSensitivity', 'minSpread'],
] as const satisfies readonly (keyof DraftBucket)[];

function* plainMarkets(trial: Trial): Generator<Trial> {
  const { buckets } = trial.world;
  yield withWorld(trial, {
    buckets: standardLadder.map((range, i) => ({ ...buckets[i], ...range })),
  });
  yield inStandardRanges(trial);
  for (const cash of ['1', '2', '5']) {
    const enough = (had: string): string => (Number(had) === 0 ? had : cash);
    yield withWorld(trial, {
      buckets: buckets.map(({ id, from, to }) => ({ id, from, to })),
      dealers: Object.fromEntries(
        Object.entries(trial.world.dealers ?? {}).map(([id, desk]) => [id, { cash: enough(desk.cash) }]),
      ),
      traders: trial.world.traders.map((trader) => ({ ...trader, cash: enough(trader.cash) })),
    });
  }
  for (const [i, bucket] of buckets.entries()) {
    const { id, from, to } = bucket;
    yield withWorld(trial, { buckets: replaced(buckets, i, { id, from, to }) });
    for (const member of anchorMembers) {
      if (bucket[member] === undefined) continue;
      yield withWorld(trial, { buckets: replaced(buckets, i, dropped(bucket, member)) });
      for (const amount of rounder(bucket[member]).filter(
        (other) => member !== 'outsideMid' || other !== '0',
      ))
        yield withWorld(trial, { buckets: replaced(buckets, i, { ...bucket, [member]: amount }) });
    }
  }
}

/** The standard ranges, with every ticket as far from the end of its range as it was, as far as there is room. */
function inStandardRanges(trial: Trial): Trial {
  const { buckets, tickets, time = 0 } = trial.world;
  const later = (maturity: number): number => {
    const tau = Math.max(1, maturity - time);
    const place = buckets.findIndex(({ to }) => to === null || tau <= to);
    const [from, there] = [buckets[place], standardLadder[place]];
    if (from === undefined || there === undefined || maturity === time) return maturity;
    return time + (there.to ?? tau - from.from + there.from) - ((from.to ?? tau) - tau);
  };
  return withWorld(trial, {
    buckets: standardLadder.map((range, i) => ({ ...buckets[i], ...range })),
    tickets: tickets.map((ticket) => ({ ...ticket, maturity: later(ticket.maturity) })),
  });
}

/** Rounder amounts than this one, the roundest first. */
export function rounder(amount: string): string[] {
  const value = Number(amount);
  const all = [0, 1, 2, Math.round(value), 0.5, Number(value.toFixed(1)), Number(value.toFixed(2))].map(
    String,
  );
  const some = [...new Set(all)].filter((other) => Number(other) >= 0 && other !== amount);
  return some.filter((other) => weight(other) < weight(amount));
}

/** How much there is to an amount: nothing for 0, more for every digit. */
export const weight = (amount: string): number =>
  Number(amount) === 0 ? 0 : amount.length + Math.min(6, Math.log2(1 + Math.abs(Number(amount))));

function* rounderAmounts(trial: Trial): Generator<Trial> {
  const { world } = trial;
  if (world.ticketSize !== undefined) {
    if (Number(world.ticketSize) !== 1) yield inUnits(trial, Number(world.ticketSize));
    yield { ...trial, world: dropped(world, 'ticketSize') };
    for (const size of ['2', '5', '10'])
      if (weight(size) < weight(world.ticketSize)) yield withWorld(trial, { ticketSize: size });
  }
  for (const [i, trader] of world.traders.entries())
    for (const cash of rounder(trader.cash))
      yield withWorld(trial, { traders: replaced(world.traders, i, { ...trader, cash }) });
  for (const side of ['dealers', 'vbts'] as const)
    for (const [bucket, { cash }] of Object.entries(world[side] ?? {}))
      for (const other of rounder(cash))
        yield withWorld(trial, { [side]: { ...world[side], [bucket]: { cash: other } } });
  for (const member of ['guardThreshold'] as const)
    if (world[member] !== undefined)
      for (const amount of rounder(world[member])) yield withWorld(trial, { [member]: amount });
  const { cashBuffer } = world.policy ?? {};
  for (const amount of cashBuffer === undefined ? [] : rounder(cashBuffer))
    yield withWorld(trial, { policy: { ...world.policy, cashBuffer: amount } });
  for (const [i, [op, takes]] of trial.requests.entries())
    if (op === 'set' && typeof takes.value === 'string')
      for (const value of rounder(takes.value))
        yield { ...trial, requests: replaced(trial.requests, i, [op, { ...takes, value }]) };
}

/** The same trial with tickets of face 1. */
function inUnits({ world, requests }: Trial, size: number): Trial {
  const part = (amount: string): string => String(Number((Number(amount) / size).toPrecision(12)));
  const cash = (all: Draft['dealers']): NonNullable<Draft['dealers']> =>
    Object.fromEntries(Object.entries(all ?? {}).map(([id, desk]) => [id, { cash: part(desk.cash) }]));
  const buckets = world.buckets.map((bucket) => ({
    ...bucket,
    ...Object.fromEntries(
      anchorMembers.flatMap((member) =>
        bucket[member] === undefined ? [] : [[member, part(bucket[member])]],
      ),
    ),
  }));
  const { guardThreshold } = world;
  return {
    world: {
      ...dropped(world, 'ticketSize'),
      ...(guardThreshold === undefined ? {} : { guardThreshold: part(guardThreshold) }),
      ...{ buckets, dealers: cash(world.dealers), vbts: cash(world.vbts) },
      traders: world.traders.map((trader) => ({ ...trader, cash: part(trader.cash) })),
    },
    requests: requests.map(([op, takes]): Request =>
      op === 'set' && typeof takes.value === 'string'
        ? [op, { ...takes, value: part(takes.value) }]
        : // the pair is what it was
          ([op, takes] as Request),
    ),
  };
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

/** The maturity that a feature leaves out: well inside the holder's bucket. */
export function homeMaturity({ buckets, time = 0 }: Draft, owner: string): number {
  const home = buckets.find(({ id }) => owner.endsWith(`:${id}`)) ?? buckets[0];
  return time + (home?.from ?? 1) + 1;
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
