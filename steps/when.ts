/** When: one thing happens. */
import { When, type DataTable } from '@cucumber/cucumber';
import { toProtocol, parseAmount, type Amount } from './amounts.ts';
import type { KernelArguments, QuotesAnswer, ScriptEntry } from '../src/protocol/protocol.ts';
import { refusalText, type Outcome, type RingWorld } from './ring-world.ts';
import { Refused, rows } from './tables.ts';
import { bucketId, names, partyId, zOf } from './vocabulary.ts';

When('{customer} sells {ticket}', async function (this: RingWorld, trader: string, ticket: string) {
  await this.place('sell', { trader, ticket });
});

When('{customer} sells', async function (this: RingWorld, trader: string) {
  await this.place('sell', { trader });
});

When('(the ){customer} buys in {bucket}', async function (this: RingWorld, trader: string, bucket: string) {
  await this.place('buy', { trader, bucket });
});

When('{customer} buys', async function (this: RingWorld, trader: string) {
  await this.place('buy', { trader });
});

When(
  '{customer} buys {times} in {bucket}',
  async function (this: RingWorld, trader: string, times: number, bucket: string) {
    for (let n = 0; n < times; n++) await this.place('buy', { trader, bucket });
  },
);

When('these orders come in', async function (this: RingWorld, table: DataTable) {
  for (const row of rows(table, ['customer', 'sells', 'buys in'])) {
    const trader = partyId(row['customer'] ?? '');
    if (row['sells']) await this.place('sell', { trader, ticket: row['sells'] });
    else await this.place('buy', { trader, bucket: bucketId(row['buys in'] ?? '') });
  }
});

When('the next period begins', async function (this: RingWorld) {
  await this.act('advance', {});
});

When('{int} periods begin, one after the other', async function (this: RingWorld, count: number) {
  for (let n = 0; n < count; n++) await this.act('advance', {});
});

const script = (table: DataTable): ScriptEntry[] =>
  rows(table, ['Z', 'agent']).map((row) => ({ z: zOf(row['Z'] ?? '1'), agent: row['agent'] ?? '' }));

When('the order flow is', async function (this: RingWorld, table: DataTable) {
  await this.flow('orderFlow', script(table));
});

When('the order flow is drawn', async function (this: RingWorld) {
  await this.flow('orderFlow');
});

When(
  'the first arrival is drawn {int} times, each time anew',
  async function (this: RingWorld, times: number) {
    const first = [];
    for (let seed = 1; seed <= times; seed++) {
      await this.ask('reset', { world: this.builder.world() });
      first.push(...(await this.ask('orderFlow', { seed })).arrivals.slice(0, 1));
    }
    const seeds = `each of the seeds 1 to ${String(times)}`;
    this.takeAsSaid('orderFlow', { arrivals: first }, `orderFlow with ${seeds}, in a world opened anew`);
  },
);

When(
  'the order flow is drawn {times} {redraw}',
  async function (
    this: RingWorld,
    times: number,
    { flow, anew }: { readonly flow: { readonly seed?: number }; readonly anew: boolean },
  ) {
    this.drawn.length = 0;
    await this.open();
    for (let n = 0; n < times; n++) {
      if (anew) await this.under.call('reset', { world: this.builder.world() });
      this.drawn.push((await this.under.call('orderFlow', flow)).arrivals);
    }
  },
);

When('claims are settled', async function (this: RingWorld) {
  await this.act('settle', {});
});

When('repaid tickets are rolled over', async function (this: RingWorld) {
  await this.act('rollover', {});
});

When('the anchors are updated', async function (this: RingWorld) {
  await this.act('updateAnchors', {});
});

When('a period passes', async function (this: RingWorld) {
  await this.flow('period', []);
});

When('a period passes with the order flow', async function (this: RingWorld, table: DataTable) {
  await this.flow('period', script(table));
});

When(
  'the {bucket} dealer is left with cash {amount}',
  async function (this: RingWorld, bucket: string, cash: Amount) {
    await this.set(`dealer.${bucket}.cash`, toProtocol(cash));
  },
);

When(
  'the {bucket} dealer is left with the tickets {string}',
  async function (this: RingWorld, bucket: string, tickets: string) {
    await this.set(`dealer.${bucket}.tickets`, names(tickets));
  },
);

When('{trader} is left with cash {amount}', async function (this: RingWorld, trader: string, cash: Amount) {
  await this.set(`trader.${trader}.cash`, toProtocol(cash));
});

When('the world is opened', async function (this: RingWorld) {
  await this.attempt('reset', { world: this.builder.world() });
});

When('the world is opened with {word} listed twice', async function (this: RingWorld, name: string) {
  const world = this.builder.world();
  for (const list of ['buckets', 'traders', 'tickets']) {
    world[list] = (world[list] as { id: string }[]).flatMap((item) =>
      item.id === name ? [item, { ...item }] : [item],
    );
  }
  await this.attempt('reset', { world });
});

When('it is greeted in protocol {int}', async function (this: RingWorld, protocol: number) {
  await this.attempt('hello', { protocol });
});

When('the world is closed and opened again from its state', async function (this: RingWorld) {
  const state = await this.state();
  await this.attempt('reset', { world: { ...state } });
});

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
