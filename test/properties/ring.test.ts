/** Rings of every shape: debts that add up, streams that do not shift, weights that do not underflow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dirichlet, streams } from '../../src/random.ts';
import { buildInitialState } from '../../src/scenario/initial.ts';
import { parseScenario } from '../../src/scenario/load.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
/** From nearly everything with one trader to nearly even: one digit, at a power of ten. */
const concentration = fc
  .record({ digit: fc.integer({ min: 1, max: 9 }), power: fc.integer({ min: -18, max: 6 }) })
  .map(({ digit, power }) => `${String(digit)}e${String(power)}`);

interface Shape {
  readonly seed: number;
  readonly traders: number;
  readonly face: number;
  /** Tickets beyond the one that everybody owes. */
  readonly more: number;
  readonly concentration: string;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  seed,
  traders: fc.integer({ min: 3, max: 40 }),
  face: fc.constantFrom(1, 7, 20, 100),
  more: fc.nat({ max: 400 }),
  concentration,
});

const build = ({ seed, traders, face, more, concentration }: Shape, further = '', ring = '') =>
  buildInitialState(
    parseScenario(
      `allow_small_ring: true\nseed: ${String(seed)}\nticket_size_S: ${String(face)}\n${further}\n` +
        `ring: {n_traders: ${String(traders)}, total_debt_Q: ${String(face * (traders + more))}, ` +
        `concentration: ${concentration}, kappa: 1${ring}}\n`,
      'ring.yaml',
    ).scenario,
  ).world;

type World = ReturnType<typeof build>;

const debts = ({ tickets }: World): Map<string, number> => {
  const owed = new Map<string, number>();
  for (const { issuer } of tickets) owed.set(issuer, (owed.get(issuer) ?? 0) + 1);
  return owed;
};

void test('RING-02: debts are whole tickets, at least one each, and sum to Q', () => {
  fc.assert(
    fc.property(shape, (drawn) => {
      const owed = debts(build(drawn));
      assert.equal(owed.size, drawn.traders);
      assert.equal(
        [...owed.values()].reduce((a, b) => a + b),
        drawn.traders + drawn.more,
      );
    }),
    { numRuns: 300 },
  );
});

void test('RING-06: what else a scenario draws or says leaves the debts as they were drawn', () => {
  const others: readonly [further: string, ring: string][] = [
    ['initial_allocation: {dealer_share: 0.4}', ''],
    ['regime: baseline', ''],
    ['regime: passive', ''],
    ['arithmetic: float64', ''],
    ['', ', mu: 1'],
    ['', ', cash: proportional'],
  ];
  fc.assert(
    fc.property(shape, fc.constantFrom(...others), (drawn, [further, ring]) => {
      assert.deepEqual(debts(build(drawn, further, ring)), debts(build(drawn)));
    }),
    { numRuns: 200 },
  );
});

void test('RING-06: draws from one stream leave the others as they are', () => {
  const stream = fc.constantFrom<keyof ReturnType<typeof streams>>('ring', 'allocation', 'orderFlow');
  fc.assert(
    fc.property(seed, stream, stream, fc.integer({ min: 1, max: 50 }), (from, drawn, other, times) => {
      fc.pre(drawn !== other);
      const disturbed = streams(from);
      for (let draw = 0; draw < times; draw++) disturbed[drawn].unit();
      assert.equal(disturbed[other].unit(), streams(from)[other].unit());
    }),
    { numRuns: 300 },
  );
});

void test('RING-07: weights are shares of one, however small the concentration', () => {
  fc.assert(
    fc.property(seed, concentration, fc.integer({ min: 2, max: 200 }), (from, c, traders) => {
      const weights = dirichlet(streams(from).ring, Number(c), traders);
      assert.equal(weights.length, traders);
      assert.ok(weights.every((weight) => weight >= 0 && weight <= 1));
      assert.ok(Math.abs(weights.reduce((a, b) => a + b) - 1) < 1e-12);
    }),
    { numRuns: 300 },
  );
});
