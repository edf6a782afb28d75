/** The ring's picture: from events worked out by hand to days, marks and arcs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelEvent } from '../../../src/core/events.ts';
import { decimal } from '../../../src/num.ts';
import { runInMemory } from '../../../src/run/in-memory.ts';
import { pointAt, scenarioAt } from '../../../src/scenario/grid.ts';
import { arcKinds, drawRing, marksOn } from '../../../src/pages/ring/drawing.ts';
import { at } from '../../../src/core/list.ts';
import { RunMetrics } from '../../../src/run/metrics/run-metrics.ts';
import { RingFold, type RingHistory } from '../../../src/pages/ring/history.ts';
import { daySays, figuresOf, firstShown } from '../../../src/pages/ring/summary.ts';
import { load, twelveTraders } from '../../sweep/small-sweep.ts';

const of = (value: string | number) => decimal.of(value);
const rules = { clearing: 'cash_on_hand', rollover: { enabled: false, issuePrice: 'par' } } as const;

/** H1 owes H2 two tickets of 1 on day 1, and H2 owes H3 one on day 2. H1 has 1, H2 nothing; H3 sells its claim. */
const events: readonly ModelEvent[] = [
  {
    ...{ day: 0, kind: 'WorldOpened', ticketSize: of(1), regime: 'active' },
    buckets: [{ id: 'short', from: 1, to: null, outsideMid: of(1), outsideSpread: of('0.2') }],
  },
  ...[
    ['H1', '1'],
    ['H2', '0'],
    ['H3', '0'],
    ['dealer:short', '5'],
    ['vbt:short', '5'],
  ].map(([party = '', cash = '']) => ({ day: 0, kind: 'AccountOpened', party, cash: of(cash) }) as const),
  {
    ...{ day: 0, kind: 'PayableCreated', payableId: 'P1', debtor: 'H1', creditor: 'H2' },
    ...{ dueDay: 1, amount: of(2), tickets: ['k1', 'k2'] },
  },
  {
    ...{ day: 0, kind: 'PayableCreated', payableId: 'P2', debtor: 'H2', creditor: 'H3' },
    ...{ dueDay: 2, amount: of('1'), tickets: ['k3'] },
  },
  {
    ...{
      day: 1,
      kind: 'TradeExecuted',
      tradeIndex: 0,
      traderId: 'H3',
      side: 'SELL',
      buyerId: 'dealer:short',
    },
    ...{ sellerId: 'H3', bucket: 'short', ticketId: 'k3', liabilityId: 'P2', issuerId: 'H2', maturityDay: 2 },
    ...{ price: of('0.9'), outsideMid: of(1), outsideBid: of('0.9'), outsideAsk: of('1.1') },
    ...{
      dealerMidline: of(1),
      dealerInventoryBefore: 0,
      dealerInventoryAfter: 1,
      bid: of('0.9'),
      ask: of('1.1'),
    },
    ...{ isPassthrough: false, pinned: false, hitVbtReason: null, isLiquidityDriven: true },
  },
  {
    ...{ day: 1, kind: 'PayableDefaulted', pid: 'P1', debtor: 'H1', amount: of(2), paid: of(1) },
    ...{ bucket: 'short', recovery: of('0.5') },
    payouts: [{ holder: 'H2', tickets: ['k1', 'k2'], amount: of(1) }],
  },
  {
    ...{
      day: 2,
      kind: 'PayableSettled',
      pid: 'P2',
      debtor: 'H2',
      amount: of(1),
      paid: of(1),
      bucket: 'short',
    },
    payouts: [{ holder: 'dealer:short', tickets: ['k3'], amount: of(1) }],
  },
  { day: 2, kind: 'RunEnded', reason: 'periods' },
];

function historyOf(told: readonly ModelEvent[]): RingHistory {
  const metrics = new RunMetrics(decimal, { runId: 'r', regime: 'active', rules }, null);
  const fold = new RingFold(metrics.accounts);
  metrics.follow(fold);
  for (const event of told) metrics.take(event);
  return fold.history();
}

test('every day has its cash, its open claims, its payments and its trades', () => {
  const { parties, traders, days } = historyOf(events);
  assert.deepEqual([traders, parties.length, days.map(({ day }) => day)], [3, 5, [0, 1, 2]]);
  assert.deepEqual(
    days.map(({ cash }) => cash),
    [
      [1, 0, 0, 5, 5],
      [0, 1, 0.9, 4.1, 5],
      [0, 0, 0.9, 5.1, 5],
    ],
  );
  // debtor, holder, tickets
  assert.deepEqual(
    days.map(({ claims }) => claims),
    [[0, 1, 2, 1, 2, 1], [1, 3, 1], []],
  );
  const figures = days.map(figuresOf);
  assert.deepEqual(
    figures.map(({ paid, firstRound, induced, due, received, sold }) => [
      ...[paid, firstRound, induced, due, received, sold],
    ]),
    [
      [0, 0, 0, 0, 0, 0],
      [0, 1, 0, 2, 1, 1],
      [1, 0, 0, 1, 1, 0],
    ],
  );
});

test('a debtor that could have paid, had it been paid, is an induced default', () => {
  const lost = events.map((event): ModelEvent =>
    event.kind === 'PayableSettled'
      ? {
          ...event,
          ...{ kind: 'PayableDefaulted', amount: of(2), paid: of(1), recovery: of('0.5') },
        }
      : event,
  );
  assert.deepEqual(
    historyOf(lost).days.map(({ settled }) => settled.map(({ debtor, outcome }) => [debtor, outcome])),
    [[], [[0, 'first-round']], [[1, 'induced']]],
  );
});

test('marks and arcs of a day are those of its events, and an earlier default stays', () => {
  const history = historyOf(events);
  assert.deepEqual(marksOn(history, 1), ['first-round', 'quiet', 'quiet']);
  assert.deepEqual(marksOn(history, 2), ['failed', 'paid', 'quiet']);
  const kinds = (place: number, chosen: number | null): string[] =>
    drawRing(history, place, chosen).arcs.map(({ kind, isFaint }) => `${kind}${isFaint ? ' faint' : ''}`);
  assert.deepEqual(kinds(1, null), ['claim', 'recovered', 'sells']);
  assert.deepEqual(kinds(1, 0), ['claim faint', 'sells faint', 'recovered']);
  assert.deepEqual(kinds(0, 1), ['owes', 'holds']);
  const { traders, desks } = drawRing(history, 1, null);
  assert.equal(
    traders[0]?.says,
    'H1: cash 0, owes 0 tickets, holds 0 tickets; first-round default, pays 1 of 2',
  );
  assert.equal(traders[2]?.says, 'H3: cash 0.90, owes 0 tickets, holds 0 tickets; sells 1 ticket');
  assert.deepEqual(
    desks.map(({ name, tickets, cash }) => [name, tickets, cash]),
    [
      ['Short dealer', 1, '4'],
      ['Short VBT', 0, '5'],
    ],
  );
});

test('the day is said in words, and the day with most defaults is shown first', () => {
  const history = historyOf(events);
  assert.equal(firstShown(history), 1);
  assert.equal(
    daySays(history, 1),
    'Day 1: 0 traders pay in full; 1.00 of 2.00 due is paid; 1 first-round default (H1); 1 ticket is sold to desks.',
  );
  assert.equal(daySays(history, 0), 'Day 0, the opening: 3 traders and 3 open tickets.');
});

test('a day on which tickets are only bought says of whom', () => {
  const history = historyOf(events);
  const day = at(history.days, 1);
  const bought = { ...day, trades: day.trades.map((trade) => ({ ...trade, sells: false })) };
  assert.match(
    daySays({ ...history, days: [at(history.days, 0), bought] }, 1),
    /\(H1\); 1 ticket is bought from desks\.$/,
  );
});

test('over a run the days sum up to its metrics', () => {
  const { base, grid } = load(twelveTraders, 'decimal');
  const scenario = scenarioAt(base, pointAt(grid, 0), 'active');
  const folds: RingFold[] = [];
  const { metrics } = runInMemory(scenario, {
    follow: (own) => {
      const fold = new RingFold(own.accounts);
      folds.push(fold);
      own.follow(fold);
    },
  });
  const { days } = at(folds, 0).history();
  const settled = days.flatMap((day) => day.settled);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const liabilities = (outcome: string): number =>
    sum(settled.filter((own) => own.outcome === outcome).map((own) => own.liabilities));
  assert.ok(metrics.rounds.firstRound.count > 0);
  assert.deepEqual(
    [liabilities('first-round'), liabilities('induced'), sum(settled.map((own) => own.liabilities))],
    [metrics.rounds.firstRound.count, metrics.rounds.induced.count, metrics.payoff.liabilitiesMatured],
  );
  assert.ok(Math.abs(sum(settled.map((own) => own.paid)) - metrics.payoff.paid.toNumber()) < 1e-6);
  assert.equal(days.flatMap(({ trades }) => trades).length, metrics.activity.trades);
  assert.equal(arcKinds.length, 7);
});
