/** Pages in a real Chromium, opened from file://, with everything that a page must not do written down. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

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
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) outside.push(request.url());
  });
  const [file = '', fragment] = path.split('#');
  await page.goto(`${pathToFileURL(file).href}${fragment === undefined ? '' : `#${fragment}`}`);
  return { page, complaints, outside };
}
