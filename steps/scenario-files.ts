/** Scenario files: what they may say, the start that they make, and the commands that take them. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { bucketOf } from '../src/core/tickets.ts';
import { streamNames, streams, type Stream } from '../src/random.ts';
import { ticketsOwed } from '../src/scenario/debts.ts';
import type { InitialState } from '../src/scenario/initial.ts';
import { addUp } from './amounts.ts';
import type { RingWorld } from './ring-world.ts';
import { agreesExactly, disagreements, faultDifferences, inShell, valueAt } from './scenario-file.ts';
import { compare, rows } from './tables.ts';
import { names } from './vocabulary.ts';

Given('the scenario file', function (this: RingWorld, text: string) {
  this.file.text = text;
});

When('it is loaded', function (this: RingWorld) {
  this.file.load();
});

Then('the scenario says', function (this: RingWorld, table: DataTable) {
  assert.deepEqual(disagreements(rows(table, ['path', 'value']), this.file.loaded?.scenario), []);
});

Then('it is refused with these faults', function (this: RingWorld, table: DataTable) {
  const { faults } = this.file;
  this.file.faults = [];
  assert.deepEqual(faultDifferences(rows(table, ['line', 'path', 'found', 'allowed']), faults), []);
});

Then('it warns', function (this: RingWorld, table: DataTable) {
  const { warnings } = this.file;
  this.file.warnings = [];
  assert.deepEqual([...warnings], table.raw().flat());
});

Then('it may say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'read as'])) {
    const { path = '', value = '' } = row;
    const wanted = row['read as'] ?? value;
    const found = valueAt(this.file.read(row).scenario, path);
    assert.ok(agreesExactly(wanted, found), `${path}: ${value} is read as ${found}, not ${wanted}`);
  }
});

Then('it may not say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'fault at', 'found', 'allowed'])) {
    const wanted = { ...row, path: row['fault at'] ?? row['path'] ?? '' };
    const differences = faultDifferences([wanted], this.file.faultsWith(row));
    assert.deepEqual(differences, [], `${row['path'] ?? ''}: ${row['value'] ?? ''}`);
  }
});

When('its world is made', async function (this: RingWorld) {
  const { world } = this.file.make();
  // who was the first creditor is no part of the protocol
  const told = JSON.stringify(world, (key, value: unknown) => (key === 'creditor' ? undefined : value));
  await this.under.call('reset', { world: JSON.parse(told) as Record<string, unknown> });
  this.opening = await this.under.call('state', {});
  this.before = this.opening;
});

Then('the markets are', async function (this: RingWorld, table: DataTable) {
  compare(
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
});

Then("the traders' policy is", async function (this: RingWorld, table: DataTable) {
  compare(
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
});

/** What a trader owes and has at the start. */
const ringOf = ({ world }: InitialState) =>
  world.traders.map(({ id, cash }) => {
    const own = world.tickets.filter(({ issuer }) => issuer === id);
    return { id, cash, creditor: own[0]?.creditor, tickets: own.length, due: own[0]?.maturity };
  });

Then('the ring is', function (this: RingWorld, table: DataTable) {
  compare(
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
  for (const row of rows(table, Object.keys(found)))
    for (const [column, cell] of Object.entries(row))
      assert.ok(agreesExactly(cell, valueAt(found, column)), `${column} is ${valueAt(found, column)}`);
});

Then('tickets are split by weight like this', function (this: RingWorld, table: DataTable) {
  for (const { tickets = '', weights = '', split = '' } of rows(table, ['tickets', 'weights', 'split']))
    assert.deepEqual(ticketsOwed(names(weights).map(Number), Number(tickets)), names(split).map(Number));
});

Then('the calendar is', function (this: RingWorld, table: DataTable) {
  const days = Object.entries(this.file.start.calendar).map(([day, due]) => ({ day: Number(day), due }));
  compare(
    table,
    { day: ['count', ({ day }) => day], 'tickets due': ['count', ({ due }) => due] },
    days,
    'day',
  );
});

Then('the desks hold', function (this: RingWorld, table: DataTable) {
  const { world } = this.file.start;
  const found = world.buckets.map(({ id }, place) => {
    const tickets = world.tickets.filter(({ maturity }) => bucketOf(world.buckets, maturity) === place);
    const heldBy = (who: string | null): number =>
      tickets.filter(({ owner, creditor }) => owner === (who ?? creditor)).length;
    return { id, tickets, heldBy, dealerCash: world.dealers[id]?.cash, vbtCash: world.vbts[id]?.cash };
  });
  compare(
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
});

Then('it notes', function (this: RingWorld, table: DataTable) {
  assert.deepEqual(this.file.start.notes, table.raw().flat());
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
    const now = this.file.startWith(row);
    for (const [aspect, of] of Object.entries(aspects)) {
      if (row[aspect] === undefined) continue;
      const found = JSON.stringify(of(now)) === JSON.stringify(of(before)) ? 'same' : 'other';
      assert.equal(found, row[aspect], `${aspect} with ${row['path'] ?? ''}: ${row['value'] ?? ''}`);
    }
  }
});

Then(
  'with seed {int} every stream draws its own numbers, however much is drawn from the others',
  function (this: RingWorld, seed: number) {
    const hundred = (stream: Stream): number[] => Array.from({ length: 100 }, () => stream.unit());
    const together = streams(seed);
    const drawn = streamNames.flatMap((name) => hundred(together[name]));
    const alone = streamNames.flatMap((name) => hundred(streams(seed)[name]));
    assert.deepEqual(drawn, alone, 'a stream was shifted');
    assert.equal(new Set(drawn).size, drawn.length, 'streams have draws in common');
  },
);

Given('a program in which {}', function (this: RingWorld, fault: string) {
  this.file.changeProgram(fault);
});

When('this is run', async function (this: RingWorld, line: string) {
  await this.file.run(line);
});

Then('it exits with {int}', function (this: RingWorld, status: number) {
  const { ended } = this.file;
  assert.equal(ended.status, status, `${ended.stdout}\n${ended.stderr}`);
});

Then('it says on std{word} {string}', function (this: RingWorld, stream: string, words: string) {
  const said = stream === 'out' ? this.file.ended.stdout : this.file.ended.stderr;
  assert.ok(said.includes(words), `it says\n${said}`);
});

Then('it says nothing on std{word}', function (this: RingWorld, stream: string) {
  assert.equal(stream === 'out' ? this.file.ended.stdout : this.file.ended.stderr, '');
});

Then('the JSON on stdout says', function (this: RingWorld, table: DataTable) {
  const document: unknown = JSON.parse(this.file.ended.stdout);
  assert.deepEqual(disagreements(rows(table, ['path', 'value']), document), []);
});

Then('nothing is written', function (this: RingWorld) {
  assert.deepEqual(this.file.written(), []);
});

Then('nothing that it says is in colour', function (this: RingWorld) {
  const { stdout, stderr } = this.file.ended;
  assert.equal(`${stdout}${stderr}`.includes('\u001b'), false);
});

Then('the help of each of these shows an example', async function (this: RingWorld, table: DataTable) {
  const asked = rows(table, ['command', 'example']).map(async ({ command = '', example = '' }) => {
    const { status, stdout } = await inShell(`ringspec ${command} --help`, tmpdir());
    return status === 0 && stdout.includes(example) ? [] : [`${command}: ${stdout}`];
  });
  assert.deepEqual((await Promise.all(asked)).flat(), []);
});

After(function (this: RingWorld) {
  const { faults, warnings } = this.file;
  this.file.tidy();
  assert.deepEqual(faults, [], 'the file was refused, and no step speaks of it');
  assert.deepEqual(warnings, [], 'the file was warned about, and no step speaks of it');
});
