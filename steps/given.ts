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
  '{trader} owes {int} ticket(s) due at {int} to someone else',
  function (this: RingWorld, trader: string, count: number, day: number) {
    this.builder.debt(trader, count, day);
  },
);

Given('the date is {int}', function (this: RingWorld, time: number) {
  this.builder.set('time', time);
});

Given('tickets of face {amount}', function (this: RingWorld, face: Amount) {
  this.builder.set('ticketSize', toProtocol(face));
});

Given('a guard threshold of {amount}', function (this: RingWorld, threshold: Amount) {
  this.builder.set('guardThreshold', toProtocol(threshold));
});

Given('the clip on outside bids is {switch}', function (this: RingWorld, on: boolean) {
  this.builder.set('clipOutsideBid', on);
});

Given('the par cap on quotes is {switch}', function (this: RingWorld, on: boolean) {
  this.builder.add('rulings', 'cap_quotes_at_par', on);
});

Given('the clearing rule {word}', function (this: RingWorld, rule: string) {
  this.builder.add('rulings', 'clearing', rule);
});

Given('anchor updates are {switch}', function (this: RingWorld, on: boolean) {
  this.builder.add('anchors', 'update', on);
});

Given('rollover is {switch}', function (this: RingWorld, on: boolean) {
  this.builder.add('rollover', 'enabled', on);
});

Given('new tickets are issued at {word}', function (this: RingWorld, price: string) {
  this.builder.add('rollover', 'issuePrice', price);
});

Given('the regime {word}', function (this: RingWorld, regime: string) {
  this.builder.set('regime', regime);
});

Given('the policy {word} with a horizon of {int}', function (this: RingWorld, kind: string, horizon: number) {
  this.builder.add('policy', 'kind', kind);
  this.builder.add('policy', 'horizon', horizon);
});

Given('a cash buffer of {amount}', function (this: RingWorld, buffer: Amount) {
  this.builder.add('policy', 'cashBuffer', toProtocol(buffer));
});

Given('at most {int} arrival(s) a period', function (this: RingWorld, arrivals: number) {
  this.builder.add('policy', 'maxArrivals', arrivals);
});

Given('a SELL probability of {amount}', function (this: RingWorld, probability: Amount) {
  this.builder.add('policy', 'sellProbability', toProtocol(probability));
});
