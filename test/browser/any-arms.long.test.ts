/** Sweeps that lack passive or active, run to the end, analysed, exported, and their pages looked at. EXP-03, EXP-08. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { scratchFolder } from '../../src/files/scratch.ts';
import { ringspec } from '../pages/report/small-report.ts';
import { faultsInEveryLook, launch, opener, type Opener } from './browser.ts';

const scratch = scratchFolder();
let browser: Browser;
let open: Opener;
before(async () => {
  browser = await launch();
  open = await opener(browser);
});
after(async () => {
  await browser.close();
});

interface Expected {
  readonly regimes: string;
  readonly question: string;
  /** The first comparison is the headline; without one the page says that nothing is compared. */
  readonly answer: RegExp;
  /** The names of the figures, in their order. */
  readonly figures: readonly string[];
  readonly columns: readonly string[];
  /** Whose mids and inventory are drawn; null where no arm has a market. */
  readonly desks: string | null;
  /** Of the analysis. */
  readonly analysis: RegExp;
}

const base = ['pair', 'κ', 'c', 'μ', 'ρ', 'seed'];
const sweeps: readonly Expected[] = [
  {
    regimes: 'passive,backstop',
    desks: 'backstop',
    question: "Does the VBTs' outside money alone reduce defaults?",
    answer: /^The VBTs' outside money alone /,
    figures: ['effect', 'steps', 'arms', 'spread-by-day', 'distribution'],
    columns: [...base, 'δ passive', 'δ backstop', 'effect, points', 'relief', 'outcome', 'runs'],
    analysis: /The sweep has no arm active, so none of its 6 pairs is compared here\.$/,
  },
  {
    regimes: 'active,backstop',
    desks: 'active',
    question: "Does the dealers' intermediation reduce defaults?",
    answer: /^The dealers' intermediation /,
    figures: ['effect', 'steps', 'arms', 'spread-by-day', 'distribution', 'strategies'],
    columns: [...base, 'δ backstop', 'δ active', 'effect, points', 'relief', 'trades', 'outcome', 'runs'],
    analysis:
      /The sweep has no arm passive, .* compared here\. Of \d+ liabilities that matured with a market: /,
  },
  {
    regimes: 'active',
    desks: 'active',
    question: 'How much is not paid in the arm active?',
    answer:
      /^Nothing is compared: the sweep has the arm active alone\. The mean default rate is \d+\.\d\d % in the arm active\.$/,
    figures: ['arms', 'spread-by-day', 'strategies'],
    columns: [...base, 'δ active', 'trades', 'outcome', 'runs'],
    analysis: /The sweep has no arm passive, .* Of \d+ liabilities that matured with a market: /,
  },
  {
    regimes: 'passive',
    desks: null,
    question: 'How much is not paid in the arm passive?',
    answer: /^Nothing is compared: the sweep has the arm passive alone\./,
    figures: ['arms', 'spread-by-day'],
    columns: [...base, 'δ passive', 'outcome', 'runs'],
    analysis: /The sweep has no arm active, so none of its 6 pairs is compared here\.$/,
  },
  {
    regimes: 'baseline,active',
    desks: 'active',
    question: 'How much is not paid in the arms active and baseline?',
    answer: /^Nothing is compared: the sweep has the arms active and baseline, and no comparison of them\./,
    figures: ['arms', 'spread-by-day', 'strategies'],
    columns: [...base, 'δ active', 'δ baseline', 'trades', 'outcome', 'runs'],
    analysis: /The sweep has no arm passive, /,
  },
];

const file = join(scratch, 'sweep.yaml');
writeFileSync(
  file,
  'allow_small_ring: true\nperiods: 8\nring: {n_traders: 12, total_debt_Q: 1200, maturity_days: 6}\nsweep: {kappas: [1, 4], seeds: 3}\n',
);

function done(...args: string[]): string {
  const { status, stdout, stderr } = ringspec(...args);
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Nothing stands there with a heading alone, or with nothing at all. */
const emptyParts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main section, main figure, main div')]
      .filter(
        (part) =>
          part.querySelector(':not(h2, h3)') === null &&
          !/\S/.test(part.textContent.replace(part.querySelector('h2, h3')?.textContent ?? '', '')),
      )
      .map((part) => part.outerHTML.slice(0, 100)),
  );

for (const { regimes, question, answer, figures, columns, desks, analysis } of sweeps)
  test(`the arms ${regimes}`, async () => {
    const sweep = join(scratch, regimes);
    done('sweep', 'balanced', file, '--out-dir', sweep, '--regimes', regimes);
    done('analyze', sweep);
    const told = JSON.parse(readFileSync(join(sweep, 'analysis/answer.json'), 'utf8')) as { text: string };
    assert.match(told.text, analysis);
    done('report', sweep, '--runs', '1');
    done('export', sweep, '--out', `${sweep}-data`);
    assert.equal(existsSync(join(`${sweep}-data`, 'runs.parquet')), true);
    const path = join(sweep, 'report/index.html');
    await open(path, async (page) => {
      await page.locator('#pair-table th').first().waitFor();
      assert.equal(await page.locator('h1').innerText(), question);
      assert.match(await page.locator('p.answer').innerText(), answer);
      assert.deepEqual(
        await page.locator('main figure[id]').evaluateAll((all) => all.map(({ id }) => id)),
        figures,
      );
      assert.deepEqual(
        (await page.locator('#pair-table th').allInnerTexts()).map((text) => text.replace(/ [▲▼]$/, '')),
        columns,
      );
      const [, drawn = null] =
        /Mids and inventory are those of the arm (\w+)\./.exec(
          await page.locator('#spread-by-day').innerText(),
        ) ?? [];
      assert.equal(drawn, desks);
      assert.deepEqual(await emptyParts(page), []);
      const links = await page
        .locator('nav a[href^="#"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      for (const link of links) assert.equal(await page.locator(link ?? '').count(), 1, link ?? '');
      assert.equal(await page.locator('#pair-table a[href^="runs/"]').count(), regimes.split(',').length);
      // one of each kind: what two arms show, and what one arm shows
      if (['passive,backstop', 'active'].includes(regimes))
        assert.deepEqual(await faultsInEveryLook(page), []);
    });
  });
