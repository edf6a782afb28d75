/** What becomes of a finding, the intervals behind it and the words for it, with figures checked by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Differences, type Effect } from '../../../src/run/metrics/effects.ts';
import { parseSweep } from '../../../src/scenario/sweep.ts';
import { byPoint, changes, overall, pointNames, verdictOf } from '../../../src/study/sensitivity/findings.ts';
import { openChoices } from '../../../src/study/sensitivity/choices.ts';
import { faultOfPair, readingsOf } from '../../../src/study/sensitivity/readings.ts';
import { readRulings } from '../../../src/study/sensitivity/rulings.ts';
import type { Outcome, Sensitivity } from '../../../src/study/sensitivity/run.ts';
import { answer } from '../../../src/study/sensitivity/words.ts';
import { ruling, sixTraders } from './small.ts';

const effect = (...differences: readonly number[]): Effect => {
  const all = new Differences();
  for (const difference of differences) all.add(difference);
  return all.effect();
};

// three seeds: t(0.975; 2) = 4.302653; mean 0.2, standard error 0.1/√3: 0.2 ± 0.248414
const near = effect(0.1, 0.2, 0.3);
// standard error 0.02/√3: 0.2 ± 0.049683
const fewer = effect(0.18, 0.2, 0.22);
const more = effect(-0.18, -0.2, -0.22);

test('the interval is Student’s, by hand', () => {
  const round = (value: number | null): string => (value ?? NaN).toFixed(6);
  assert.deepEqual([round(near.low), round(near.high)], ['-0.048414', '0.448414']);
  assert.deepEqual([round(fewer.low), round(fewer.high)], ['0.150317', '0.249683']);
});

test('a finding survives, flips or is lost; without one it appears or does not', () => {
  assert.equal(verdictOf(fewer, fewer), 'survives');
  assert.equal(verdictOf(more, more), 'survives');
  assert.equal(verdictOf(fewer, more), 'flips');
  assert.equal(verdictOf(more, fewer), 'flips');
  assert.equal(verdictOf(fewer, near), 'is lost');
  assert.equal(verdictOf(near, more), 'appears');
  assert.equal(verdictOf(near, near), 'none in either');
  assert.equal(verdictOf(effect(0.5), effect(0.5)), 'none in either', 'one seed is no finding');
});

const { grid } = parseSweep(sixTraders.replace('seeds: 6', 'seeds: 3'), 'six.yaml');

test('pairs that share a seed are one draw; points have one each', () => {
  // two points of three seeds: the seeds' means are 0.1, 0.2, 0.3
  const effects = [0, 0.2, 0.4, 0.2, 0.2, 0.2];
  const { pairs, low, high } = overall(grid, effects);
  assert.deepEqual([pairs, low?.toFixed(6), high?.toFixed(6)], [3, '-0.048414', '0.448414']);
  assert.deepEqual(
    byPoint(grid, effects).map(({ mean, pairs }) => [Number(mean.toFixed(12)), pairs]),
    [
      [0.2, 3],
      [0.2, 3],
    ],
  );
  assert.deepEqual(pointNames(grid), ['κ 1.2', 'κ 2']);
  // the seed whose second pair failed has the first one alone
  assert.equal(
    overall(grid, [0, 0.2, 0.4, null, 0.2, 0.2]).mean.toFixed(9),
    ((0 + 0.2 + 0.3) / 3).toFixed(9),
  );
});

test('a change is taken pair by pair, and only where both were completed', () => {
  assert.deepEqual(changes([1, null, 3], [2, 5, null]), [1, null, null]);
});

test('the readings are those of the catalogue, the pairs as they were named', () => {
  const sweep = parseSweep(`${sixTraders}rulings: {clearing: sequential}\n`, 'six.yaml');
  const ids = readingsOf(sweep, readRulings(), [['SET-06R', 'ROL-02']]).map(({ id }) => id);
  assert.deepEqual(ids, [
    'as-written',
    'KER-16R-true',
    'SET-06R-cash_on_hand',
    'SET-06R-clearing_vector',
    'SET-07-true',
    'ANC-05-false',
    'CHK-08-false',
    'ROL-02-mid',
    'BAL-11R-true',
    'SET-06R-cash_on_hand+ROL-02-mid',
    'SET-06R-clearing_vector+ROL-02-mid',
  ]);
});

test('EXP-10: choices that the sources leave open are readings beside the rulings, each with its reason', () => {
  const sweep = parseSweep(sixTraders, 'six.yaml');
  const choices = openChoices(sweep);
  assert.deepEqual(
    readingsOf(sweep, choices, []).map(({ id }) => id),
    [
      'as-written',
      ...['policy-liquidity_and_investment', 'policy-two_sided', 'N_max-3', 'horizon-1', 'rollover-true'],
      ...['dealer-share-0', 'dealer-share-0.5', 'arm-backstop'],
    ],
  );
  assert.ok(choices.every(({ title }) => title.length > 20));
  // what the sweep goes over itself is no choice that is left
  const over = parseSweep(sixTraders, 'six.yaml', { 'sweep.axes.order_flow.Nmax': 'null,3' });
  assert.ok(openChoices(over).every(({ name }) => name !== 'N_max'));
});

test('EXP-10: shares are none and double of what the sweep has, where that leaves the traders something', () => {
  const shares = (balance: string): string[] => {
    const sweep = parseSweep(sixTraders.replace(/balance: .*/, `balance: ${balance}`), 'six.yaml');
    const ids = readingsOf(sweep, openChoices(sweep), []).map(({ id }) => id);
    return ids.filter((id) => id.includes('share'));
  };
  assert.deepEqual(shares('{vbt_share: 0.3, dealer_share: 0.1}'), [
    ...['dealer-share-0', 'dealer-share-0.2', 'VBT-share-0', 'VBT-share-0.6'],
  ]);
  assert.deepEqual(shares('{vbt_share: 0.50, dealer_share: 0.25}'), ['dealer-share-0', 'VBT-share-0']);
  assert.deepEqual(shares('{vbt_share: 0.0, dealer_share: 0.5}'), ['dealer-share-0']);
  assert.deepEqual(shares('{mode: additional, big_entity_share: 0.4}'), [
    'dealer-share-0',
    'dealer-share-0.8',
  ]);
});

test('a pair that cannot be is refused with a reason', () => {
  assert.equal(faultOfPair(['SET-06R', 'ROL-02'], readRulings()), null);
  assert.equal(faultOfPair(['SET-06R', 'SET-06R'], readRulings()), 'SET-06R cannot be paired with itself');
  assert.match(
    faultOfPair(['SET-06R', 'KER-01'], readRulings()) ?? '',
    /^KER-01 has no switch; these have: KER-16R/,
  );
});

const reading = (path: string | null, value: string) => ({
  id: `${path ?? 'as-written'}-${value}`,
  settings: path === null ? [] : [{ ruling: ruling(path), value }],
});

function outcomeOf(
  path: string | null,
  value: string,
  own: Effect,
  at: readonly Effect[],
  change: Effect | null,
): Outcome {
  const points = at.map((point, i) => ({ effect: point, verdict: verdictOf(i === 0 ? fewer : near, point) }));
  return {
    reading: reading(path, value),
    overall: own,
    verdict: verdictOf(fewer, own),
    change,
    points,
    failures: [],
  };
}

const asWritten = outcomeOf(null, '', fewer, [fewer, near], null);
const sequential = outcomeOf(
  'rulings.clearing',
  'sequential',
  more,
  [more, near],
  effect(-0.36, -0.4, -0.44),
);
const stop = outcomeOf('stop_on_default', 'true', near, [fewer, near], effect(-0.08, 0, 0.08));
const fixed = outcomeOf('anchors.update', 'false', fewer, [fewer, near], effect(0, 0, 0));
const par = reading('rollover.issue_price', 'mid');

const result: Sensitivity = {
  grid,
  pairs: 6,
  pointNames: pointNames(grid),
  outcomes: [asWritten, sequential, stop, { ...fixed, failures: [{ index: 4, errors: ['run x: broken'] }] }],
  idle: [{ reading: par, because: 'rollover is off, so nothing is issued again', sameAs: asWritten.reading }],
};

test('the answer says what survives, what flips, at which ruling, and what was not run', () => {
  assert.deepEqual(answer(result), [
    'As the scenario is written, over 3 seeds, market making lowered the default rate by 20.00 percentage points (95 % interval 15.03 to 24.97).',
    'This finding survives 1 of 3 other readings that can matter.',
    'It flips under SET-06R (rulings.clearing: sequential): market making raised the default rate by 20.00 percentage points (95 % interval 15.03 to 24.97).',
    'It is lost under SET-07 (stop_on_default: true): no effect was found: the mean effect is 20.00 percentage points, and its 95 % interval −4.84 to 44.84 covers zero.',
    'Varied were rulings.clearing (sequential), stop_on_default (true) and anchors.update (false), and nothing else.',
    // −0.4 ± 4.302653·0.04/√3
    'On the same seeds the effect changes beyond chance by −40.00 percentage points under SET-06R (rulings.clearing: sequential) (95 % interval −49.94 to −30.06).',
    'Of the 2 points of the grid 1 shows an effect as written; 0 of these survive every reading.',
    'At κ 1.2 the finding flips under SET-06R (rulings.clearing: sequential).',
    '1 pair failed, read ANC-05 (anchors.update: false) (pair 4: run x: broken).',
    'Each interval stands for itself: where there is nothing to find, one in twenty still leaves zero out.',
    'ROL-02 (rollover.issue_price: mid) cannot matter here and was not run: rollover is off, so nothing is issued again.',
  ]);
});

test('where every reading agrees, it says so', () => {
  const [, survival, varied, size] = answer({ ...result, outcomes: [asWritten, fixed], idle: [] });
  assert.equal(survival, 'This finding survives every reading that can matter (1 other reading).');
  assert.equal(varied, 'Varied were anchors.update (false), and nothing else.');
  assert.equal(size, 'On the same seeds no reading changes the size of the effect beyond chance.');
});

test('with one seed nothing is a finding, and the answer says what to do', () => {
  const one = { ...asWritten, overall: effect(0.2), points: [] };
  const said = answer({ ...result, outcomes: [one], idle: [] });
  assert.match(
    said[0] ?? '',
    /with one seed there is no interval, and a mean effect of 20\.00 percentage points is no finding/,
  );
  assert.match(said.at(-1) ?? '', /--seeds 20/);
});

test('where pairs failed, the answer blames no number of seeds', () => {
  const failures = [0, 1, 2, 3, 4, 5].map((index) => ({ index, errors: ['run x: broken'] }));
  const none = { ...asWritten, overall: effect(), points: [], failures };
  const all = answer({ ...result, outcomes: [none], idle: [] });
  assert.equal(
    all[0],
    'As the scenario is written, over 0 seeds, no effect can be stated: 6 of 6 pairs failed.',
  );
  const some = { ...asWritten, overall: effect(0.2), points: [], failures: failures.slice(1) };
  const left = answer({ ...result, outcomes: [some], idle: [] });
  assert.match(left[0] ?? '', /5 of 6 pairs failed and one seed is left, so there is no interval/);
  for (const said of [...all, ...left]) assert.doesNotMatch(said, /with one seed|more seeds/);
});
