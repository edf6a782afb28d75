/** Given: the world before anything happens. */
import { Given, type DataTable } from '@cucumber/cucumber';
import { toProtocol, type Amount } from './amounts.ts';
import type { RingWorld } from './ring-world.ts';
import { rows } from './tables.ts';
import { marketColumns, sheetColumns, ticketColumns } from './world-builder.ts';

Given(
  'the {bucket} market at mid {amount} and spread {amount}',
  function (this: RingWorld, bucket: string, mid: Amount, spread: Amount) {
    this.builder.market({ bucket, mid: toProtocol(mid), spread: toProtocol(spread) });
  },
);

Given('these markets', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, marketColumns)) this.builder.market(row);
});

Given('these balance sheets', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, sheetColumns)) this.builder.sheet(row);
});

Given('these tickets', function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ticketColumns)) this.builder.ticket(row);
});

Given(
  '{trader} owes {int} ticket(s) due at {days} to {creditor}',
  function (this: RingWorld, trader: string, count: number, days: readonly number[], to: string | null) {
    for (const day of days) this.builder.debt(trader, count, day, to);
  },
);

Given('the date is {int}', function (this: RingWorld, time: number) {
  this.builder.set(['time'], time);
});

/** Settings of the world go to it; what only a whole run knows stays here. */
Given(
  '{setting} is/are {switch}',
  function (this: RingWorld, [group, member]: readonly string[], on: boolean) {
    if (group !== 'run') this.builder.set([group ?? '', ...(member === undefined ? [] : [member])], on);
    else if (member === 'stopOnDefault') this.stopOnDefault = on;
    else if (member === 'allowsRounding') this.allowsRounding = on;
    else this.checks = on;
  },
);

Given('a {quantity} of {amount}', function (this: RingWorld, place: readonly string[], amount: Amount) {
  this.builder.set(place, toProtocol(amount));
});

Given('the {choice} {word}', function (this: RingWorld, place: readonly string[], choice: string) {
  this.builder.set(place, choice);
});

Given('the policy {word} with a horizon of {int}', function (this: RingWorld, kind: string, horizon: number) {
  this.builder.set(['policy', 'kind'], kind);
  this.builder.set(['policy', 'horizon'], horizon);
});

Given('{limit} arrival(s) a period', function (this: RingWorld, most: number | null) {
  this.builder.set(['policy', 'maxArrivals'], most);
});
