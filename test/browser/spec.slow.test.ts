/** The pages of the specification in a real browser. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desktop, launch, phone, visit } from './browser.ts';
import { root, run, siteOf } from './spec-suite.ts';

const features = ['features/examples/*.feature', 'features/events/*.feature', 'features/ker/*.feature'];
const pages = ['index', 'examples', 'attention', 'changes', 'rulings', 'implementations'];

let browser: Browser;
let messages: string;
let site: Awaited<ReturnType<typeof siteOf>>;

before(async () => {
  messages = run(features);
  site = await siteOf(messages);
  // last: nobody would close it if the pages failed
  browser = await launch();
});

after(async () => {
  await browser.close();
  site.tidy();
});

/** Opens a page, does something, and holds it to what no page may do. */
async function on(path: string, act: (page: Page) => Promise<void>, folder = site.folder, view = desktop) {
  const { page, complaints, outside } = await visit(browser, join(folder, path), view);
  await page.waitForLoadState('load');
  await act(page);
  assert.deepEqual(complaints, [], 'the console is quiet');
  assert.deepEqual(outside, [], 'nothing is asked of the network');
  await page.context().close();
}

const catalogued = (): string[] =>
  [...readFileSync(join(root, 'features/clauses.yaml'), 'utf8').matchAll(/^ {6}- id: (\S+)$/gm)].map(
    ([, id = '']) => id,
  );

test('every clause of the catalogue stands on the page, with its state in words', async () => {
  await on('index.html', async (page) => {
    const found = await page.$$eval('.clause', (clauses) =>
      clauses.map(({ id, textContent }) => ({ id, text: textContent })),
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      catalogued(),
    );
    const states = /failing|stale|uncovered|partial|vacuous|waived|covered/;
    for (const { id, text } of found) assert.match(text, states, id);
    // every one is reached by a link of the page itself
    const links = await page.$$eval('.glance a[href^="#"]', (all) => all.map((a) => a.getAttribute('href')));
    for (const id of catalogued()) assert.ok(links.includes(`#${id}`), `${id} is linked`);
  });
});

test('formulas are set as formulas', async () => {
  await on('index.html', async (page) => {
    const shape = await page.$eval('#KER-08 math', (math) => ({
      fraction: math.querySelector('mfrac')?.textContent,
      height: math.getBoundingClientRect().height,
    }));
    assert.equal(shape.fraction, 'OX*+2S');
    assert.ok(shape.height > 30, 'a fraction stands taller than a line of text');
  });
});

test('a clause opens to its scenarios, with what was answered under what was specified', async () => {
  await on('index.html', async (page) => {
    await page.click('details.evidence[data-clause="KER-08"] > summary');
    await page.waitForSelector('#KER-08 .scenario');
    const rows = await page.$$eval('#KER-08 .answered tr.found', (all) => all.length);
    assert.ok(rows > 20, `${String(rows)} answered rows`);
    assert.match(await page.innerText('#KER-08 .code summary'), /midline src\/core\/kernel\.ts:\d+/);
  });
});

test('a deep link lands on the scenario', async () => {
  const path = 'index.html#TRD-04/EX-04-layoff-at-the-ask-37';
  await on(path, async (page) => {
    await page.waitForSelector('#EX-04-layoff-at-the-ask-37');
    await page.waitForFunction(() => document.activeElement?.id === 'EX-04-layoff-at-the-ask-37');
    const top = await page.$eval('#EX-04-layoff-at-the-ask-37', (it) => it.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < desktop.height, `it stands at ${String(top)}`);
  });
  await on('index.html#SET-05', async (page) => {
    const top = await page.$eval('#SET-05', (it) => it.getBoundingClientRect().top);
    assert.ok(top >= 40 && top < 200, `SET-05 stands at ${String(top)}, below the head of the page`);
  });
});

test('search finds by id, by word and by symbol, and the keyboard goes there', async () => {
  const looking: [typed: string, first: RegExp, hash: string][] = [
    ['ker-14', /^KER-14 /, '#KER-14'],
    ['ker14', /^KER-14 /, '#KER-14'],
    ['layoff prob', /KER-06|layoffProbability/, ''],
    ['λ', /^λ /, '#symbol-%CE%BB'],
    ['X*', /^X\* /, '#symbol-X*'],
  ];
  for (const [typed, first, hash] of looking) {
    await on('index.html', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type(typed);
      await page.waitForSelector('#found [role=option]');
      assert.match(await page.innerText('#found [role=option] >> nth=0'), first, typed);
      await page.keyboard.press('Enter');
      if (hash !== '') assert.equal(await page.evaluate(() => location.hash), hash);
    });
  }
});

test('symbols tell what they mean', async () => {
  await on('index.html#KER-08', async (page) => {
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

test('no page has a serious fault of accessibility, in light, dark and on a phone', async () => {
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  const looks = [
    { view: desktop, colorScheme: 'light' },
    { view: phone, colorScheme: 'dark' },
  ] as const;
  for (const { view, colorScheme } of looks) {
    for (const name of [
      ...pages.slice(1),
      'index.html#KER-14',
      'examples.html#EX-04/EX-04-layoff-at-the-ask-37/1',
    ]) {
      const path = name.includes('.') ? name : `${name}.html`;
      await on(
        path,
        async (page) => {
          await page.emulateMedia({ colorScheme });
          if (path.includes('KER-14')) {
            await page.click('details.evidence[data-clause="KER-14"] > summary');
            await page.waitForSelector('#KER-14 .scenario');
          }
          if (path.startsWith('examples')) await page.waitForSelector('.scene');
          await page.evaluate(axe);
          const faults = await page.evaluate(async () => {
            const { violations } = await (
              globalThis as unknown as {
                axe: {
                  run: () => Promise<{
                    violations: { id: string; impact: string; nodes: { html: string }[] }[];
                  }>;
                };
              }
            ).axe.run();
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
          });
          assert.deepEqual(faults, [], `${path} ${colorScheme}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${path} is ${String(over)} pixels wider than the window`);
        },
        site.folder,
        view,
      );
    }
  }
});

test('a run that fails makes its pages, with the failure on top', async () => {
  const tree = mkdtempSync(join(tmpdir(), 'spec-broken-'));
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
  try {
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
        assert.match(await page.innerText('#TRD-04 > h3'), /failing/);
        await page.click('.broken a.ref');
        await page.waitForSelector('.scenario.failed td.wrong');
        assert.match(await page.innerText('.scenario.failed td.wrong'), /1\.15/);
      },
      broken.folder,
    );
  } finally {
    broken.tidy();
    rmSync(tree, { recursive: true });
  }
});
