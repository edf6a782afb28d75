/** The order flow of a period: scripted, drawn, drawn again; and whole periods with one. */
import { Then, When, type DataTable } from '@cucumber/cucumber';
import type { ArrivalAnswer, ScriptEntry } from '../src/protocol/protocol.ts';
import { parseAmount } from './amounts.ts';
import type { RingWorld } from './ring-world.ts';
import { compare, rows, type Columns } from './tables.ts';
import { capitalised, zOf } from './vocabulary.ts';

const script = (table: DataTable): ScriptEntry[] =>
  rows(table, ['Z', 'agent']).map((row) => ({ z: zOf(row['Z'] ?? '1'), agent: row['agent'] ?? '' }));

When('the order flow is', async function (this: RingWorld, table: DataTable) {
  await this.flow('orderFlow', script(table));
});

When('the order flow is drawn', async function (this: RingWorld) {
  await this.flow('orderFlow');
});

interface Redraw {
  readonly seed: (n: number) => { readonly seed?: number };
  readonly anew: boolean;
}

/** Afterwards the flows can be compared, and the first arrival of each counts among the arrivals. */
When(
  'the order flow is drawn {int} times {redraw}',
  async function (this: RingWorld, times: number, { seed, anew }: Redraw) {
    await this.open();
    const world = this.builder.world();
    this.drawn = await this.askManyTimes(times, async (n) => {
      const opened = anew ? this.ask('reset', { world }) : null;
      const [, { arrivals }] = await Promise.all([opened, this.ask('orderFlow', seed(n))]);
      return arrivals;
    });
    const first = this.drawn.flatMap((arrivals) => arrivals.slice(0, 1));
    this.takeAsSaid('orderFlow', { arrivals: first }, `orderFlow, ${String(times)} times`);
  },
);

When('{periods} pass(es)', async function (this: RingWorld, count: number) {
  for (let n = 0; n < count; n++) await this.flow('period', []);
});

When('a period passes with the order flow', async function (this: RingWorld, table: DataTable) {
  await this.flow('period', script(table));
});

When('{periods} pass(es) with drawn arrivals', async function (this: RingWorld, count: number) {
  await this.open();
  const flows = await this.askManyTimes(count, async () => (await this.ask('period', {})).orderFlow);
  const arrivals = flows.flatMap((flow) => flow.arrivals);
  this.takeAsSaid('orderFlow', { arrivals }, `period, ${String(count)} times`);
});

const arrivalColumns: Columns<ArrivalAnswer> = {
  Z: ['count', (a) => a.z],
  side: ['word', (a) => a.side],
  fallback: ['word', (a) => a.fallback],
  agent: ['word', (a) => a.agent],
  executed: ['word', (a) => a.trade.executed],
  bucket: ['word', (a) => capitalised(a.trade.bucket)],
  ticket: ['word', (a) => a.trade.ticket],
  price: ['amount', (a) => a.trade.price],
  route: ['word', (a) => (a.trade.route === 'passthrough' ? 'pass-through' : a.trade.route)],
  refused: ['word', (a) => a.trade.reason],
};

Then('the arrivals go like this', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('orderFlow');
  this.expect(compare(table, arrivalColumns, answer.arrivals, 'arrival'), asked);
});

const fraction = <T>(all: readonly T[], of: (one: T) => boolean): number =>
  all.filter(of).length / all.length;

/** The share of some arrivals among all, by the words of a feature; `SELLs by S1` are among all arrivals. */
function shareOf(words: string, arrivals: readonly ArrivalAnswer[]): number {
  const [, side, agent] = /^(SELL|BUY)s(?: by (\w+))?$/.exec(words) ?? [];
  if (side !== undefined)
    return fraction(arrivals, (one) => one.side === side && (agent === undefined || one.agent === agent));
  const executed = arrivals.filter(({ trade }) => trade.executed);
  switch (words) {
    case 'SELLs among the executed orders':
      return fraction(executed, (one) => one.side === 'SELL');
    case 'fallbacks among the arrivals':
      return fraction(arrivals, ({ fallback }) => fallback);
    case 'infeasible BUYs among the arrivals':
      return fraction(arrivals, (one) => one.side === 'BUY' && !one.trade.executed);
    default:
      throw new Error(`"${words}" is no share: write SELLs by S1, or SELLs among the executed orders`);
  }
}

Then('the shares are', function (this: RingWorld, table: DataTable) {
  const { answer, asked } = this.last('orderFlow');
  const differences = rows(table, ['share', 'is', 'give or take']).flatMap((row) => {
    const { share = '', is = '', 'give or take': by = '' } = row;
    const found = shareOf(share, answer.arrivals);
    const within = parseAmount(is).minus(found).abs().lessThanOrEqualTo(parseAmount(by));
    return within ? [] : [{ about: share, expected: `${is}, give or take ${by}`, found: String(found) }];
  });
  this.expect(differences, asked);
});

Then('the arrivals are {sameness} each time', function (this: RingWorld, areTheSame: boolean) {
  const flows = this.drawn.map((arrivals) =>
    arrivals.map(({ side, agent }) => `${side} ${agent}`).join(', '),
  );
  const [first = ''] = flows;
  const other = flows.findIndex((flow) => flow !== first);
  const found =
    other < 0
      ? `flows of ${first === '' ? 'nobody' : first}, all alike`
      : `flow ${String(other + 1)}: ${String(flows[other])}`;
  const expected = areTheSame ? `flows of ${first === '' ? 'somebody' : first}` : 'flows that differ';
  const holds = flows.length > 1 && first !== '' && areTheSame === other < 0;
  this.expect(holds ? [] : [{ about: 'arrivals each time', expected, found }]);
});
