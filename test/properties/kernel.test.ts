/** What holds of the kernel at every input: KER-11, KER-17, EX-07's gaps, and the two arithmetics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { KernelArguments } from '../../src/protocol/protocol.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { differences } from './agree.ts';

const Exact = Decimal.clone({ precision: 60 });
const parameters = { numRuns: 2000, seed: Number(process.env['PROPERTY_SEED'] ?? 1) };
const under = new InProcess(decimal);
const twin = new InProcess(float64);

const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => String(n / 100));
/** Mids such as 1/3 and 5/6, at which C/M is a whole number that rounding misses. KER-04R. */
const mid = fc.oneof(
  fc.integer({ min: 3, max: 300 }).map((n) => String(n / 100)),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 3, max: 12 }))
    .map(([n, d]) => new Exact(n).div(d).toSignificantDigits(28).toFixed()),
);
const input: fc.Arbitrary<KernelArguments> = fc.record({
  ticketSize: fc.constantFrom('1', '5', '20', '0.5'),
  outsideMid: mid,
  outsideSpread: fc.oneof(hundredths(2), hundredths(40)),
  clipOutsideBid: fc.boolean(),
  tickets: fc.nat(40),
  cash: fc.oneof(hundredths(30), fc.nat(30).map(String)),
});

test('KER-11: inside the ladder the interior quotes stay strictly within the unclipped outside ones', async () => {
  const property = fc.asyncProperty(input, fc.nat(1000), async (takes, rung) => {
    fc.pre(Number(takes.outsideSpread) > 0);
    const { capacity, fundableTickets, guard } = await under.call('kernel', takes);
    fc.pre(!guard);
    const x = new Exact(takes.ticketSize).times(rung % (fundableTickets + 1)).toFixed();
    const { interiorAsk, interiorBid, outsideMid, outsideSpread } = await under.call('kernel', {
      ...takes,
      faceInventory: x,
    });
    const half = new Exact(outsideSpread).div(2);
    const [A, B] = [new Exact(outsideMid).plus(half), new Exact(outsideMid).minus(half)];
    if (Number(capacity) === 0) {
      assert.ok(
        A.minus(interiorAsk).abs().lt(1e-20) && B.minus(interiorBid).abs().lt(1e-20),
        'X* = 0: both at the outside',
      );
      return;
    }
    assert.ok(A.gt(interiorAsk), `a(${x}) = ${interiorAsk} reaches A = ${A.toFixed()}`);
    assert.ok(B.lt(interiorBid), `b(${x}) = ${interiorBid} reaches B = ${B.toFixed()}`);
  });
  await fc.assert(property, parameters);
});

test('EX-07: the gaps at the ends of the ladder are what the source derives', async () => {
  const property = fc.asyncProperty(input, async (takes) => {
    const { capacity } = await under.call('kernel', takes);
    fc.pre(Number(capacity) > 0);
    const [S, X, O] = [new Exact(takes.ticketSize), new Exact(capacity), new Exact(takes.outsideSpread)];
    const denominator = X.plus(S.times(2)).times(X.plus(S));
    const low = await under.call('kernel', { ...takes, faceInventory: '0' });
    const high = await under.call('kernel', { ...takes, faceInventory: X.minus(S).toFixed() });
    // the kernel counts with whole units of money: CHK-09R
    const M = new Exact(takes.outsideMid).toDecimalPlaces(18, Exact.ROUND_HALF_EVEN);
    const askGap = M.plus(O.div(2)).minus(low.interiorAsk);
    const bidGap = new Exact(high.interiorBid).minus(M.minus(O.div(2)));
    assert.ok(askGap.minus(O.div(2).times(X).times(S).div(denominator)).abs().lt(1e-20), 'A − a(0)');
    assert.ok(
      bidGap
        .minus(
          O.div(2)
            .times(S)
            .times(X.times(3).plus(S.times(2)))
            .div(denominator),
        )
        .abs()
        .lt(1e-20),
      'b(X*−S) − B',
    );
  });
  await fc.assert(property, parameters);
});

test('KER-17: with O ≤ (80/7)·M a dealer with room for a ticket has the cash for it; beyond, cash can bind', async () => {
  let bound = 0;
  const property = fc.asyncProperty(input, async (takes) => {
    const { cash, bid, guard, tickets, fundableTickets, outsideMid, outsideSpread } = await under.call(
      'kernel',
      takes,
    );
    const hasRoom = !guard && tickets + 1 <= fundableTickets;
    const hasCash = new Exact(cash).plus(1e-9).gte(bid);
    const narrow = new Exact(outsideSpread).times(7).lte(new Exact(outsideMid).times(80));
    if (hasRoom && narrow) assert.ok(hasCash, `C = ${cash} < b_c = ${bid}`);
    if (hasRoom && !hasCash) bound++;
  });
  await fc.assert(property, parameters);
  assert.ok(bound > 0, 'no input at which cash bound first');
});

test('KER-04R: K* is the floor of the true quotient, in both arithmetics', async () => {
  const property = fc.asyncProperty(input, async (takes) => {
    fc.pre(Number(takes.outsideMid) > 0.02 * Number(takes.ticketSize));
    // a mid of 28 digits stands for the fraction that it rounds: the nearest one with a denominator up to 12
    const truth = nearestFraction(takes.outsideMid);
    const expected = takes.tickets + new Exact(takes.cash).times(truth.d).div(truth.n).floor().toNumber();
    assert.equal((await under.call('kernel', takes)).fundableTickets, expected);
    assert.equal((await twin.call('kernel', takes)).fundableTickets, expected);
  });
  await fc.assert(property, parameters);
});

test('both arithmetics give the same kernel to 10⁻⁹', async () => {
  const property = fc.asyncProperty(input, async (takes) => {
    assert.deepEqual(
      differences(await under.call('kernel', takes), await twin.call('kernel', takes), 1e-9),
      [],
    );
  });
  await fc.assert(property, parameters);
});

function nearestFraction(text: string): { n: number; d: number } {
  const value = new Exact(text);
  for (const d of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100]) {
    const n = value.times(d).round();
    if (n.div(d).minus(value).abs().lt(1e-20)) return { n: n.toNumber(), d };
  }
  throw new Error(`${text} is not near a fraction of the test`);
}
