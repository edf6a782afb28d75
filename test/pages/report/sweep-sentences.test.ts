/** What the page of a sweep says differs where sweeps differ, and claims nothing that their figures do not show. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Use } from '../../../src/pages/report/charts/scatter.tsx';
import { answersBeside } from '../../../src/pages/report/five-answers.ts';
import { parts } from '../../../src/pages/report/parts.ts';
import type { GridMean, SweepRecord } from '../../../src/pages/report/read-sweep.ts';
import {
  checksSay,
  countsSay,
  distributionSays,
  starsSay,
  strategiesSay,
  useSays,
  verificationSays,
  whySays,
} from '../../../src/pages/report/sweep-sentences.ts';

const point: GridMean = {
  kappa: '1',
  concentration: '1',
  mu: '0.5',
  outsideMidRatio: '0.75',
  further: '',
  pairs: 2,
  deltaFirst: 0.5,
  deltaSecond: 0.4,
  effect: 0.1,
  relief: 0.2,
  low: 0.05,
  high: 0.15,
  correctedLow: 0.04,
  correctedHigh: 0.16,
  finding: 'lowers defaults',
};
const without: GridMean = { ...point, low: null, high: null, finding: 'none' };

/** Two points of two seeds; everything was compared. */
const whole: SweepRecord = {
  hash: '',
  version: '',
  arithmetic: 'float64',
  checks: true,
  notes: [],
  verifyShare: 0,
  setup: '',
  grid: {
    kappas: ['1', '2'],
    liquidityRatios: null,
    concentrations: ['1'],
    mus: ['0.5'],
    outsideMidRatios: ['0.75'],
    axes: [],
    design: null,
    frontier: null,
    comparisons: [['passive', 'active']],
    replicates: 2,
    precision: null,
    baseSeed: 42,
    seedPerPair: false,
    regimes: ['passive', 'active'],
  },
  summary: {
    sentence: '',
    pairs: 4,
    completed: 4,
    failed: 0,
    verified: 0,
    improved: 2,
    unchanged: 1,
    worsened: 1,
    answer: [],
    axis: 'kappa',
    frontier: [],
    headline: [],
    overall: [],
    meanDeltas: new Map([
      ['passive', 0.5],
      ['active', 0.4],
    ]),
    grid_points_lowered: 1,
    grid_points_raised: 0,
    failures: [],
  },
  pairs: [],
  points: [point, { ...point, kappa: '2', finding: 'none' }],
};

const withFailures = (completed: number, points: readonly GridMean[]): SweepRecord => ({
  ...whole,
  summary: { ...whole.summary, completed, failed: 4 - completed },
  points,
});

describe('what the counts say', () => {
  it('tells how the pairs came out and what chance allows', () => {
    assert.equal(
      countsSay(whole),
      'Of 4 pairs 4 could be compared, none failed. Market making left fewer defaults in 2, as many in 1 and more in 1. ' +
        "Of 2 grid points (2 seeds each, the same at every point) market making lowered defaults at 1 and raised them at 0 (findings by Holm's correction at 5 %).",
    );
    assert.equal(
      starsSay(whole.points, whole.grid),
      "A star marks the 1 point of 2 that are findings by Holm's correction at 5 %.",
    );
  });

  it('says that one seed has no interval only where one seed was asked for', () => {
    const grid = { ...whole.grid, replicates: 1 };
    assert.match(countsSay({ ...whole, grid, points: [without, without] }), /With one seed a grid point/);
    assert.match(starsSay([without], grid), /^With one seed a grid point/);
    const failed = withFailures(2, [without, without]);
    assert.match(countsSay(failed), /At every grid point pairs failed or its few seeds agree/);
    assert.match(
      starsSay(failed.points, failed.grid),
      /^At every grid point pairs failed or its few seeds agree/,
    );
    for (const said of [countsSay(failed), starsSay(failed.points, failed.grid)])
      assert.doesNotMatch(said, /one seed/);
  });

  it('counts the points that have an interval where failures left some without', () => {
    assert.match(
      countsSay(withFailures(3, [point, without])),
      /\(2 seeds each, the same at every point\) 1 has an interval: market making lowered defaults at 1 /,
    );
  });

  it('says nothing of defaults where no pair was compared', () => {
    assert.equal(
      countsSay(withFailures(0, [without, without])),
      'Of 4 pairs 0 could be compared, 4 failed; the table of pairs has the errors.',
    );
  });
});

describe('how the effects are spread', () => {
  it('is told by ranks that hold for any number of pairs', () => {
    assert.equal(distributionSays([]), 'No pair was compared.');
    assert.equal(
      distributionSays([-0.1]),
      'The one pair that was compared has an effect of −10.00 percentage points.',
    );
    assert.equal(
      distributionSays([-0.1, 0, 0.1, 0.2, 0.5]),
      'At least half of the 5 pairs lie between 0.00 and +20.00 percentage points, with +10.00 in the middle; the least is −10.00, the largest +50.00.',
    );
  });
});

describe('effect against use', () => {
  const use = (pair: number, trades: number, effect: number, deltaPassive: number): Use => ({
    pair,
    kappa: '1',
    trades,
    effect,
    deltaPassive,
  });

  it('says that the halves differ in more than use where they differ without a market', () => {
    assert.equal(
      useSays([use(0, 1, 0, 0.1), use(1, 3, 0.02, 0.2), use(2, 5, 0.1, 0.4), use(3, 9, 0.2, 0.6)]),
      'Where dealers were used less (1 to 3 trades with a dealer) the mean effect is +1.00 percentage points, where they were used more (5 to 9 trades) +15.00. ' +
        'Where nobody trades 15.00 % defaulted in the first half and 50.00 % in the second: the pairs differ in more than use. ' +
        'Use comes out of each pair and is not assigned by chance, so this alone shows no cause.',
    );
  });

  it('does not say so where they are alike', () => {
    const said = useSays([use(0, 1, 0, 0.3), use(1, 3, 0.1, 0.3)]);
    assert.match(said, /Where nobody trades 30\.00 % defaulted in either half\./);
    assert.doesNotMatch(said, /differ in more/);
  });

  it('makes no halves of pairs that used dealers alike, and none of one pair', () => {
    assert.equal(
      useSays([use(0, 0, 0.1, 0.3), use(1, 0, 0.3, 0.3)]),
      'Dealers were used alike in all of the pairs: 0 trades with a dealer in each.',
    );
    assert.equal(useSays([use(0, 1, 0, 0.3)]), 'There are too few pairs to compare.');
  });

  it('claims no cause that is not a figure of the sweep', () => {
    for (const deltas of [
      [0.1, 0.9],
      [0.9, 0.1],
      [0.3, 0.3],
    ] as const)
      assert.doesNotMatch(useSays([use(0, 1, 0, deltas[0]), use(1, 3, 0, deltas[1])]), /cash|scarce/);
  });
});

describe('where market making made no difference', () => {
  it('is told apart from where nothing was compared', () => {
    const text = 'Why the dealer made no difference: …';
    assert.equal(whySays({ compared: 0, unchanged: 0, text }), 'No pair was compared.');
    assert.match(whySays({ compared: 3, unchanged: 0, text }), /in every pair that was compared/);
    assert.equal(whySays({ compared: 3, unchanged: 1, text }), text);
  });
});

describe('the strategies', () => {
  const strategy = (name: 'no_trade' | 'sell_before', liabilities: number, rate: string) => ({
    strategy: name,
    liabilities,
    face: '100',
    default_face: '10',
    default_rate: rate,
  });

  it('are told with their rates, and compared only where there are two', () => {
    const one = strategiesSay({ strategies: [strategy('no_trade', 3, '0.1')], missing: [] });
    assert.equal(one, 'Of the face of liabilities whose tickets traders never traded, 10.00 % defaulted.');
    const two = strategiesSay({
      strategies: [strategy('no_trade', 3, '0.1'), strategy('sell_before', 2, '0.5')],
      missing: [],
    });
    assert.match(two, /of those that they sold before maturity, 50\.00 % defaulted\. Which paper is traded/);
    assert.doesNotMatch(two, /short of cash/);
  });

  it('say why there are none', () => {
    const strategies = [strategy('no_trade', 0, '0')];
    assert.match(strategiesSay({ strategies, missing: [] }), /^No liability matured/);
    assert.match(strategiesSay({ strategies, missing: ['active/x'] }), /^The files .* are missing/);
  });
});

describe('what was checked', () => {
  it('says that no pair was run in decimals only where none was to be', () => {
    assert.equal(verificationSays(whole), 'Run in float64; no pair was run in decimals, too.');
    const asked = { ...whole, verifyShare: 0.5 };
    assert.match(
      verificationSays({ ...asked, summary: { ...whole.summary, verified: 2 } }),
      /2 pairs agreed in every decision\.$/,
    );
    const failed = verificationSays({ ...withFailures(2, whole.points), verifyShare: 1 });
    assert.match(failed, /0 pairs agreed in every decision; what failed is in the table of pairs\.$/);
    assert.doesNotMatch(failed, /no pair was run/);
  });

  it('says how far the checks went in a run that failed', () => {
    assert.match(checksSay(whole), /after every event of every run\.$/);
    assert.match(checksSay(withFailures(3, whole.points)), /in a run that failed up to where it ended\.$/);
    assert.match(checksSay({ ...whole, checks: false }), /OFF/);
  });
});

describe('where pairs failed', () => {
  const cell = {
    comparison: 'passive - active',
    measure: 'delta',
    mean: 0.1,
    low: null,
    high: null,
  } as const;
  const row = { ...cell, value: '1', low: 0.05, high: 0.15, isFinding: true, isTested: true };
  const limits = (sweep: SweepRecord): string => answersBeside(sweep).at(-1)?.says ?? '';

  it('does not say of a value without two seeds that it has no effect', () => {
    const headline = (['delta', 'delta1', 'traders_defaulted', 'unpaid'] as const).flatMap((measure) => [
      { ...row, measure },
      { ...row, measure, value: '2', low: null, high: null, isFinding: false, isTested: false },
    ]);
    const said = limits({ ...whole, summary: { ...whole.summary, headline } });
    assert.match(said, /^Nothing can be judged at κ 2;/);
    assert.doesNotMatch(said, /no effect beyond chance/i);
  });

  it('shows no parts that do not add up to the whole', () => {
    const ofParts = (dealer: number): SweepRecord['summary'] => ({
      ...whole.summary,
      overall: [
        cell,
        { ...cell, comparison: 'passive - backstop', mean: 0.08 },
        { ...cell, comparison: 'backstop - active', mean: dealer },
      ],
    });
    assert.deepEqual(parts({ summary: ofParts(0.02) }), [0.1, 0.08, 0.02]);
    assert.deepEqual(parts({ summary: ofParts(0.03) }), [null, null, null]);
  });
});
