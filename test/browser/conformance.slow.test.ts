/** A conformance report and a matrix, in a real browser: light, dark, on a phone. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { scratchFolder } from '../../src/files/scratch.ts';
import { matrix } from '../../src/verify/certificate.ts';
import { conformance, type ConformanceReport } from '../../src/verify/conformance.ts';
import { matrixPage } from '../../src/pages/conformance/show-matrix.tsx';
import { conformancePage } from '../../src/pages/conformance/show-page.tsx';
import { readCatalogue } from '../../src/verify/verify.ts';
import { desktop, launch, phone, visit } from './browser.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let browser: Browser;
let report: ConformanceReport;

before(async () => {
  const settings = { command: null, line: 'python3 my_adapter.py', slow: 1, known: [], today: '2026-11-01' };
  const paths = ['features/ker/*.feature', 'features/set/*.feature'];
  report = await conformance({ ...settings, tolerance: '1e-40', which: { paths } });
  const right = await conformance({ ...settings, tolerance: '1e-10', which: { paths } });
  writeFileSync(at('report.html'), conformancePage(report));
  const both = matrix([report.certificate, right.certificate]);
  writeFileSync(at('matrix.html'), matrixPage(both, readCatalogue()));
  browser = await launch();
});
after(async () => {
  await browser.close();
});

test('the report shows every clause that was asked, and each failure with its first divergence', async () => {
  const { page, complaints, outside } = await visit(browser, at('report.html'));
  const asked = report.chapters
    .flatMap(({ clauses }) => clauses)
    .filter(({ result }) => result !== 'not-asked');
  assert.equal(await page.locator('.chip').count(), asked.length);
  assert.equal(await page.locator('.failure').count(), report.counts.failed);
  assert.match(await page.locator('.verdict').innerText(), /It does not conform/);
  await page.locator('.chip.broken a').first().click();
  const target = await page.evaluate(() => document.querySelector(':target')?.className);
  assert.equal(target, 'failure');
  assert.match(await page.locator('.failure').first().innerText(), /expected[^]*got/);
  assert.deepEqual([complaints, outside], [[], []]);
  await page.context().close();
});

test('the matrix has a row a clause and a column an implementation', async () => {
  const { page, complaints, outside } = await visit(browser, at('matrix.html'));
  assert.equal(await page.locator('thead th').count(), 3);
  const failing = await page.locator('tbody td.broken').count();
  assert.equal(
    failing,
    Object.values(report.certificate.clauses).filter((result) => result === 'broken').length,
  );
  assert.deepEqual([complaints, outside], [[], []]);
  await page.context().close();
});

test('both can be read in light and dark, and on a phone', async () => {
  for (const name of ['report.html', 'matrix.html']) {
    for (const [view, colorScheme] of [
      [desktop, 'light'],
      [phone, 'dark'],
    ] as const) {
      const { page } = await visit(browser, at(name), view);
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await seriousFaults(page), [], `${name} ${colorScheme}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${name} is ${String(over)} pixels wider than the window`);
      const shots = process.env['RINGSPEC_SHOTS'];
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`) });
      await page.context().close();
    }
  }
});

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
