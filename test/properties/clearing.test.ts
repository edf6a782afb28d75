/** The clearing vector is a fixed point, and the greatest one. SET-06R. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { ImplementationUnderTest } from '../../src/protocol/protocol.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';

const Exact = Decimal.clone({ precision: 50 });

interface Ring {
  /** Cash of each trader, in tenths. */
  readonly cash: readonly number[];
  /** Who holds whose tickets: trader i holds `mine[i]` tickets of trader `of[i]`. */
  readonly of: readonly number[];
  readonly mine: readonly number[];
  /** Tickets of each trader that the Short VBT holds. */
  readonly outside: readonly number[];
}

const SIZE = 6;
const few = (max: number) => fc.array(fc.nat(max), { minLength: SIZE, maxLength: SIZE });
/** Mostly little cash and little outside debt: cycles in which everybody hangs on everybody. */
const ring: fc.Arbitrary<Ring> = fc.record({
  cash: fc.array(fc.constantFrom(0, 0, 0, 1, 5, 10, 25), { minLength: SIZE, maxLength: SIZE }),
  of: fc.oneof(few(SIZE - 1), fc.constant([1, 2, 3, 4, 5, 0]), fc.constant([1, 0, 3, 4, 2, 2])),
  mine: few(4),
  outside: fc.array(fc.constantFrom(0, 0, 0, 1, 3), { minLength: SIZE, maxLength: SIZE }),
});

const name = (i: number): string => `H${String(i + 1)}`;

function open({ cash, of, mine, outside }: Ring) {
  const owed = [
    ...cash.flatMap((_, i) => (of[i] === i ? [] : tickets(of[i] ?? 0, name(i), mine[i] ?? 0))),
    ...cash.flatMap((_, i) => tickets(i, 'vbt:short', outside[i] ?? 0)),
  ];
  return {
    time: 1,
    rulings: { clearing: 'clearing_vector' },
    traders: cash.map((tenths, i) => ({ id: name(i), cash: String(tenths / 10) })),
    tickets: owed.map((ticket, i) => ({
      ...ticket,
      id: `k${String(i)}`,
      liability: `P${ticket.issuer}`,
      maturity: 1,
      serial: i,
    })),
  };
}

const tickets = (issuer: number, owner: string, count: number) =>
  Array.from({ length: count }, () => ({ issuer: name(issuer), owner }));

/** Payments iterated from everybody paying in full, downwards: the limit is the greatest fixed point. */
function greatest(world: ReturnType<typeof open>): Map<string, Decimal> {
  const due = new Map<string, Decimal>();
  for (const { issuer } of world.tickets) due.set(issuer, (due.get(issuer) ?? new Exact(0)).plus(1));
  let paid = new Map(due);
  for (let round = 0; round < 20_000; round++) {
    const next = new Map<string, Decimal>();
    for (const { id, cash } of world.traders) {
      const owed = due.get(id);
      if (owed === undefined) continue;
      const receipts = world.tickets
        .filter((ticket) => ticket.owner === id)
        .reduce(
          (sum, { issuer }) => sum.plus(Exact.div(paid.get(issuer) ?? 0, due.get(issuer) ?? 1)),
          new Exact(0),
        );
      next.set(id, Exact.min(owed, receipts.plus(cash)));
    }
    const still = [...next].every(([id, amount]) =>
      amount
        .minus(paid.get(id) ?? 0)
        .abs()
        .lt(1e-14),
    );
    paid = next;
    if (still) break;
  }
  return paid;
}

async function payments(under: ImplementationUnderTest, world: ReturnType<typeof open>) {
  await under.call('reset', { world });
  const { issuers } = await under.call('settle', {});
  const state = await under.call('state', {});
  return { issuers, state };
}

for (const numbers of [decimal, float64]) {
  test(`SET-06R: what issuers pay is the greatest fixed point, in ${numbers.name}`, async () => {
    let partial = 0;
    const property = fc.asyncProperty(ring, async (shape) => {
      const world = open(shape);
      const { issuers, state } = await payments(new InProcess(numbers), world);
      const expected = greatest(world);
      assert.deepEqual(issuers.map(({ issuer }) => issuer).sort(), [...expected.keys()].sort());
      for (const { issuer, due, cashBefore, cashAfter, recovery, payouts } of issuers) {
        const paid = payouts.reduce((sum, { amount }) => sum.plus(amount), new Exact(0));
        const cash = world.traders.find(({ id }) => id === issuer)?.cash ?? '0';
        const receipts = issuers.flatMap((other) => other.payouts.filter(({ holder }) => holder === issuer));
        const means = receipts.reduce((sum, { amount }) => sum.plus(amount), new Exact(cash));
        assert.ok(paid.minus(Exact.min(due, means)).abs().lt(1e-9), `${issuer}: p = min(D, C + receipts)`);
        assert.ok(
          paid
            .minus(expected.get(issuer) ?? 0)
            .abs()
            .lt(1e-9),
          `${issuer} pays ${paid.toFixed()}, the greatest is ${expected.get(issuer)?.toFixed() ?? ''}`,
        );
        if (Number(recovery) < 1 && Number(recovery) > 0) partial++;
        if (Number(recovery) < 1) assert.equal(Number(cashAfter), 0);
        assert.ok(new Exact(cashBefore).minus(means).abs().lt(1e-9), 'what counts is cash and receipts');
      }
      if (numbers === decimal) assert.ok(state.traders.every(({ cash }) => Number(cash) >= 0));
    });
    await fc.assert(property, { numRuns: 400, seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
    assert.ok(partial > 50, `only ${String(partial)} partial recoveries`);
  });
}
