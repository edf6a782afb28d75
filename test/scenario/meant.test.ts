/** Keys that are almost right, or right and without effect: what is said of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { about } from '../../src/scenario/about.ts';
import { explainedKeys, keysFor } from '../../src/scenario/explain.ts';
import { runScenario } from '../../src/run/run.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { meant } from '../../src/scenario/meant.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { sweepNotes } from '../../src/scenario/sweep-notes.ts';

/** What is allowed at each path that is at fault. */
function allowed(text: string): Record<string, string> {
  try {
    parseScenario(text, 'ring.yaml');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return Object.fromEntries(error.faults.map((fault) => [fault.path, fault.allowed]));
  }
  return {};
}
const warnings = (text: string): readonly string[] => parseScenario(text, 'ring.yaml').warnings;

test('every key of the schema is explained, with a clause of the catalogue, and nothing else is', () => {
  const keys = explainedKeys();
  assert.deepEqual(
    keys.map(({ path }) => path),
    Object.keys(about),
  );
  const catalogue = readFileSync('features/clauses.yaml', 'utf8');
  for (const { path, clause, means } of keys) {
    assert.match(catalogue, new RegExp(`id: ${clause}$`, 'm'), path);
    assert.notEqual(means, '');
  }
});

test('defaults are those that a file gets: of the stub, and of a balanced run where they differ', () => {
  const [periods, spread, price] = ['periods', 'buckets.short.O0', 'M0'].map(
    (key) => keysFor(key)[0]?.default,
  );
  assert.equal(periods, '30; 15 in a balanced run');
  assert.equal(spread, '0.2, 0.3, 0.4');
  assert.equal(price, '1; 0.75 in a balanced run');
});

test('a word that is no key is answered by what it may mean', () => {
  assert.match(
    allowed('H: 3')['H'] ?? '',
    /^it may mean trader_policy\.H_min_invest or trader_policy\.horizon \(/,
  );
  assert.match(allowed('clearing: sequential')['clearing'] ?? '', /^it may mean rulings\.clearing \(/);
  const spread = allowed('buckets: {short: {spread: 0.2}}')['buckets.short.spread'];
  assert.match(spread ?? '', /^it may mean buckets\.<bucket>\.O0 \(/);
  assert.match(allowed('kappa: 2')['kappa'] ?? '', /^it may mean ring\.kappa \(/);
});

test('a slip of the pen is answered by spelling, also where another place has the word', () => {
  assert.match(allowed('seeds: 3')['seeds'] ?? '', /^the nearest is seed \(/);
  assert.match(allowed('ring: {kapa: 1}')['ring.kapa'] ?? '', /^the nearest is kappa \(/);
});

test('a word of a longer key is answered by the key, and a word that is like none by the list', () => {
  const found = allowed(
    'balance: {vbt: 1}\nrulings: {cap: true}\nvbts: {}\nlambda: 1\nrecovery: 1\ndefault_rule: 1',
  );
  assert.match(found['balance.vbt'] ?? '', /^it may mean vbt_share \(/);
  assert.match(found['rulings.cap'] ?? '', /^it may mean cap_quotes_at_par \(/);
  assert.match(found['vbts'] ?? '', /^it may mean initial_allocation\.vbt_share or balance\.vbt_share \(/);
  assert.match(found['lambda'] ?? '', /^it may mean dealers\.init_target_capacity_Xstar \(/);
  assert.match(found['recovery'] ?? '', /^it may mean rulings\.clearing \(/);
  assert.match(found['default_rule'] ?? '', /^one of seed, periods, regime/);
  assert.match(allowed('initial: {}')['initial'] ?? '', /^it may mean initial_allocation \(/);
  assert.throws(
    () => keysFor('zzzzzz'),
    /found zzzzzz; allowed: a key of a scenario file; ringspec explain lists/,
  );
  assert.throws(() => keysFor('seeed'), /, the nearest is seed; ringspec explain lists/);
});

test('a decimal comma is told', () => {
  assert.match(allowed('ring: {kappa: "1,5"}')['ring.kappa'] ?? '', /; the decimals follow a point: 1\.5$/);
  assert.match(allowed('ring: {kappa: 1,5}')['ring.5'] ?? '', /^a decimal point, as in 1\.5, where/);
});

test('every word leads to keys that there are', () => {
  for (const word of [
    'spread',
    'H',
    'agents',
    'ρ',
    'T',
    'Outside_Mid',
    'cash',
    'replicates',
    'vbt',
    'λ',
    'cap',
  ])
    for (const path of meant(word)) assert.ok(Object.hasOwn(about, path), `${word}: ${path}`);
  assert.deepEqual(meant('Outside_Mid'), ['buckets.<bucket>.M0']);
  assert.deepEqual(meant('toString'), []);
});

test('a list where one value stands is sent to the sweep', () => {
  const found = allowed('ring: {kappa: [1, 2], mu: [0.1], cash: [1]}\nbuckets: {mid: {M0: [1, 2]}}');
  assert.match(found['ring.kappa'] ?? '', /; a list belongs under sweep\.kappas$/);
  assert.match(found['ring.mu'] ?? '', /; a list belongs under sweep\.mus$/);
  assert.match(found['buckets.mid.M0'] ?? '', /; a list belongs under sweep\.outside_mid_ratios$/);
  assert.doesNotMatch(found['ring.cash'] ?? '', /belongs/);
});

test('one tab, one message', () => {
  assert.throws(
    () => parseScenario('seed: 1\nring:\n\tkappa: 2\n  mu: 0.5\n', 'ring.yaml'),
    (error: Fault) => {
      assert.equal(
        error.message,
        'ring.yaml:3: found a tab before the first word of the line; allowed: spaces there',
      );
      return true;
    },
  );
});

test('a key without effect is told, unless it says what holds anyway', () => {
  const avoiding = 'trader_policy: {kind: default_avoidance';
  assert.deepEqual(warnings(`${avoiding}}\norder_flow: {pi_sell: 0.5}`), []);
  assert.deepEqual(warnings(`${avoiding}, buffer_cash_B: 2}\norder_flow: {pi_sell: 0.4}`), [
    'order_flow.pi_sell is not used by default_avoidance, under which nobody buys',
    'trader_policy.buffer_cash_B is not used by default_avoidance, under which nobody buys',
  ]);
  assert.deepEqual(
    warnings('trader_policy: {kind: two_sided, buffer_cash_B: 2}\norder_flow: {pi_sell: 0.4}'),
    [],
  );
  assert.deepEqual(warnings(`${avoiding}, H_min_invest: 5}`), []);
  assert.deepEqual(warnings(`${avoiding}, H_min_invest: 5, horizon: 4}`), [
    'trader_policy.H_min_invest is not used by default_avoidance, which has horizon',
  ]);
  assert.deepEqual(warnings('rollover: {issue_price: mid}'), [
    'rollover.issue_price is not used while rollover.enabled is false',
  ]);
  assert.deepEqual(warnings('anchors: {update: false}\nbuckets: {mid: {phiO: 1}, long: {phiM: 1}}'), [
    'buckets.mid.phiO is not used while anchors.update is false',
  ]);
});

test('a run that is shorter than its calendar says how much never matures', () => {
  // ten traders with one ticket each, due on the days 1 to 10 in turn: six of them after day 4
  const ring =
    'allow_small_ring: true\nring: {n_traders: 10, total_debt_Q: 10, maturity_days: 10, mu: 0.1}\n';
  const notes = (periods: number): readonly string[] =>
    runScenario(parseScenario(`${ring}periods: ${String(periods)}`, 'ring.yaml').scenario).notes.filter(
      (note) => note.startsWith('periods'),
    );
  assert.deepEqual(notes(4), [
    'periods 4 end before the calendar does: 6 of 10 falls due later and never matures (LOOP-03)',
  ]);
  assert.deepEqual(notes(10), []);
  const { base, grid } = parseSweep('periods: 4', 'sweep.yaml');
  assert.deepEqual(sweepNotes(base, grid), [
    'periods 4 are fewer than ring.maturity_days 10: what falls due later never matures (LOOP-03)',
  ]);
});
