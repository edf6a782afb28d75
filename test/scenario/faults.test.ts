import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { type FileFault } from '../../src/files/faults.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { loadScenario } from '../../src/scenario/read.ts';
import { faultsOf } from './faults-of.ts';

const faults = (text: string, overrides = {}): readonly FileFault[] =>
  faultsOf(() => parseScenario(text, 'ring.yaml', overrides));

/** `line path: found`, one text a fault. */
const brief = (text: string, overrides = {}): string[] =>
  faults(text, overrides).map(({ line, path, found }) => `${String(line)} ${path}: ${found}`);

void test('CFG-03: all faults at once, each with its line, path, what was found and what is allowed', () => {
  const text = `seed: -1
ticket_size_S: 0
seed: 2
buckets:
  short: {tau: [1, 3], M0: x}
  mid:
    tau: "5-8"
    phi: 1
  long: {tau: "9-20"}
guard: 5
order_flow:
  pi_sell: 1.5
  Nmax: 2.5
trader_policy: {kind: default_avoidence}
initial_allocation: {dealer_share: 0.6, vbt_share: 0.5}
ring:
  n_traders: 5
  kapa: 2
  mu: [1]
  cash: {vector: [1, a,
    -1]}
checks: "true"
stop_on_default: yes
`;
  assert.deepEqual(brief(text), [
    '1 seed: -1',
    '2 ticket_size_S: 0',
    '3 seed: the key again, first given in line 1',
    '5 buckets.short.M0: x',
    '7 buckets.mid.tau: 5-8',
    '8 buckets.mid.phi: the unknown key phi',
    '9 buckets.long.tau: 9-20',
    '10 guard: 5',
    '12 order_flow.pi_sell: 1.5',
    '13 order_flow.Nmax: 2.5',
    '14 trader_policy.kind: default_avoidence',
    '15 initial_allocation: shares that sum to 1.1',
    '17 ring.n_traders: 5',
    '18 ring.kapa: the unknown key kapa',
    '19 ring.mu: the list ["1"]',
    '20 ring.cash.vector[1]: a',
    '21 ring.cash.vector[2]: -1',
    '22 checks: "true"',
    '23 stop_on_default: yes',
  ]);
  assert.ok(faults(text).every(({ file, allowed }) => file === 'ring.yaml' && allowed !== ''));
});

void test('CFG-03: the message lists the faults, a line each', () => {
  assert.throws(
    () => parseScenario('ring:\n  kapppa: 1\n  mu: 2', 'ring.yaml'),
    (error: Error) => {
      const [first = '', second = ''] = error.message.split('\n');
      assert.match(
        first,
        /^ring.yaml:2: ring.kapppa: found the unknown key kapppa; allowed: the nearest is kappa/,
      );
      assert.match(second, /^ring.yaml:3: ring.mu: found 2; allowed: a number from 0 to 1/);
      return true;
    },
  );
});

void test('CFG-03: the nearest known key is named at every level', () => {
  const nearest = (text: string): string =>
    /the nearest is (\w+)/.exec(faults(text)[0]?.allowed ?? '')?.[1] ?? '';
  assert.equal(nearest('seeds: 1'), 'seed');
  assert.equal(nearest('guard: {MMin: 1}'), 'Mmin');
  assert.equal(nearest('ring: {maturity_day: 3}'), 'maturity_days');
  assert.equal(nearest('buckets: {short: {O_min: 0}}'), 'Omin');
  assert.equal(nearest('buckets: {shrt: {M0: 1}}'), 'short');
});

void test('MOD-14: a small ring is refused unless it is allowed', () => {
  assert.deepEqual(brief('ring: {n_traders: 99}'), ['1 ring.n_traders: 99']);
  assert.deepEqual(brief('ring: {n_traders: 100}'), []);
  assert.deepEqual(brief('ring: {n_traders: 99}\nallow_small_ring: true'), []);
  assert.deepEqual(brief('ring: {n_traders: 99, n_traders_min: 50}'), []);
  assert.deepEqual(brief('ring: {n_traders: 1}\nallow_small_ring: true'), ['1 ring.n_traders: 1']);
});

void test('RING-02: Q is a multiple of S, and N·S at least', () => {
  assert.deepEqual(brief('ring: {total_debt_Q: 1000.5}'), ['1 ring.total_debt_Q: 1000.5']);
  assert.deepEqual(brief('ring: {total_debt_Q: 99}'), ['1 ring.total_debt_Q: 99']);
  assert.deepEqual(brief('ring: {total_debt_Q: 100}'), []);
  // 0.3 is three times 0.1, which it is not in doubles
  assert.deepEqual(brief('ticket_size_S: 0.1\nring: {n_traders_min: 2, total_debt_Q: 0.3}'), []);
  assert.deepEqual(brief('ticket_size_S: 0.00001\nring: {total_debt_Q: 200}'), ['2 ring.total_debt_Q: 200']);
});

void test('RING-03R: exactly one of kappa and liquidity_ratio', () => {
  const both = faults('ring:\n  kappa: 2\n  liquidity_ratio: 0.5');
  assert.deepEqual(
    both.map(({ line, path, allowed }) => `${String(line)} ${path}: ${allowed}`),
    ['3 ring.liquidity_ratio: exactly one of the two'],
  );
  assert.deepEqual(brief('ring: {kappa: 0}'), ['1 ring.kappa: 0']);
  assert.deepEqual(brief('ring: {concentration: 0}'), ['1 ring.concentration: 0']);
});

void test('RING-04: a weight for each trader, one of them above 0', () => {
  const ring = (weights: string): string[] =>
    brief(`allow_small_ring: true\nring: {n_traders: 3, cash: {vector: ${weights}}}`);
  assert.deepEqual(ring('[1, 0, 2.5]'), []);
  assert.deepEqual(ring('[1, 2]'), ['2 ring.cash.vector: 2 weights']);
  assert.deepEqual(ring('[0, 0, 0]'), ['2 ring.cash.vector: no weight above 0']);
  assert.deepEqual(brief('ring: {cash: even}'), ['1 ring.cash: even']);
});

void test('INI-01: the target capacity is an even number of tickets', () => {
  const target = (face: string): string[] =>
    brief(`ticket_size_S: 20\ndealers: {init_target_capacity_Xstar: ${face}}`);
  assert.deepEqual(target('80'), []);
  assert.deepEqual(target('0'), []);
  assert.deepEqual(target('60'), ['2 dealers.init_target_capacity_Xstar: 60']);
  assert.deepEqual(target('4'), ['2 dealers.init_target_capacity_Xstar: 4']);
});

void test('MOD-04: ranges that overlap, leave a gap, start late, end early or run backwards', () => {
  const ranges = (short: string, mid: string, long: string): string[] =>
    brief(`buckets: {short: {tau: ${short}}, mid: {tau: ${mid}}, long: {tau: ${long}}}`);
  assert.deepEqual(ranges('1-3', '3-8', '9+'), ['1 buckets.mid.tau: 3-8']);
  assert.deepEqual(ranges('1-3', '4-7', '9+'), ['1 buckets.long.tau: 9+']);
  assert.deepEqual(ranges('2-3', '4-8', '9+'), ['1 buckets.short.tau: 2-3']);
  assert.deepEqual(ranges('1-3', '4-8', '9-99'), ['1 buckets.long.tau: 9-99']);
  assert.deepEqual(ranges('1-3', '4+', '5+'), ['1 buckets.mid.tau: 4+']);
  assert.deepEqual(ranges('3-1', '4-8', '9+'), ['1 buckets.short.tau: 3-1']);
  assert.deepEqual(ranges('[1, 2, 4]', '4-8', '9+'), ['1 buckets.short.tau: the list ["1","2","4"]']);
  assert.deepEqual(ranges('0-3', '4-8', '9+'), ['1 buckets.short.tau: 0-3']);
});

void test('buckets of other names need a range and a spread', () => {
  assert.deepEqual(brief('buckets: {near: {tau: 1-3}, far: {O0: 0.1}}'), [
    '1 buckets.near.O0: nothing',
    '1 buckets.far.tau: nothing',
  ]);
  assert.deepEqual(brief('buckets:\n  Short: {tau: 1-3}\n  mid: {tau: 4-8}\n  long: {tau: 9+}'), [
    '2 buckets.Short: Short',
  ]);
  assert.deepEqual(brief('buckets: {__proto__: {tau: 1+}}'), ['1 buckets: a key that is no name']);
  assert.equal(brief('buckets: {constructor: {M0: 1}}').length, 1);
});

void test('CFG-05: shares that sum to more than 1', () => {
  const shares = (dealer: string, vbt: string, traders: string): string[] =>
    brief(`initial_allocation: {dealer_share: ${dealer}, vbt_share: ${vbt}, traders_share: ${traders}}`);
  assert.deepEqual(shares('0.1', '0.2', '0.7'), []);
  assert.deepEqual(shares('0.1', '0.2', '0.6'), []);
  assert.deepEqual(shares('0.1', '0.2', '0.700000000000000001'), [
    '1 initial_allocation: shares that sum to 1.000000000000000001',
  ]);
  assert.deepEqual(shares('-0.1', '0.2', '0.7'), ['1 initial_allocation.dealer_share: -0.1']);
});

void test('CFG-04: what is no number, or more than money can hold', () => {
  const texts = [
    '.inf',
    '.nan',
    '0x10',
    '1_000',
    '1,5',
    '"1 0"',
    'true',
    'null',
    '1e999999999',
    '1e-19',
    '1e9',
  ];
  for (const text of [...texts, '-1', '[1]', '{a: 1}', '""', '9'.repeat(70)]) {
    const found = faults(`ticket_size_S: ${text}`);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['ticket_size_S'],
      text,
    );
  }
  assert.deepEqual(brief('ring: {kappa: 0.0000001, total_debt_Q: 1000}'), [
    '1 ring.kappa: a total cash of 10000000000',
  ]);
  assert.deepEqual(brief('buckets: {mid: {M0: 1000000}}'), ['1 buckets.mid.M0: 1000000']);
});

void test('CFG-03: YAML that cannot be read, or is no scenario', () => {
  assert.match(brief('seed: 1\nring: {kappa: 1')[0] ?? '', /^2 : a YAML error/);
  assert.match(brief('seed: 1\nring: !mine 1')[0] ?? '', /^2 : a YAML error/);
  assert.match(brief('seed: 1\n---\nseed: 2\n')[0] ?? '', /^2 : a YAML error/);
  for (const text of ['', '# nothing', '[]', 'ring', '3']) assert.equal(faults(text).length, 1, text);
  assert.deepEqual(brief('ring: &a {cash: *a}'), ['1 ring.cash: *a within what it repeats']);
  assert.deepEqual(brief('x: &k 0.5\nring: {kappa: *k}'), ['1 x: the unknown key x']);
});

void test('CFG-03: faults of values given from outside', () => {
  const found = faults('seed: 1', { 'ring.mu': '2', 'seed.x': '1', 'ring.kapa': '1', periods: '[' });
  assert.deepEqual(
    found.map(({ file, line, path }) => `${file} ${String(line)} ${path}`).sort(),
    ['periods', 'ring.kapa', 'ring.mu', 'seed.x'].map((path) => `a value given from outside 0 ${path}`),
  );
});

void test('CFG-03: a file that is not there, a directory, a file that is no text', () => {
  const folder = scratchFolder();
  const binary = join(folder, 'binary.yaml');
  writeFileSync(binary, Buffer.from([0x73, 0xff, 0xfe]));
  const found = (file: string): string[] =>
    faultsOf(() => loadScenario(file)).map((fault) => `${fault.file === file ? '' : 'other '}${fault.found}`);
  assert.deepEqual(found(join(folder, 'none.yaml')), ['no such file']);
  assert.deepEqual(found(folder), ['a directory']);
  assert.deepEqual(found(binary), ['the byte FF at place 2 of the line, which is not UTF-8']);
});

void test('CFG-03: a key with the name of what every object has is an unknown key', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
    const [fault] = faults(`${name}: {}`);
    assert.equal(fault?.found, `the unknown key ${name}`);
    assert.match(fault.allowed, /^(one of|the nearest is) /);
  }
});
