/** What every page owes its readers, whatever it shows. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { visit } from './browser.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds serious or critical. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(
    async () =>
      (
        await (
          globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
        ).axe.run()
      ).violations,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

/** Opens a page at a width, lets the test look at it, and holds it to silence: no complaint, no request outside. */
export async function open(
  browser: Browser,
  path: string,
  look: (page: Page) => Promise<void>,
  width = 1280,
): Promise<void> {
  const { page, complaints, outside } = await visit(browser, path, { width, height: 900 });
  try {
    await look(page);
    assert.deepEqual(complaints, []);
    assert.deepEqual(outside, []);
  } finally {
    await page.context().close();
  }
}

/** A page fits, and axe finds nothing serious, at three widths, light and dark. */
export async function isOpenToAll(browser: Browser, path: string, ready: string): Promise<void> {
  for (const width of [360, 768, 1280])
    await open(
      browser,
      path,
      async (page) => {
        await page.locator(ready).first().waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${path} is ${String(wide)} wide at ${String(width)}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await seriousViolations(page), [], `${path} at ${String(width)}, ${colorScheme}`);
        }
      },
      width,
    );
}

/** The cells of a table by its region's label, row by row. */
export const cells = (page: Page, label: string): Promise<string[][]> =>
  page
    .locator(`[aria-label="${label}"] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
