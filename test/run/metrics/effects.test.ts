/** Mean, standard error, Student's interval and the words for them, worked out by hand. BAL-09, BAL-11R. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Differences,
  isNothing,
  meanOf,
  points,
  sentence,
  type Effect,
} from '../../../src/run/metrics/effects.ts';
import { steinInterval } from '../../../src/run/metrics/stein.ts';

function effectOf(...differences: number[]): Effect {
  const collected = new Differences();
  for (const difference of differences) collected.add(difference);
  return collected.effect();
}

const near = (found: number | null, expected: number, by = 1e-5): void => {
  assert.ok(found !== null && Math.abs(found - expected) < by, `${String(found)} is not ${String(expected)}`);
};

test('1, 2, 3: the mean is 2, its error 1/√3, and the interval reaches t(2) = 4.30265 errors', () => {
  const { pairs, mean, standardError, low, high, isFinding } = effectOf(1, 2, 3);
  assert.equal(pairs, 3);
  near(mean, 2);
  near(standardError, 0.57735);
  near(low, 2 - 4.30265 * 0.57735); // −0.48414
  near(high, 2 + 4.30265 * 0.57735); // 4.48414
  assert.equal(isFinding, false);
});

test('two differences: t(1) = 12.7062', () => {
  // 0.1 and 0.3: s² = 0.02, the error √(0.02/2) = 0.1
  const { standardError, low, high } = effectOf(0.1, 0.3);
  near(standardError, 0.1);
  near(low, 0.2 - 1.27062);
  near(high, 0.2 + 1.27062);
});

test('twenty differences: t(19) = 2.09302', () => {
  // ten times 1 and ten times 3: s² = 20/19, the error √(1/19) = 0.229416
  const { mean, standardError, low, isFinding } = effectOf(
    ...Array.from({ length: 20 }, (_, i) => 1 + 2 * (i % 2)),
  );
  near(mean, 2);
  near(standardError, 0.229416);
  near(low, 2 - 2.09302 * 0.229416);
  assert.equal(isFinding, true);
});

test('a spread far from zero is not lost in its squares', () => {
  near(effectOf(1e9 + 1, 1e9 + 2, 1e9 + 3).standardError, 0.57735);
});

test('an interval below zero is a finding, too', () => {
  assert.equal(effectOf(-0.2, -0.21, -0.19).isFinding, true);
});

test('EXP-11R: differences that are all the same have no interval below six: 2⁻⁵ is above 2.5 %, 2⁻⁶ is not', () => {
  const mean = 0.25;
  for (const pairs of [2, 5])
    assert.deepEqual(effectOf(...Array.from({ length: pairs }, () => mean)), {
      ...{ pairs, mean, standardError: 0, low: null, high: null, isFinding: false },
    });
  const six = [mean, mean, mean, mean, mean, mean];
  assert.deepEqual(effectOf(...six), {
    ...{ pairs: 6, mean, standardError: 0, low: mean, high: mean, isFinding: true },
  });
  assert.equal(effectOf(0, 0, 0, 0, 0, 0).isFinding, false);
});

test('EXP-11R: a first stage that agrees has no spread for later seeds that do not', () => {
  const stage = [0, 0, 0, 0, 0, 0];
  const { mean, standardError, low, high, isFinding } = steinInterval(
    effectOf(...stage, 1, 1),
    effectOf(...stage),
  );
  assert.deepEqual([mean, standardError, low, high, isFinding], [0.25, null, null, null, false]);
  // where the later ones agree too, all is one value
  assert.equal(steinInterval(effectOf(...stage, 0, 0), effectOf(...stage)).low, 0);
});

test('EXP-11R: differences that differ by the rounding of doubles alone are the same', () => {
  for (const [one, other] of [
    [20, 20 + 7e-15],
    [0.25, 0.25 + 9e-10],
    [5e9, 5e9 + 1e-6],
  ] as const)
    assert.deepEqual([effectOf(one, other).standardError, effectOf(one, other).isFinding], [0, false]);
  assert.notEqual(effectOf(0.25, 0.25 + 2e-9).standardError, 0);
});

test('one difference, or none, has no interval and is no finding', () => {
  for (const effect of [effectOf(), effectOf(0.5)]) {
    assert.deepEqual([effect.standardError, effect.low, effect.high], [null, null, null]);
    assert.equal(effect.isFinding, false);
  }
  assert.equal(meanOf(effectOf()), null);
  assert.equal(meanOf(effectOf(0.5)), 0.5);
});

test('what is nearer to zero than 10⁻⁹ is rounding, and no finding however often it comes', () => {
  assert.deepEqual(
    [isNothing(9e-10), isNothing(-9e-10), isNothing(1e-9), isNothing(-1e-9)],
    [true, true, false, false],
  );
  const { mean, isFinding } = effectOf(3e-17, 3e-17, 3e-17);
  assert.deepEqual([mean, isFinding], [0, false]);
  assert.equal(effectOf(1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9).isFinding, true);
});

test('what rounds to zero has no sign, and a minus is a minus', () => {
  assert.deepEqual(
    [points(-0.00004), points(0), points(-0.0123), points(0.0123)],
    ['0.00', '0.00', '−1.23', '1.23'],
  );
});

const whole = { pairs: 3, compared: 3 };

const said = (effect: Effect, compared: Parameters<typeof sentence>[1]): string =>
  sentence(effect, compared, 'market making');

test('an effect is told with its direction and its size, and its bounds are turned with it', () => {
  // s = 0.02, the error 0.02/√3 = 0.011547, the interval ± 0.049683
  const interval = '12.00 percentage points (95 % interval 7.03 to 16.97)';
  assert.equal(
    said(effectOf(0.1, 0.12, 0.14), whole),
    `Market making lowered the default rate by ${interval}.`,
  );
  assert.equal(
    said(effectOf(-0.1, -0.12, -0.14), whole),
    `Market making raised the default rate by ${interval}.`,
  );
});

test('a rise of 0.23 points reads from its smaller bound to its larger one', () => {
  const raised: Effect = {
    pairs: 20,
    mean: -0.0023,
    standardError: 0.00043,
    low: -0.0032,
    high: -0.0014,
    isFinding: true,
  };
  assert.equal(
    said(raised, { pairs: 500, compared: 500 }),
    'Market making raised the default rate by 0.23 percentage points (95 % interval 0.14 to 0.32).',
  );
});

test('what covers zero is never told as a finding, however large its mean, and keeps its signs', () => {
  assert.equal(
    said(effectOf(-0.1, -0.2, -0.3), whole),
    'No effect was found: the mean effect is −20.00 percentage points, and its 95 % interval −44.84 to 4.84 covers zero.',
  );
  for (const differences of [
    [1, 2, 3],
    [-1, -2, -3],
    [0, 0, 0, 0, 0, 0],
    [0.9, 0],
    [-0.01, 0.01],
  ]) {
    const told = said(effectOf(...differences), {
      pairs: differences.length,
      compared: differences.length,
    });
    assert.match(told, /^No effect was found: .* covers zero\.$/);
    assert.doesNotMatch(told, /lowered|raised/);
  }
});

test('an interval that only touches zero covers it', () => {
  const touching: Effect = { pairs: 3, mean: 0.1, standardError: 0.1, low: 0, high: 0.2, isFinding: false };
  assert.match(said(touching, whole), /^No effect was found/);
  // ±0 alone: the interval is the point 0
  assert.equal(effectOf(0, 0).isFinding, false);
});

test('EXP-11R: a few seeds that agree are told as that', () => {
  assert.equal(
    said(effectOf(0.12, 0.12, 0.12), whole),
    'All 3 seeds agree, and so few leave no interval, and a mean effect of 12.00 percentage points is no finding.',
  );
  assert.match(
    said(effectOf(0.12, 0.12), { pairs: 3, compared: 2 }),
    /is no finding; 1 of 3 pairs failed\.$/,
  );
});

test('one seed is told as one seed', () => {
  assert.equal(
    said(effectOf(0.5), { pairs: 1, compared: 1 }),
    'With one seed there is no interval, and a mean effect of 50.00 percentage points is no finding.',
  );
});

test('where pairs failed the sentence says so, and does not blame the number of seeds', () => {
  assert.equal(
    said(effectOf(), { pairs: 10, compared: 0 }),
    'No effect can be stated: 10 of 10 pairs failed.',
  );
  assert.equal(said(effectOf(), { pairs: 1, compared: 0 }), 'No effect can be stated: 1 of 1 pair failed.');
  assert.equal(
    said(effectOf(-0.5), { pairs: 10, compared: 1 }),
    '9 of 10 pairs failed and one seed is left, so there is no interval, and a mean effect of −50.00 percentage points is no finding.',
  );
  assert.equal(
    said(effectOf(0.1, 0.12, 0.14), { pairs: 4, compared: 3 }),
    'Market making lowered the default rate by 12.00 percentage points (95 % interval 7.03 to 16.97); 1 of 4 pairs failed and is left out.',
  );
  assert.match(
    said(effectOf(1, 2, 3), { pairs: 5, compared: 3 }),
    /covers zero; 2 of 5 pairs failed and are left out\.$/,
  );
});
