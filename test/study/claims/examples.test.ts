/** Each phrase of docs/claims.md is run by its example, and measures what it says, on rings of four traders. CLM-01. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { gridPoints, type GridPoint } from '../../../src/scenario/grid.ts';
import type { SweepRegime } from '../../../src/scenario/regimes.ts';
import { parseSweep } from '../../../src/scenario/sweep.ts';
import { matchPhrase } from '../../../src/study/claims/phrases.ts';
import { parseClaimFile, type ClaimFile } from '../../../src/study/claims/claim-file.ts';
import { judge } from '../../../src/study/claims/verdict.ts';
import type { Figure } from '../../../src/sweep/arms.ts';
import { columnsOfSweep } from '../../../src/sweep/comparison.ts';
import { runPair, type PairRecord } from '../../../src/sweep/pair.ts';

const SEEDS = 2;
const sweep = parseSweep(
  `
allow_small_ring: true
periods: 4
ring: {n_traders: 4, total_debt_Q: 400, maturity_days: 3}
sweep:
  kappas: [1, 2, 4]
  seeds: ${String(SEEDS)}
  regimes: [passive, active, backstop, baseline]
  axes: {rollover.enabled: [true, false]}
`,
  'ring.yaml',
);
const places = [...gridPoints(sweep.grid)];
const records = places.map((point) =>
  runPair({ base: sweep.base, point, arms: sweep.grid, outDir: null, verify: false }),
);

/** What an example says is measured, by the pairs themselves. */
type Measure = (record: PairRecord) => number;
type Where = (place: GridPoint) => boolean;

const figure =
  (arm: SweepRegime, name: Figure): Measure =>
  ({ arms }) =>
    Number(arms[arm]?.[name]);
const less =
  (a: Measure, b: Measure): Measure =>
  (record) =>
    a(record) - b(record);
const column = (name: string): Measure => {
  const place = columnsOfSweep(sweep).findIndex(([known]) => known === name);
  return ({ row }) => Number(row[place]);
};

/** Over all pairs at some place: every seed has as many, so the mean of the seeds is that of the pairs. */
function mean(of: Measure, where: Where = () => true): number {
  const own = records.filter((_, i) => where(places[i] ?? assert.fail()));
  assert.ok(own.length > 0);
  return own.reduce((sum, record) => sum + of(record), 0) / own.length;
}

const kappa =
  (value: string): Where =>
  (place) =>
    place.kappa === value;
const rollover =
  (value: boolean): Where =>
  ({ settings }) =>
    settings.some((one) => one.path === 'rollover.enabled' && one.value === value);

const lowered = less(figure('passive', 'delta'), figure('active', 'delta'));
const contrast = (of: Measure, a: Where, b: Where): number => mean(of, a) - mean(of, b);

/** The estimate of each example of the page. */
const expected: Readonly<Record<string, () => number>> = {
  'market making lowers the default rate more than without rollover': () =>
    contrast(lowered, rollover(true), rollover(false)),
  'market making lowers the default rate more at ring.kappa 4 than at 1': () =>
    contrast(lowered, kappa('4'), kappa('1')),
  'market making does not raise the default rate at ring.kappa 1': () => -mean(lowered, kappa('1')),
  'market making does not lower the unpaid debt by more than 20': () =>
    mean(less(figure('passive', 'unpaid'), figure('active', 'unpaid'))),
  'market making does not change the default rate by more than 2 percentage points': () => mean(lowered),
  'market making lowers the default rate by at least 5 percentage points at ring.kappa 2': () =>
    mean(lowered, kappa('2')),
  // it is told of the point that is furthest from being so
  "the VBTs' outside money alone raises the default rate nowhere": () =>
    Math.max(
      ...['1', '2', '4'].flatMap((value) =>
        [true, false].map((isOn) =>
          mean(
            less(figure('backstop', 'delta'), figure('passive', 'delta')),
            (place) => kappa(value)(place) && rollover(isOn)(place),
          ),
        ),
      ),
    ),
  'the effect of market making on the default rate is larger at ring.kappa 4 than at 1': () =>
    contrast(lowered, kappa('4'), kappa('1')),
  'dealers hold inventory on at least half of the days': () =>
    mean(figure('active', 'dealer_active_fraction')),
  'the initial debt is the same in the passive arm and in the active arm': () => 0,
  'the number of purchases in the active arm is 0 in every run': () => mean(figure('active', 'buys')),
  'the number of sales is larger in the active arm than in the backstop arm': () =>
    mean(less(figure('active', 'sells'), figure('backstop', 'sells'))),
  'the default rate in the passive arm is larger at ring.kappa 4 than at 1': () =>
    contrast(figure('passive', 'delta'), kappa('4'), kappa('1')),
  'the default rate in the passive arm is at least 10 percent at ring.kappa 4': () =>
    mean(figure('passive', 'delta'), kappa('4')),
  'vbt_mid_final_short is larger at ring.kappa 1 than at 4': () =>
    contrast(column('vbt_mid_final_short'), kappa('1'), kappa('4')),
  'total_trades is at least 1 at ring.kappa 4': () => mean(column('total_trades'), kappa('4')),
};

const page = readFileSync(fileURLToPath(new URL('../../../docs/claims.md', import.meta.url)), 'utf8');

/** Phrase and example of each row of a table of the page. */
function rowsOf(title: string): { phrase: string; example: string }[] {
  const part = page.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? assert.fail(title);
  return [...part.matchAll(/^\| `(.+?)` +\| (.+?) +\|/gm)].map(([, phrase = '', example = '']) => ({
    phrase,
    example,
  }));
}

const judgeText = (lines: readonly string[]): { claims: ClaimFile; judged: ReturnType<typeof judge> } => {
  const text = ['Feature: f', 'Scenario: s', ...lines].join('\n');
  const claims = parseClaimFile(text, 'claims.feature', () => sweep);
  return { claims, judged: judge(claims.statements, () => (index) => records[index] ?? assert.fail()) };
};

const statements = rowsOf('Statements');
const experiments = rowsOf('Experiments');

test('every phrase of the page has an example here, and no other', () => {
  assert.deepEqual(
    statements.map(({ example }) => example.replace('Then ', '')).sort(),
    Object.keys(expected).sort(),
  );
  assert.equal(experiments.length, 3);
});

for (const { phrase, example } of statements)
  test(example, () => {
    const words = example.replace('Then ', '');
    assert.equal(matchPhrase(words)?.phrase.phrase, phrase, 'it is an example of its own phrase');
    const { judged } = judgeText(['Given the experiment of "ring.yaml"', example]);
    assert.equal(judged.length, 1);
    const { sample, verdict } = judged[0] ?? assert.fail();
    assert.match(verdict, /^(supported|contradicted|undecided)$/);
    assert.equal(sample.effect.pairs, SEEDS);
    const estimate = expected[words]?.() ?? NaN;
    assert.ok(
      Math.abs(sample.effect.mean - estimate) < 1e-9,
      `${String(sample.effect.mean)}, not ${String(estimate)}`,
    );
  });

for (const { phrase, example } of experiments)
  test(`${example} …`, () => {
    assert.equal(matchPhrase(example.replace('Given ', ''))?.phrase.phrase, phrase);
    const table = example.endsWith(' with') ? ['| seeds | 2 |'] : [];
    const { judged } = judgeText([example, ...table, 'Then market making lowers the default rate']);
    assert.equal(judged.length, 1);
  });

test('some of the estimates are not nothing, so that a phrase that measures another thing is seen', () => {
  const all = Object.values(expected).map((of) => of());
  assert.ok(all.filter((value) => Math.abs(value) > 1e-6).length >= 12, String(all));
});
