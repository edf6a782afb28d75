/** Then: what the implementation answered, and what stands on the balance sheets. */
import { Then, type DataTable } from '@cucumber/cucumber';
import {
  capabilities,
  type ArrivalAnswer,
  type QuotesAnswer,
  type RolloverAnswer,
  type SettleAnswer,
} from '../src/protocol/protocol.ts';
import { requestText, shown } from '../src/protocol/disagreement.ts';
import { addUp, near, parseAmount, type Amount } from './amounts.ts';
import { compareSheets, sheets } from './balance-sheets.ts';
import { mentions, same } from './expect.ts';
import { refusalText, type Outcome, type PlacedOrder, type Refusal, type RingWorld } from './ring-world.ts';
import { compare, Refused, rows, type Columns } from './tables.ts';
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

const capitalised = (id: string | null): string | null => id && id.charAt(0).toUpperCase() + id.slice(1);

Then('the order(s) go(es) like this', function (this: RingWorld, table: DataTable) {
  expectOutcomes(this, table, orderColumns, this.orders.splice(0), 'order');
});

Then('the balance sheets are now', async function (this: RingWorld, table: DataTable) {
  await this.open();
  this.expect(compareSheets(table, this.opening, await this.state()));
});

Then('no balance sheet has changed', async function (this: RingWorld) {
  await this.open();
  this.expect(compareSheets(null, this.before, await this.state()));
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

Then('no ticket crosses', function (this: RingWorld) {
  const { answer, asked } = this.last('advance');
  this.expect(same('tickets that cross', [], answer.rebucketed), asked);
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

/** To the last digit: in decimals, or as doubles add up. SET-05. */
Then(
  '{trader} paid out exactly {amount} and has exactly {amount} left',
  async function (this: RingWorld, trader: string, paid: Amount, left: Amount) {
    const { answer, asked } = this.last('settle');
    const issuer = answer.issuers.find((settled) => settled.issuer === trader);
    if (issuer === undefined) {
      this.expect([{ about: trader, expected: 'an issuer that settles', found: 'none of that name' }], asked);
      return;
    }
    const amounts = issuer.payouts.map((payout) => payout.amount);
    const doubles = amounts.reduce((sum, amount) => sum + Number(amount), 0);
    const sum = this.arithmetic === 'float64' ? String(doubles) : addUp(amounts).toFixed();
    const cash = (await this.state()).traders.find(({ id }) => id === trader)?.cash;
    this.expect(
      [
        ...same(`what ${trader} paid out, to the last digit`, paid.toFixed(), sum),
        ...same(
          `what ${trader} has left, to the last digit`,
          left.toFixed(),
          cash && addUp([cash]).toFixed(),
        ),
      ],
      asked,
    );
  },
);

Then('nothing falls due', function (this: RingWorld) {
  const { answer, asked } = this.last('settle');
  this.expect(same('issuers that settle', [], answer.issuers), asked);
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

Then('no ticket is issued again', function (this: RingWorld) {
  const { answer, asked } = this.last('rollover');
  this.expect(same('tickets that are issued again', [], answer.issued), asked);
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

Then('no rollover is declined', function (this: RingWorld) {
  const { answer, asked } = this.last('rollover');
  this.expect(same('rollovers that are declined', [], answer.declined), asked);
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
  const { answer, asked } = this.last('orderFlow');
  this.expect(compare(table, arrivalColumns, answer.arrivals, 'arrival'), asked);
});

Then('the first arrivals are', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('orderFlow');
  const first = answer.arrivals.map(({ side, agent }) => `${side} ${agent}`);
  const wanted = rows(table, ['side', 'agent', 'times', 'give or take']).map(
    ({ side = '', agent = '', times = '', 'give or take': by = '' }) => ({
      who: `${side} ${agent}`,
      times,
      by,
    }),
  );
  const counts = wanted.flatMap(({ who, times, by }) => {
    const count = first.filter((one) => one === who).length;
    const found = `${String(count)} times`;
    return Math.abs(count - Number(times)) <= Number(by)
      ? []
      : [{ about: `${who} comes first`, expected: `${times} times, give or take ${by}`, found }];
  });
  const others = same('who comes first', wanted.map(({ who }) => who).sort(), [...new Set(first)].sort());
  this.expect([...counts, ...others], asked);
});

Then('the arrivals are {sameness} each time', function (this: RingWorld, areTheSame: boolean) {
  const flows = this.drawn.map((arrivals) =>
    arrivals.map(({ side, agent }) => `${side} ${agent}`).join(', '),
  );
  const [first = ''] = flows;
  const other = flows.findIndex((flow) => flow !== first);
  const found =
    other < 0
      ? `flows of ${first === '' ? 'nobody' : first}, all alike`
      : `flow ${String(other + 1)}: ${String(flows[other])}`;
  const expected = areTheSame ? `flows of ${first === '' ? 'somebody' : first}` : 'flows that differ';
  const holds = flows.length > 1 && first !== '' && areTheSame === other < 0;
  this.expect(holds ? [] : [{ about: 'arrivals each time', expected, found }]);
});

Then('nobody arrives', function (this: RingWorld) {
  const { answer, asked } = this.last('orderFlow');
  this.expect(same('arrivals', [], answer.arrivals), asked);
});

Then('the traders stand like this', async function (this: RingWorld, table: DataTable) {
  const { traders } = await this.state();
  const named = table.hashes().map((row) => traders.find((trader) => trader.id === row['trader']));
  const differences = compare(
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
  this.expect(differences);
});

Then('the desks stand like this', async function (this: RingWorld, table: DataTable) {
  const { dealers, vbts } = await this.state();
  const named = table.hashes().map((row) => {
    const [bucket = '', kind] = (row['desk'] ?? '').split(' ');
    return { name: row['desk'], ...(kind === 'dealer' ? dealers : vbts)[bucket.toLowerCase()] };
  });
  const differences = compare(
    table,
    {
      desk: ['word', (d) => d.name],
      cash: ['amount', (d) => d.cash],
      equity: ['amount', (d) => d.equity],
    },
    named,
    'desk',
  );
  this.expect(differences);
});

Then('the tickets stand like this', async function (this: RingWorld, table: DataTable) {
  const { tickets } = await this.state();
  const named = table.hashes().map((row) => tickets.find((ticket) => ticket.id === row['ticket']));
  const differences = compare(
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
  this.expect(differences);
});

Then(
  'there is/are {int} ticket(s) and {amount} of cash in the world',
  async function (this: RingWorld, tickets: number, cash: Amount) {
    const { totals } = await this.state();
    const differences = same('tickets in the world', tickets, totals.tickets);
    if (!near(cash, totals.cash))
      differences.push({ about: 'cash in the world', expected: cash.toFixed(), found: totals.cash });
    this.expect(differences);
  },
);

Then('the date is now {int}', async function (this: RingWorld, time: number) {
  this.expect(same('the date', time, (await this.state()).time));
});

/** What was refused, which a step now speaks of; the scenario ends where nothing was, or where it was otherwise. */
function takeRefusal(world: RingWorld, kind: string): Refusal {
  const { refused, latest } = world;
  if (refused === null) {
    const found = `the answer ${shown(latest.exchange?.answer)}`;
    world.expect([{ about: 'what was asked', expected: `refused as ${kind}`, found }]);
    throw new Error('unreachable');
  }
  world.refused = null;
  world.orders = world.orders.filter(({ got }) => !(got instanceof Refused));
  if (refused.error.kind !== kind)
    world.expect(
      [{ about: 'what was asked', expected: `refused as ${kind}`, found: refusalText(refused.error) }],
      refused.asked,
    );
  return refused;
}

Then('it is refused as {word}: {string}', function (this: RingWorld, kind: string, reason: string) {
  const { error, asked } = takeRefusal(this, kind);
  this.expect(mentions('what the refusal says', [reason], error.message), asked);
});

Then(
  'it is refused as {word} for each of {string}',
  function (this: RingWorld, kind: string, faults: string) {
    const { error, asked } = takeRefusal(this, kind);
    this.expect(mentions('what the refusal says', names(faults), error.message), asked);
  },
);

Then('it is refused as {word}', function (this: RingWorld, kind: string) {
  takeRefusal(this, kind);
});

Then('it introduces itself in protocol {int}', function (this: RingWorld, protocol: number) {
  const { answer, asked } = this.last('hello');
  const words = (['name', 'version', 'language', 'arithmetic'] as const).filter(
    (word) => answer[word] === '',
  );
  const known = answer.capabilities.filter((it) => (capabilities as readonly string[]).includes(it));
  const differences = [
    ...same('protocol', protocol, answer.protocol),
    ...words.map((about) => ({ about, expected: 'a word', found: 'an empty one' })),
    ...same('capabilities', known, answer.capabilities),
  ];
  if (!known.includes('kernel'))
    differences.push({
      about: 'capabilities',
      expected: 'kernel among them',
      found: shown(answer.capabilities),
    });
  this.expect(differences, asked);
});

Then('the cash of these is, to the last unit', async function (this: RingWorld, table: DataTable) {
  const found = sheets(await this.state());
  this.expect(
    rows(table, ['entity', 'cash']).flatMap(({ entity = '', cash = '' }) => {
      const [expected, is] = [parseAmount(cash), found.get(partyId(entity))?.cash];
      const agrees =
        is !== undefined && (this.arithmetic === 'float64' ? near(expected, is) : expected.equals(is));
      return agrees
        ? []
        : [{ about: `cash of ${entity}`, expected: cash, found: is ?? 'nobody of that name' }];
    }),
  );
});
