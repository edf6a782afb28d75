/** The page of claims in a real browser: what it says, what its pictures say, at three widths. CLM-03. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { scratchFolder } from '../../src/files/scratch.ts';
import { claimsPage } from '../../src/pages/claims/page.tsx';
import { parseClaimFile } from '../../src/study/claims/claim-file.ts';
import { judge } from '../../src/study/claims/verdict.ts';
import { pairOf, sweepOf } from '../study/claims/synthetic.ts';
import { faultsInEveryLook, launch, opener, type Opener } from './browser.ts';

const SEEDS = 10;

/** At κ = 1 effects of 19 and 21 points in turn, at κ = 2 of 5 and −1. */
const activeRate = (index: number): number => (index < SEEDS ? [0.31, 0.29] : [0.45, 0.51])[index % 2] ?? NaN;

const claims = `
Feature: Of three kinds
  What was found <b>here</b> is made up.

  Scenario: at one value
    Given the experiment of "ring.yaml"
    Then market making lowers the default rate at ring.kappa 1
    And market making lowers the default rate by at least 40 percentage points at ring.kappa 1
    And market making lowers the default rate at ring.kappa 2

  Scenario: everywhere, and in every pair
    Given the experiment of "ring.yaml"
    Then market making raises the default rate nowhere
    And market making does not change the default rate at ring.kappa 1
    And the default rate in the passive arm is 50 percent in every run
`;

const folder = scratchFolder();
const path = join(folder, 'index.html');
let browser: Browser;
let open: Opener;

before(async () => {
  const parsed = parseClaimFile(claims, 'made-up.feature', () =>
    sweepOf(`sweep: {kappas: [1, 2], seeds: ${String(SEEDS)}}`),
  );
  const judged = judge(parsed.statements, () => (index) => pairOf(index, 0.5, activeRate(index)));
  writeFileSync(path, claimsPage([{ claims: parsed, judged }]));
  browser = await launch();
  open = await opener(browser);
});
after(async () => {
  await browser.close();
});

test('each statement has its verdict beside it, and the file is text', () =>
  open(path, async (page) => {
    const verdicts = await page.$$eval('.claim .verdict', (all) => all.map((one) => one.textContent));
    assert.deepEqual(verdicts, [
      'supported',
      'contradicted',
      'undecided',
      'undecided',
      'contradicted',
      'supported',
    ]);
    assert.match(await page.innerText('main'), /Of 6 statements, 2 supported, 2 contradicted, 2 undecided\./);
    assert.match(await page.innerText('main'), /What was found <b>here<\/b> is made up\./);
  }));

test('nothing in it is seriously wrong for any reader, at three widths, light, dark and printed', () =>
  open(path, async (page) => {
    assert.deepEqual(await faultsInEveryLook(page), []);
  }));

/** Estimate, bounds and borders as the sentence has them. */
const numbersIn = (sentence: string): number[] => {
  const number = '([−\\d.]+)';
  const found = new RegExp(
    ` is ${number} percentage points \\(${number} to ${number}\\).*, (?:above|below|between) ${number}(?: and ${number})? is claimed`,
  ).exec(sentence);
  return (found ?? assert.fail(sentence))
    .slice(1)
    .flatMap((text?: string) => (text === undefined ? [] : [Number(text.replace('−', '-'))]));
};

test('each picture shows the numbers of its sentence, where they are', () =>
  open(path, async (page) => {
    const shown = await page.$$eval('.claim:has(svg)', (all) =>
      all.map((claim) => {
        const place = (selector: string, name: string): number =>
          Number(claim.querySelector(selector)?.getAttribute(name));
        return {
          sentence: claim.querySelector('.quiet')?.textContent ?? '',
          labels: [...claim.querySelectorAll('text')].map((text) => text.textContent),
          estimate: place('circle', 'cx'),
          low: place('.bounds', 'x1'),
          high: place('.bounds', 'x2'),
          borders: [...claim.querySelectorAll('.border')].map((line) => Number(line.getAttribute('x1'))),
          claimed: [place('.claimed', 'x'), place('.claimed', 'x') + place('.claimed', 'width')],
        };
      }),
    );
    assert.equal(shown.length, 5);
    for (const { sentence, labels, estimate, low, high, borders, claimed } of shown) {
      const [mean = NaN, least = NaN, most = NaN, ...lines] = numbersIn(sentence);
      assert.deepEqual(
        labels.flatMap((text) => text.replaceAll('−', '-').split(' to ').map(Number)),
        [...lines, least, most],
        sentence,
      );
      // a pixel for what the sentence rounds
      const x = (value: number): number => low + ((value - least) / (most - least)) * (high - low);
      assert.ok(Math.abs(estimate - x(mean)) < 1, sentence);
      assert.equal(borders.length, lines.length, sentence);
      borders.forEach((border, i) => {
        assert.ok(Math.abs(border - x(lines[i] ?? NaN)) < 1, sentence);
      });
      assert.ok(low < high);
      if (!sentence.includes('below')) assert.equal(claimed[0], borders[0], sentence);
      if (!sentence.includes('above'))
        assert.ok(Math.abs((claimed[1] ?? NaN) - (borders.at(-1) ?? NaN)) < 1e-9, sentence);
    }
  }));
