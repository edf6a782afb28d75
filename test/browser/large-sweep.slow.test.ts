/** The page of a sweep of 12 500 pairs in a real Chromium: soon to use, and its pictures as they were. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { scratchFolder } from '../../src/files/scratch.ts';
import { bundle } from '../../src/pages/bundle.ts';
import { dataScript } from '../../src/pages/page.tsx';
import { fanData } from '../../src/pages/report/fan-data.ts';
import { mapData, pairData } from '../../src/pages/report/pair-data.ts';
import { sweepPage } from '../../src/pages/report/sweep-page.tsx';
import { largeAnalysis, largeFans, largeSweep } from '../pages/report/large-sweep.ts';
import { launch, opener, type Opener } from './browser.ts';
import { breakages, differentPart, hideTexts, MOST_DIFFERENT, summaryOf } from './summaries.ts';

const scratch = scratchFolder();
const path = join(scratch, 'index.html');
/** Made anew by RENEW=1 where a drawing was changed on purpose; look at the pictures before. */
const reference = fileURLToPath(new URL('pictures.json', import.meta.url));
let browser: Browser;
let open: Opener;

before(async () => {
  const sweep = largeSweep();
  const fans = largeFans();
  const outcomes = new Map(sweep.pairs.map(({ index }) => [index, 'fewer defaults']));
  mkdirSync(join(scratch, 'assets'));
  const data = { pairs: pairData(sweep, outcomes, new Set(), 'reports/large'), maps: mapData(sweep) };
  writeFileSync(path, sweepPage({ sweep, analysis: largeAnalysis(sweep), fans, kept: sweep.pairs.length }));
  writeFileSync(join(scratch, 'ladder.html'), '');
  for (const [name, value] of Object.entries({ ...data, fans: fanData(sweep, fans) }))
    writeFileSync(join(scratch, `assets/${name}.js`), dataScript(name, value));
  const program = await bundle(new URL('../../src/pages/report/client/sweep.tsx', import.meta.url));
  writeFileSync(join(scratch, 'assets/sweep.js'), program);
  // last: nobody would close it if the page failed
  browser = await launch();
  open = await opener(browser);
});
after(async () => {
  await browser.close();
});

test('its table can be used soon, and draws no more rows than a reader looks at', async (t) => {
  await open(path, async (page) => {
    await page.locator('#pair-table tbody tr').first().waitFor();
    const soon = await page.evaluate(() => performance.now());
    const filtered = await page.evaluate(async () => {
      const select = document.querySelector<HTMLSelectElement>('#pair-table select[name=kappa]');
      if (select === null) throw new Error('no filter');
      const started = performance.now();
      select.value = '2';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return performance.now() - started;
    });
    // told and not judged: the machine may be busy
    t.diagnostic(`to use after ${soon.toFixed(0)} ms, filtered in ${filtered.toFixed(0)} ms`);
    assert.equal(await page.locator('#pair-table tbody tr').count(), 200);
    assert.match(await page.locator('#pair-table [role=status]').innerText(), /^2500 of 12500 pairs/);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    assert.ok(elements < 25_000, `${String(elements)} elements`);
  });
});

test('its pictures are as they were, and one that is cut off, empty or overplotted is noticed', async () => {
  await open(path, async (page) => {
    await page.locator('#pair-table tbody tr').first().waitFor();
    await hideTexts(page);
    const ids = await page
      .locator('figure[id]:has(.chart svg)')
      .evaluateAll((figures) => figures.filter((figure) => figure.checkVisibility()).map(({ id }) => id));
    assert.ok(ids.length >= 6, ids.join());
    const found: Record<string, string> = {};
    const missed: string[] = [];
    for (const id of ids) {
      const picture = page.locator(`figure[id="${id}"] .chart svg`).first();
      const summary = await summaryOf(page, picture);
      found[id] = summary;
      for (const [name, damage] of Object.entries(breakages)) {
        const whole = await picture.innerHTML();
        const box = (await picture.getAttribute('viewBox')) ?? '';
        await picture.evaluate(damage);
        if (differentPart(summary, await summaryOf(page, picture)) <= MOST_DIFFERENT)
          missed.push(`${id} ${name}`);
        await picture.evaluate(
          (svg, was) => {
            svg.setAttribute('viewBox', was.box);
            svg.innerHTML = was.whole;
          },
          { whole, box },
        );
      }
    }
    if (process.env['RENEW'] === '1') writeFileSync(reference, `${JSON.stringify(found, null, 2)}\n`);
    const known = JSON.parse(readFileSync(reference, 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(found), Object.keys(known));
    const changed = ids.filter((id) => differentPart(found[id] ?? '', known[id] ?? '') > MOST_DIFFERENT);
    assert.deepEqual(changed, [], 'pictures that look otherwise');
    assert.deepEqual(missed, [], 'what nobody would notice');
  });
});
