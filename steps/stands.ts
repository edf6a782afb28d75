/** Then: what stands on the balance sheets, and who and what there is. */
import { Then, type DataTable } from '@cucumber/cucumber';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { StateAnswer } from '../src/protocol/protocol.ts';
import { addUp, near, parseAmount, type Amount } from './amounts.ts';
import { compareSheets, sheets } from './balance-sheets.ts';
import { same } from './expect.ts';
import { meaningOf } from './meaning.ts';
import type { RingWorld } from './ring-world.ts';
import { compare, rows, type Columns } from './tables.ts';
import { partyId } from './vocabulary.ts';

Then('the balance sheets are now', async function (this: RingWorld, table: DataTable) {
  await this.open();
  this.expect(compareSheets(table, this.opening, await this.state()));
});

Then('no balance sheet has changed', async function (this: RingWorld) {
  await this.open();
  this.expect(compareSheets(null, this.before, await this.state()));
});

const traderColumns: Columns<StateAnswer['traders'][number] | undefined> = {
  trader: ['word', (t) => t?.id],
  cash: ['amount', (t) => t?.cash],
  equity: ['amount', (t) => t?.equity],
  issuer: ['word', (t) => t?.issuer],
  shortfall: ['amount', (t) => t?.shortfall],
  defaulted: ['word', (t) => t?.defaulted],
};
const ticketColumns: Columns<StateAnswer['tickets'][number] | undefined> = {
  ticket: ['word', (t) => t?.id],
  owner: ['party', (t) => t?.owner],
  issuer: ['word', (t) => t?.issuer],
  liability: ['word', (t) => t?.liability],
  matures: ['count', (t) => t?.maturity],
  serial: ['count', (t) => t?.serial],
  distance: ['count', (t) => t?.distance],
};
const marketColumns: Columns<StateAnswer['buckets'][number]> = {
  bucket: ['word', (b) => b.id],
  from: ['count', (b) => b.from],
  to: ['count', (b) => b.to],
  mid: ['amount', (b) => b.outsideMid],
  spread: ['amount', (b) => b.outsideSpread],
  'mid sensitivity': ['amount', (b) => b.midSensitivity],
  'spread sensitivity': ['amount', (b) => b.spreadSensitivity],
  'least spread': ['amount', (b) => b.minSpread],
};
const policyColumns: Columns<StateAnswer['policy']> = {
  policy: ['word', (p) => p.kind],
  H: ['count', (p) => p.horizon],
  buffer: ['amount', (p) => p.cashBuffer],
  'most arrivals': ['count', (p) => p.maxArrivals],
  'SELL probability': ['amount', (p) => p.sellProbability],
};
interface Desk {
  readonly name: string;
  readonly cash?: string;
  readonly equity?: string;
}
const deskColumns: Columns<Desk> = {
  desk: ['word', (d) => d.name],
  cash: ['amount', (d) => d.cash],
  equity: ['amount', (d) => d.equity],
};

/** The rows name whom they are about, and what is not named is not looked at; but markets are all there. */
Then('the {kind} stand(s) like this', async function (this: RingWorld, kind: string, table: DataTable) {
  const { dealers, vbts, traders, tickets, buckets, policy } = await this.state();
  const named = table.rows().map(([name = '']) => name);
  const desk = (name: string): Desk => {
    const [bucket = '', which] = name.split(' ');
    return { name, ...(which === 'dealer' ? dealers : vbts)[bucket.toLowerCase()] };
  };
  const byId = <T extends { readonly id: string }>(all: readonly T[]): (T | undefined)[] =>
    named.map((name) => all.find(({ id }) => id === name));
  const differences: Readonly<Record<string, () => Difference[]>> = {
    traders: () => compare(table, traderColumns, byId(traders), 'trader'),
    tickets: () => compare(table, ticketColumns, byId(tickets), 'ticket'),
    desks: () => compare(table, deskColumns, named.map(desk), 'desk'),
    markets: () => compare(table, marketColumns, buckets, 'market'),
    policy: () => compare(table, policyColumns, [policy], 'policy'),
  };
  this.expect(meaningOf(differences, kind)());
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

/** What an issuer paid out when claims were settled last, as the sum of its payouts; null of who is none. */
function paidOut(world: RingWorld, id: string): string | null {
  const issuer = world.last('settle').answer.issuers.find((settled) => settled.issuer === id);
  if (issuer === undefined) return null;
  const amounts = issuer.payouts.map((payout) => payout.amount);
  const doubles = amounts.reduce((sum, amount) => sum + Number(amount), 0);
  return world.arithmetic === 'float64' ? String(doubles) : addUp(amounts).toFixed();
}

/** To the last digit for those who have units; others come near, or add up as doubles do. SET-05. */
Then('the cash of these is, to the last unit', async function (this: RingWorld, table: DataTable) {
  const found = sheets(await this.state());
  const differs = (about: string, cell: string, is: string | null | undefined): Difference[] => {
    const expected = cell === '' ? null : parseAmount(cell);
    const agrees =
      expected === null || is === null || is === undefined
        ? expected === null && is === null
        : this.exact
          ? expected.equals(is)
          : near(expected, is);
    const text = is === null ? 'nothing' : (is ?? 'nobody of that name');
    return agrees ? [] : [{ about, expected: cell === '' ? 'nothing' : cell, found: text }];
  };
  this.expect(
    rows(table, ['entity', 'paid out', 'cash']).flatMap(({ entity = '', 'paid out': paid, cash = '' }) => [
      ...(paid === undefined ? [] : differs(`what ${entity} paid out`, paid, paidOut(this, partyId(entity)))),
      ...differs(`cash of ${entity}`, cash, found.get(partyId(entity))?.cash),
    ]),
  );
});
