/** What the opening of a world could get wrong, in its accounts, its tickets and its log, and the check that stops it. CHK-11. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOpened } from '../../src/core/checks/check.ts';
import type { EventKind, EventOf, ModelEvent } from '../../src/core/events.ts';
import type { Running } from '../../src/core/journal.ts';
import { openWorld, type World } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { isStopped } from './stopped.ts';

/** H2 owes `k1` and `k2`, lent by H1, of which the Short dealer has the second; H1 owes `k3`. */
const plain = completeWorld(
  worldSchema.parse({
    time: 3,
    buckets: [
      { id: 'short', from: 1, to: 3, outsideSpread: '0.3' },
      { id: 'long', from: 4, to: null, outsideSpread: '0.3' },
    ],
    dealers: { short: { cash: '5' } },
    vbts: { long: { cash: '7' } },
    traders: [
      { id: 'H1', cash: '2' },
      { id: 'H2', cash: '4' },
    ],
    tickets: [
      { id: 'k1', liability: 'P1', issuer: 'H2', owner: 'H1', maturity: 5, serial: 1 },
      {
        id: 'k2',
        liability: 'P1',
        issuer: 'H2',
        owner: 'dealer:short',
        maturity: 5,
        serial: 2,
      },
      { id: 'k3', liability: 'P2', issuer: 'H1', owner: 'vbt:long', maturity: 9, distance: 9, serial: 3 },
    ],
  }),
);

const world: World = {
  ...plain,
  tickets: plain.tickets.map((each) => (each.liability === 'P1' ? { ...each, creditor: 'H1' } : each)),
};

const change =
  <K extends EventKind>(kind: K, of: (event: EventOf<K>) => Partial<EventOf<K>>) =>
  (told: readonly ModelEvent[]): ModelEvent[] =>
    told.map((event) => (event.kind === kind ? { ...event, ...of(event as EventOf<K>) } : event));
const without =
  (kind: EventKind) =>
  (told: readonly ModelEvent[]): ModelEvent[] =>
    told.filter((event) => event.kind !== kind);

interface Fault {
  /** The world that was meant, where it is not the one that was opened. */
  readonly meant?: World;
  readonly told?: (told: readonly ModelEvent[]) => ModelEvent[];
  readonly state?: (state: Running) => void;
  readonly message: RegExp;
}

const trader = (id: string, cash: string): World => ({
  ...world,
  traders: world.traders.map((each) => (each.id === id ? { ...each, cash } : each)),
});
const ticket = (id: string, given: object): World => ({
  ...world,
  tickets: world.tickets.map((each) => (each.id === id ? { ...each, ...given } : each)),
});
/** A ticket of the state that may be written to. */
const k1 = ({ parties }: Running) =>
  parties.get('H1')?.holdings[0]?.tickets[0] as unknown as Record<string, unknown>;

const faults: Readonly<Record<string, Fault>> = {
  'the log does not begin with the world': {
    told: without('WorldOpened'),
    message: /a log begins with its world/,
  },
  'another ticket size': { meant: { ...world, ticketSize: '2' }, message: /S: 1 ≠ 2/ },
  'another ticket size is told': {
    told: change('WorldOpened', () => ({ ticketSize: decimal.of(2) })),
    message: /S that is told: 2 ≠ 1/,
  },
  'no buckets are told': { told: change('WorldOpened', () => ({ buckets: [] })), message: /buckets: 0 ≠ 2/ },
  'another mid': {
    meant: { ...world, buckets: world.buckets.map((bucket) => ({ ...bucket, outsideMid: '0.9' })) },
    message: /M of short: 1 ≠ 0\.9/,
  },
  'another spread': {
    meant: { ...world, buckets: world.buckets.map((bucket) => ({ ...bucket, outsideSpread: '0.2' })) },
    message: /O of short: 0\.3 ≠ 0\.2/,
  },
  'a bucket of another range': {
    meant: { ...world, buckets: world.buckets.map((bucket) => ({ ...bucket, from: bucket.from + 1 })) },
    message: /a bucket is not the one that was written/,
  },
  'a trader has other cash': { meant: trader('H2', '3'), message: /the cash at the start: 4 ≠ 3/ },
  'a dealer has the cash of its VBT': {
    meant: { ...world, dealers: world.vbts },
    message: /the cash at the start: 5 ≠ 0/,
  },
  'other cash is told': {
    told: change('AccountOpened', ({ cash }) => ({ cash: cash.plus(1) })),
    message: /the cash at the start: 3 ≠ 2/,
  },
  'no account is told': { told: without('AccountOpened'), message: /accounts opened: 0 ≠ 6/ },
  'an account is told twice': {
    told: change('AccountOpened', ({ party }) => (party === 'H2' ? { party: 'H1' } : {})),
    message: /accounts opened: 5 ≠ 6/,
  },
  'an account of somebody else is told': {
    told: change('AccountOpened', ({ party }) => (party === 'H2' ? { party: 'H3' } : {})),
    message: /between H2: CHK-11 does not hold: an account is not opened/,
  },
  'a ticket was left out': {
    meant: {
      ...world,
      tickets: [...world.tickets, { ...world.tickets[0], id: 'k4', serial: 4 }] as World['tickets'],
    },
    message: /tickets counted: 3 ≠ 4/,
  },
  'a ticket is not registered': {
    state: (state) => {
      state.calendar.pop();
    },
    message: /tickets registered: 2 ≠ 3/,
  },
  'a ticket is held by nobody': {
    state: (state) => {
      state.parties.get('vbt:long')?.holdings.pop();
    },
    message: /tickets held: 2 ≠ 3/,
  },
  'a ticket is owed by nobody': {
    state: (state) => {
      state.traders[0]?.issued.pop();
    },
    message: /tickets owed: 2 ≠ 3/,
  },
  ...Object.fromEntries(
    Object.entries({ bucket: 1, live: false }).map(([field, value]): [string, Fault] => [
      `a ticket has another ${field}`,
      {
        state: (state) => {
          k1(state)[field] = value;
        },
        message: /ticket k1 is not the one that was written/,
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({ issuer: 'H1', owner: 'H2', maturity: 6, serial: 9, distance: 1, liability: 'P9' }).map(
      ([field, value]): [string, Fault] => [
        `a ticket has not the ${field} that was written`,
        { meant: ticket('k1', { [field]: value }), message: /ticket k1 is not the one that was written/ },
      ],
    ),
  ),
  'no liability is told': { told: without('PayableCreated'), message: /k2 is not there to be allocated/ },
  'no allocation is told': {
    told: without('TicketsAllocated'),
    message: /the holder of k2 as told: H1 ≠ dealer:short/,
  },
  'an allocation to the creditor': {
    told: change('TicketsAllocated', ({ from }) => ({ to: from })),
    message: /an allocation moves nothing/,
  },
  'the tickets of a liability are not told': {
    told: change('PayableCreated', () => ({ tickets: [] })),
    message: /the tickets of P1 are not those that were written/,
  },
  'another debtor is told': {
    told: change('PayableCreated', () => ({ debtor: 'H1' })),
    message: /P1 is not told with its debtor and its day/,
  },
  'another day is told': {
    told: change('PayableCreated', ({ dueDay }) => ({ dueDay: dueDay + 1 })),
    message: /P1 is not told with its debtor and its day/,
  },
  'another creditor is told': {
    told: change('PayableCreated', () => ({ creditor: 'dealer:short' })),
    message: /the creditor of P1: dealer:short ≠ H1/,
  },
  'another face is told': {
    told: change('PayableCreated', () => ({ amount: decimal.of('0.5') })),
    message: /the face of P1: 0\.5 ≠ 2/,
  },
  'a liability is told twice': {
    told: (told) =>
      told.flatMap((event) =>
        event.kind === 'PayableCreated' && event.payableId === 'P2' ? [event, event] : [event],
      ),
    message: /liabilities told: 3 ≠ 2/,
  },
  'quotes are not posted': {
    state: ({ journal }) => {
      if (journal.checks !== null) journal.checks.memory.posting[1] = 'moved';
    },
    message: /between long: CHK-11 does not hold: the quotes have moved, and are not posted/,
  },
};

/** Opens the world, and lets the check look at it once more as a case has changed it. */
function open({ meant = world, told = (all) => [...all], state: alter }: Omit<Fault, 'message'>): void {
  const events: ModelEvent[] = [];
  const sink = (event: ModelEvent): void => {
    events.push(event);
  };
  const state = openWorld(world, { numbers: decimal, run: 'demo', checks: true, sink });
  const { checks } = state.journal;
  assert.ok(checks);
  checks.memory.told = told(events);
  alter?.(state);
  checkOpened(state, meant);
}

test('a world as it was written is not stopped', () => {
  open({});
});

for (const [what, { message, ...fault }] of Object.entries(faults))
  test(`${what}: stopped`, () => {
    isStopped(() => {
      open(fault);
    }, message);
  });
