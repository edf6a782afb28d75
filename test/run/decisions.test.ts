/** Two runs decide alike, or the first event that differs is named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelEvent } from '../../src/core/events.ts';
import { Decisions, decisionOf } from '../../src/run/decisions.ts';
import { runScenario } from '../../src/run/run.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { pointAt, scenarioAt } from '../../src/scenario/grid.ts';
import { load, twelveTraders } from '../sweep/small-sweep.ts';

const { base, grid } = load(twelveTraders, 'decimal');
const events: ModelEvent[] = [];
runScenario(scenarioAt(base, pointAt(grid, 0), 'active'), { onEvent: (event) => events.push(event) });

function compared(first: readonly ModelEvent[], second: readonly ModelEvent[]): Decisions['difference'] {
  const decisions = new Decisions();
  for (const event of first) decisions.remember(event);
  for (const event of second) decisions.compare(event);
  decisions.finish();
  return decisions.difference;
}

const tradeAt = events.findIndex(({ kind }) => kind === 'TradeExecuted');
const trade = events[tradeAt];
assert.ok(trade?.kind === 'TradeExecuted', 'the run has a trade');

const withOther = (changes: Partial<typeof trade>): ModelEvent[] =>
  events.map((event) => (event === trade ? { ...trade, ...changes } : event));

test('a run decides like itself', () => {
  assert.equal(compared(events, events), null);
});

test('amounts are no decisions', () => {
  assert.equal(
    compared(events, withOther({ price: trade.price.plus(1e-7), outsideBid: float64.of('0.1') })),
    null,
  );
});

for (const [what, changes] of [
  ['another ticket', { ticketId: 'k999' }],
  ['another trader', { traderId: 'H999' }],
  ['another route', { isPassthrough: !trade.isPassthrough }],
  ['another reason', { hitVbtReason: 'guard' }],
  ['another side', { side: 'BUY' }],
  ['another count of tickets', { dealerInventoryAfter: 999 }],
  ['another day', { day: 999 }],
] as const) {
  test(`${what} is a decision, and its event is named`, () => {
    const other = withOther(changes);
    assert.deepEqual(compared(events, other), { index: tradeAt, event: other[tradeAt] });
  });
}

test('the first difference is named, whatever follows', () => {
  const other = events.slice(0, tradeAt);
  const wrong: ModelEvent = { ...trade, ticketId: 'k999' };
  const later: ModelEvent = { ...trade, ticketId: 'k998' };
  assert.deepEqual(compared(events, [...other, wrong, later])?.event, wrong);
});

test('a run that ends too early, or goes on too long, differs', () => {
  assert.deepEqual(compared(events, events.slice(0, -1)), { index: events.length - 1, event: null });
  assert.deepEqual(compared(events, [...events, trade]), { index: events.length, event: trade });
});

test('amounts are left out wherever they stand, and nothing else is', () => {
  const event: ModelEvent = {
    kind: 'PayableDefaulted',
    day: 3,
    pid: 'P1',
    debtor: 'H1',
    amount: decimal.of(20),
    paid: decimal.of(10),
    recovery: decimal.of('0.5'),
    bucket: 'short',
    payouts: [{ holder: 'H2', tickets: ['k1'], amount: decimal.of(10) }],
  };
  assert.deepEqual(JSON.parse(decisionOf(event)), {
    kind: 'PayableDefaulted',
    day: 3,
    pid: 'P1',
    debtor: 'H1',
    bucket: 'short',
    payouts: [{ holder: 'H2', tickets: ['k1'] }],
  });
});
