/** Sentences of histories against a log whose every number was worked out by hand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ModelEvent } from '../../../src/core/events.ts';
import { decimal } from '../../../src/num.ts';
import { parseScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { HistoriesFold } from '../../../src/pages/report/histories.ts';
import { plainText } from '../../../src/pages/report/sentence.ts';

const n = (value: string): ReturnType<typeof decimal.of> => decimal.of(value);

const scenarioOf = (text: string): Scenario =>
  parseScenario(
    `allow_small_ring: true\nticket_size_S: 20\nring: {n_traders: 3, total_debt_Q: 120}\n${text}`,
    'test.yaml',
  ).scenario;

const account = (party: string, cash: string): ModelEvent => ({
  day: 0,
  kind: 'AccountOpened',
  party,
  cash: n(cash),
});

const debt = (
  payableId: string,
  debtor: string,
  creditor: string,
  dueDay: number,
  ...tickets: string[]
): ModelEvent => ({
  day: 0,
  kind: 'PayableCreated',
  payableId,
  debtor,
  creditor,
  dueDay,
  amount: n(String(20 * tickets.length)),
  tickets,
});

/** H1 owes H2 40 on day 4, H2 owes H3 60 on day 6, H3 owes H1 20 on day 3; cash 22, 30, 5. */
const opening: readonly ModelEvent[] = [
  {
    day: 0,
    kind: 'WorldOpened',
    ticketSize: n('20'),
    regime: 'active',
    buckets: [{ id: 'mid', from: 1, to: null, outsideMid: n('15'), outsideSpread: n('6') }],
  },
  ...[account('H1', '22'), account('H2', '30'), account('H3', '5')],
  ...[account('dealer:mid', '100'), account('vbt:mid', '100')],
  debt('P1', 'H1', 'H2', 4, 'k1', 'k2'),
  debt('P2', 'H2', 'H3', 6, 'k3', 'k4', 'k5'),
  debt('P3', 'H3', 'H1', 3, 'k6'),
];

const sale = (day: number, seller: string, ticketId: string, change: object = {}): ModelEvent => ({
  day,
  kind: 'TradeExecuted',
  tradeIndex: 0,
  traderId: seller,
  side: 'SELL',
  buyerId: 'dealer:mid',
  sellerId: seller,
  bucket: 'mid',
  ticketId,
  liabilityId: 'P',
  issuerId: 'H',
  maturityDay: 3,
  price: n('13.4'),
  outsideMid: n('15'),
  outsideBid: n('12'),
  outsideAsk: n('18'),
  dealerMidline: n('13.5'),
  dealerInventoryBefore: 0,
  dealerInventoryAfter: 1,
  bid: n('13.4'),
  ask: n('13.6'),
  isPassthrough: false,
  pinned: false,
  hitVbtReason: null,
  isLiquidityDriven: true,
  ...change,
});

/** The sentences of a history, each with its day. */
function historyOf(
  kind: 'traders' | 'tickets',
  id: string,
  scenario: Scenario,
  events: readonly ModelEvent[],
): string[] {
  const fold = new HistoriesFold(scenario, n('20'), decimal.zero);
  for (const event of events) fold.take(event);
  const histories = fold.histories();
  const told = histories[kind].find((history) => history.id === id)?.told ?? [];
  return told.map((place) => {
    const sentence = histories.sentences[place];
    assert.ok(sentence !== undefined);
    return `day ${String(sentence.day)}: ${plainText(sentence.parts)}`;
  });
}

describe('a sale', () => {
  const today = scenarioOf('trader_policy: {kind: liquidity_and_investment}');

  it('is explained by what falls due today (POL-02)', () => {
    assert.deepEqual(historyOf('tickets', 'k6', today, [...opening, sale(4, 'H1', 'k6')]), [
      'day 0: H3 owes H1 20, due on day 3: k6',
      'day 4: H1 sells k6 to the Mid dealer at 13.40, because 40 falls due today and it has 22',
    ]);
  });

  it('through to the VBT says why the dealer did not take it (TRD-03)', () => {
    const through = sale(4, 'H1', 'k6', {
      buyerId: 'vbt:mid',
      price: n('12'),
      isPassthrough: true,
      hitVbtReason: 'capacity',
    });
    assert.equal(
      historyOf('traders', 'H1', today, [...opening, through]).at(-1),
      'day 4: H1 sells k6 to the Mid VBT at 12 (the outside bid: the dealer is full), because 40 falls due today and it has 22',
    );
  });

  it('is explained by the largest gap ahead, with what comes in before it (POL-06)', () => {
    const ahead = scenarioOf(
      'trader_policy: {kind: default_avoidance, horizon: 10}\nrollover: {enabled: false}',
    );
    // H2 has 30, gets 40 on day 4, owes 60 on day 6: it is not short, so the sale has no reason to show
    assert.equal(
      historyOf('traders', 'H2', ahead, [...opening, sale(1, 'H2', 'k1')]).at(-1),
      'day 1: H2 sells k1 to the Mid dealer at 13.40',
    );
    // owing 20 more on day 5 it would have 30 + 40 − 20 = 50 for the 60 of day 6
    const more = [...opening, debt('P4', 'H2', 'H1', 5, 'k7'), sale(1, 'H2', 'k1')];
    assert.match(
      historyOf('traders', 'H2', ahead, more).at(-1) ?? '',
      /because 60 falls due on day 6 and by then it would have 50$/,
    );
    // H3 has 5 and owes 20 on day 3; what it gets on day 6 comes too late
    assert.match(
      historyOf('traders', 'H3', ahead, [...opening, sale(1, 'H3', 'k3')]).at(-1) ?? '',
      /because 20 falls due on day 3 and it has 5$/,
    );
  });

  it('counts nothing that is issued again at par (POL-11R)', () => {
    const rolling = scenarioOf(
      'trader_policy: {kind: default_avoidance, horizon: 10}\nrollover: {enabled: true}',
    );
    assert.match(
      historyOf('traders', 'H2', rolling, [...opening, sale(1, 'H2', 'k1')]).at(-1) ?? '',
      /because 60 falls due on day 6 and it has 30$/,
    );
    const short = scenarioOf(
      'trader_policy: {kind: default_avoidance, horizon: 4}\nrollover: {enabled: true}',
    );
    assert.doesNotMatch(
      historyOf('traders', 'H2', short, [...opening, sale(1, 'H2', 'k1')]).at(-1) ?? '',
      /because/,
    );
  });
});

describe('a default', () => {
  const to = (holder: string, amount: string, ...tickets: string[]) => [
    { holder, tickets, amount: n(amount) },
  ];

  /** On day 4 H2 is paid by H1 first, and then cannot pay H3 with it. */
  const events: readonly ModelEvent[] = [
    ...opening.slice(0, 6),
    debt('P1', 'H1', 'H2', 4, 'k1'),
    debt('P2', 'H2', 'H3', 4, 'k3', 'k4'),
    {
      day: 4,
      kind: 'PayableSettled',
      bucket: 'mid',
      payouts: to('H2', '20', 'k1'),
      ...{ pid: 'P1', debtor: 'H1', amount: n('20'), paid: n('20') },
    },
    {
      day: 4,
      kind: 'PayableDefaulted',
      bucket: 'mid',
      payouts: to('H3', '30', 'k3', 'k4'),
      ...{ pid: 'P2', debtor: 'H2', amount: n('40'), paid: n('30'), recovery: n('0.75') },
    },
  ];

  it('tells what the debtor had for it, without what came in that same day (SET-06R)', () => {
    const scenario = scenarioOf('');
    assert.deepEqual(historyOf('traders', 'H2', scenario, events).slice(-2), [
      'day 4: H2 gets 20 from H1 for k1',
      'day 4: H2 defaults on P2, with 30 for the 40 due today: it pays 30 of 40, a recovery of 75.00 %',
    ]);
    assert.equal(
      historyOf('tickets', 'k4', scenario, events).at(-1),
      'day 4: H3 gets 30 from H2 for k3 and k4',
    );
  });

  it('counts it where a clearing rule does', () => {
    const scenario = scenarioOf('rulings: {clearing: sequential}');
    assert.match(historyOf('traders', 'H2', scenario, events).at(-1) ?? '', /with 50 for the 40 due today/);
  });

  it('puts its trader at the head of the list', () => {
    const fold = new HistoriesFold(scenarioOf(''), n('20'), decimal.zero);
    for (const event of events) fold.take(event);
    assert.deepEqual(
      fold.histories().traders.map(({ id, fate }) => `${id} ${fate}`),
      ['H2 Defaulted', 'H3 Lost on a default', 'H1 Paid and was paid'],
    );
  });
});
