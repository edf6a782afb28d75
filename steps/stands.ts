/** Then: what stands on the balance sheets, and who and what there is. */
import { Then, type DataTable } from '@cucumber/cucumber';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { StateAnswer } from '../src/protocol/protocol.ts';
import { addUp, near, parseAmount, type Amount } from './amounts.ts';
import { compareSheets, sheets } from './balance-sheets.ts';
import { same } from './expect.ts';
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

/** The rows name whom they are about; what is not named is not looked at. */
Then('the {kind} stand like this', async function (this: RingWorld, kind: string, table: DataTable) {
  const { dealers, vbts, traders, tickets } = await this.state();
  const named = table.rows().map(([name = '']) => name);
  const desk = (name: string): Desk => {
    const [bucket = '', which] = name.split(' ');
    return { name, ...(which === 'dealer' ? dealers : vbts)[bucket.toLowerCase()] };
  };
  switch (kind) {
    case 'traders':
      this.expect(
        compare(
          table,
          traderColumns,
          named.map((name) => traders.find(({ id }) => id === name)),
          'trader',
        ),
      );
      return;
    case 'tickets':
      this.expect(
        compare(
          table,
          ticketColumns,
          named.map((name) => tickets.find(({ id }) => id === name)),
          'ticket',
        ),
      );
      return;
    default:
      this.expect(compare(table, deskColumns, named.map(desk), 'desk'));
  }
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

/** To the last digit for those who have units; others come near, or add up as doubles do. SET-05. */
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
    const differs = (about: string, expected: Amount, found: string | undefined): Difference[] =>
      !this.exact && found !== undefined && near(expected, found)
        ? []
        : same(
            `what ${trader} ${about}, to the last digit`,
            expected.toFixed(),
            found && addUp([found]).toFixed(),
          );
    this.expect([...differs('paid out', paid, sum), ...differs('has left', left, cash)], asked);
  },
);

Then('the cash of these is, to the last unit', async function (this: RingWorld, table: DataTable) {
  const found = sheets(await this.state());
  this.expect(
    rows(table, ['entity', 'cash']).flatMap(({ entity = '', cash = '' }) => {
      const [expected, is] = [parseAmount(cash), found.get(partyId(entity))?.cash];
      const agrees = is !== undefined && (this.exact ? expected.equals(is) : near(expected, is));
      return agrees
        ? []
        : [{ about: `cash of ${entity}`, expected: cash, found: is ?? 'nobody of that name' }];
    }),
  );
});
