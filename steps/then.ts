/** Then: what the implementation answered to an order, or to a step of the period. */
import { Then, type DataTable } from '@cucumber/cucumber';
import type { QuotesAnswer, RolloverAnswer, SettleAnswer } from '../src/protocol/protocol.ts';
import { requestText } from '../src/protocol/disagreement.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import type { Outcome, PlacedOrder } from './said.ts';
import { compare, type Columns } from './tables.ts';
import { capitalised } from './vocabulary.ts';

const quoteColumns: Columns<QuotesAnswer> = {
  a: ['count', (q) => q.tickets],
  x: ['amount', (q) => q.faceInventory],
  C: ['amount', (q) => q.cash],
  V: ['amount', (q) => q.midValuedWealth],
  'K*': ['count', (q) => q.fundableTickets],
  'X*': ['amount', (q) => q.capacity],
  N: ['count', (q) => q.rungs],
  λ: ['amount', (q) => q.layoffProbability],
  I: ['amount', (q) => q.insideWidth],
  p: ['amount', (q) => q.midline],
  'a(x)': ['amount', (q) => q.interiorAsk],
  'b(x)': ['amount', (q) => q.interiorBid],
  ask: ['amount', (q) => q.ask],
  bid: ['amount', (q) => q.bid],
  M: ['amount', (q) => q.outsideMid],
  O: ['amount', (q) => q.outsideSpread],
  A: ['amount', (q) => q.outsideAsk],
  B: ['amount', (q) => q.outsideBid],
  'ask pinned': ['word', (q) => q.askPinned],
  'bid pinned': ['word', (q) => q.bidPinned],
  guard: ['word', (q) => q.guard],
};

Then('the {bucket} dealer quotes', async function (this: RingWorld, bucket: string, table: DataTable) {
  const before = await this.state();
  const quotes = await this.quotes(bucket);
  const asked = { request: requestText('quotes', { bucket }), exchange: this.under.last, before };
  this.expect(compare(table, quoteColumns, [quotes], `quotes of dealer:${bucket}, row`), asked);
});

/** Compares a table with what came of a request for each row. */
function expectOutcomes<T>(
  world: RingWorld,
  table: DataTable,
  columns: Columns<T>,
  outcomes: readonly Outcome<T>[],
  what: string,
): void {
  const got = outcomes.map((outcome) => outcome.got);
  world.expect(compare(table, columns, got, what), (row) => outcomes[row]?.asked);
}

Then('it gives', function (this: RingWorld, table: DataTable) {
  expectOutcomes(this, table, quoteColumns, this.evaluated, 'row');
});

const orderColumns: Columns<PlacedOrder> = {
  customer: ['party', ({ trade }) => trade.trader],
  side: ['word', ({ trade }) => trade.side],
  bucket: ['word', ({ trade }) => capitalised(trade.bucket)],
  executed: ['word', ({ trade }) => trade.executed],
  price: ['amount', ({ trade }) => trade.price],
  route: ['word', ({ trade }) => (trade.route === 'passthrough' ? 'pass-through' : trade.route)],
  because: ['word', ({ trade }) => trade.routedBecause],
  refused: ['word', ({ trade }) => trade.reason],
  ticket: ['word', ({ trade }) => trade.ticket],
  issuer: ['word', ({ trade }) => trade.issuer],
  'dealer cash': ['amount', ({ after }) => after?.cash],
  'dealer tickets': ['count', ({ after }) => after?.tickets],
  V: ['amount', ({ after }) => after?.midValuedWealth],
  'X*': ['amount', ({ after }) => after?.capacity],
  ask: ['amount', ({ after }) => after?.ask],
  bid: ['amount', ({ after }) => after?.bid],
};

Then('the order(s) go(es) like this', function (this: RingWorld, table: DataTable) {
  expectOutcomes(this, table, orderColumns, this.orders.splice(0), 'order');
});

Then('these tickets cross', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('advance');
  const columns: Columns<(typeof answer.rebucketed)[number]> = {
    ticket: ['word', (c) => c.ticket],
    from: ['word', (c) => capitalised(c.from)],
    to: ['word', (c) => capitalised(c.to)],
    seller: ['party', (c) => c.seller],
    buyer: ['party', (c) => c.buyer],
    price: ['amount', (c) => c.price],
  };
  this.expect(compare(table, columns, answer.rebucketed, 'crossing'), asked);
});

const settlementColumns: Columns<SettleAnswer['issuers'][number]> = {
  issuer: ['word', (s) => s.issuer],
  due: ['amount', (s) => s.due],
  'cash before': ['amount', (s) => s.cashBefore],
  R: ['amount', (s) => s.recovery],
  'cash after': ['amount', (s) => s.cashAfter],
};

Then('the issuers settle like this', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('settle');
  this.expect(compare(table, settlementColumns, answer.issuers, 'issuer'), asked);
});

Then('the payouts are', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('settle');
  const payouts = answer.issuers.flatMap(({ issuer, payouts: paid }) => paid.map((p) => ({ issuer, ...p })));
  const columns: Columns<(typeof payouts)[number]> = {
    issuer: ['word', (p) => p.issuer],
    holder: ['party', (p) => p.holder],
    tickets: ['count', (p) => p.tickets],
    amount: ['amount', (p) => p.amount],
  };
  this.expect(compare(table, columns, payouts, 'payout'), asked);
});

const reissueColumns: Columns<RolloverAnswer['issued'][number]> = {
  ticket: ['word', (i) => i.ticket],
  issuer: ['word', (i) => i.issuer],
  owner: ['party', (i) => i.owner],
  matures: ['count', (i) => i.maturity],
  price: ['amount', (i) => i.price],
  'placed with': ['party', (i) => i.placed?.buyer],
  'placed at': ['amount', (i) => i.placed?.price],
};

Then('these tickets are issued again', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('rollover');
  this.expect(compare(table, reissueColumns, answer.issued, 'reissue'), asked);
});

Then('these rollovers are declined', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('rollover');
  const columns: Columns<(typeof answer.declined)[number]> = {
    ticket: ['word', (d) => d.ticket],
    issuer: ['word', (d) => d.issuer],
    owner: ['party', (d) => d.owner],
    matures: ['count', (d) => d.maturity],
    price: ['amount', (d) => d.price],
    because: ['word', (d) => d.reason],
  };
  this.expect(compare(table, columns, answer.declined, 'rollover'), asked);
});

Then('the anchors become', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('updateAnchors');
  const columns: Columns<(typeof answer.buckets)[number]> = {
    bucket: ['word', (b) => capitalised(b.bucket)],
    ℓ: ['amount', (b) => b.lossRate],
    M: ['amount', (b) => b.outsideMid],
    O: ['amount', (b) => b.outsideSpread],
    A: ['amount', (b) => b.outsideAsk],
    B: ['amount', (b) => b.outsideBid],
  };
  this.expect(compare(table, columns, answer.buckets, 'bucket'), asked);
});

/** What may not have happened, and the answer that says so. */
const happenings = {
  crossings: ['advance', (world: RingWorld) => world.last('advance').answer.rebucketed],
  'claims due': ['settle', (world: RingWorld) => world.last('settle').answer.issuers],
  reissues: ['rollover', (world: RingWorld) => world.last('rollover').answer.issued],
  'declined rollovers': ['rollover', (world: RingWorld) => world.last('rollover').answer.declined],
  arrivals: ['orderFlow', (world: RingWorld) => world.last('orderFlow').answer.arrivals],
} as const;

Then('there are no {happenings}', function (this: RingWorld, what: keyof typeof happenings) {
  const [op, listed] = happenings[what];
  this.expect(same(what, [], listed(this)), this.last(op).asked);
});
