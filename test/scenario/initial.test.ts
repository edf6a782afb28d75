import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { buildInitialState, type InitialState } from '../../src/scenario/initial.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { exactSum } from './exact-sum.ts';

const build = (text: string): InitialState => buildInitialState(parseScenario(text, 'here').scenario);
const issued = ({ world }: InitialState): unknown[] =>
  world.tickets.map(({ id, issuer, creditor, maturity }) => [id, issuer, creditor, maturity]);

void test('MOD-13R: what is per unit of face is multiplied by S', () => {
  const { world, totalDebt, totalMoney } = build(`
ticket_size_S: 20
buckets: {short: {M0: 0.75, O0: 0.2, Omin: 0.01, phiM: 0.5, phiO: 0.6}}
guard: {Mmin: 0.02}
trader_policy: {buffer_cash_B: 3}
ring: {total_debt_Q: 10000, kappa: 3}`);
  assert.deepEqual(world.buckets[0], {
    id: 'short',
    from: 1,
    to: 3,
    outsideMid: '15',
    outsideSpread: '4',
    minSpread: '0.2',
    midSensitivity: '10',
    spreadSensitivity: '12',
  });
  assert.deepEqual([world.ticketSize, world.guardThreshold, world.policy.cashBuffer], ['20', '0.4', '3']);
  assert.equal(world.tickets.length, 500);
  assert.deepEqual([totalDebt, totalMoney], ['10000', '3333.333333333333333333']);
  assert.equal(exactSum(world.traders.map(({ cash }) => cash)), 3333333333333333333333n);
});

void test('RING-03R: liquidity_ratio is L/Q', () => {
  assert.equal(build('ring: {total_debt_Q: 1000, liquidity_ratio: 0.3}').totalMoney, '300');
  assert.equal(build('ring: {total_debt_Q: 1000, kappa: 4}').totalMoney, '250');
});

void test('RING-02, RING-08: debts and calendar sum to Q/S for every shape of ring', () => {
  for (const c of ['1e-4', '0.2', '1', '1000']) {
    for (const cash of ['uniform', 'proportional']) {
      const { world, calendar } = build(
        `ring: {total_debt_Q: 517, kappa: 0.7, concentration: ${c}, cash: ${cash}}`,
      );
      const owed = new Map<string, number>();
      for (const { issuer } of world.tickets) owed.set(issuer, (owed.get(issuer) ?? 0) + 1);
      assert.equal(owed.size, 100);
      assert.equal(world.tickets.length, 517);
      assert.equal(
        Object.values(calendar).reduce((a, b) => a + b),
        517,
      );
      // 517/0.7 = 738.571428571428571428|57
      assert.equal(exactSum(world.traders.map((trader) => trader.cash)), 738571428571428571429n);
    }
  }
});

void test('RING-04: proportional cash follows debt', () => {
  const { world } = build('ring: {total_debt_Q: 1000, kappa: 2, cash: proportional}');
  const first = world.tickets.filter(({ issuer }) => issuer === 'H1').length;
  // half a unit of cash for each ticket of face 1
  assert.equal(Number(world.traders[0]?.cash), first / 2);
});

void test('LOOP-02: the same scenario and seed make the same world; another seed another', () => {
  assert.equal(JSON.stringify(build('seed: 5')), JSON.stringify(build('seed: 5')));
  assert.notEqual(JSON.stringify(build('seed: 5')), JSON.stringify(build('seed: 6')));
});

void test('BAL-01, RING-06: passive and active start from the same world, and so do both arithmetics', () => {
  const text = 'initial_allocation: {}\n';
  const { world } = build(text);
  for (const change of ['regime: passive', 'arithmetic: float64']) {
    assert.deepEqual({ ...build(text + change).world, regime: 'active' }, world);
  }
});

void test('RING-06: changing the allocation, the cash or the due days does not shift the debts', () => {
  const plain = build('seed: 3');
  assert.deepEqual(issued(build('seed: 3\ninitial_allocation: {dealer_share: 0.4}')), issued(plain));
  assert.deepEqual(issued(build('seed: 3\nregime: baseline')), issued(plain));
  assert.deepEqual(issued(build('seed: 3\nring: {kappa: 0.3}')), issued(plain));
  const issuers = ({ world }: InitialState): string[] => world.tickets.map(({ issuer }) => issuer);
  assert.deepEqual(issuers(build('seed: 3\nring: {mu: 1}')), issuers(plain));
});

void test('the policy takes its own horizon', () => {
  const horizon = (policy: string): number => build(`trader_policy: {${policy}}`).world.policy.horizon;
  assert.equal(horizon('H_min_invest: 5'), 5);
  assert.equal(horizon('kind: default_avoidance, H_min_invest: 5'), 5);
  assert.equal(horizon('kind: default_avoidance, H_min_invest: 5, horizon: 8'), 8);
});

void test('BAL-08: the baseline has nobody but traders', () => {
  const { world, notes } = build('regime: baseline\ninitial_allocation: {}');
  assert.deepEqual([world.dealers, world.vbts, notes], [{}, {}, []]);
  assert.ok(world.tickets.every(({ owner, creditor }) => owner === creditor));
});

void test('INI-01: at the middle of its shelf a dealer recovers its target capacity', () => {
  const { world } = build('ticket_size_S: 20\nbuckets: {short: {M0: 0.75}}');
  const state = openWorld(world, { numbers: decimal, run: 'test', checks: true, sink: () => undefined });
  const dealer = state.buckets[0]?.desks?.dealer;
  assert.equal(dealer?.tickets, 2);
  // V/M = (2·15 + 30)/15 = 4 tickets of 20
  assert.equal(dealer.cash.toFixed(), '30');
});

void test('100 000 traders with a million tickets are made in a few seconds', () => {
  const started = process.hrtime.bigint();
  const { world } = build(
    'ring: {n_traders: 100000, total_debt_Q: 1000000, concentration: 0.2}\ninitial_allocation: {}',
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  assert.equal(world.tickets.length, 1_000_000);
  assert.ok(seconds < 20, `${String(seconds)} s`);
});
