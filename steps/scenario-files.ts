/** Scenario files: what they may say, the start that they make, and the commands that take them. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { tmpdir } from 'node:os';
import { bucketOf } from '../src/core/tickets.ts';
import { streamNames, streams, type Stream } from '../src/random.ts';
import { ticketsOwed } from '../src/scenario/debts.ts';
import type { InitialState } from '../src/scenario/initial.ts';
import { addUp } from './amounts.ts';
import { mentions, same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { agreesExactly, disagreements, faultDifferences, inShell, valueAt } from './scenario-file.ts';
import { compare, rows } from './tables.ts';
import { names } from './vocabulary.ts';

Given('the scenario file', function (this: RingWorld, text: string) {
  this.file.text = text;
});

When('it is loaded', function (this: RingWorld) {
  this.does('load ring.yaml');
  this.file.load();
});

Then('the scenario says', function (this: RingWorld, table: DataTable) {
  this.expect(faultDifferences([], this.file.faults));
  this.expect(disagreements(rows(table, ['path', 'value']), this.file.loaded?.scenario));
});

Then('it is refused with these faults', function (this: RingWorld, table: DataTable) {
  const { faults } = this.file;
  this.file.faults = [];
  this.expect(faultDifferences(rows(table, ['line', 'path', 'found', 'allowed']), faults));
});

Then('it warns', function (this: RingWorld, table: DataTable) {
  const { warnings } = this.file;
  this.file.warnings = [];
  this.expect(same('warnings', table.raw().flat(), warnings));
});

Then('it may say', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['path', 'value', 'read as'])) {
    const { path = '', value = '' } = row;
    const wanted = row['read as'] ?? value;
    this.does(`load ring.yaml with ${path}: ${value}`);
    const faults = this.file.faultsWith(row);
    this.expect(faultDifferences([], faults));
    const found = valueAt(this.file.read(row).scenario, path);
    this.expect(agreesExactly(wanted, found) ? [] : [{ about: path, expected: wanted, found }]);
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
  this.expect(
    rows(table, Object.keys(found)).flatMap((row) =>
      Object.entries(row).flatMap(([about, expected]) => {
        const is = valueAt(found, about);
        return agreesExactly(expected, is) ? [] : [{ about, expected, found: is }];
      }),
    ),
  );
});

Then('tickets are split by weight like this', function (this: RingWorld, table: DataTable) {
  for (const { tickets = '', weights = '', split = '' } of rows(table, ['tickets', 'weights', 'split'])) {
    this.does(`split ${tickets} tickets by the weights ${weights}`);
    const found = ticketsOwed(names(weights).map(Number), Number(tickets));
    this.expect(same('tickets', names(split).map(Number), found));
  }
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

Then('it notes', function (this: RingWorld, table: DataTable) {
  this.expect(same('notes', table.raw().flat(), this.file.start.notes));
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

Then(
  'with seed {int} every stream draws its own numbers, however much is drawn from the others',
  function (this: RingWorld, seed: number) {
    const hundred = (stream: Stream): number[] => Array.from({ length: 100 }, () => stream.unit());
    const together = streams(seed);
    const drawn = streamNames.flatMap((name) => hundred(together[name]));
    const alone = streamNames.flatMap((name) => hundred(streams(seed)[name]));
    this.does(`draw from the streams of seed ${String(seed)}`);
    this.expect([
      ...same('draws of the streams, together and alone', alone, drawn),
      ...same('draws of which no two are the same', drawn.length, new Set(drawn).size),
    ]);
  },
);

Given('a program in which {}', function (this: RingWorld, fault: string) {
  this.file.changeProgram(fault);
});

When('this is run', async function (this: RingWorld, line: string) {
  this.does(line);
  await this.file.run(line);
});

Then('it exits with {int}', function (this: RingWorld, status: number) {
  const { ended } = this.file;
  const found = `${String(ended.status)}, with\n${ended.stdout}\n${ended.stderr}`;
  this.expect(ended.status === status ? [] : [{ about: 'exit status', expected: String(status), found }]);
});

Then('it says on std{word} {string}', function (this: RingWorld, stream: string, words: string) {
  const said = stream === 'out' ? this.file.ended.stdout : this.file.ended.stderr;
  this.expect(mentions(`std${stream}`, [words], said));
});

Then('it says nothing on std{word}', function (this: RingWorld, stream: string) {
  this.expect(same(`std${stream}`, '', stream === 'out' ? this.file.ended.stdout : this.file.ended.stderr));
});

Then('the JSON on stdout says', function (this: RingWorld, table: DataTable) {
  const document: unknown = JSON.parse(this.file.ended.stdout);
  this.expect(disagreements(rows(table, ['path', 'value']), document));
});

Then('nothing is written', function (this: RingWorld) {
  this.expect(same('what is written', [], this.file.written()));
});

Then('nothing that it says is in colour', function (this: RingWorld) {
  const { stdout, stderr } = this.file.ended;
  const coloured = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('\u001b'));
  this.expect(same('lines in colour', [], coloured));
});

Then('the help of each of these shows an example', async function (this: RingWorld, table: DataTable) {
  const asked = rows(table, ['command', 'example']).map(async ({ command = '', example = '' }) => {
    const { status, stdout } = await inShell(`ringspec ${command} --help`, tmpdir());
    const about = `ringspec ${command} --help`;
    return [...same(`exit status of ${about}`, 0, status), ...mentions(about, [example], stdout)];
  });
  this.does('ringspec … --help');
  this.expect((await Promise.all(asked)).flat());
});

After(function (this: RingWorld) {
  const { faults, warnings } = this.file;
  this.file.tidy();
  this.expect([
    ...same('faults of which no step speaks', [], faults),
    ...same('warnings of which no step speaks', [], warnings),
  ]);
});
