import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventBody } from '../../../src/core/events.ts';
import type { Cell } from '../../../src/files/cell.ts';
import type { RunLabel } from '../../../src/run/metrics/fold.ts';
import { RunMetrics } from '../../../src/run/metrics/run-metrics.ts';
import { SystemSeries } from '../../../src/run/metrics/series.ts';
import { decimal, type Num } from '../../../src/num.ts';
import { near } from './figures.ts';

const label: RunLabel = {
  runId: 'folds',
  regime: 'active',
  rules: { clearing: 'cash_on_hand', rollover: { enabled: false, issuePrice: 'par' } },
};

const num = (value: string | number): Num => decimal.of(value);

/** Quotes of which only the bid matters here. */
const quotes = (bid: number): EventBody => ({
  kind: 'QuotesPosted',
  bucket: 'Short',
  dealerInventory: 3,
  dealerCash: num(0),
  dealerCapacity: num(30),
  dealerMidline: num(8),
  bid: num(bid),
  ask: num(10),
  outsideBid: num(6),
  outsideAsk: num(11),
  bidPinned: false,
  askPinned: false,
  guard: false,
});

const purchase = (ticketId: string, price: number): EventBody => ({
  kind: 'TradeExecuted',
  tradeIndex: 0,
  traderId: 'H2',
  side: 'BUY',
  buyerId: 'H2',
  sellerId: 'dealer:Short',
  bucket: 'Short',
  ticketId,
  liabilityId: 'L1',
  issuerId: 'H1',
  maturityDay: 2,
  price: num(price),
  outsideMid: num(8),
  outsideBid: num(6),
  outsideAsk: num(11),
  dealerMidline: num(8),
  dealerInventoryBefore: 3,
  dealerInventoryAfter: 2,
  bid: num(7),
  ask: num(price),
  isPassthrough: false,
  pinned: false,
  hitVbtReason: null,
  isLiquidityDriven: false,
});

/** S = 10. H1 owes three tickets, all on the dealer's shelf; H2 has 50 and owes nothing. */
const opening: EventBody[] = [
  {
    kind: 'WorldOpened',
    ticketSize: num(10),
    regime: 'active',
    buckets: [{ id: 'Short', from: 1, to: null, outsideMid: num(8), outsideSpread: num(5) }],
  },
  { kind: 'AccountOpened', party: 'H1', cash: num(15) },
  { kind: 'AccountOpened', party: 'H2', cash: num(50) },
  { kind: 'AccountOpened', party: 'dealer:Short', cash: num(0) },
  { kind: 'AccountOpened', party: 'vbt:Short', cash: num(0) },
  {
    kind: 'PayableCreated',
    payableId: 'L1',
    debtor: 'H1',
    creditor: 'dealer:Short',
    dueDay: 2,
    amount: num(30),
    tickets: ['a', 'b', 'c'],
  },
  quotes(7),
];

function fold(...events: [day: number, body: EventBody][]) {
  const metrics = new RunMetrics(decimal, label, null);
  for (const body of opening) metrics.take({ day: 0, ...body });
  for (const [day, body] of events) metrics.take({ day, ...body });
  return metrics.metrics();
}

/** The rows of repayment_events.csv. */
function repaymentRows(...events: [day: number, body: EventBody][]): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  const open = (name: string) => (row: readonly Cell[]) => {
    if (name === 'repayment_events') rows.push(row);
  };
  const metrics = new RunMetrics(decimal, label, { open });
  for (const body of opening) metrics.take({ day: 0, ...body });
  for (const [day, body] of events) metrics.take({ day, ...body });
  return rows;
}

const ended: EventBody = { kind: 'RunEnded', reason: 'periods' };

describe('folds over events made by hand', () => {
  it('the margin after a BUY is taken at the quotes that follow it (MET-07, KER-15)', () => {
    const { safetyMargins } = fold([1, purchase('a', 9)], [1, quotes(7.5)], [2, quotes(1)], [2, ended]);
    near(safetyMargins.beforeBuy.mean, 50);
    near(safetyMargins.afterBuy.mean, 48.5); // 50 − 9 + a ticket at 7.5, not at the old 7 or the later 1
  });

  it('and at those alone, when something else comes between (MET-07)', () => {
    const refused: EventBody = {
      kind: 'OrderRejected',
      traderId: 'H2',
      side: 'BUY',
      bucket: 'Short',
      price: null,
      reason: 'no_eligible_ticket',
    };
    const { safetyMargins } = fold([1, purchase('a', 9)], [1, quotes(7.5)], [1, refused], [2, quotes(1)]);
    near(safetyMargins.afterBuy.mean, 48.5); // 50 − 9 + 7.5
    // a BUY that was refused bought nothing
    const none = fold([1, refused], [1, ended]).safetyMargins;
    assert.deepEqual([none.beforeBuy.count, none.afterBuy.count], [0, 0]);
  });

  it('a payout is spread over the tickets of its holder (MET-06)', () => {
    const { traderReturns, payoff } = fold(
      [1, purchase('a', 8)],
      [1, purchase('b', 9)],
      [2, halfPaid],
      [2, ended],
    );
    near(payoff.payoffRate, 0.5);
    // each ticket brought 5: (5 − 8)/8 and (5 − 9)/9, mean of −3/8 and −4/9
    near(traderReturns.byTrader[0]?.meanReturn ?? null, [-59, 144]);
    near(traderReturns.overTickets.min, [-4, 9]);
    near(traderReturns.overTickets.max, [-3, 8]);
    near(traderReturns.overTraders.shareAboveZero, 0);
  });

  it('losses fall on whoever held the tickets (MET-09)', () => {
    const { losses } = fold([1, purchase('a', 8)], [1, purchase('b', 9)], [2, halfPaid], [2, ended]);
    near(losses.traders, 10); // two tickets at half their face of 10
    near(losses.dealers, 5);
    near(losses.total, 15);
  });

  it('what is still held has brought nothing yet, and is counted (MET-06)', () => {
    const { traderReturns } = fold([1, purchase('a', 8)], [1, ended]);
    assert.deepEqual([traderReturns.ticketsStillHeld, traderReturns.overTickets.count], [1, 0]);
    assert.equal(traderReturns.overTraders.mean, null);
  });

  it('a dealer that trades as a customer is no trader: no margin, no return, no trade of a debtor (TRD-11, OUT-08R)', () => {
    const customer = { traderId: 'dealer:Short', buyerId: 'dealer:Short', sellerId: 'vbt:Short' };
    const bought = { ...purchase('a', 8), ...customer, sellerId: 'dealer:Short' };
    const { safetyMargins, traderReturns, activity } = fold(
      [1, bought],
      [1, quotes(7)],
      [2, halfPaid],
      [2, ended],
    );
    assert.equal(activity.trades, 1);
    assert.deepEqual([safetyMargins.beforeBuy.count, safetyMargins.afterBuy.count], [0, 0]);
    assert.deepEqual([traderReturns.overTickets.count, traderReturns.ticketsStillHeld], [0, 0]);
    const rows = repaymentRows([1, bought], [2, halfPaid], [2, ended]);
    assert.deepEqual(
      rows.map((row) => row.slice(8, 10)),
      [[0, 0]],
    );
  });

  it('a sale that raises no cash has no margin (MET-07)', () => {
    const sale = (isLiquidityDriven: boolean): EventBody => ({
      ...purchase('a', 8),
      ...{ side: 'SELL', buyerId: 'dealer:Short', sellerId: 'H2', isLiquidityDriven },
    });
    const { safetyMargins } = fold([1, purchase('a', 9)], [1, sale(false)], [2, ended]);
    assert.equal(safetyMargins.atLiquiditySale.count, 0);
    const driven = fold([1, purchase('a', 9)], [1, sale(true)], [2, ended]);
    assert.equal(driven.safetyMargins.atLiquiditySale.count, 1);
  });

  it('what settled on a day that a violation cut short has its row all the same (OUT-07, CHK-07)', () => {
    const stopped: EventBody = { kind: 'RunEnded', reason: 'violation' };
    assert.equal(repaymentRows([2, halfPaid], [2, stopped]).length, 1);
  });

  it('has no metrics before it has begun, and no account of a desk for a trader', () => {
    const metrics = new RunMetrics(decimal, label, null);
    assert.throws(() => metrics.metrics(), /once it has begun/);
    assert.throws(() => metrics.accounts.home('H1'), /H1 is no desk/);
    assert.throws(() => {
      new SystemSeries(metrics.accounts, { open: () => () => undefined }).closeDay(0);
    }, /a world that was opened/);
  });

  it('when nothing fell due φ is 1 and δ is 0 (MET-01)', () => {
    const { payoff } = fold([1, ended]);
    near(payoff.payoffRate, 1);
    near(payoff.defaultRate, 0);
  });
});

/** H1 has 15 of 30: R = 1/2. H2 holds a and b, the dealer c. */
const halfPaid: EventBody = {
  kind: 'PayableDefaulted',
  pid: 'L1',
  debtor: 'H1',
  amount: num(30),
  paid: num(15),
  recovery: num('0.5'),
  bucket: 'Short',
  payouts: [
    { holder: 'H2', tickets: ['a', 'b'], amount: num(10) },
    { holder: 'dealer:Short', tickets: ['c'], amount: num(5) },
  ],
};
