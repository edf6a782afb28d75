/** A ruling that is said not to matter does not: running it anyway gives the same pairs. And one that may, may. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyIdle } from '../../../src/study/sensitivity/idle.ts';
import { readRulings } from '../../../src/study/sensitivity/rulings.ts';
import { sweepUnder } from '../../../src/study/sensitivity/run.ts';
import { recordsWith, ruling, sixTraders, source, twelveTraders } from './small.ts';

/** Money for everybody: nothing defaults. */
const rich = (text: string): string => text.replace(/kappas: \[[^\]]*\]/, 'kappas: [0.05]');
const buys = (text: string): string =>
  text.replace(
    'trader_policy: {horizon: 2}',
    'trader_policy: {kind: liquidity_and_investment, H_min_invest: 1}',
  );

const idle: readonly (readonly [path: string, scenario: string, text: string, because: RegExp])[] = [
  ['checks', 'any scenario', sixTraders, /only watch/],
  [
    'rulings.cap_quotes_at_par',
    'asks of 0.5 + 0.2 and losses that lower them',
    sixTraders,
    /starts below par/,
  ],
  [
    'rulings.clearing',
    'money for everybody, and a policy of the day',
    buys(rich(twelveTraders)),
    /everybody paid/,
  ],
  ['stop_on_default', 'money for everybody', rich(twelveTraders), /nothing defaulted/],
  ['anchors.update', 'money for everybody', rich(twelveTraders), /no loss moved/],
  [
    'anchors.update',
    'anchors that losses do not move',
    twelveTraders.replaceAll('O0: 0.9', 'O0: 0.9, phiM: 0, phiO: 0'),
    /phiM and phiO are 0/,
  ],
  ['rollover.issue_price', 'no rollover', sixTraders, /rollover is off/],
  [
    'rollover.issue_price',
    'mids that stay at par',
    `${twelveTraders}anchors: {update: false}\n`.replace('sweep: {', 'sweep: {outside_mid_ratios: [1], '),
    /at par and stays/,
  ],
  ['sweep.seed_per_pair', 'one point', twelveTraders, /one point/],
];

const flipped = (path: string): string[] => {
  const { values } = ruling(path);
  return values.slice(1);
};

const why = (path: string, text: string): string | null => {
  const anyDefault = recordsWith(text, {}).some(({ defaulted }) => defaulted !== 0);
  return whyIdle(path, sweepUnder(source(text), { settings: [] }), { anyDefault, anyFailed: false });
};

for (const [path, scenario, text, because] of idle) {
  test(`${path} is idle with ${scenario}, and running it anyway gives the same pairs`, () => {
    assert.match(why(path, text) ?? 'not idle', because);
    const written = recordsWith(text, {});
    assert.equal(
      written.every(({ status }) => status === 'completed'),
      true,
    );
    for (const value of flipped(path)) assert.deepEqual(recordsWith(text, { [path]: value }), written);
  });
}

const matters: readonly (readonly [path: string, scenario: string, text: string])[] = [
  [
    'rulings.cap_quotes_at_par',
    'buyers, who are asked more than par',
    buys(twelveTraders).replace('sweep: {', 'sweep: {outside_mid_ratios: [1], '),
  ],
  ['rulings.clearing', 'debts that fall due together', sixTraders],
  ['stop_on_default', 'defaults before the end', twelveTraders],
  ['anchors.update', 'losses', twelveTraders],
  ['rollover.issue_price', 'rollover below par', twelveTraders],
  ['sweep.seed_per_pair', 'two points', sixTraders],
];

for (const [path, scenario, text] of matters) {
  test(`${path} is run with ${scenario}, and the pairs are others`, () => {
    assert.equal(why(path, text), null);
    const written = recordsWith(text, {});
    for (const value of flipped(path)) assert.notDeepEqual(recordsWith(text, { [path]: value }), written);
  });
}

/** One step from idle: what would be wrong to leave out. */
const nearlyIdle: readonly (readonly [path: string, scenario: string, text: string])[] = [
  [
    'rulings.cap_quotes_at_par',
    'an ask exactly at par, which rounding may lift',
    sixTraders.replace('[0.5]', '[0.8]'),
  ],
  ['rulings.cap_quotes_at_par', 'losses that raise the ask', `${sixTraders}buckets: {short: {phiM: 0.2}}\n`],
  ['rulings.cap_quotes_at_par', 'a least spread that lifts it', `${sixTraders}buckets: {long: {Omin: 1}}\n`],
  ['rulings.clearing', 'a policy that looks at receipts (POL-10R)', rich(twelveTraders)],
  [
    'anchors.update',
    'a least spread above the opening one (ANC-07R)',
    rich(twelveTraders).replace('O0: 0.9}', 'O0: 0.9, Omin: 1}'),
  ],
];

for (const [path, scenario, text] of nearlyIdle)
  test(`${path} is not called idle with ${scenario}`, () => {
    assert.equal(why(path, text), null);
  });

test('checks are not called idle where a pair failed, nor where they were off', () => {
  const evidence = { anyDefault: true, anyFailed: false };
  const on = sweepUnder(source(sixTraders), { settings: [] });
  assert.match(whyIdle('checks', on, evidence) ?? '', /every one of them held/);
  assert.equal(whyIdle('checks', on, { ...evidence, anyFailed: true }), null);
  const off = sweepUnder(source(`${sixTraders}checks: false\n`), { settings: [] });
  assert.equal(whyIdle('checks', off, evidence), null);
});

test('every switch of the catalogue is one that a sweep has', () => {
  assert.deepEqual(
    readRulings().map(({ clause, values }) => [clause, values.length]),
    [
      ['KER-16R', 2],
      ['SET-06R', 3],
      ['SET-07', 2],
      ['ANC-05', 2],
      ['CHK-08', 2],
      ['ROL-02', 2],
      ['BAL-11R', 2],
    ],
  );
});
