/** Worked examples that are tried in the page: the core and the steps of the specification, in a real Chromium. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { bundle } from '../../src/pages/bundle.ts';
import { dataScript } from '../../src/pages/page.tsx';
import { faultsInEveryLook, launch, opener, type Opener } from './browser.ts';
import { bookOf, run, siteOf } from './spec-suite.ts';

const messages = run(['features/examples/EX-0*.feature']);
let browser: Browser;
let open: Opener;
let site: Awaited<ReturnType<typeof siteOf>>;

before(async () => {
  site = await siteOf(messages);
  // last: nobody would close it if the pages failed
  browser = await launch();
  open = await opener(browser);
});
after(async () => {
  await browser.close();
});

/** The scene of EX-04 that README.md shows. */
const third = [...bookOf(messages).suite].flatMap(([, scenarios]) =>
  scenarios.filter(
    ({ file, name }) => file.includes('EX-04') && name === 'the third buyer finds the shelf empty',
  ),
)[0];

test('every worked example holds in the page as the specification has it', async () => {
  const scenarios = [...bookOf(messages).suite.values()].flat().filter(({ examples }) => examples === null);
  assert.ok(scenarios.length > 20);
  const path = join(site.folder, 'all.html');
  writeFileSync(join(site.folder, 'all.js'), dataScript('all', scenarios));
  writeFileSync(
    path,
    '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><body><script src="all.js"></script><script src="data/try.js"></script></body></html>',
  );
  await open(path, async (page) => {
    const verdicts = await page.evaluate(async () => {
      const { all, tryIt } = (
        globalThis as unknown as {
          ringspec: { all: { key: string }[]; tryIt: (home: HTMLElement, scenario: object) => void };
        }
      ).ringspec;
      for (const scenario of all) {
        const home = document.createElement('div');
        home.dataset['key'] = scenario.key;
        document.body.append(home);
        tryIt(home, scenario);
      }
      await new Promise((done) => setTimeout(done, 3000));
      return [...document.querySelectorAll('.try-verdict')].map(
        (verdict) =>
          `${verdict.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? ''} ${verdict.textContent}`,
      );
    });
    assert.equal(verdicts.length, scenarios.length);
    assert.deepEqual(
      verdicts.filter((verdict) => !verdict.includes('Every expectation holds')),
      [],
    );
  });
});

test('a changed number is answered at once, with what no longer holds, its clause, and the changed scenario', async () => {
  assert.ok(third !== undefined);
  await open(`${join(site.folder, 'examples.html')}#EX-04/${third.key}/0`, async (page) => {
    await page.locator('.try-start').click();
    await page.locator('.try-verdict', { hasText: 'Every expectation holds' }).waitFor();
    const spread = page.locator('[aria-label^="number in: the Short market"]').nth(1);
    assert.equal(await spread.inputValue(), '0.30');
    await spread.fill('0.40');
    await page.locator('.try-verdict', { hasText: 'no longer' }).waitFor();
    // X* = 4 as before, so N = 5 and I = 0.40/5 = 0.08: the middle of the ladder asks 1 + 0.04
    const broken = await page.locator('.try-says li').allInnerTexts();
    // an order is filled at the dealer's ask (TRD-02) or passed on at the outside ask (TRD-04); what is quoted after it,
    // no clause of the scenario says: the ask is clipped from the interior one (KER-10)
    assert.ok(
      broken.includes('order 1: price: expected 1.03, found 1.04 (TRD-02, TRD-04)'),
      broken.join('\n'),
    );
    assert.ok(
      broken.some((line) => /^order 1: ask: .*\(KER-10\)$/.test(line)),
      broken.join('\n'),
    );
    const verdict = await page.locator('.try-verdict').innerText();
    assert.match(verdict, new RegExp(`^${String(broken.length)} expectations hold no longer, by .*TRD-02`));
    // which route an order takes has not changed, so the clause about it is not named
    assert.doesNotMatch(verdict, /KER-13/);
    const gherkin = await page.locator('[aria-label="the scenario as Gherkin"]').innerText();
    assert.match(gherkin, /Given the Short market at mid 1 and spread 0\.40/);
    await page.locator('.try button').click();
    await page.locator('.try-verdict', { hasText: 'Every expectation holds' }).waitFor();
    await spread.fill('much');
    await page.locator('.try-verdict', { hasText: 'cannot be taken' }).waitFor();
  });
});

test('the program of it is below 700 kB, and its place is open to all', async () => {
  assert.ok((await bundle(new URL('../../src/pages/try/client.tsx', import.meta.url))).length < 700_000);
  assert.ok(third !== undefined);
  await open(`${join(site.folder, 'examples.html')}#EX-04/${third.key}/0`, async (page) => {
    await page.locator('.try-start').waitFor();
    assert.deepEqual(await faultsInEveryLook(page), []);
  });
});
