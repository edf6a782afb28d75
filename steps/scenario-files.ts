/** Scenario files: what they may say, the start that they make, and the commands that take them. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { bucketOf } from '../src/core/tickets.ts';
import type { InitialState } from '../src/scenario/initial.ts';
import { addUp } from './amounts.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { valueAt } from './documents.ts';
import { faultDifferences } from './scenario-file.ts';
import { compare, differ, rows } from './tables.ts';

Given('the scenario file', function (this: RingWorld, text: string) {
  this.file.text = text;
});

When('it is loaded', function (this: RingWorld) {
  this.does('load ring.yaml');
  this.file.load();
  this.documents.set('the scenario', () => [this.file.scenario(this), 'exact']);
});

Then('it is refused with these faults', function (this: RingWorld, table: DataTable) {
  const { faults } = this.file;
  this.file.faults = [];
  this.expect(faultDifferences(rows(table, ['line', 'path', 'found', 'allowed']), faults));
});

Then('it {remark}', function (this: RingWorld, remark: 'warns' | 'notes', table: DataTable) {
  const found = this.file[remark];
  this.file[remark] = [];
  this.expect(
    same(
      remark,
      table
        .raw()
        .flat()
        .filter((words) => words !== ''),
      found,
    ),
  );
});

Then('it may say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'read as'])) {
    const { path = '', value = '' } = row;
    const wanted = row['read as'] ?? value;
    this.does(`load ring.yaml with ${path}: ${value}`);
    const faults = this.file.faultsWith(row);
    this.expect(faultDifferences([], faults));
    const { scenario } = this.file.read(row);
    this.expect(differ({ [path]: wanted }, { [path]: ['exact', (it) => valueAt(it, path)] }, scenario));
  }
});

Then('it may not say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'fault at', 'found', 'allowed'])) {
    const wanted = { ...row, path: row['fault at'] ?? row['path'] ?? '' };
    this.does(`load ring.yaml with ${row['path'] ?? ''}: ${row['value'] ?? ''}`);
    this.expect(faultDifferences([wanted], this.file.faultsWith(row)));
  }
});

When('its world is made', async function (this: RingWorld) {
  const { world } = this.file.make();
  // who was the first creditor is no part of the protocol
  const told = JSON.stringify(world, (key, value: unknown) => (key === 'creditor' ? undefined : value));
  await this.ask('reset', { world: JSON.parse(told) as Record<string, unknown> });
  this.does('reset with the world of ring.yaml');
  this.opening = await this.ask('state', {});
  this.before = this.opening;
});

Then('the markets are', async function (this: RingWorld, table: DataTable) {
  const differences = compare(
    table,
    {
      bucket: ['word', (b) => b.id],
      from: ['count', (b) => b.from],
      to: ['count', (b) => b.to],
      mid: ['amount', (b) => b.outsideMid],
      spread: ['amount', (b) => b.outsideSpread],
      'mid sensitivity': ['amount', (b) => b.midSensitivity],
      'spread sensitivity': ['amount', (b) => b.spreadSensitivity],
      'least spread': ['amount', (b) => b.minSpread],
    },
    (await this.state()).buckets,
    'market',
  );
  this.expect(differences);
});

Then("the traders' policy is", async function (this: RingWorld, table: DataTable) {
  const differences = compare(
    table,
    {
      policy: ['word', (p) => p.kind],
      H: ['count', (p) => p.horizon],
      buffer: ['amount', (p) => p.cashBuffer],
      'most arrivals': ['count', (p) => p.maxArrivals],
      'SELL probability': ['amount', (p) => p.sellProbability],
    },
    [(await this.state()).policy],
    'policy',
  );
  this.expect(differences);
});

/** What a trader owes and has at the start. */
const ringOf = ({ world }: InitialState) =>
  world.traders.map(({ id, cash }) => {
    const own = world.tickets.filter(({ issuer }) => issuer === id);
    return { id, cash, creditor: own[0]?.creditor, tickets: own.length, due: own[0]?.maturity };
  });

Then('the ring is', function (this: RingWorld, table: DataTable) {
  const differences = compare(
    table,
    {
      trader: ['word', (t) => t.id],
      owes: ['word', (t) => t.creditor],
      tickets: ['count', (t) => t.tickets],
      due: ['count', (t) => t.due],
      cash: ['amount', (t) => t.cash],
      'cash a ticket': ['amount', (t) => addUp([t.cash]).div(t.tickets).toFixed()],
    },
    ringOf(this.file.start),
    'trader',
  );
  this.expect(differences);
});

Then('in all the traders owe and have', function (this: RingWorld, table: DataTable) {
  const ring = ringOf(this.file.start);
  const owed = ring.map(({ tickets }) => tickets);
  const cash = ring.map((trader) => trader.cash);
  const found = {
    traders: ring.length,
    tickets: owed.reduce((a, b) => a + b, 0),
    'least debt': Math.min(...owed),
    'most debt': Math.max(...owed),
    cash: addUp(cash).toFixed(),
    'least cash': Math.min(...cash.map(Number)),
    'most cash': Math.max(...cash.map(Number)),
  };
  const columns = Object.fromEntries(
    Object.keys(found).map((name) => [name, ['exact', (it: Record<string, unknown>) => it[name]]] as const),
  );
  this.expect(compare(table, columns, [found], 'ring'));
});

Then('the calendar is', function (this: RingWorld, table: DataTable) {
  const days = Object.entries(this.file.start.calendar).map(([day, due]) => ({ day: Number(day), due }));
  const differences = compare(
    table,
    { day: ['count', ({ day }) => day], 'tickets due': ['count', ({ due }) => due] },
    days,
    'day',
  );
  this.expect(differences);
});

Then('the desks hold', function (this: RingWorld, table: DataTable) {
  const { world } = this.file.start;
  const found = world.buckets.map(({ id }, place) => {
    const tickets = world.tickets.filter(({ maturity }) => bucketOf(world.buckets, maturity) === place);
    const heldBy = (who: string | null): number =>
      tickets.filter(({ owner, creditor }) => owner === (who ?? creditor)).length;
    return { id, tickets, heldBy, dealerCash: world.dealers[id]?.cash, vbtCash: world.vbts[id]?.cash };
  });
  const differences = compare(
    table,
    {
      bucket: ['word', ({ id }) => id],
      tickets: ['count', ({ tickets }) => tickets.length],
      dealer: ['count', ({ id, heldBy }) => heldBy(`dealer:${id}`)],
      'dealer cash': ['amount', ({ dealerCash }) => dealerCash],
      VBT: ['count', ({ id, heldBy }) => heldBy(`vbt:${id}`)],
      'VBT cash': ['amount', ({ vbtCash }) => vbtCash],
      creditors: ['count', ({ heldBy }) => heldBy(null)],
    },
    found,
    'bucket',
  );
  this.expect(differences);
});

const aspects: Readonly<Record<string, (start: InitialState) => unknown>> = {
  debts: ({ world }) => world.tickets.map(({ id, issuer }) => [id, issuer]),
  'due days': (start) => ringOf(start).map(({ id, due }) => [id, due]),
  "desks' tickets": ({ world }) =>
    world.tickets.filter(({ owner }) => owner.includes(':')).map(({ id, owner }) => [id, owner]),
  cash: ({ world }) => world.traders,
};

Then('changes in it change the start like this', function (this: RingWorld, table: DataTable) {
  const before = this.file.startWith({});
  for (const row of rows(table, ['path', 'value', ...Object.keys(aspects)])) {
    this.does(`make the world of ring.yaml with ${row['path'] ?? ''}: ${row['value'] ?? ''}`);
    const now = this.file.startWith(row);
    for (const [aspect, of] of Object.entries(aspects)) {
      if (row[aspect] === undefined) continue;
      const found = JSON.stringify(of(now)) === JSON.stringify(of(before)) ? 'same' : 'other';
      this.expect(same(aspect, row[aspect], found));
    }
  }
});

After(function (this: RingWorld) {
  const { faults, warns } = this.file;
  this.expect([
    ...same('faults of which no step speaks', [], faults),
    ...same('warnings of which no step speaks', [], warns),
  ]);
});
