/** Plainer worlds: defaults in place of settings, the standard ranges, and rounder amounts. */
import { dropped, replaced, withWorld } from './draft-parts.ts';
import type { Request } from '../protocol/exchange.ts';
import type { Draft, DraftBucket, Trial } from './trial.ts';

const standardLadder: readonly DraftBucket[] = [
  { id: 'short', from: 1, to: 3 },
  { id: 'mid', from: 4, to: 8 },
  { id: 'long', from: 9, to: null },
];

const settings = [
  ...['guardThreshold', 'clipOutsideBid', 'rulings', 'policy', 'anchors', 'rollover', 'regime'],
] as const satisfies readonly (keyof Draft)[];

export function* defaults(trial: Trial): Generator<Trial> {
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

export function* plainMarkets(trial: Trial): Generator<Trial> {
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

export function* rounderAmounts(trial: Trial): Generator<Trial> {
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
