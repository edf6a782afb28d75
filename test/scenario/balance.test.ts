import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../src/files/faults.ts';
import { openWorld, type World, type WorldBucket, type WorldTicket } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { addLargeHolders, additionalTickets } from '../../src/scenario/balance.ts';
import { inProportion } from '../../src/scenario/debts.ts';
import { buildInitialState, type InitialState } from '../../src/scenario/initial.ts';
import { parseScenario, type Scenario } from '../../src/scenario/load.ts';
import { issueAround } from '../../src/scenario/ring.ts';
import { exactSum } from './exact-sum.ts';

const anchors = { outsideSpread: '4', midSensitivity: '0', spreadSensitivity: '0', minSpread: '0' };
const buckets: WorldBucket[] = [
  { id: 'short', from: 1, to: 3, outsideMid: '15', ...anchors },
  { id: 'mid', from: 4, to: 8, outsideMid: '16', ...anchors },
  { id: 'long', from: 9, to: null, outsideMid: '0.1', ...anchors },
];

const load = (text: string): Scenario => parseScenario(text, 'here').scenario;
const build = (text: string): InitialState => buildInitialState(load(text));

const byShares = { mode: 'share_of_total', vbt_share: '0.25', dealer_share: '0.125' } as const;
const onTop = (big_entity_share: string) => ({ mode: 'additional', big_entity_share }) as const;

/** `P1v H1 vbt:short 7 ×2`, one text a liability. */
function liabilities(tickets: readonly WorldTicket[]): string[] {
  const counts = new Map<string, number>();
  for (const { liability, issuer, owner, maturity } of tickets) {
    const text = `${liability} ${issuer} ${owner} ${String(maturity)}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `${text} ×${String(count)}`);
}

void test('BAL-02, BAL-05: shares of all claims, bucket by bucket, by largest remainder', () => {
  // short: H1 3 and H2 2 tickets, mid: H3 7, long: H4 1 and H5 1
  const ring = issueAround([3, 2, 7, 1, 1], [1, 3, 4, 9, 10]);
  const { tickets, dealers, vbts } = addLargeHolders(load('balance: {}'), byShares, buckets, ring);
  assert.deepEqual(tickets.slice(0, 14), ring);
  // short: 5·0.4 = 2 of 3:2 is 1.2 and 0.8; 5·0.2 = 1 is 0.6 and 0.4; mid: ⌊2.8⌋ and ⌊1.4⌋; long: ⌊0.8⌋ and ⌊0.4⌋
  assert.deepEqual(liabilities(tickets.slice(14)), [
    'P1v H1 vbt:short 1 ×1',
    'P1d H1 dealer:short 1 ×1',
    'P2v H2 vbt:short 3 ×1',
    'P3v H3 vbt:mid 4 ×2',
    'P3d H3 dealer:mid 4 ×1',
  ]);
  assert.deepEqual(
    tickets.slice(14).map(({ id, serial }) => `${id} ${String(serial)}`),
    ['k15 15', 'k16 16', 'k17 17', 'k18 18', 'k19 19', 'k20 20'],
  );
  assert.deepEqual(vbts, { short: { cash: '30' }, mid: { cash: '32' }, long: { cash: '0' } });
  assert.deepEqual(dealers, { short: { cash: '15' }, mid: { cash: '16' }, long: { cash: '0' } });
});

void test('BAL-03: a share on top of each debt is held by the dealer; VBTs start empty', () => {
  const ring = issueAround([3, 2, 7, 1, 1], [1, 3, 4, 9, 10]);
  const { tickets, dealers, vbts } = addLargeHolders(
    load('balance: additional'),
    onTop('0.5'),
    buckets,
    ring,
  );
  // short: ⌊2.5⌋ = 2 of 3:2 is 1.2 and 0.8; mid: ⌊3.5⌋; long: 1 of 1:1 goes to the first
  assert.deepEqual(liabilities(tickets.slice(14)), [
    'P1d H1 dealer:short 1 ×1',
    'P2d H2 dealer:short 3 ×1',
    'P3d H3 dealer:mid 4 ×3',
    'P4d H4 dealer:long 9 ×1',
  ]);
  assert.deepEqual(dealers, { short: { cash: '30' }, mid: { cash: '48' }, long: { cash: '0.1' } });
  assert.deepEqual(vbts, { short: { cash: '0' }, mid: { cash: '0' }, long: { cash: '0' } });
});

void test('BAL-02: an exact tie is a whole ticket, also where a quotient does not end', () => {
  const held = (vbt: string, dealer: string, ring: number): unknown =>
    additionalTickets({ mode: 'share_of_total', vbt_share: vbt, dealer_share: dealer }, ring);
  assert.deepEqual(held('0.25', '0.125', 5), { vbt: 2, dealer: 1 });
  assert.deepEqual(held('0.25', '0.125', 4), { vbt: 1, dealer: 0 });
  // 0.2/0.6 and 0.2/0.6 of 3: one each; in 28 digits 0.2/0.6·3 falls short of 1
  assert.deepEqual(held('0.2', '0.2', 3), { vbt: 1, dealer: 1 });
  // 0.57/0.14 and 0.29/0.14 of 14
  assert.deepEqual(held('0.57', '0.29', 14), { vbt: 57, dealer: 29 });
  assert.deepEqual(held('0', '0', 14), { vbt: 0, dealer: 0 });
  assert.deepEqual(additionalTickets(onTop('0.29'), 100), { vbt: 0, dealer: 29 });
  // no tie: ⌊0.9999999996⌋, and ⌊0.7999999996/0.8000000001⌋ of four (CHK-12R)
  assert.deepEqual(additionalTickets(onTop('0.2499999999'), 4), { vbt: 0, dealer: 0 });
  assert.deepEqual(held('0', '0.1999999999', 4), { vbt: 0, dealer: 0 });
});

void test('BAL-05: equal remainders go in trader order, and every total is met', () => {
  assert.deepEqual(inProportion(1, [1, 1, 1]), [1, 0, 0]);
  assert.deepEqual(inProportion(7, [2, 2, 2]), [3, 2, 2]);
  // 5·3/10 = 1.5, 5·1/10 = 0.5 four times, 5·3/10 = 1.5: six halves, three tickets left
  assert.deepEqual(inProportion(5, [3, 1, 1, 1, 1, 3]), [2, 1, 1, 0, 0, 1]);
  // 4·3/7 = 1.71, 4·1/7 = 0.57, 4·2/7 = 1.14, 0.57: two left
  assert.deepEqual(inProportion(4, [3, 1, 2, 1]), [2, 1, 1, 0]);
  assert.deepEqual(inProportion(0, [3, 1]), [0, 0]);
  assert.deepEqual(inProportion(0, []), []);
  // products beyond 2⁵³: the remainders are 1 and sum − 1
  const [first, second] = inProportion(99_999_999, [100_000_000, 99_999_999]);
  assert.deepEqual([first, second], [50_000_000, 49_999_999]);
});

const small = 'allow_small_ring: true\n';

void test('BAL-02: trader cash is divided by what is left to traders, to the last digit', () => {
  const cash = (balance: string, ring: string): string[] =>
    build(`${small}balance: ${balance}\nring: {n_traders: 3, total_debt_Q: 60, ${ring}}`).world.traders.map(
      (trader) => trader.cash,
    );
  // 60/2 = 30, and 30·1.6 = 48
  assert.deepEqual(cash('{}', 'kappa: 2'), ['16', '16', '16']);
  // 60/7·1.6 = 96/7 = 13.714285714285714285|71 → …286 over three: …762 each
  assert.deepEqual(cash('{}', 'kappa: 7'), [
    '4.571428571428571428',
    '4.571428571428571429',
    '4.571428571428571429',
  ]);
  // 30/0.7 = 42.857142857142857142|86 → …143, a third is 14.285714285714285714|33
  assert.deepEqual(cash('{vbt_share: 0.2, dealer_share: 0.1}', 'kappa: 2'), [
    '14.285714285714285715',
    '14.285714285714285714',
    '14.285714285714285714',
  ]);
  // 60·0.5·1.25 = 37.5; 30·1.3 = 39
  assert.deepEqual(cash('additional', 'liquidity_ratio: 0.5'), ['12.5', '12.5', '12.5']);
  assert.deepEqual(cash('{mode: additional, big_entity_share: 0.3}', 'kappa: 2'), ['13', '13', '13']);
  assert.deepEqual(cash('{}', 'kappa: 2, cash: {vector: [1, 2, 3]}'), ['8', '16', '24']);
});

void test('BAL-08: the baseline is the ring alone, with its own cash', () => {
  const text = `${small}balance: {}\nring: {n_traders: 4, total_debt_Q: 400, kappa: 2}\n`;
  const { world, totalDebt, totalMoney, notes } = build(`${text}regime: baseline`);
  assert.deepEqual([world.dealers, world.vbts, totalDebt, totalMoney, notes], [{}, {}, '400', '200', []]);
  assert.ok(world.tickets.every(({ owner, creditor }) => owner === creditor));
  assert.deepEqual(
    world.traders.map(({ cash }) => cash),
    ['50', '50', '50', '50'],
  );
  const active = build(text);
  assert.deepEqual(active.world.tickets.slice(0, 20), world.tickets);
  assert.equal(active.totalMoney, '320');
});

void test('BAL-06: rho moves every price', () => {
  // five tickets in each bucket: a VBT has 2, a dealer 1
  const quotes = (rho: string) => {
    const mids = ['short', 'mid', 'long'].map((id) => `${id}: {M0: ${rho}}`).join(', ');
    const { world } = build(
      `${small}balance: {}\nbuckets: {${mids}}\nring: {n_traders: 15, total_debt_Q: 300, mu: 1, maturity_days: 15}`,
    );
    const state = openWorld(world, { numbers: decimal, run: 'test', checks: true, sink: () => undefined });
    return state.buckets.flatMap(({ outsideMid, outsideAsk, outsideBid, quotes: own }) => {
      assert.ok(own);
      return [outsideMid, outsideAsk, outsideBid, own.midline, own.ask, own.bid].map((price) =>
        price.toNumber(),
      );
    });
  };
  const [dear, cheap] = [quotes('1'), quotes('0.5')];
  assert.equal(dear.length, 18);
  // with M·a of cash the ladder does not change with M, so every price falls by as much as M does
  dear.forEach((price, i) => {
    assert.ok(Math.abs(price - (cheap[i] ?? 0) - 10) < 1e-12, `price ${String(i)}`);
  });
});

void test('INI-04R: with a balance a target is noted and ignored, and an allocation is refused', () => {
  const { notes } = build('balance: {}\ndealers: {init_target_capacity_Xstar: 80}');
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? '', /Xstar 80 is ignored: balance is given.*INI-04R/);
  const faults = (text: string): string[] => {
    try {
      load(text);
    } catch (error) {
      if (error instanceof Fault)
        return error.faults.map(({ line, path, found }) => `${String(line)} ${path}: ${found}`);
      throw error;
    }
    return [];
  };
  assert.deepEqual(faults('balance: {}\ninitial_allocation: {}'), [
    '2 initial_allocation: initial_allocation and balance',
  ]);
  assert.deepEqual(faults('balance: {vbt_share: 0.6, dealer_share: 0.4}'), [
    '1 balance: shares that sum to 1',
  ]);
  assert.deepEqual(faults('balance: {vbt_share: 1.5}'), ['1 balance.vbt_share: 1.5']);
  assert.deepEqual(faults('balance: {mode: both}'), ['1 balance.mode: both']);
  assert.deepEqual(faults('balance: both'), ['1 balance.mode: both']);
  assert.deepEqual(faults('balance: {}\nbuckets: {mid: {M0: 0.8}}'), [
    '2 buckets: outside mid ratios of 0.75, 0.8, 0.75',
  ]);
  assert.deepEqual(faults('balance: {}\nbuckets: {only: {tau: 1+, O0: 0.2, M0: 1.1}}'), [
    '2 buckets.only.M0: 1.1',
  ]);
  // 6 400 000 tickets of the ring are 10 240 000 of all claims
  const large = 'balance: {}\nticket_size_S: 0.001\nring: {total_debt_Q: 6400}';
  assert.deepEqual(faults(large), ['3 ring.total_debt_Q: 6400']);
  assert.deepEqual(faults(`${large}\nregime: baseline`), []);
  // 625 000 000 of the ring's cash are 1 000 000 000
  const rich = 'balance: {}\nring: {kappa: 0.000016}';
  assert.deepEqual(faults(rich), ['2 ring.kappa: a total cash of 1000000000']);
});

void test('BAL-02, BAL-03: the modes, in short and with their shares', () => {
  const balance = (text: string): unknown => load(`balance: ${text}`).balance;
  assert.deepEqual(balance('{}'), byShares);
  assert.deepEqual(balance('share_of_total'), byShares);
  assert.deepEqual(balance('{dealer_share: 0.2}'), { ...byShares, dealer_share: '0.2' });
  assert.deepEqual(balance('additional'), onTop('0.25'));
  // the source's flag alone means the source's mode
  assert.deepEqual(balance('{big_entity_share: 0.1}'), onTop('0.1'));
  assert.equal(load('balance:').balance, null);
  const { scenario, warnings } = parseScenario('balance: {vbt_share: 0.2, big_entity_share: 0.1}', 'here');
  assert.deepEqual(scenario.balance, { ...byShares, vbt_share: '0.2' });
  assert.deepEqual(warnings, ['balance.big_entity_share is not used by share_of_total']);
});

void test('OUT-12: a resolved balanced scenario loads as itself', () => {
  for (const text of ['balance: {}', 'balance: additional\nring: {liquidity_ratio: 0.3}']) {
    const scenario = load(text);
    assert.deepEqual(parseScenario(JSON.stringify(scenario), 'manifest'), { scenario, warnings: [] });
  }
});

/** Random balanced scenarios, in tenths and in numbers that do not divide. */
const balancedScenario = fc
  .record({
    seed: fc.nat(1000),
    n: fc.integer({ min: 2, max: 25 }),
    perTrader: fc.integer({ min: 1, max: 9 }),
    odd: fc.nat(7),
    S: fc.constantFrom('1', '20', '0.1', '7'),
    money: fc.constantFrom('kappa: 0.25', 'kappa: 3', 'kappa: 7', 'liquidity_ratio: 0.37', 'kappa: 1'),
    c: fc.constantFrom('0.2', '1', '5', '1e-6'),
    mu: fc.constantFrom('0', '0.25', '0.5', '1'),
    days: fc.integer({ min: 1, max: 14 }),
    rho: fc.constantFrom('1', '0.75', '0.5', '0.333'),
    cash: fc.constantFrom('uniform', 'proportional'),
    vbt: fc.integer({ min: 0, max: 45 }),
    dealer: fc.integer({ min: 0, max: 45 }),
    beta: fc.integer({ min: 0, max: 100 }),
    additional: fc.boolean(),
  })
  .map((r) => {
    const Q = decimal
      .of(r.S)
      .times(r.n * r.perTrader + r.odd)
      .toFixed();
    const hundredth = (count: number): string => decimal.of(count).div(100).toFixed();
    const balance = r.additional
      ? { mode: 'additional', big_entity_share: hundredth(r.beta) }
      : { mode: 'share_of_total', vbt_share: hundredth(r.vbt), dealer_share: hundredth(r.dealer) };
    const M0 = Object.fromEntries(['short', 'mid', 'long'].map((id) => [id, { M0: r.rho }]));
    const text = `seed: ${String(r.seed)}
allow_small_ring: true
ticket_size_S: ${r.S}
balance: ${JSON.stringify(balance)}
buckets: ${JSON.stringify(M0)}
ring: {n_traders: ${String(r.n)}, total_debt_Q: ${Q}, ${r.money}, concentration: ${r.c}, mu: ${r.mu}, maturity_days: ${String(r.days)}, cash: ${r.cash}}
`;
    return { ...r, text };
  });

type Random = typeof balancedScenario extends fc.Arbitrary<infer T> ? T : never;

/** ⌊n·share/rest⌋ in whole numbers, without the arithmetic under test. */
const floorOf = (n: number, share: number, rest: number): number =>
  Number((BigInt(n) * BigInt(share)) / BigInt(rest));

function expectedHoldings({ additional, vbt, dealer, beta }: Random, ring: number): Record<string, number> {
  if (additional) return { vbt: 0, dealer: floorOf(ring, beta, 100) };
  const rest = 100 - vbt - dealer;
  return { vbt: floorOf(ring, vbt, rest), dealer: floorOf(ring, dealer, rest) };
}

const held = ({ tickets }: World, owner: string): number =>
  tickets.filter((ticket) => ticket.owner === owner).length;
const isLarge = ({ owner }: WorldTicket): boolean => owner.includes(':');

void test('BAL-01: the two states of a pair are the same bytes but for the regime', () => {
  fc.assert(
    fc.property(balancedScenario, ({ text }) => {
      const [passive, active] = ['passive', 'active'].map((regime) => {
        const bytes = JSON.stringify(build(`${text}regime: ${regime}`));
        assert.equal(bytes.split(`"regime":"${regime}"`).length, 2);
        return bytes.replace(`"regime":"${regime}"`, '');
      });
      assert.equal(passive, active);
    }),
    { numRuns: 150 },
  );
});

void test('BAL-02 … BAL-05: bucket totals are met, debts are in proportion, money is exact', () => {
  fc.assert(
    fc.property(balancedScenario, (random) => {
      const { text } = random;
      const { world, totalMoney, totalDebt } = build(text);
      const { world: ring, totalMoney: ownMoney } = build(`${text}regime: baseline`);
      assert.deepEqual(world.tickets.slice(0, ring.tickets.length), ring.tickets);
      assert.deepEqual(
        world.tickets.map(({ serial }) => serial),
        world.tickets.map((_, i) => i + 1),
      );
      for (const { id, from, to, outsideMid } of world.buckets) {
        const isIn = ({ maturity }: WorldTicket): boolean =>
          maturity >= from && (to === null || maturity <= to);
        const own = ring.tickets.filter(isIn);
        for (const [kind, count] of Object.entries(expectedHoldings(random, own.length))) {
          const desk = `${kind}:${id}`;
          assert.equal(held(world, desk), count, desk);
          const cash = (kind === 'vbt' ? world.vbts : world.dealers)[id]?.cash ?? '';
          assert.equal(exactSum([cash]), exactSum([outsideMid]) * BigInt(count));
          assertProportional(world.tickets, own, desk);
        }
      }
      for (const ticket of world.tickets.filter(isLarge)) {
        const day = ring.tickets.find(({ issuer }) => issuer === ticket.issuer)?.maturity;
        assert.equal(ticket.maturity, day);
        assert.match(ticket.liability, ticket.owner.startsWith('vbt') ? /^P\d+v$/ : /^P\d+d$/);
      }
      assert.equal(exactSum(world.traders.map(({ cash }) => cash)), exactSum([totalMoney]));
      assert.equal(exactSum([totalDebt]), exactSum([world.ticketSize]) * BigInt(world.tickets.length));
      assertScaled(random, ownMoney, totalMoney);
    }),
    { numRuns: 200 },
  );
});

/** Nobody owes the desk a whole ticket more or less than its part. BAL-05. */
function assertProportional(all: readonly WorldTicket[], ring: readonly WorldTicket[], desk: string): void {
  const total = all.filter(({ owner }) => owner === desk).length;
  for (const issuer of new Set(ring.map((ticket) => ticket.issuer))) {
    const owes = all.filter((ticket) => ticket.owner === desk && ticket.issuer === issuer).length;
    const part = (total * ring.filter((ticket) => ticket.issuer === issuer).length) / ring.length;
    assert.ok(
      Math.abs(owes - part) < 1,
      `${issuer} owes ${desk} ${String(owes)}, its part is ${String(part)}`,
    );
  }
}

/** Within a unit of money either way, since both totals are rounded to it. */
function assertScaled({ additional, vbt, dealer, beta }: Random, own: string, all: string): void {
  const [by, of] = additional ? [100 + beta, 100] : [100, 100 - vbt - dealer];
  const difference = exactSum([all]) * BigInt(of) - exactSum([own]) * BigInt(by);
  assert.ok(difference <= BigInt(by + of) && difference >= -BigInt(by + of), String(difference));
}

void test('BAL-02: debt to money over traders is kept within whole tickets', () => {
  fc.assert(
    fc.property(balancedScenario, (random) => {
      const { world, totalDebt, totalMoney } = build(random.text);
      const { totalDebt: Q, totalMoney: L } = build(`${random.text}regime: baseline`);
      // each floor loses less than a ticket: two in each bucket, one where the VBTs are empty
      const lost = (random.additional ? 1 : 2) * world.buckets.length * Number(random.S);
      const scale = Number(totalMoney) / Number(L);
      const missing = Number(Q) * scale - Number(totalDebt);
      assert.ok(missing > -1e-6 && missing < lost + 1e-6, `${String(missing)} of debt is missing`);
    }),
    { numRuns: 150 },
  );
});
