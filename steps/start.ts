/** The start that a scenario file makes: debts, cash, due days, and what large holders have of them. */
import { Then, type DataTable } from '@cucumber/cucumber';
import type { InitialState } from '../src/scenario/initial.ts';
import { addUp } from './amounts.ts';
import { same } from './expect.ts';
import { meaningOf } from './meaning.ts';
import type { RingWorld } from './ring-world.ts';
import { compare, rows } from './tables.ts';
import type { Difference } from '../src/protocol/disagreement.ts';

/** What a trader owes and has at the start. */
const ringOf = ({ world }: InitialState) =>
  world.traders.map(({ id, cash }) => {
    const own = world.tickets.filter(({ issuer }) => issuer === id);
    return { id, cash, creditor: own[0]?.creditor, tickets: own.length, due: own[0]?.maturity };
  });

const compareRing = (start: InitialState, table: DataTable): Difference[] =>
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
    ringOf(start),
    'trader',
  );

function compareWholeRing(start: InitialState, table: DataTable): Difference[] {
  const ring = ringOf(start);
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
  return compare(table, columns, [found], 'ring');
}

const compareCalendar = ({ calendar }: InitialState, table: DataTable): Difference[] =>
  compare(
    table,
    { day: ['count', ({ day }) => day], 'tickets due': ['count', ({ due }) => due] },
    Object.entries(calendar).map(([day, due]) => ({ day: Number(day), due })),
    'day',
  );

function compareDesks({ world }: InitialState, table: DataTable): Difference[] {
  const found = world.buckets.map(({ id, from, to }) => {
    const tickets = world.tickets.filter(
      ({ maturity }) => maturity >= from && (to === null || maturity <= to),
    );
    const heldBy = (who: string | null): number =>
      tickets.filter(({ owner, creditor }) => owner === (who ?? creditor)).length;
    return { id, tickets, heldBy, dealerCash: world.dealers[id]?.cash, vbtCash: world.vbts[id]?.cash };
  });
  return compare(
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
}

/** What large holders are owed, a liability an entry. */
function additional({ world }: InitialState) {
  const large = world.tickets.filter(({ owner }) => owner.includes(':'));
  return [...new Set(large.map(({ liability }) => liability))].map((liability) => {
    const own = large.filter((ticket) => ticket.liability === liability);
    return {
      liability,
      issuer: own[0]?.issuer,
      to: own[0]?.owner,
      tickets: own.length,
      due: own[0]?.maturity,
    };
  });
}

const compareAdditional = (start: InitialState, table: DataTable): Difference[] =>
  compare(
    table,
    {
      liability: ['word', (debt) => debt.liability],
      issuer: ['word', (debt) => debt.issuer],
      to: ['party', (debt) => debt.to],
      tickets: ['count', (debt) => debt.tickets],
      due: ['count', (debt) => debt.due],
    },
    additional(start),
    'liability',
  );

const parts: Readonly<Record<string, (start: InitialState, table: DataTable) => Difference[]>> = {
  ring: compareRing,
  'whole ring': compareWholeRing,
  calendar: compareCalendar,
  desks: compareDesks,
  'additional debts': compareAdditional,
};

Then('the {part} start(s) like this', function (this: RingWorld, part: string, table: DataTable) {
  this.expect(meaningOf(parts, part)(this.file.start, table));
});

/** A start, and the state that it opens, as bytes without the regime, which the scenario sets. */
async function allElse(world: RingWorld, start: InitialState): Promise<string> {
  const tickets = start.world.tickets.map((ticket) => ({ ...ticket, creditor: undefined }));
  const given = JSON.parse(JSON.stringify({ ...start.world, tickets })) as Record<string, unknown>;
  await world.ask('reset', { world: given });
  const bytes = JSON.stringify([start, await world.ask('state', {})], null, 1);
  return bytes.replaceAll(`"regime": "${start.world.regime}"`, '"regime": ""');
}

type Aspect = (start: InitialState, world: RingWorld) => unknown;
const aspects: Readonly<Record<string, Aspect>> = {
  debts: ({ world }) => world.tickets.map(({ id, issuer }) => [id, issuer]),
  'due days': (start) => ringOf(start).map(({ id, due }) => [id, due]),
  "desks' tickets": ({ world }) =>
    world.tickets.filter(({ owner }) => owner.includes(':')).map(({ id, owner }) => [id, owner]),
  cash: ({ world }) => world.traders,
  'all else': (start, world) => allElse(world, start),
};

Then('changes in it change the start like this', async function (this: RingWorld, table: DataTable) {
  const before = this.file.startWith({});
  for (const row of rows(table, ['path', 'value', ...Object.keys(aspects)])) {
    const now = this.file.startWith(row);
    for (const [aspect, of] of Object.entries(aspects)) {
      if (row[aspect] === undefined) continue;
      const [was, is] = [await of(before, this), await of(now, this)];
      this.does(`make the world of ring.yaml with ${row['path'] ?? ''}: ${row['value'] ?? ''}`);
      this.expect(same(aspect, row[aspect], JSON.stringify(is) === JSON.stringify(was) ? 'same' : 'other'));
    }
  }
});
