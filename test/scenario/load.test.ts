import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { parseScenario, type Scenario } from '../../src/scenario/load.ts';
import { loadScenario } from '../../src/scenario/read.ts';

const load = (text: string, overrides = {}): Scenario => parseScenario(text, 'ring.yaml', overrides).scenario;

/** The stub of the source, with CFG-02's numbers. */
const stub = `
seed: 42
ticket_size_S: 1
buckets:
  short: {tau: [1, 2, 3], M0: 1.0, O0: 0.20, phiM: 1.0, phiO: 0.6}
  mid: {tau: [4, 5, 6, 7, 8], M0: 1.0, O0: 0.30, phiM: 1.0, phiO: 0.6}
  long: {tau: "9+", M0: 1.0, O0: 0.40, phiM: 1.0, phiO: 0.6}
guard: {Mmin: 0.02, clip_nonneg_B: true}
dealers: {init_target_capacity_Xstar: 4}
order_flow: {pi_sell: 0.5, Nmax: 3}
trader_policy: {H_min_invest: 3, buffer_cash_B: 1.0}
initial_allocation: {dealer_share: 0.25, vbt_share: 0.50, traders_share: 0.25}
ring: {n_traders_min: 100}
`;

/** CFG-02, CFG-06R and the ordinary setting of every switch, written out. */
const resolvedStub: Scenario = {
  seed: 42,
  periods: 30,
  regime: 'active',
  arithmetic: 'decimal',
  checks: true,
  stop_on_default: false,
  allow_small_ring: false,
  ticket_size_S: '1',
  rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
  buckets: {
    short: { tau: { min: 1, max: 3 }, M0: '1', O0: '0.2', Omin: '0', phiM: '1', phiO: '0.6' },
    mid: { tau: { min: 4, max: 8 }, M0: '1', O0: '0.3', Omin: '0', phiM: '1', phiO: '0.6' },
    long: { tau: { min: 9, max: null }, M0: '1', O0: '0.4', Omin: '0', phiM: '1', phiO: '0.6' },
  },
  guard: { Mmin: '0.02', clip_nonneg_B: true },
  dealers: { init_target_capacity_Xstar: '4' },
  order_flow: { pi_sell: '0.5', Nmax: 3 },
  trader_policy: {
    kind: 'liquidity_and_investment',
    H_min_invest: 3,
    buffer_cash_B: '1',
    horizon: null,
  },
  initial_allocation: { dealer_share: '0.25', vbt_share: '0.5', traders_share: '0.25' },
  balance: null,
  anchors: { update: true },
  rollover: { enabled: false, issue_price: 'par' },
  ring: {
    n_traders: 100,
    n_traders_min: 100,
    total_debt_Q: '1000',
    kappa: '1',
    liquidity_ratio: null,
    debts: 'drawn',
    concentration: '1',
    mu: '0.5',
    maturity_days: 12,
    cash: 'uniform',
  },
};

void test('CFG-01: the stub loads as it is', () => {
  assert.deepEqual(parseScenario(stub, 'stub.yaml'), { scenario: resolvedStub, warnings: [] });
});

void test('CFG-02, INI-04R: left out, everything is as in the stub but for the shares, so the target decides', () => {
  assert.deepEqual(load('seed: 42'), { ...resolvedStub, initial_allocation: null });
  assert.deepEqual(load('guard:\nring:\ninitial_allocation:\n'), load('seed: 42'));
});

void test('CFG-02: defaults that hang on other keys', () => {
  const avoiding = load('trader_policy: {kind: default_avoidance, H_min_invest: 7}');
  assert.deepEqual([avoiding.order_flow.Nmax, avoiding.trader_policy.horizon], [null, 7]);
  const unlimited = load('trader_policy: {kind: liquidity_and_investment}\norder_flow: {Nmax: null}');
  assert.equal(unlimited.order_flow.Nmax, null);
  const limited = load('trader_policy: {kind: default_avoidance, horizon: 9}\norder_flow: {Nmax: 5}');
  assert.deepEqual([limited.order_flow.Nmax, limited.trader_policy.horizon], [5, 9]);
  const large = load('ticket_size_S: 20\nring: {n_traders: 150}');
  // 4·S, and 10·N·S
  assert.equal(large.dealers.init_target_capacity_Xstar, '80');
  assert.equal(large.ring.total_debt_Q, '30000');
  assert.equal(load('initial_allocation: {}').dealers.init_target_capacity_Xstar, null);
  assert.equal(load('initial_allocation: {dealer_share: 0.1}').initial_allocation?.traders_share, '0.4');
});

void test('CFG-01: the misspellings 00 and phi0 load, with a warning each', () => {
  const text = 'buckets:\n  short:\n    00: 0.25\n    phi0: .5\n  long: {phi0: 0.7}\n';
  const { scenario, warnings } = parseScenario(text, 'stub.yaml');
  const { short, long } = scenario.buckets;
  assert.deepEqual([short?.O0, short?.phiO, long?.phiO], ['0.25', '0.5', '0.7']);
  assert.deepEqual(warnings, [
    'stub.yaml:3: buckets.short.00 is read as O0',
    'stub.yaml:4: buckets.short.phi0 is read as phiO',
    'stub.yaml:5: buckets.long.phi0 is read as phiO',
  ]);
});

void test('CFG-04: numbers are exact, as numbers and as text', () => {
  const kappa = (text: string): string | null => load(`ring: {kappa: ${text}}`).ring.kappa;
  assert.equal(kappa('0.1'), '0.1');
  assert.equal(kappa('"0.1"'), '0.1');
  assert.equal(kappa('0.100000000000000001'), '0.100000000000000001');
  assert.equal(kappa('123456789.123456789012345678'), '123456789.123456789012345678');
  assert.equal(kappa('1e-3'), '0.001');
  assert.equal(kappa('25E-2'), '0.25');
  assert.equal(kappa('1.50'), '1.5');
  assert.equal(kappa('.5'), '0.5');
  assert.equal(kappa('+2.'), '2');
  assert.equal(load('seed: 4.2e1').seed, 42);
  assert.equal(load('{"guard": {"Mmin": 0.02}, "ticket_size_S": "20"}').ticket_size_S, '20');
});

void test('MOD-04: ranges in every way of writing', () => {
  const ranges = (short: string, mid: string, long: string): unknown[] =>
    Object.values(
      load(`buckets: {short: {tau: ${short}}, mid: {tau: ${mid}}, long: {tau: ${long}}}`).buckets,
    ).map(({ tau }) => tau);
  const expected = [
    { min: 1, max: 3 },
    { min: 4, max: 8 },
    { min: 9, max: null },
  ];
  assert.deepEqual(ranges('[1, 3]', '[4, 8]', '[9, .inf]'), expected);
  assert.deepEqual(ranges('[1, 2, 3]', '[4, 5, 6, 7, 8]', '[9, null]'), expected);
  assert.deepEqual(ranges('"1-3"', '4..8', '9+'), expected);
  assert.deepEqual(ranges('1–3', '{min: 4, max: 8}', '{min: 9}'), expected);
  assert.deepEqual(ranges('1 - 3', '4-8', '">=9"'), expected);
  assert.deepEqual(load('buckets: {only: {tau: 1+, O0: 0.3}}').buckets, {
    only: { tau: { min: 1, max: null }, M0: '1', O0: '0.3', Omin: '0', phiM: '1', phiO: '0.6' },
  });
});

void test('OUT-12: a resolved scenario loads as itself, and is plain data', () => {
  const rich = `
seed: 7
regime: passive
arithmetic: float64
checks: false
stop_on_default: true
allow_small_ring: true
ticket_size_S: 20
rulings: {clearing: clearing_vector, cap_quotes_at_par: true}
buckets: {near: {tau: 1-4, M0: 0.75, O0: 0.1, Omin: 0.05}, far: {tau: 5+, O0: 1e-2}}
trader_policy: {kind: default_avoidance, horizon: 10}
anchors: {update: false}
rollover: {enabled: true, issue_price: mid}
ring: {n_traders: 3, total_debt_Q: 200, liquidity_ratio: 0.3, cash: {vector: [1, 0.5, 0]}}
`;
  for (const text of [
    rich,
    stub,
    'seed: 1',
    'dealers: {init_target_capacity_Xstar: 8}\ninitial_allocation: {}',
  ]) {
    const first = parseScenario(text, 'ring.yaml');
    const { scenario } = first;
    const again = parseScenario(JSON.stringify(scenario), 'manifest.json');
    assert.deepEqual(again, first);
    assert.equal(JSON.stringify(again.scenario), JSON.stringify(scenario));
  }
});

void test('CLI-02: what is given from outside wins over the file', () => {
  const given = load('ring: {kappa: 2, mu: 0.1}\nseed: 1', {
    'ring.liquidity_ratio': '0.5',
    seed: '9',
    allow_small_ring: 'true',
    'ring.cash': 'proportional',
    'rollover.enabled': 'true',
  });
  assert.deepEqual([given.ring.kappa, given.ring.liquidity_ratio, given.ring.mu], [null, '0.5', '0.1']);
  assert.deepEqual([given.seed, given.allow_small_ring], [9, true]);
  assert.deepEqual([given.ring.cash, given.rollover.enabled], ['proportional', true]);
});

void test('a horizon that the policy does not use is a warning', () => {
  const { warnings } = parseScenario('trader_policy: {horizon: 4}', 'ring.yaml');
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /trader_policy.horizon is not used/);
});

void test('a file is read as UTF-8, with or without its mark, whatever ends its lines', () => {
  const file = join(scratchFolder(), 'ring.yaml');
  writeFileSync(file, '\ufeffseed: 3 # κ\r\nring:\r\n  kappa: 0.5\r\n');
  const { scenario } = loadScenario(file);
  assert.deepEqual([scenario.seed, scenario.ring.kappa], [3, '0.5']);
});

void test('the scenario that comes with the program is the stub', () => {
  const file = new URL('../../scenarios/baseline.yaml', import.meta.url).pathname;
  assert.deepEqual(loadScenario(file), { scenario: resolvedStub, warnings: [] });
});
