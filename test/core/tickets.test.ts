/** Tickets by day and serial, however many a party has and in whatever order they come and go. TRD-06, SET-08. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { at } from '../../src/core/list.ts';
import type { Running } from '../../src/core/journal.ts';
import type { Party, Ticket } from '../../src/core/state.ts';
import {
  closeDay,
  countOnDay,
  daysFrom,
  firstWhere,
  lists,
  move,
  nextDay,
  onDay,
  ticketsOf,
} from '../../src/core/tickets.ts';
import { ticketsOf as inAllBlocks } from '../../src/core/fast/by-day.ts';
import { openWorld } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';

const DAYS = [4, 5, 7];

/** A trader that owes this many tickets, serial by serial due on one day after another; a VBT has them all. */
function open(tickets: number): Running {
  const world = completeWorld(
    worldSchema.parse({
      buckets: [{ id: 'short', from: 1, to: null }],
      traders: [
        { id: 'H1', cash: '0' },
        { id: 'H2', cash: '0' },
      ],
      tickets: Array.from({ length: tickets }, (_, i) => ({
        id: `k${String(i + 1)}`,
        liability: `P${String(i % DAYS.length)}`,
        issuer: 'H1',
        owner: 'vbt:short',
        maturity: at(DAYS, i % DAYS.length),
        serial: i + 1,
      })),
    }),
  );
  return openWorld(world, { numbers: float64, run: 'demo', checks: false, sink: () => undefined });
}

test('a list of as many days as there may be is put together', () => {
  const blocks = Array.from({ length: 500_000 }, (_, day) => ({ day, tickets: [day, day] }));
  const all = inAllBlocks(blocks);
  assert.deepEqual([all.length, all[0], all[999_999]], [1_000_000, 0, 499_999]);
});

const inOrder = (tickets: readonly Ticket[]): Ticket[] =>
  [...tickets].sort((a, b) => a.maturity - b.maturity || a.serial - b.serial);

const names = (tickets: readonly Ticket[]): string => tickets.map(({ id }) => id).join(' ');

/** What a party's list says, against a plain list of what it owns. */
function assertLists(party: Party, all: readonly Ticket[]): void {
  const own = inOrder(all.filter((ticket) => ticket.owner === party));
  const { holdings } = party;
  assert.equal(names(ticketsOf(holdings)), names(own));
  assert.equal(party.held, own.length);
  assert.ok(holdings.every((block) => block.tickets.length <= 512));
  assert.equal(firstWhere(holdings, () => true)?.id, own[0]?.id);
  assert.equal(firstWhere(holdings, ({ maturity }) => maturity > 4)?.id, own.find((t) => t.maturity > 4)?.id);
  for (let day = 3; day <= 8; day++) {
    const due = own.filter(({ maturity }) => maturity === day);
    assert.equal(names(onDay(holdings, day)), names(due));
    assert.equal(countOnDay(holdings, day), due.length);
    assert.equal(nextDay(holdings, day), own.find(({ maturity }) => maturity >= day)?.maturity ?? Infinity);
    const days = daysFrom(holdings, day);
    assert.deepEqual(
      days.map((one) => one.day),
      [...new Set(own.map(({ maturity }) => maturity))].filter((one) => one >= day),
    );
    assert.equal(names(ticketsOf(days)), names(own.filter(({ maturity }) => maturity >= day)));
  }
  for (const ticket of all) assert.equal(lists(party, ticket), ticket.owner === party, ticket.id);
}

test('a party lists its tickets by day and serial, few or thousands, in whatever order they come and go', () => {
  const script = fc.record({
    tickets: fc.constantFrom(1, 2, 30, 700, 3000),
    // in each round this share of the tickets moves to the next party, in order or scattered
    rounds: fc.array(
      fc.record({ stride: fc.constantFrom(1, 7, 389, 1009), share: fc.double({ min: 0, max: 1 }) }),
      {
        maxLength: 4,
      },
    ),
    backwards: fc.boolean(),
  });
  fc.assert(
    fc.property(script, ({ tickets, rounds, backwards }) => {
      const state = open(tickets);
      const all = ticketsOf(state.calendar);
      const parties = ['vbt:short', 'dealer:short', 'H2'].map((id) => {
        const party = state.parties.get(id);
        assert.ok(party !== undefined);
        return party;
      });
      rounds.forEach(({ stride, share }, round) => {
        const to = at(parties, (round + 1) % parties.length);
        for (let n = 0; n < share * tickets; n++) {
          const place = (n * stride) % tickets;
          const ticket = at(all, backwards ? tickets - 1 - place : place);
          if (ticket.owner !== to) move(state, ticket, to);
        }
        for (const party of parties) assertLists(party, all);
      });
      for (const day of DAYS) {
        closeDay(state, day);
        for (const blocks of [
          state.calendar,
          at(state.traders, 0).issued,
          ...parties.map((p) => p.holdings),
        ]) {
          assert.equal(countOnDay(blocks, day), 0);
          assert.ok(blocks.every((block) => block.day > day && block.tickets.length > 0));
        }
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});
