/** Whole runs: how long, with whom, and what their logs and metrics say. */
import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { shown } from '../src/protocol/disagreement.ts';
import { addUp, near } from './amounts.ts';
import { writtenText } from './contents.ts';
import { compareRecords, valueAt } from './documents.ts';
import type { RingWorld } from './ring-world.ts';
import { bookOf } from './run-book.ts';
import { rows } from './tables.ts';
import { partyId, zOf } from './vocabulary.ts';

Given('these arrivals', function (this: RingWorld, table: DataTable) {
  bookOf(this).arrivals = rows(table, ['day', 'Z', 'agent']).map(({ day, Z, agent = '' }) => ({
    day: Number(day),
    z: zOf(Z ?? '1'),
    agent,
  }));
});

When('the run lasts {int} period(s)', function (this: RingWorld, periods: number) {
  bookOf(this).runWorld(periods);
});

When('the scenario is run', function (this: RingWorld) {
  bookOf(this).runScenario();
});

When('the run is repeated {manner}', function (this: RingWorld, manner: string) {
  if (manner === 'from its manifest') bookOf(this).runManifest();
  else bookOf(this).runElsewhere();
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
  const { desks } = JSON.parse(writtenText(this, 'metrics.json')) as { desks: Record<string, unknown>[] };
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
  this.expect(compareRecords(wanted, found));
});

/** An empty cell says nothing here: kinds differ in their fields. */
Then('the log tells, on day {int}', function (this: RingWorld, day: number, table: DataTable) {
  const told = bookOf(this).told(day);
  const wanted = table
    .hashes()
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
  this.expect(compareRecords(wanted, told));
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
    this.expect([...compareRecords(wanted, sheets), ...others]);
  },
);
