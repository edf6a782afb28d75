/** When: an order comes in, a step of the period is taken, a party is left with something. */
import { When, type DataTable } from '@cucumber/cucumber';
import { toProtocol, parseAmount, type Amount } from './amounts.ts';
import type { KernelArguments, QuotesAnswer } from '../src/protocol/protocol.ts';
import type { RingWorld } from './ring-world.ts';
import { refusalText, type Outcome } from './said.ts';
import { Refused, rows } from './tables.ts';
import { bucketId, partyId, type Order } from './vocabulary.ts';

When('(the ){customer} {order}', async function (this: RingWorld, trader: string, order: Order) {
  const { side, times, ...what } = order;
  for (let n = 0; n < times; n++) await this.place(side, { trader, ...what });
});

When('these orders come in', async function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['customer', 'sells', 'buys in'])) {
    const trader = partyId(row['customer'] ?? '');
    if (row['sells']) await this.place('sell', { trader, ticket: row['sells'] });
    else await this.place('buy', { trader, bucket: bucketId(row['buys in'] ?? '') });
  }
});

When('{periods} begin(s)', async function (this: RingWorld, count: number) {
  for (let n = 0; n < count; n++) await this.act('advance', {});
});

When('claims are settled', async function (this: RingWorld) {
  await this.act('settle', {});
});

When('repaid tickets are rolled over', async function (this: RingWorld) {
  await this.act('rollover', {});
});

When('the anchors are updated', async function (this: RingWorld) {
  await this.act('updateAnchors', {});
});

When(
  '(the ){customer} is left with {possession}',
  async function (this: RingWorld, party: string, has: { cash?: Amount; tickets?: readonly string[] }) {
    const [desk, bucket] = party.split(':');
    const path = bucket === undefined ? `trader.${party}` : `${String(desk)}.${bucket}`;
    if (has.cash !== undefined) await this.set(`${path}.cash`, toProtocol(has.cash));
    if (has.tickets !== undefined) await this.set(`${path}.tickets`, has.tickets);
  },
);

const kernelInputs: Readonly<Record<string, keyof KernelArguments>> = {
  S: 'ticketSize',
  M: 'outsideMid',
  O: 'outsideSpread',
  M_min: 'guardThreshold',
  C: 'cash',
  x: 'faceInventory',
};

When('the kernel is evaluated at', async function (this: RingWorld, table: DataTable) {
  const outcomes: Outcome<QuotesAnswer>[] = [];
  for (const row of rows(table, [...Object.keys(kernelInputs), 'a', 'clip'])) {
    const amounts = Object.entries(kernelInputs).flatMap(([column, member]) =>
      row[column] ? [[member, toProtocol(parseAmount(row[column]))]] : [],
    );
    const takes = {
      ticketSize: '1',
      ...Object.fromEntries(amounts),
      tickets: Number(row['a'] ?? 0),
    } as KernelArguments;
    const { clip = '' } = row;
    if (!['', 'on', 'off'].includes(clip)) throw new Error(`"${clip}" is no clip: write on or off`);
    const answer = await this.attempt('kernel', clip === 'off' ? { ...takes, clipOutsideBid: false } : takes);
    const why = this.refused === null ? 'refused' : refusalText(this.refused.error);
    outcomes.push({ got: answer ?? new Refused(why), asked: this.latest });
  }
  this.evaluated = outcomes;
});
