/** Pages in a real Chromium, opened from file://, with everything that a page must not do written down. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly complaints: string[];
  /** Addresses asked for that are no files. */
  readonly outside: string[];
}

/** Debian's browser; a clear error where there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = places.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`no Chromium at ${places.join(' or ')}: apt-get install chromium`);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens a file, at `#fragment` if the path has one, in a context of its own. */
export async function visit(browser: Browser, path: string, viewport = desktop): Promise<Visit> {
  return watched(await browser.newContext({ viewport }), path);
}

async function watched(context: BrowserContext, path: string): Promise<Visit> {
  const page = await context.newPage();
  // a machine that is busy with other tests takes many times as long
  page.setDefaultTimeout(120_000);
  // what runs in a page is written with named functions, whose names tsx keeps by this one
  await page.addInitScript('globalThis.__name = (own) => own');
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(address(path));
  return { page, complaints, outside };
}

function address(path: string): string {
  const [file = '', fragment] = path.split('#');
  return `${pathToFileURL(file).href}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Opens a page, lets a test look at it, and checks what every page must keep to. */
export type Opener = (path: string, look: (page: Page) => Promise<void>) => Promise<void>;

/** Pages one after the other in one context: they are files that keep nothing, so each test finds them new. */
export async function opener(browser: Browser): Promise<Opener> {
  const context = await browser.newContext({ viewport: desktop });
  return async (path, look) => {
    const { page, complaints, outside } = await watched(context, path);
    try {
      await look(page);
      assert.deepEqual(complaints, [], 'the console is quiet');
      assert.deepEqual(outside, [], 'nothing is asked of the network');
    } finally {
      await page.close();
    }
  };
}

/** A phone, a tablet, a desk. */
export const widths = [360, 768, 1280];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious in the page as it looks now; `rules` are all where they are not named. */
export async function seriousViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (only) =>
      (
        await (
          globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
        ).axe.run({
          // nothing is made of what passed
          resultTypes: ['violations'],
          ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
        })
      ).violations,
    rules,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

/** Whether the page scrolls sideways. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [`it is ${String(over)} pixels wider than the window`] : [];
  });

/** Each width with a look of its own, so that every width and every look is seen, and all rules are tried twice. */
const looks = [
  { width: 360, media: 'screen', colorScheme: 'light' },
  { width: 768, media: 'print', colorScheme: 'light', rules: ['color-contrast'] },
  { width: 1280, media: 'screen', colorScheme: 'dark' },
] as const;

/** What is wrong with a page at three widths, in light, dark and on paper. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, media, colorScheme, ...more } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media, colorScheme });
    const found = [
      ...(await tooWide(page)),
      ...(await seriousViolations(page, 'rules' in more ? more.rules : undefined)),
    ];
    faults.push(...found.map((fault) => `${String(width)} ${media} ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  return faults;
}
