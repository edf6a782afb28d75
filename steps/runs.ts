/** Whole runs: how long, with whom, and what the files say afterwards. */
import { After, Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { createHash } from 'node:crypto';
import { shown } from '../src/protocol/disagreement.ts';
import type { ArrivalAnswer } from '../src/protocol/protocol.ts';
import { float64 } from '../src/f64.ts';
import { addUp, near, parseAmount } from './amounts.ts';
import { mentions, same, sameFiles } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { bookOf, compareDocument, compareRows, parseCsv, tidyBook, valueAt } from './run-book.ts';
import { rows } from './tables.ts';
import { partyId, zOf } from './vocabulary.ts';

Given('these arrivals', function (this: RingWorld, table: DataTable) {
  bookOf(this).arrivals = rows(table, ['day', 'Z', 'agent']).map(({ day, Z, agent = '' }) => ({
    day: Number(day),
    z: zOf(Z ?? '1'),
    agent,
  }));
});

Given('the stop on default is {switch}', function (this: RingWorld, on: boolean) {
  bookOf(this).stopOnDefault = on;
});

Given(
  '{customer} holds {int} ticket(s) of {trader} due at {int}',
  function (this: RingWorld, owner: string, count: number, issuer: string, day: number) {
    for (let n = 1; n <= count; n++)
      this.builder.ticket({ ticket: `${owner}holds${String(n)}`, owner, issuer, matures: String(day) });
  },
);

Given(
  '{trader} owes {int} ticket(s) due at every date from {int} to {int} to someone else',
  function (this: RingWorld, trader: string, count: number, from: number, to: number) {
    for (let day = from; day <= to; day++) this.builder.debt(trader, count, day);
  },
);

When('the run lasts {int} period(s)', function (this: RingWorld, periods: number) {
  bookOf(this).runWorld(periods);
});

When(
  'the run lasts {int} period(s) and no rounding is forgiven',
  function (this: RingWorld, periods: number) {
    bookOf(this).runWorld(periods, { ...float64, slack: () => 0 });
  },
);

When('the scenario is run', function (this: RingWorld) {
  bookOf(this).runScenario();
});

When('the scenario is run, but breaks off after day {int}', function (this: RingWorld, day: number) {
  bookOf(this).runScenario({ upTo: day });
});

When(
  'it is run again in the same place, but breaks off after day {int}',
  function (this: RingWorld, day: number) {
    bookOf(this).runScenario({ again: true, upTo: day });
  },
);

When('the run is repeated from its manifest', function (this: RingWorld) {
  bookOf(this).runManifest();
});

When('the run is repeated in a process of its own', async function (this: RingWorld) {
  await bookOf(this).runCommand();
});

Then('both runs leave the same files, byte for byte', function (this: RingWorld) {
  this.expect(sameFiles(bookOf(this).contents(1), bookOf(this).contents(2)));
});

Then('it leaves these files', function (this: RingWorld, table: DataTable) {
  this.expect(same('files', table.raw().flat().sort(), Object.keys(bookOf(this).contents())));
});

Then('it leaves no file', function (this: RingWorld) {
  this.expect(same('files', [], Object.keys(bookOf(this).contents())));
});

Then('{file} holds', function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareRows(table.hashes(), bookOf(this).table(file)));
});

Then(
  '{file} holds, where {word} is {word}',
  function (this: RingWorld, file: string, column: string, value: string, table: DataTable) {
    const found = bookOf(this)
      .table(file)
      .filter((row) => row[column] === value);
    this.expect(compareRows(table.hashes(), found));
  },
);

Then('line {int} of {file} is', function (this: RingWorld, line: number, file: string, text: string) {
  const found = bookOf(this)
    .text(file)
    .split(file.endsWith('.csv') ? '\r\n' : '\n')[line - 1];
  this.expect(same(`line ${String(line)} of ${file}`, text.split('\n').join(''), found));
});

Then('every table is as RFC 4180 wants it', function (this: RingWorld) {
  const tables = Object.entries(bookOf(this).contents()).filter(([name]) => name.endsWith('.csv'));
  if (tables.length === 0) this.expect([{ about: 'files', expected: 'tables', found: 'none' }]);
  for (const [name, text] of tables) {
    const [first, ...widths] = [...new Set(parseCsv(text).map((record) => record.length))];
    if (widths.length > 0)
      this.expect([
        {
          about: `fields of ${name}`,
          expected: `${String(first)} in each record`,
          found: widths.join(' and '),
        },
      ]);
  }
});

/** Its JSON, with keys in order and without white space, hashed: whatever the order in which it was written. */
Then('the manifest carries the SHA-256 of its scenario', function (this: RingWorld) {
  const { scenario, scenario_sha256: hash } = bookOf(this).json('manifest.json') as Record<string, unknown>;
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort());
  const expected = createHash('sha256').update(JSON.stringify(scenario, sorted)).digest('hex');
  this.expect(same('scenario_sha256', expected, hash));
});

Then('{file} says', function (this: RingWorld, file: string, table: DataTable) {
  this.expect(compareDocument(table, bookOf(this).json(file)));
});

const madeOf: Readonly<Record<string, string>> = {
  'spread income': 'parts.spread_income',
  settlement: 'parts.settlement_result',
  transfers: 'parts.internal_transfers',
  rollover: 'parts.rollover_result',
  revaluation: 'parts.revaluation',
};
const profitColumns: Readonly<Record<string, string>> = {
  desk: 'desk',
  'E at start': 'equity_initial',
  'E at end': 'equity_final',
  ...madeOf,
  'P&L': 'pnl',
  return: 'return_on_equity',
};

/** The parts of every desk add up to what it made, in decimals to the last digit. MET-02. */
Then('the desks made', function (this: RingWorld, table: DataTable) {
  const desks = valueAt(bookOf(this).json('metrics.json'), 'desks') as Record<string, unknown>[];
  const exact = bookOf(this).numbers.name === 'decimal';
  for (const desk of desks) {
    const parts = addUp(Object.values(madeOf).map((path) => String(valueAt(desk, path))));
    const made = String(desk['pnl']);
    const agrees = exact ? parts.equals(made) : near(parts, made);
    const about = `what ${String(desk['desk'])} made`;
    this.expect(agrees ? [] : [{ about, expected: `the sum of its parts, ${parts.toFixed()}`, found: made }]);
  }
  const wanted = rows(table, Object.keys(profitColumns));
  const found = wanted.map(({ desk: name = '' }) => {
    const desk = desks.find((one) => one['desk'] === partyId(name));
    return Object.fromEntries(
      Object.entries(profitColumns).map(([column, path]) => [column, valueAt(desk, path)]),
    );
  });
  this.expect(compareRows(wanted, found));
});

/** An empty cell says nothing here: kinds differ in their fields. */
Then('the log tells, on day {int}', function (this: RingWorld, day: number, table: DataTable) {
  const told = bookOf(this).told(day);
  const wanted = table
    .hashes()
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
  this.expect(compareRows(wanted, told));
});

Then(
  'by the log alone the balance sheets at the close of day {int} are',
  function (this: RingWorld, day: number, table: DataTable) {
    const { cash, tickets } = bookOf(this).replay(day);
    const found = [...cash].map(([id, amount]) => {
      const held = [...tickets].filter(([, { owner }]) => owner === id).map(([ticket]) => ticket);
      return { id, entity: id, cash: amount.toFixed(), tickets: held };
    });
    const wanted = rows(table, ['entity', 'cash', 'tickets']);
    const listed = wanted.map(({ entity = '' }) => partyId(entity));
    const sheets = listed.map((id) => found.find((sheet) => sheet.id === id) ?? {});
    const rest = found.filter(
      (sheet) => !listed.includes(sheet.id) && (sheet.cash !== '0' || sheet.tickets.length > 0),
    );
    const others = rest.map((sheet) => ({
      about: `${sheet.id}, which is not listed`,
      expected: 'nothing',
      found: shown([sheet.cash, ...sheet.tickets]),
    }));
    this.expect([...compareRows(wanted, sheets), ...others]);
  },
);

Then('the run stops with a message that names', function (this: RingWorld, table: DataTable) {
  const message = String(valueAt(bookOf(this).json('manifest.json'), 'message'));
  this.expect(mentions('the message', table.raw().flat(), message));
});

When('{int} periods pass with drawn arrivals', async function (this: RingWorld, periods: number) {
  await this.open();
  const arrivals: ArrivalAnswer[] = [];
  for (let n = 0; n < periods; n++) arrivals.push(...(await this.ask('period', {})).orderFlow.arrivals);
  this.takeAsSaid('orderFlow', { arrivals }, `period, ${String(periods)} times`);
});

const infeasibleBuy = ({ side, trade }: ArrivalAnswer): boolean => side === 'BUY' && !trade.executed;

Then('the shares are', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('orderFlow');
  const { arrivals } = answer;
  const executed = arrivals.filter(({ trade }) => trade.executed);
  const counts: Readonly<Record<string, number>> = {
    'SELLs among the executed orders':
      executed.filter(({ side }) => side === 'SELL').length / executed.length,
    'fallbacks among the arrivals': arrivals.filter(({ fallback }) => fallback).length / arrivals.length,
    'infeasible BUYs among the arrivals': arrivals.filter(infeasibleBuy).length / arrivals.length,
  };
  const differences = rows(table, ['share', 'is', 'give or take']).flatMap((row) => {
    const { share = '', is = '', 'give or take': by = '' } = row;
    const found = counts[share];
    if (found === undefined) throw new Error(`"${share}" is no share: ${Object.keys(counts).join(', ')} are`);
    const off = parseAmount(is).minus(found).abs();
    const within = off.lessThanOrEqualTo(parseAmount(by));
    return within ? [] : [{ about: share, expected: `${is}, give or take ${by}`, found: String(found) }];
  });
  this.expect(differences, asked);
});

After(function (this: RingWorld) {
  tidyBook(this);
});
