/** The pages of the specification in a real browser. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { scratchFolder } from '../../src/files/scratch.ts';
import { desktop, faultsInEveryLook, launch, opener, type Opener } from './browser.ts';
import { root, run, siteOf } from './spec-suite.ts';

const features = ['features/examples/*.feature', 'features/events/*.feature', 'features/ker/*.feature'];
const pages = ['index', 'attention', 'changes', 'rulings', 'implementations'];

let browser: Browser;
let messages: string;
let site: Awaited<ReturnType<typeof siteOf>>;
let open: Opener;

before(async () => {
  messages = run(features);
  site = await siteOf(messages);
  // last: nobody would close it if the pages failed
  browser = await launch();
  open = await opener(browser);
});

after(async () => {
  await browser.close();
});

/** Opens a page of the site, does something, and holds it to what no page may do. */
const on = (path: string, act: (page: Page) => Promise<void>, folder = site.folder): Promise<void> =>
  open(join(folder, path), act);

const catalogued = (): string[] =>
  [...readFileSync(join(root, 'features/clauses.yaml'), 'utf8').matchAll(/^ {6}- id: (\S+)$/gm)].map(
    ([, id = '']) => id,
  );

const chapters = (): string[] => [...new Set(catalogued().map((id) => id.slice(0, id.indexOf('-'))))];

test('every clause of the catalogue stands on the page of its chapter, with its state in words', async () => {
  const states = /failing|stale|uncovered|partial|vacuous|not run here|waived|covered/;
  const html = chapters().map((chapter) =>
    readFileSync(join(site.folder, `chapter-${chapter}.html`), 'utf8'),
  );
  await on('index.html', async (page) => {
    // read as a browser reads them, without opening twenty pages
    const found = await page.evaluate(
      (texts) =>
        texts.flatMap((text) =>
          [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.clause')].map(
            ({ id, textContent }) => ({ id, text: textContent }),
          ),
        ),
      html,
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      catalogued(),
    );
    for (const { id, text } of found) assert.match(text, states, id);
  });
  await on(`chapter-${chapters()[0] ?? ''}.html`, async (page) => {
    await page.click('a[rel=next]');
    await page.waitForSelector(`h1#${chapters()[1] ?? ''}`);
  });
});

test('the first page is short, leads to every clause, and old addresses find the new place', async () => {
  await on('index.html', async (page) => {
    assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) < 8000);
    const links = await page.$$eval('.glance a', (all) => all.map((a) => a.getAttribute('href')));
    for (const id of catalogued())
      assert.ok(links.includes(`chapter-${id.slice(0, id.indexOf('-'))}.html#${id}`), `${id} is linked`);
  });
  await on('index.html#SET-05', async (page) => {
    await page.waitForURL(/chapter-SET\.html#SET-05$/);
  });
});

test('formulas are set as formulas', async () => {
  await on('chapter-KER.html', async (page) => {
    const shape = await page.$eval('#KER-08 math', (math) => ({
      fraction: math.querySelector('mfrac')?.textContent,
      height: math.getBoundingClientRect().height,
    }));
    assert.equal(shape.fraction, 'OX*+2S');
    assert.ok(shape.height > 30, 'a fraction stands taller than a line of text');
  });
});

test('a clause opens to its scenarios, with what was answered under what was specified', async () => {
  await on('chapter-KER.html', async (page) => {
    await page.click('details.evidence[data-clause="KER-08"] > summary');
    await page.waitForSelector('#KER-08 .scenario');
    const rows = await page.$$eval('#KER-08 .answered tr.found', (all) => all.length);
    assert.ok(rows > 20, `${String(rows)} answered rows`);
    assert.match(await page.innerText('#KER-08 .code summary'), /midline src\/core\/kernel\.ts:\d+/);
  });
});

test('a deep link lands on the scenario', async () => {
  const path = 'chapter-TRD.html#TRD-04/EX-04-layoff-at-the-ask-37';
  await on(path, async (page) => {
    await page.waitForSelector('#EX-04-layoff-at-the-ask-37');
    await page.waitForFunction(() => document.activeElement?.id === 'EX-04-layoff-at-the-ask-37');
    const top = await page.$eval('#EX-04-layoff-at-the-ask-37', (it) => it.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < desktop.height, `it stands at ${String(top)}`);
  });
  await on('chapter-SET.html#SET-05', async (page) => {
    const top = await page.$eval('#SET-05', (it) => it.getBoundingClientRect().top);
    assert.ok(top >= 40 && top < 200, `SET-05 stands at ${String(top)}, below the head of the page`);
  });
});

test('search finds by id, by word and by symbol, and the keyboard goes there', async () => {
  const looking: [typed: string, first: RegExp, hash: string][] = [
    ['ker-14', /^KER-14 /, 'chapter-KER.html#KER-14'],
    ['ker14', /^KER-14 /, 'chapter-KER.html#KER-14'],
    ['layoff prob', /KER-06|layoffProbability/, ''],
    ['λ', /^λ /, '#symbol-%CE%BB'],
    ['X*', /^X\* /, '#symbol-X*'],
  ];
  await on('index.html', async (page) => {
    for (const [typed, first, hash] of looking) {
      await page.keyboard.press('/');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(typed);
      const best = page.locator('#found [role=option]').first();
      await best.filter({ hasText: first }).waitFor();
      await page.keyboard.press('Enter');
      if (hash !== '') await page.waitForURL((url) => url.href.endsWith(hash));
    }
  });
});

test('symbols tell what they mean', async () => {
  await on('chapter-KER.html#KER-08', async (page) => {
    await page.hover('#KER-08 .formula');
    const card = await page.innerText('#card');
    assert.match(card, /X\* one-sided capacity/);
    assert.match(card, /O VBT anchor, the spread/);
    await page.keyboard.press('Escape');
    assert.equal(await page.isVisible('#card'), false);
  });
});

/** The rows of a table of a feature, from the phrase above it. */
function tableBelow(text: string, scenario: string, phrase: string): Record<string, string>[] {
  const below = text
    .slice(text.indexOf(phrase, text.indexOf(scenario)))
    .split('\n')
    .slice(1);
  const end = below.findIndex((line) => !line.trim().startsWith('|'));
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [header = '', ...rows] = below.slice(0, end < 0 ? below.length : end);
  return rows.map((row) => Object.fromEntries(cells(header).map((name, i) => [name, cells(row)[i] ?? ''])));
}

test('the tables of a story fit beside the list of stories', async () => {
  for (const step of ['EX-01/EX-01-a-migrating-claim-22/0', 'EX-08/EX-08-guard-14/0'])
    await on(`examples.html#${step}`, async (page) => {
      await page.waitForSelector('#story .answered');
      const cut = await page.$$eval('#story .scroll', (all) =>
        all.filter((table) => table.scrollWidth > table.clientWidth).map(({ textContent }) => textContent),
      );
      assert.deepEqual(cut, [], step);
    });
});

test('the steps of a story show the balances of the feature', async () => {
  const text = readFileSync(join(root, 'features/examples/EX-04-layoff-at-the-ask.feature'), 'utf8');
  const scenario = 'the third buyer finds the shelf empty';
  const orders = tableBelow(text, scenario, 'the orders go like this');
  const sheets = tableBelow(text, scenario, 'the balance sheets are now');
  assert.deepEqual([orders.length, sheets.length], [3, 3]);
  const amount = (page: Page, party: string, line: number) =>
    page.innerText(
      `.account[data-party="${party}"] tbody tr:nth-child(${String(line)}) td.number >> nth=0 >> b`,
    );
  await on('examples.html#EX-04/EX-04-layoff-at-the-ask-37/0', async (page) => {
    await page.waitForSelector('.scene');
    assert.doesNotMatch(await page.innerText('#story'), /Choose an example/);
    assert.equal(await amount(page, 'Short dealer', 1), '2');
    for (const order of orders) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (said) => document.querySelector('.outcome')?.textContent.includes(said),
        ` ${order['price'] ?? ''},`,
      );
      assert.equal(await amount(page, 'Short dealer', 1), order['dealer cash']);
    }
    for (const { entity = '', cash, tickets = '' } of sheets) {
      assert.equal(await amount(page, entity, 1), cash, entity);
      const held = await page.$$eval(`.account[data-party="${entity}"] .tickets > :not(del)`, (all) =>
        all.map((one) => one.textContent.replace('+', '')),
      );
      assert.deepEqual(
        held.sort(),
        tickets
          .split(' ')
          .filter((id) => id !== '')
          .sort(),
        entity,
      );
    }
    assert.match(
      (await page.getAttribute('.ladder svg', 'aria-label')) ?? '',
      /Short dealer at x = 0 of 4: ask 1.13/,
    );
    await page.click('a[rel=prev]');
    await page.waitForFunction(() => document.querySelector('.turn')?.textContent.includes('Step 3 of 4'));
    assert.equal(await amount(page, 'Short dealer', 1), orders[1]?.['dealer cash']);
  });
});

test('no page has a serious fault of accessibility, at three widths, light, dark and printed', async () => {
  for (const name of [...pages, 'chapter-KER', 'examples.html#EX-04/EX-04-layoff-at-the-ask-37/1']) {
    const path = name.includes('.') ? name : `${name}.html`;
    await on(path, async (page) => {
      if (path.includes('KER')) {
        await page.click('details.evidence[data-clause="KER-14"] > summary');
        await page.waitForSelector('#KER-14 .scenario');
      }
      if (path.includes('#EX')) await page.waitForSelector('.scene');
      assert.deepEqual(await faultsInEveryLook(page), [], path);
    });
  }
});

test('a run that fails makes its pages, with the failure on top', async () => {
  const tree = scratchFolder();
  mkdirSync(join(tree, 'features/examples'), { recursive: true });
  for (const name of ['steps', 'src', 'node_modules', 'package.json', 'bin'])
    symlinkSync(join(root, name), join(tree, name));
  const feature = 'features/examples/EX-04-layoff-at-the-ask.feature';
  cpSync(join(root, feature), join(tree, feature));
  const text = readFileSync(join(tree, feature), 'utf8');
  writeFileSync(
    join(tree, feature),
    text.replace('| 1.15  | pass-through | inventory | 4.11', '| 1.16  | pass-through | inventory | 4.11'),
  );
  const broken = await siteOf(run([feature], tree));
  await on(
    'index.html',
    async (page) => {
      const [said, top] = await page.$eval(
        '.broken',
        (it) => [it.textContent, it.getBoundingClientRect().top] as const,
      );
      assert.ok(top < 300, 'it stands on top');
      assert.match(said, /order 3: price: expected 1\.16, found 1\.15/);
      assert.match(said, /npx cucumber-js features\/examples\/EX-04-layoff-at-the-ask\.feature:37/);
      await page.locator('.broken a.ref', { hasText: 'TRD-04' }).first().click();
      assert.match(await page.innerText('#TRD-04 > h2'), /failing/);
      await page.waitForSelector('.scenario.failed td.wrong');
      assert.match(await page.innerText('.scenario.failed td.wrong'), /1\.15/);
    },
    broken.folder,
  );
});
