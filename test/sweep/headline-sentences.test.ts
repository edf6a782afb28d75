/** The sentences over a sweep, for five sweeps in which they must differ. EXP-07, EXP-08. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { gridPoints } from '../../src/scenario/grid.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { aggregate } from '../../src/sweep/aggregate.ts';
import { precisionSays, roundsSay } from '../../src/sweep/headline-sentences.ts';
import { PairRecords } from '../../src/sweep/pair-records.ts';
import type { ArmFigures } from '../../src/sweep/arms.ts';

const scratch = scratchFolder();
let folders = 0;

/** All four measures move alike: δ by so much, one in a hundred traders and a unit of money a point. */
const figures = (delta: number): ArmFigures | null =>
  Number.isNaN(delta)
    ? null
    : {
        delta: delta.toFixed(6),
        delta1: delta.toFixed(6),
        traders_defaulted: (100 * delta).toFixed(6),
        unpaid: (1000 * delta).toFixed(6),
      };

const FAILED = NaN;

/** @param rates δ of passive, backstop and active by κ and seed; backstop is left out where it is null. */
async function answerOf(
  rates: readonly (readonly (readonly [number, number | null, number])[])[],
  comparisons = '',
) {
  const four = rates[0]?.[0]?.[1] !== null;
  const kappas = rates.map((_, i) => i + 1).join(', ');
  const regimes = four ? 'passive, active, backstop' : 'passive, active';
  const text = `sweep: {kappas: [${kappas}], seeds: ${String(rates[0]?.length)}, regimes: [${regimes}]${comparisons}}`;
  const sweep = parseSweep(text, 'sweep.yaml');
  const records = new PairRecords(join(scratch, String(++folders)), 'x');
  for (const { index, replicate, kappa } of gridPoints(sweep.grid)) {
    const [passive, backstop, active] = rates[Number(kappa) - 1]?.[replicate] ?? [0, 0, 0];
    await records.write({
      index,
      status: 'completed',
      errors: [],
      verified: false,
      effect: Number.isNaN(passive - active) ? null : (passive - active).toFixed(6),
      deltaPassive: String(passive),
      deltaActive: String(active),
      defaulted: null,
      arms: {
        passive: figures(passive),
        active: figures(active),
        ...(backstop === null ? {} : { backstop: figures(backstop) }),
      },
      runs: [],
      row: [String(kappa), '', '1', '0.5', '0.75'],
    });
  }
  const { answer, sentence } = aggregate(records.folder, records, sweep);
  return { answer, sentence };
}

test('lowers at every value, with the steps of the decomposition', async () => {
  const { answer } = await answerOf([
    [
      [0.5, 0.32, 0.3],
      [0.5, 0.32, 0.301],
    ],
    [
      [0.5, 0.42, 0.4],
      [0.5, 0.42, 0.401],
    ],
  ]);
  assert.equal(
    answer[0],
    'Market making lowers the default rate at every kappa (1 and 2), by 9.95 to 19.95 percentage points.',
  );
  assert.equal(
    answer[1],
    'By the other measures: the default rate of first-generation debts (δ₁) falls at every kappa; ' +
      'the number of traders that default falls at every kappa; the unpaid debt falls at every kappa.',
  );
  assert.match(
    String(answer[2]),
    /^Over the whole sweep the mean effect on the default rate, 14\.95 \(95 % interval 14\.31 to 15\.59\) percentage points, is the sum of 13\.00 .* \(passive − backstop\) and 1\.95 .* \(backstop − active\)\.$/,
  );
});

test('raises at every value: mean and bounds are turned alike', async () => {
  const { answer } = await answerOf([
    [
      [0.3, null, 0.5],
      [0.301, null, 0.5],
    ],
  ]);
  assert.equal(
    answer[0],
    'Market making raises the default rate at kappa 1, by 19.95 percentage points (19.31 to 20.59).',
  );
  assert.match(String(answer[1]), /\(δ₁\) rises at every kappa;/);
  assert.match(String(answer[2]), /^The sweep has no arm backstop/);
});

test('no effect', async () => {
  const { answer } = await answerOf([
    [
      [0.5, null, 0.49],
      [0.5, null, 0.51],
    ],
    [
      [0.5, null, 0.5],
      [0.5, null, 0.53],
    ],
  ]);
  assert.equal(
    answer[0],
    'Market making has no effect on the default rate that survives the correction for all tests of the table, at any kappa (1 and 2).',
  );
  assert.match(String(answer[1]), /the unpaid debt does not move beyond chance\.$/);
});

test('one seed', async () => {
  const { answer } = await answerOf([[[0.5, null, 0.4]], [[0.5, null, 0.3]]]);
  assert.equal(
    answer[0],
    'Market making shows no finding in the default rate: with one seed there is no interval.',
  );
  assert.ok(answer.every((says) => !says.includes('By the other measures')));
});

test('mixed: lowers, raises and none', async () => {
  const { answer, sentence } = await answerOf([
    [
      [0.5, null, 0.3],
      [0.5, null, 0.3005],
    ],
    [
      [0.3, null, 0.5],
      [0.3005, null, 0.5],
    ],
    [
      [0.5, null, 0.4],
      [0.5, null, 0.6],
    ],
  ]);
  assert.equal(
    answer[0],
    'Market making lowers the default rate at kappa 1, by 19.98 percentage points (19.02 to 20.93), ' +
      'raises it at kappa 2, by 19.98 percentage points (19.02 to 20.93), and ' +
      'shows no effect beyond chance at kappa 3.',
  );
  assert.match(String(answer[1]), /the unpaid debt falls at kappa 1 and rises at kappa 2\.$/);
  assert.match(sentence, /^No effect was found/);
});

test('a value of which every pair failed, or all but one, is not called without effect', async () => {
  // 0.18 and 0.179: ± 25.4517 · 0.0005, by Bonferroni for two tests
  const one = [
    [0.5, null, 0.32],
    [0.5, null, 0.321],
  ] as const;
  const none = [
    [0.5, null, 0.4],
    [0.5, null, 0.6],
  ] as const;
  const failed = [
    [0.5, null, FAILED],
    [0.5, null, FAILED],
  ] as const;
  const left = [[0.5, null, 0.1], failed[0]] as const;
  const { answer } = await answerOf([one, none, failed, left]);
  assert.equal(
    answer[0],
    'Market making lowers the default rate at kappa 1, by 17.95 percentage points (16.68 to 19.22), ' +
      'shows no effect beyond chance at kappa 2, and cannot be judged at kappa 3 and 4.',
  );
  assert.ok(answer.includes('3 of 8 pairs failed and are left out.'), answer.join('\n'));
  const silent = await answerOf([none, failed]);
  assert.equal(
    silent.answer[0],
    'Market making has no effect on the default rate that survives the correction for all tests of the table, at ' +
      'any kappa (1), and cannot be judged at kappa 2.',
  );
});

test('where the arm backstop failed in some pair, the parts are not said to add up', async () => {
  // passive − active 0.3 and 0.3, passive − backstop 0.2 alone, backstop − active 0.1 alone: 0.3 is their sum by chance
  const alike = [
    [0.5, 0.3, 0.2],
    [0.5, FAILED, 0.2],
  ] as const;
  // passive − active 0.3 and 0.1: 0.2 is not 0.2 + 0.1
  const unlike = [
    [0.5, 0.3, 0.2],
    [0.5, FAILED, 0.4],
  ] as const;
  const said = async (rates: Parameters<typeof answerOf>[0]): Promise<string> =>
    (await answerOf(rates)).answer.find((says) => says.startsWith('Over the whole sweep')) ?? '';
  assert.match(await said([alike]), /, is the sum of 20\.00 .* and 10\.00 /);
  assert.match(
    await said([unlike]),
    /^Over the whole sweep the mean effect on the default rate, 20\.00 .*percentage points, is not the sum of its parts, since pairs failed and the three are not of the same pairs: 20\.00 .* and 10\.00 /,
  );
});

test('failed and left out are pairs of which the headline lacks an arm, and no others', async () => {
  const whole = [0.5, 0.3, 0.2] as const;
  const lost = async (failing: readonly [number, number, number]): Promise<boolean> => {
    const first = ', comparisons: [[passive, backstop], [passive, active]]';
    const { answer } = await answerOf([[whole, whole, failing]], first);
    return answer.includes('1 of 3 pairs failed and is left out.');
  };
  assert.deepEqual([await lost([0.5, FAILED, 0.2]), await lost([0.5, 0.3, FAILED])], [true, false]);
});

test('EXP-11R: two seeds that agree leave no interval and are no finding', async () => {
  const { answer, sentence } = await answerOf([
    [
      [0.5, null, 0.3],
      [0.5, null, 0.3],
    ],
  ]);
  assert.equal(
    answer[0],
    'Market making has no effect on the default rate that survives the correction for all tests of the table, at any kappa (1).',
  );
  assert.equal(
    sentence,
    'All 2 seeds agree, and so few leave no interval, and a mean effect of 20.00 percentage points is no finding.',
  );
});

test('EXP-11R: a finding beside others without a Bonferroni interval is told by its size', async () => {
  // 2⁻⁵ = 0.03125 survives Holm after the smaller p, and is above 0.025, the level of Bonferroni for two
  const near = [0.3, 0.3001, 0.3, 0.2999, 0.3, 0.3].map((active) => [0.5, null, active] as const);
  const same = near.map(() => [0.5, null, 0.6] as const);
  const { answer } = await answerOf([near, same]);
  assert.match(String(answer[0]), /raises it at kappa 2, by 10\.00 percentage points\.$/);
});

test('the setup says what the sweep was made of', async () => {
  const { answer } = await answerOf([[[0.5, null, 0.4]]]);
  assert.equal(
    answer.at(-1),
    '100 traders who owe 10000 in tickets of 20, due on days 1 to 10, 15 periods; policy default_avoidance, ' +
      'horizon 10, no limit on arrivals; rollover at par; VBTs with 0.25 and dealers with 0.125 of all claims; ' +
      'clearing cash_on_hand; spreads short 0.2, mid 0.3, long 0.4 of face; 1 seed a point from 42.',
  );
});

test('MET-13: how many defaults others induced, and why none with rollover at par', () => {
  const rounds = (induced: number) =>
    [
      { regime: 'passive', firstRound: 8, induced },
      { regime: 'active', firstRound: 0, induced: 0 },
    ] as const;
  const par = { enabled: true, issue_price: 'par' } as const;
  const why =
    ' With rollover at par nothing is transmitted: what is repaid is lent again at once for as much, so a claim in default leaves its holder no less cash than a repaid one.';
  assert.deepEqual(roundsSay(rounds(0), par), [
    `Defaults that other defaults induced, by arm: 0 of 8 (passive).${why}`,
  ]);
  assert.deepEqual(roundsSay(rounds(2), par), [
    'Defaults that other defaults induced, by arm: 2 of 10 (passive).',
  ]);
  for (const rollover of [
    { enabled: false, issue_price: 'par' },
    { enabled: true, issue_price: 'mid' },
  ] as const)
    assert.deepEqual(roundsSay(rounds(0), rollover), [
      'Defaults that other defaults induced, by arm: 0 of 8 (passive).',
    ]);
  assert.deepEqual(roundsSay([], par), []);
});

test('EXP-05: which precision was asked for, and which points need more seeds than are allowed', () => {
  const precision = { half_width: '0.005', first: 10, most: 200 };
  const says = (...short: readonly { point: string; asked: number }[]): string | undefined =>
    precisionSays(precision, { short })[0];
  const head =
    "Seeds by Stein's two stages: 10 a point, then as many as a half width of 0.50 percentage points asks for, at most 200,";
  const tail = ' The one test over the whole sweep is of the first stage.';
  assert.equal(says(), `${head} and no point needs more.${tail}`);
  assert.equal(
    says({ point: 'kappa 2', asked: 312 }),
    `${head} which one point exceeds: kappa 2 (312 seeds).${tail}`,
  );
  assert.equal(
    says({ point: 'kappa 2', asked: 312 }, { point: 'kappa 4', asked: 500 }),
    `${head} which 2 points exceed: kappa 2 (312 seeds); kappa 4 (500 seeds).${tail}`,
  );
  assert.deepEqual(precisionSays(null, { short: [] }), []);
});
