/** Then: what the implementation answered, and what stands on the balance sheets. */
import { Then, type DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import {
  capabilities,
  type ArrivalAnswer,
  type QuotesAnswer,
  type RolloverAnswer,
  type SettleAnswer,
} from '../src/conformance/protocol.ts';
import { addUp, near, parseAmount, type Amount } from './amounts.ts';
import { compareSheets, sheets } from './balance-sheets.ts';
import type { PlacedOrder, RingWorld } from './ring-world.ts';
import { compare, rows, type Columns } from './tables.ts';
import { names, partyId } from './vocabulary.ts';

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
  compare(table, quoteColumns, [await this.quotes(bucket)], `${bucket} dealer`);
});

Then('it gives', function (this: RingWorld, table: DataTable) {
  compare(table, quoteColumns, this.evaluated);
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

const capitalised = (id: string | null): string | null => id && id.charAt(0).toUpperCase() + id.slice(1);

Then('the order(s) go(es) like this', function (this: RingWorld, table: DataTable) {
  compare(table, orderColumns, this.orders.splice(0), 'order', ({ exchange, before }) => {
    this.blamed = { exchange, before };
  });
});

Then('the balance sheets are now', async function (this: RingWorld, table: DataTable) {
  await this.open();
  compareSheets(table, this.opening, await this.state());
});

Then('no balance sheet has changed', async function (this: RingWorld) {
  await this.open();
  compareSheets(null, this.before, await this.state());
});

Then('these tickets cross', function (this: RingWorld, table: DataTable) {
  compare(
    table,
    {
      ticket: ['word', (c) => c.ticket],
      from: ['word', (c) => capitalised(c.from)],
      to: ['word', (c) => capitalised(c.to)],
      seller: ['party', (c) => c.seller],
      buyer: ['party', (c) => c.buyer],
      price: ['amount', (c) => c.price],
    },
    this.last('advance').rebucketed,
    'crossing',
  );
});

Then('no ticket crosses', function (this: RingWorld) {
  assert.deepEqual(this.last('advance').rebucketed, []);
});

const settlementColumns: Columns<SettleAnswer['issuers'][number]> = {
  issuer: ['word', (s) => s.issuer],
  due: ['amount', (s) => s.due],
  'cash before': ['amount', (s) => s.cashBefore],
  R: ['amount', (s) => s.recovery],
  'cash after': ['amount', (s) => s.cashAfter],
};

Then('the issuers settle like this', function (this: RingWorld, table: DataTable) {
  compare(table, settlementColumns, this.last('settle').issuers, 'issuer');
});

Then('the payouts are', function (this: RingWorld, table: DataTable) {
  const payouts = this.last('settle').issuers.flatMap(({ issuer, payouts: paid }) =>
    paid.map((p) => ({ issuer, ...p })),
  );
  compare(
    table,
    {
      issuer: ['word', (p) => p.issuer],
      holder: ['party', (p) => p.holder],
      tickets: ['count', (p) => p.tickets],
      amount: ['amount', (p) => p.amount],
    },
    payouts,
    'payout',
  );
});

/** To the last digit: in decimals, or as doubles add up. SET-05. */
Then(
  '{trader} paid out exactly {amount} and has exactly {amount} left',
  async function (this: RingWorld, trader: string, paid: Amount, left: Amount) {
    const issuer = this.last('settle').issuers.find((settled) => settled.issuer === trader);
    const amounts = issuer?.payouts.map((payout) => payout.amount) ?? [];
    const doubles = amounts.reduce((sum, amount) => sum + Number(amount), 0);
    const sum = this.arithmetic === 'float64' ? String(doubles) : addUp(amounts).toFixed();
    assert.equal(sum, paid.toFixed());
    const cash = (await this.state()).traders.find(({ id }) => id === trader)?.cash ?? 'none';
    assert.equal(addUp([cash]).toFixed(), left.toFixed());
  },
);

Then('nothing falls due', function (this: RingWorld) {
  assert.deepEqual(this.last('settle').issuers, []);
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
  compare(table, reissueColumns, this.last('rollover').issued, 'reissue');
});

Then('no ticket is issued again', function (this: RingWorld) {
  assert.deepEqual(this.last('rollover').issued, []);
});

Then('these rollovers are declined', function (this: RingWorld, table: DataTable) {
  compare(
    table,
    {
      ticket: ['word', (d) => d.ticket],
      issuer: ['word', (d) => d.issuer],
      owner: ['party', (d) => d.owner],
      matures: ['count', (d) => d.maturity],
      price: ['amount', (d) => d.price],
      because: ['word', (d) => d.reason],
    },
    this.last('rollover').declined,
    'rollover',
  );
});

Then('no rollover is declined', function (this: RingWorld) {
  assert.deepEqual(this.last('rollover').declined, []);
});

Then('the anchors become', function (this: RingWorld, table: DataTable) {
  compare(
    table,
    {
      bucket: ['word', (b) => capitalised(b.bucket)],
      ℓ: ['amount', (b) => b.lossRate],
      M: ['amount', (b) => b.outsideMid],
      O: ['amount', (b) => b.outsideSpread],
      A: ['amount', (b) => b.outsideAsk],
      B: ['amount', (b) => b.outsideBid],
    },
    this.last('updateAnchors').buckets,
    'bucket',
  );
});

const arrivalColumns: Columns<ArrivalAnswer> = {
  Z: ['count', (a) => a.z],
  side: ['word', (a) => a.side],
  fallback: ['word', (a) => a.fallback],
  agent: ['word', (a) => a.agent],
  executed: ['word', (a) => a.trade.executed],
  bucket: ['word', (a) => capitalised(a.trade.bucket)],
  ticket: ['word', (a) => a.trade.ticket],
  price: ['amount', (a) => a.trade.price],
  route: ['word', (a) => (a.trade.route === 'passthrough' ? 'pass-through' : a.trade.route)],
  refused: ['word', (a) => a.trade.reason],
};

Then('the arrivals go like this', function (this: RingWorld, table: DataTable) {
  compare(table, arrivalColumns, this.last('orderFlow').arrivals, 'arrival');
});

Then('the first arrivals are', function (this: RingWorld, table: DataTable) {
  const first = this.last('orderFlow').arrivals.map(({ side, agent }) => `${side} ${agent}`);
  const expected = rows(table, ['side', 'agent', 'times', 'give or take']).map((row) => {
    const who = `${row['side'] ?? ''} ${row['agent'] ?? ''}`;
    const count = first.filter((one) => one === who).length;
    const off = Math.abs(count - Number(row['times']));
    assert.ok(off <= Number(row['give or take']), `${who} came first ${String(count)} times`);
    return who;
  });
  assert.deepEqual([...new Set(first)].sort(), expected.sort(), 'who came first');
});

Then('the arrivals are {sameness} each time', function (this: RingWorld, areTheSame: boolean) {
  const flows = this.drawn.map((arrivals) =>
    arrivals.map(({ side, agent }) => `${side} ${agent}`).join(', '),
  );
  const [first = ''] = flows;
  assert.ok(flows.length > 1 && first !== '', 'nobody came, so there is nothing to compare');
  const other = flows.findIndex((flow) => flow !== first);
  if (!areTheSame) assert.ok(other > 0, `each of ${String(flows.length)} flows is ${first}`);
  else assert.equal(flows[other] ?? first, first, `flow ${String(other + 1)} is not flow 1`);
});

Then('nobody arrives', function (this: RingWorld) {
  assert.deepEqual(this.last('orderFlow').arrivals, []);
});

Then('the traders stand like this', async function (this: RingWorld, table: DataTable) {
  const { traders } = await this.state();
  const named = table.hashes().map((row) => traders.find((trader) => trader.id === row['trader']));
  compare(
    table,
    {
      trader: ['word', (t) => t?.id],
      cash: ['amount', (t) => t?.cash],
      equity: ['amount', (t) => t?.equity],
      issuer: ['word', (t) => t?.issuer],
      shortfall: ['amount', (t) => t?.shortfall],
      defaulted: ['word', (t) => t?.defaulted],
    },
    named,
    'trader',
  );
});

Then('the desks stand like this', async function (this: RingWorld, table: DataTable) {
  const { dealers, vbts } = await this.state();
  const named = table.hashes().map((row) => {
    const [bucket = '', kind] = (row['desk'] ?? '').split(' ');
    return { name: row['desk'], ...(kind === 'dealer' ? dealers : vbts)[bucket.toLowerCase()] };
  });
  compare(
    table,
    {
      desk: ['word', (d) => d.name],
      cash: ['amount', (d) => d.cash],
      equity: ['amount', (d) => d.equity],
    },
    named,
    'desk',
  );
});

Then('the tickets stand like this', async function (this: RingWorld, table: DataTable) {
  const { tickets } = await this.state();
  const named = table.hashes().map((row) => tickets.find((ticket) => ticket.id === row['ticket']));
  compare(
    table,
    {
      ticket: ['word', (t) => t?.id],
      owner: ['party', (t) => t?.owner],
      issuer: ['word', (t) => t?.issuer],
      liability: ['word', (t) => t?.liability],
      matures: ['count', (t) => t?.maturity],
      serial: ['count', (t) => t?.serial],
      distance: ['count', (t) => t?.distance],
    },
    named,
    'ticket',
  );
});

Then(
  'there is/are {int} ticket(s) and {amount} of cash in the world',
  async function (this: RingWorld, tickets: number, cash: Amount) {
    const { totals } = await this.state();
    assert.equal(
      totals.tickets,
      tickets,
      `tickets in the world is ${String(totals.tickets)}, not ${String(tickets)}`,
    );
    assert.ok(near(cash, totals.cash), `cash in the world is ${totals.cash}, not ${cash.toFixed()}`);
  },
);

Then('the date is now {int}', async function (this: RingWorld, time: number) {
  const found = (await this.state()).time;
  assert.equal(found, time, `the date is ${String(found)}, not ${String(time)}`);
});

Then('it is refused as {word}: {string}', function (this: RingWorld, kind: string, reason: string) {
  const { refused } = this;
  this.refused = null;
  assert.ok(refused, 'it was not refused');
  assert.equal(refused.kind, kind, `it is refused as ${refused.kind}, not ${kind}`);
  assert.ok(refused.message.includes(reason), `it was refused with "${refused.message}"`);
});

Then(
  'it is refused as {word} for each of {string}',
  function (this: RingWorld, kind: string, faults: string) {
    const { refused } = this;
    this.refused = null;
    assert.ok(refused, 'it was not refused');
    assert.equal(refused.kind, kind, `it is refused as ${refused.kind}, not ${kind}`);
    const missing = names(faults).filter((fault) => !refused.message.includes(fault));
    assert.deepEqual(missing, [], `it was refused with "${refused.message}"`);
  },
);

Then('it is refused as {word}', function (this: RingWorld, kind: string) {
  const { refused } = this;
  this.refused = null;
  assert.ok(refused, 'it was not refused');
  assert.equal(refused.kind, kind, `it is refused as ${refused.kind}, not ${kind}`);
});

Then('it introduces itself in protocol {int}', function (this: RingWorld, protocol: number) {
  const { name, version, language, arithmetic, capabilities: can, ...said } = this.last('hello');
  assert.equal(said.protocol, protocol);
  for (const word of [name, version, language, arithmetic]) assert.ok(word.length > 0, 'a word is missing');
  assert.ok(can.includes('kernel'), 'everything rests on the kernel');
  assert.deepEqual(
    can.filter((it) => !(capabilities as readonly string[]).includes(it)),
    [],
    'unknown',
  );
});

Then('the cash of these is, to the last unit', async function (this: RingWorld, table: DataTable) {
  const found = sheets(await this.state());
  for (const { entity = '', cash = '' } of rows(table, ['entity', 'cash'])) {
    const [expected, is = ''] = [parseAmount(cash), found.get(partyId(entity))?.cash];
    const same = this.arithmetic === 'float64' ? near(expected, is) : expected.equals(is);
    assert.ok(same, `${entity} has ${is}, not ${cash}`);
  }
});
