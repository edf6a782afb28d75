/** First-round and induced defaults against the definition, computed from balance sheets and claims. MET-13. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventOf, ModelEvent } from '../../../src/core/events.ts';
import { decimal, type Num } from '../../../src/num.ts';
import { worldSchema } from '../../../src/protocol/schema.ts';
import { completeWorld } from '../../../src/protocol/world.ts';
import { drawnChoices, streams, type Stream } from '../../../src/random.ts';
import { replayUntil } from '../../../steps/replay.ts';
import { runWorld } from '../../../src/run/run-world.ts';

const RINGS = 1000;
const PERIODS = 4;
const MID = '0.75';

/** A ring in which each owes the next, and some the VBT too, on days of their own; nobody trades. */
function ring(stream: Stream, lendsAtMid: boolean) {
  const size = 3 + stream.below(4);
  const traders = Array.from({ length: size }, (_, i) => ({
    id: `H${String(i + 1)}`,
    cash: String(stream.below(8) / 4),
  }));
  const tickets = traders.flatMap(({ id }, i) =>
    Array.from({ length: 1 + stream.below(3) }, (_, n) => {
      const serial = 10 * i + n;
      const owner = n === 2 ? 'vbt:only' : `H${String(((i + 1) % size) + 1)}`;
      return {
        id: `k${String(serial)}`,
        liability: `P${String(serial)}`,
        issuer: id,
        owner,
        maturity: 1 + stream.below(3),
        serial,
      };
    }),
  );
  return completeWorld(
    worldSchema.parse({
      traders,
      tickets,
      buckets: [{ id: 'only', from: 1, to: null, outsideMid: MID, outsideSpread: '0' }],
      anchors: { update: false },
      rollover: { enabled: lendsAtMid, issuePrice: 'mid' },
      rulings: { clearing: 'clearing_vector' },
      regime: 'passive',
    }),
  );
}

type Settled = EventOf<'PayableSettled'> | EventOf<'PayableDefaulted'>;
const isSettled = (event: ModelEvent): event is Settled =>
  event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted';

/** Counts by the definition: cash at the close of the day before, and every claim held, as if all had paid. */
function byDefinition(events: readonly ModelEvent[], kept: Num): { first: number; induced: number } {
  const settled = events.filter(isSettled);
  const counts = { first: 0, induced: 0 };
  for (const { day, debtor } of settled.filter(({ kind }) => kind === 'PayableDefaulted')) {
    let means = replayUntil(events, day - 1).cash.get(debtor) ?? decimal.zero;
    const claims = settled
      .filter((event) => event.day <= day)
      .flatMap((event) => event.payouts.map((payout) => ({ event, ...payout })))
      .filter(({ holder }) => holder === debtor);
    for (const { event, tickets, amount } of claims) {
      const repaid = event.kind === 'PayableSettled';
      const full = repaid ? amount : kept.times(tickets.length);
      // an earlier claim has left its payout in the cash already
      means = means.plus(event.day === day ? full : full.minus(amount));
    }
    const due = settled
      .filter((event) => event.day === day && event.debtor === debtor)
      .reduce((sum, { amount }) => sum.plus(amount), decimal.zero);
    counts[means.minus(due).toNumber() > -1e-9 ? 'induced' : 'first']++;
  }
  return counts;
}

for (const lendsAtMid of [false, true]) {
  const name = lendsAtMid ? 'with rollover at the mid' : 'without rollover';
  test(`MET-13: on ${String(RINGS)} random rings under the clearing vector, ${name}`, () => {
    const kept = decimal.of(lendsAtMid ? '0.25' : '1');
    const totals = { first: 0, induced: 0 };
    for (let seed = 1; seed <= RINGS; seed++) {
      const { ring: stream, orderFlow } = streams(seed);
      const events: ModelEvent[] = [];
      const { metrics } = runWorld(
        {
          runId: `ring ${String(seed)}`,
          world: ring(stream, lendsAtMid),
          choices: drawnChoices(orderFlow),
          periods: PERIODS,
          stopOnDefault: false,
          numbers: decimal,
          checks: false,
        },
        { onEvent: (event) => events.push(event) },
      );
      const { firstRound, induced } = metrics.rounds;
      const expected = byDefinition(events, kept);
      assert.deepEqual({ first: firstRound.count, induced: induced.count }, expected, `ring ${String(seed)}`);
      assert.equal(firstRound.count + induced.count, metrics.payoff.liabilitiesDefaulted);
      totals.first += firstRound.count;
      totals.induced += induced.count;
    }
    assert.ok(totals.first > 100 && totals.induced > 50, JSON.stringify(totals));
  });
}

test('a balance below zero takes what an earlier claim would have brought: such a default is first-round', () => {
  // B misses 1 on day 1, sells at −0.4 on day 2 and owes 1 then: with the claim paid it would have had 0.6
  const world = completeWorld(
    worldSchema.parse({
      clipOutsideBid: false,
      buckets: [
        {
          ...{ id: 'short', from: 1, to: null, outsideMid: '0.1', outsideSpread: '1' },
          ...{ midSensitivity: '0', spreadSensitivity: '0' },
        },
      ],
      traders: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
      tickets: [
        { id: 'k1', issuer: 'A', owner: 'B', maturity: 1, serial: 1 },
        { id: 'k2', issuer: 'A', owner: 'B', maturity: 5, serial: 2 },
        { id: 'b1', issuer: 'B', owner: 'C', maturity: 2, serial: 3 },
      ],
    }),
  );
  const events: ModelEvent[] = [];
  const { metrics } = runWorld(
    {
      ...{ runId: 'below', world, periods: 2, stopOnDefault: false, numbers: decimal, checks: true },
      choices: drawnChoices(streams(1).orderFlow),
    },
    { onEvent: (event) => void events.push(event) },
  );
  assert.equal(events.filter(({ kind }) => kind === 'TradeExecuted').length, 1);
  const { firstRound, induced } = metrics.rounds;
  assert.deepEqual([firstRound.count, induced.count], [2, 0]);
});
