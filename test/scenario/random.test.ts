import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IndexSet } from '../../src/core/fast/index-set.ts';
import { dirichlet, drawnChoices, logGamma, normal, streams, type Stream } from '../../src/random.ts';
import { scripted } from './scripted.ts';

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const draws = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);

void test('RING-06: streams of seed 42, worked out by an implementation of the generator in another language', () => {
  const { ring, allocation, orderFlow } = streams(42);
  const first = (stream: Stream): number[] => draws(3, () => stream.unit());
  assert.deepEqual(first(ring), [0.44250171292662954, 0.9692081932017607, 0.763431201879162]);
  assert.deepEqual(first(allocation), [0.9686746189221278, 0.6206184224990887, 0.9362255135503671]);
  assert.deepEqual(first(orderFlow), [0.808408937785758, 0.7506291026973279, 0.9367313683039435]);
});

void test('RING-06: drawing more from one stream does not shift the others', () => {
  const used = streams(7);
  const fresh = streams(7);
  for (let i = 0; i < 1000; i++) used.ring.unit();
  assert.equal(used.allocation.unit(), fresh.allocation.unit());
  for (let i = 0; i < 999; i++) used.allocation.below(5);
  assert.equal(used.orderFlow.unit(), fresh.orderFlow.unit());
  assert.notEqual(used.ring.unit(), fresh.ring.unit());
});

void test('RING-06: a seed that the generator cannot tell from another is refused', () => {
  for (const seed of [-1, 1.5, 2 ** 32, NaN]) assert.throws(() => streams(seed), /whole number/);
  assert.notEqual(streams(2 ** 32 - 1).ring.unit(), streams(0).ring.unit());
});

void test('below() is uniform and stays below; unit() stays in [0, 1)', () => {
  const { ring } = streams(1);
  const counts = [0, 0, 0];
  for (const value of draws(30_000, () => ring.below(3))) counts[value] = (counts[value] ?? 0) + 1;
  // 10 000 each, with a standard deviation of 82
  assert.equal(counts.length, 3);
  for (const count of counts) assert.ok(Math.abs(count - 10_000) < 330, String(counts));
  const units = draws(30_000, () => ring.unit());
  assert.ok(units.every((unit) => unit >= 0 && unit < 1));
  assert.ok(Math.abs(mean(units) - 0.5) < 0.007);
  assert.throws(() => ring.below(0), /nothing to draw from/);
});

void test('FLW-01, FLW-03: the drawn choices take Z from unit() and the agent in trader order', () => {
  const choices = drawnChoices(scripted([1], [0.29, 0.3]));
  const eligible = new IndexSet(10);
  for (const place of [8, 2, 5]) eligible.add(place);
  assert.equal(choices.more(), true);
  assert.equal(choices.prefersSell(0.3), true);
  assert.equal(choices.prefersSell(0.3), false);
  assert.equal(
    choices.agent(eligible, () => true),
    5,
  );
});

void test('normal draws have mean 0 and variance 1', () => {
  const { ring } = streams(3);
  const values = draws(40_000, () => normal(ring));
  assert.ok(Math.abs(mean(values)) < 0.02);
  assert.ok(Math.abs(mean(values.map((value) => value * value)) - 1) < 0.03);
});

void test('RING-02: the mean of ln Gamma(c, 1) is the digamma function of c', () => {
  // digamma and trigamma (the variance) from tables
  const table = [
    { c: 0.5, digamma: -1.9635100260214235, trigamma: 4.934802200544679 },
    { c: 1, digamma: -0.5772156649015329, trigamma: 1.6449340668482264 },
    { c: 2, digamma: 0.42278433509846714, trigamma: 0.6449340668482264 },
    { c: 10, digamma: 2.251752589066721, trigamma: 0.10516633568168575 },
  ];
  const { ring } = streams(11);
  const n = 20_000;
  for (const { c, digamma, trigamma } of table) {
    const found = mean(draws(n, () => logGamma(ring, c)));
    assert.ok(Math.abs(found - digamma) < 4 * Math.sqrt(trigamma / n), `c ${String(c)}: ${String(found)}`);
  }
});

void test('RING-07: no NaN and no all-zero vector however small c is', () => {
  for (const c of [1e-2, 1e-4, 1e-9, 1e-18]) {
    for (let seed = 0; seed < 50; seed++) {
      const weights = dirichlet(streams(seed).ring, c, 40);
      assert.ok(weights.every((weight) => weight >= 0 && weight <= 1));
      assert.ok(Math.abs(weights.reduce((a, b) => a + b) - 1) < 1e-12);
    }
  }
});

void test('RING-02: a large c spreads evenly, a small one puts nearly all on one trader', () => {
  const even = dirichlet(streams(5).ring, 1e6, 10);
  assert.ok(even.every((weight) => Math.abs(weight - 0.1) < 0.001));
  assert.ok(Math.max(...dirichlet(streams(5).ring, 1e-4, 10)) > 0.999);
});
