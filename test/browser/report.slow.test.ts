/** The pages of a report in a real Chromium, from file://. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { csv, ringspec, smallReport, type SmallReport } from '../pages/report/small-report.ts';
import { faultsInEveryLook, launch, opener, widths, type Opener } from './browser.ts';
import { pictureFaults, strayNumbers } from './pictures.ts';

let browser: Browser;
let made: SmallReport;
let sweepPage: string;
let runPage: string;
let runId: string;
let open: Opener;

before(async () => {
  made = smallReport(3);
  sweepPage = join(made.report, 'index.html');
  const active = readdirSync(join(made.report, 'runs')).find((name) => /^active_k2.*html$/.test(name));
  assert.ok(active !== undefined);
  runId = active.replace('.html', '');
  runPage = join(made.report, 'runs', active);
  // last: nobody would close it if the pages failed
  browser = await launch();
  open = await opener(browser);
});
after(async () => {
  await browser.close();
});

const textsOf = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allTextContents();

/** The cells of a table by its region's label, row by row. */
const cells = (page: Page, label: string): Promise<string[][]> =>
  page
    .locator(`[aria-label="${label}"] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

/** What the marks of a picture are labelled with. */
const marks = (page: Page, figure: string, mark = '[role=img]'): Promise<string[]> =>
  page
    .locator(`${figure} .chart ${mark}`)
    .evaluateAll((found) => found.map((element) => element.getAttribute('aria-label') ?? ''));

/** As a page writes money, for amounts below a thousand and above. */
const asMoney = (text: string | undefined): string =>
  Number(text).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const asNumber = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

const column = (rows: readonly string[][], i: number): string[] => rows.map((row) => row[i] ?? '');
const inPercent = (rate: string): string => `${(100 * Number(rate)).toFixed(2)} %`;

describe('every page', () => {
  const passive = (): string =>
    readdirSync(join(made.report, 'runs')).find((file) => /^passive.*html$/.test(file)) ?? '';

  it('fits at three widths, light, dark and printed, is silent, asks for nothing, and is open to all', async () => {
    const pages = [
      sweepPage,
      runPage,
      join(made.report, 'ladder.html'),
      join(made.report, 'runs', passive()),
    ];
    for (const path of pages)
      await open(path, async (page) => {
        assert.deepEqual(await faultsInEveryLook(page), [], path);
      });
  });

  it('has pictures that can be read at every width, with the numbers of their tables', async () => {
    for (const path of [sweepPage, runPage, join(made.report, 'ladder.html')])
      await open(path, async (page) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await pictureFaults(page), [], `${path} at ${String(width)}`);
        }
        assert.deepEqual(await strayNumbers(page), [], path);
        assert.ok((await page.locator('.chart [role=img]').count()) > 10);
      });
  });

  it('gives every figure an address', async () => {
    await open(runPage, async (page) => {
      const figures = await page.locator('figure[id]').count();
      assert.ok(figures > 5);
      assert.equal(await page.locator('figure a.permalink').count(), figures);
    });
  });

  it('has no link that leads nowhere', async () => {
    for (const path of [sweepPage, runPage])
      await open(path, async (page) => {
        const dead = await page.locator('a[href]').evaluateAll((links) =>
          links
            .map((link) => (link as HTMLAnchorElement).getAttribute('href') ?? '')
            .filter((href) => /^#[\w-]+$/.test(href) && !href.startsWith('#pair-'))
            .filter((href) => document.getElementById(href.slice(1)) === null),
        );
        assert.deepEqual(dead, []);
        const files = await page
          .locator('a[href]')
          .evaluateAll((links) =>
            links.map((link) => (link as HTMLAnchorElement).href).filter((href) => !href.includes('#')),
          );
        for (const file of new Set(files)) readFileSync(new URL(file));
      });
  });
});

describe('the page of a sweep', () => {
  const comparison = (): Record<string, string>[] => csv(join(made.sweep, 'aggregate', 'comparison.csv'));

  it('says the answer of the summary, its test over the whole sweep, and its counts', async () => {
    const summary = JSON.parse(readFileSync(join(made.sweep, 'aggregate', 'summary.json'), 'utf8')) as Record<
      string,
      string
    > & { answer: string[] };
    await open(sweepPage, async (page) => {
      const [headline, ...others] = summary.answer;
      assert.deepEqual(await textsOf(page, '#answer > p'), [headline]);
      const told = [...(await textsOf(page, 'main p')), ...(await textsOf(page, '.five dd'))];
      // the page has spaces in the names of the setup: default avoidance
      const spaced = (says: string): string => says.replaceAll('_', ' ');
      for (const says of others)
        assert.ok(
          told.some((text) => spaced(text).endsWith(spaced(says))),
          says,
        );
      assert.ok(told.some((text) => text.endsWith(`: ${summary['sentence'] ?? ''}`)));
      const facts = await textsOf(page, '#effects .facts dd');
      assert.deepEqual(facts, [
        ...['completed', 'failed', 'improved', 'unchanged', 'worsened'].map((name) => String(summary[name])),
        inPercent(summary['mean_delta_passive'] ?? ''),
        inPercent(summary['mean_delta_active'] ?? ''),
      ]);
    });
  });

  it('has the rows of comparison.csv', async () => {
    const rows = comparison();
    assert.equal(rows.length, 8);
    await open(sweepPage, async (page) => {
      const table = await cells(page, 'table of pairs');
      const expected = ['kappa', 'concentration', 'mu', 'outside_mid_ratio', 'seed'];
      expected.forEach((name, i) => {
        assert.deepEqual(
          column(table, i + 1),
          rows.map((row) => row[name]),
          name,
        );
      });
      assert.deepEqual(
        column(table, 6),
        rows.map((row) => inPercent(row['delta_passive'] ?? '')),
      );
      assert.deepEqual(
        column(table, 7),
        rows.map((row) => inPercent(row['delta_active'] ?? '')),
      );
      assert.deepEqual(
        column(table, 8).map((text) => Number(text.replace('−', '-'))),
        rows.map((row) => Number((100 * Number(row['trading_effect'])).toFixed(2))),
      );
      assert.deepEqual(
        column(table, 10),
        rows.map((row) => row['total_trades']),
      );
      assert.deepEqual(
        column(table, 11),
        rows.map((row) => row['rescue_count']),
      );
    });
  });

  it('draws in its maps what stands in its table and in effects.csv', async () => {
    const effects = csv(join(made.sweep, 'aggregate', 'effects.csv')).filter(
      ({ comparison, measure }) => comparison === 'passive - active' && measure === 'delta',
    );
    await open(sweepPage, async (page) => {
      await page.locator('#points summary').click();
      const table = await cells(page, 'numbers: grid points');
      for (const [map, place] of [
        ['deltaFirst', 5],
        ['deltaSecond', 6],
        ['effect', 7],
        ['relief', 9],
      ] as const) {
        const drawn = await marks(page, `#map-${map}`, '[data-leads]');
        const told = table.map(
          (row) =>
            `κ ${row[0] ?? ''}, c ${row[1] ?? ''}, μ ${row[2] ?? ''}, ρ ${row[3] ?? ''}: ${row[place] ?? ''}`,
        );
        assert.deepEqual(drawn.sort(), told.sort(), map);
      }
      assert.deepEqual(
        column(table, 7).map((text) => Number(text.replace('−', '-'))),
        effects.map((row) => Number((100 * Number(row['mean_effect'])).toFixed(2))),
      );
      assert.deepEqual(
        column(table, 10),
        effects.map((row) => row['finding']),
      );
      const passive = effects.map((point) => {
        const here = comparison().filter(
          (row) => row['kappa'] === point['kappa'] && row['mu'] === point['mu'],
        );
        assert.equal(here.length, 2);
        return inPercent(String(here.reduce((sum, row) => sum + Number(row['delta_passive']), 0) / 2));
      });
      assert.deepEqual(column(table, 5), passive);
    });
  });

  it('draws a dot for each pair and counts every pair once', async () => {
    const rows = comparison();
    await open(sweepPage, async (page) => {
      const dots = await marks(page, '#use');
      assert.equal(dots.length, rows.length);
      for (const [i, row] of rows.entries()) {
        const dot = dots.find((label) => label.startsWith(`pair ${String(i)},`)) ?? '';
        const effect = Number(/effect (\S+)$/.exec(dot)?.[1]?.replace('−', '-'));
        assert.equal(effect, Number((100 * Number(row['trading_effect'])).toFixed(2)), dot);
      }
      const bars = await marks(page, '#distribution');
      const counted = bars.reduce((sum, label) => sum + Number(/: (\d+) pair/.exec(label)?.[1]), 0);
      assert.equal(counted, rows.length);
    });
  });

  it('sorts, both ways, with the order in the address', async () => {
    const effects = comparison().map((row) => Number(row['trading_effect']));
    await open(sweepPage, async (page) => {
      const shown = async (): Promise<number[]> => column(await cells(page, 'table of pairs'), 0).map(Number);
      const byEffect = effects
        .map((_, i) => i)
        .sort((a, b) => (effects[a] ?? 0) - (effects[b] ?? 0) || a - b);
      const heading = page.getByRole('button', { name: 'effect, points' });
      await heading.click();
      assert.deepEqual(await shown(), byEffect);
      assert.equal(await page.locator('th[aria-sort=ascending]').textContent(), 'effect, points ▲');
      await heading.click();
      const down = await shown();
      assert.equal(down[0], byEffect.at(-1));
      assert.match(page.url(), /#pairs\?sort=effect&down=1$/);
      await page.reload();
      assert.deepEqual(await shown(), down);
    });
  });

  it('filters, with the filter in the address, and finds its way back', async () => {
    await open(sweepPage, async (page) => {
      await page.locator('select[name=kappa]').selectOption('2');
      await page.locator('select[name=seed]').selectOption('43');
      assert.equal(await page.locator('#pair-table [role=status]').textContent(), '2 of 8 pairs. ');
      assert.deepEqual(
        (await cells(page, 'table of pairs')).map((row) => [row[1], row[3], row[5]]),
        [
          ['2', '0.25', '43'],
          ['2', '0.5', '43'],
        ],
      );
      assert.match(page.url(), /#pairs\?kappa=2&seed=43$/);
      await page.getByRole('button', { name: 'show all pairs' }).click();
      assert.equal((await cells(page, 'table of pairs')).length, 8);
    });
    await open(`${sweepPage}#pairs?mu=0.5&kappa=0.1`, async (page) => {
      assert.deepEqual(
        (await cells(page, 'table of pairs')).map((row) => [row[1], row[3]]),
        [
          ['0.1', '0.5'],
          ['0.1', '0.5'],
        ],
      );
    });
  });

  it('leads from a cell of a map to its pairs, and from a dot to its pair', async () => {
    await open(sweepPage, async (page) => {
      await page.locator('#map-effect [aria-label^="κ 2, c 1, μ 0.5"]').click();
      assert.deepEqual(
        (await cells(page, 'table of pairs')).map((row) => [row[1], row[3]]),
        [
          ['2', '0.5'],
          ['2', '0.5'],
        ],
      );
      await page.locator('#use [aria-label^="pair 3,"]').click();
      assert.equal(await page.locator('#pair-panel h3').textContent(), 'Pair 3');
    });
  });

  it('links the pairs that tell most to both runs, and shows the command for the others', async () => {
    await open(sweepPage, async (page) => {
      const links = await page
        .locator('#pair-table td a[href^="runs/"]')
        .evaluateAll((found) => found.map((a) => (a as HTMLAnchorElement).href));
      assert.equal(links.length, 6);
      for (const link of links) assert.match(readFileSync(new URL(link), 'utf8'), /<h1>Run /);
      const summary = page.locator('#pair-table details').first();
      await summary.locator('summary').click();
      const command = (await summary.locator('code').last().textContent()) ?? '';
      const [, dir = ''] = /^bin\/ringspec report (\S+)$/.exec(command) ?? [];
      const again = ringspec('report', dir);
      assert.equal(again.status, 0, again.stderr);
      assert.match(readFileSync(again.stdout.trim(), 'utf8'), /<h1>Run active_/);
    });
  });

  it('shows pair, run and way back by their addresses', async () => {
    await open(`${sweepPage}#pair-5`, async (page) => {
      assert.equal(await page.locator('#pair-panel h3').textContent(), 'Pair 5');
    });
    await open(runPage, async (page) => {
      await page.getByText('Back to the sweep').click();
      const row = comparison().findIndex((pair) => pair['active_run_id'] === runId);
      assert.equal(await page.locator('#pair-panel h3').textContent(), `Pair ${String(row)}`);
    });
  });
});

describe('the page of a run', () => {
  const table = (name: string): Record<string, string>[] =>
    csv(join(made.sweep, 'active', 'runs', runId, 'out', `${name}.csv`));

  it('draws every trade of trades.csv by its route, and lists it', async () => {
    const trades = table('trades');
    assert.ok(trades.some((trade) => trade['is_passthrough'] === 'true'));
    await open(runPage, async (page) => {
      for (const bucket of ['short', 'mid', 'long']) {
        const own = trades.filter((trade) => trade['bucket'] === bucket);
        const told = own.map(
          (trade) =>
            `day ${trade['day'] ?? ''}, trade ${trade['trade_index'] ?? ''}: ${trade['trader_id'] ?? ''} ` +
            `${trade['side'] === 'SELL' ? 'sells' : 'buys'} ${trade['ticket_id'] ?? ''} at ${Number(trade['price']).toFixed(2)}, ` +
            (trade['is_passthrough'] === 'true' ? 'through to the VBT' : 'at the dealer'),
        );
        assert.deepEqual(await marks(page, `#bucket-${bucket}`, '.trade'), told);
        const name = bucket.charAt(0).toUpperCase() + bucket.slice(1);
        const listed = await cells(page, `trades, ${name}`);
        assert.deepEqual(
          column(listed, 5),
          own.map((trade) => Number(trade['price']).toFixed(2)),
        );
        assert.deepEqual(
          column(listed, 4),
          own.map((trade) => trade['ticket_id']),
        );
      }
    });
  });

  it('has the closing quotes of mid_timeseries.csv and inventory_timeseries.csv', async () => {
    await open(runPage, async (page) => {
      for (const [id, name] of [
        ['short', 'Short'],
        ['mid', 'Mid'],
        ['long', 'Long'],
      ] as const) {
        const closes = await cells(page, `closing quotes, ${name}`);
        assert.ok(closes.length > 1);
        for (const [day, , , midline, , , inventory, capacity] of closes) {
          const here = (row: Record<string, string>): boolean => row['day'] === day && row['bucket'] === id;
          const mid = table('mid_timeseries').find(here);
          const stock = table('inventory_timeseries').find(here);
          assert.equal(midline, Number(mid?.['dealer_midline']).toFixed(2));
          assert.equal(inventory, stock?.['dealer_inventory']);
          assert.equal(capacity, stock?.['dealer_capacity']);
        }
      }
    });
  });

  it('draws anchors, debt and defaults as their tables and files have them', async () => {
    await open(runPage, async (page) => {
      const anchors = await cells(page, 'numbers: Outside mid and spread, and the loss rates');
      const mids = await marks(page, '#anchors');
      assert.ok(anchors.length > 3);
      for (const [day = '', bucket = '', mid = '', spread = ''] of anchors) {
        assert.ok(mids.includes(`day ${day}, ${bucket}: outside mid ${mid}`));
        assert.ok(mids.includes(`day ${day}, ${bucket}: outside spread ${spread}`));
        const row = table('mid_timeseries').find(
          (at) => at['day'] === day && at['bucket'] === bucket.toLowerCase(),
        );
        assert.equal(mid, Number(row?.['vbt_mid']).toFixed(2));
      }
      const debt = await cells(page, 'numbers: Debt to money');
      assert.deepEqual(
        debt.map((row) => row.join(' ')),
        table('system_state_timeseries').map((row) =>
          [
            row['day'],
            ...['total_face_value', 'trader_cash', 'debt_to_money'].map((name) => asMoney(row[name])),
          ].join(' '),
        ),
      );
      const ratios = (await marks(page, '#debt-to-money')).filter((label) => label.includes('debt to money'));
      assert.deepEqual(
        ratios,
        debt.map((row) => `day ${row[0] ?? ''}: debt to money ${row[3] ?? ''}`),
      );
      const defaults = await cells(page, 'numbers: Who defaulted, when, with what recovery');
      const defaulted = table('repayment_events').filter((row) => row['outcome'] === 'defaulted');
      assert.ok(defaulted.length > 0);
      assert.deepEqual(column(defaults, 2).sort(), defaulted.map((row) => row['liability_id']).sort());
      assert.deepEqual(
        column(defaults, 5).sort(),
        defaulted.map((row) => inPercent(row['recovery'] ?? '')).sort(),
      );
      const drawn = await marks(page, '#defaults');
      const counted = drawn.reduce((sum, label) => sum + Number(/: (\d+) liabilit/.exec(label)?.[1]), 0);
      assert.equal(counted, defaulted.length);
    });
  });

  it('draws the cascade, the money of the desks and their balance sheets as metrics.json has them', async () => {
    const metrics = JSON.parse(
      readFileSync(join(made.sweep, 'active', 'runs', runId, 'out', 'metrics.json'), 'utf8'),
    ) as {
      rounds: Record<'first_round' | 'induced', { count: number; face: string }>;
      market_use: { by_day: Record<string, Record<'dealers' | 'vbts', Record<string, string>>> };
    };
    await open(runPage, async (page) => {
      const cascade = await cells(page, 'numbers: The cascade: first-round and induced defaults by day');
      const sum = (i: number): number => column(cascade, i).reduce((all, text) => all + asNumber(text), 0);
      assert.deepEqual([sum(1), sum(3)], [metrics.rounds.first_round.count, metrics.rounds.induced.count]);
      assert.ok(Math.abs(sum(2) - Number(metrics.rounds.first_round.face)) < 0.01);
      const flows = await cells(page, 'numbers: Money between desks and traders by day');
      const days = Object.entries(metrics.market_use.by_day);
      assert.ok(flows.length > 0);
      for (const [day = '', desks = '', ...money] of flows) {
        const own = days.find(([name]) => name === day)?.[1][desks === 'VBTs' ? 'vbts' : 'dealers'];
        assert.deepEqual(
          money.slice(0, 4),
          ['purchases', 'issues', 'sales', 'payouts'].map((name) => asMoney(own?.[name])),
        );
      }
      const sheets = await cells(page, 'numbers: The balance sheets of the desks');
      assert.ok(sheets.length > 3);
      for (const [desk = '', day, cash = '', face = ''] of sheets) {
        const [bucket = '', kind = ''] = desk.toLowerCase().split(' ');
        const row = table('inventory_timeseries').find((at) => at['day'] === day && at['bucket'] === bucket);
        assert.ok(Math.abs(asNumber(cash) - Number(row?.[`${kind}_cash`])) < 0.01, desk);
        assert.equal(asNumber(face) / 20, Number(row?.[`${kind}_inventory`]), desk);
      }
    });
  });

  it('gives a reason for every sale that raises cash', async () => {
    const raising = table('trades').filter((trade) => trade['is_liquidity_driven'] === 'true');
    assert.ok(raising.length > 0);
    await open(runPage, async (page) => {
      for (const { ticket_id: ticket = '', trader_id: trader = '' } of raising.slice(0, 12)) {
        await page.evaluate((id) => (location.hash = `#ticket=${encodeURIComponent(id)}`), ticket);
        const sentence = page.locator('#history-of-ticket li', { hasText: `${trader} sells ${ticket}` });
        assert.match(
          (await sentence.first().textContent()) ?? '',
          /, because \d+ falls due .* and (it has|by then it would have) /,
        );
      }
    });
  });

  it('lets a reader pick a history, turn from name to name, and come back by an address', async () => {
    await open(`${runPage}#trader=H3`, async (page) => {
      assert.equal(await page.locator('#history-of-trader h3').textContent(), 'The history of trader H3');
      await page.locator('#history-of-trader select').selectOption('H5');
      assert.equal(await page.locator('#history-of-trader h3').textContent(), 'The history of trader H5');
      assert.match(page.url(), /#trader=H5$/);
      const first = page.locator('#history-of-trader a[href^="#ticket="]').first();
      const ticket = (await first.textContent()) ?? '';
      await first.click();
      assert.equal(
        await page.locator('#history-of-ticket h3').textContent(),
        `The history of ticket ${ticket}`,
      );
      assert.equal(await page.locator('#history-of-ticket select').inputValue(), ticket);
    });
  });

  it('leads to the ladder of its dealer', async () => {
    await open(runPage, async (page) => {
      await page.locator('#bucket-mid').getByRole('link', { name: 'as it began' }).click();
      const opening = table('inventory_timeseries').find(
        (row) => row['day'] === '0' && row['bucket'] === 'mid',
      );
      assert.equal(await page.locator('#tickets').inputValue(), opening?.['dealer_inventory']);
      assert.equal(await page.locator('#cash').inputValue(), opening?.['dealer_cash']);
      assert.match(
        (await page.locator('#says').textContent()) ?? '',
        new RegExp(`carries ${opening?.['dealer_capacity'] ?? ''} tickets`),
      );
    });
  });
});

describe('the ladder', () => {
  const ladder = (): string => join(made.report, 'ladder.html');
  const rungs = (page: Page): Promise<string[][]> => cells(page, 'numbers: quotes over the ladder');

  it('has the quotes of EX-04 on every rung, pins at both ends', async () => {
    await open(`${ladder()}#S=1&M=1&O=0.3&a=2&C=2&g=0.02&clip=1&cap=0`, async (page) => {
      assert.deepEqual(await rungs(page), [
        ['0', '1.0700', '1.1000', '1.1300', '1.0700', '1.1500', 'buys pass through'],
        ['1', '1.0200', '1.0500', '1.0800', '1.0200', '1.0800', ''],
        ['2', '0.9700', '1.0000', '1.0300', '0.9700', '1.0300', ''],
        ['3', '0.9200', '0.9500', '0.9800', '0.9200', '0.9800', ''],
        ['4', '0.8700', '0.9000', '0.9300', '0.8500', '0.9300', 'sells pass through'],
      ]);
    });
  });

  it('draws what its table says, also after a slider has moved', async () => {
    await open(ladder(), async (page) => {
      await page.getByLabel('outside mid M, slider').focus();
      await page.keyboard.press('ArrowLeft');
      await page.locator('#tickets').fill('5');
      await page.locator('#tickets').press('Enter');
      await page.getByText('With 5 tickets').waitFor();
      assert.match(page.url(), /a=5/);
      const drawn = await marks(page, '#ladder-picture');
      const table = await rungs(page);
      assert.ok(table.length > 5);
      for (const [x = '', bid = '', midline = '', ask = '', seller = '', buyer = ''] of table) {
        assert.ok(drawn.includes(`x = ${x}: bid ${bid}`));
        assert.ok(drawn.includes(`x = ${x}: midline p ${midline}`));
        assert.ok(drawn.includes(`x = ${x}: ask ${ask}`));
        if (seller !== bid) assert.ok(drawn.includes(`x = ${x}: a seller passes through at ${seller}`));
        if (buyer !== ask) assert.ok(drawn.includes(`x = ${x}: a buyer passes through at ${buyer}`));
      }
      // the marks stand where their prices say: heights go with prices
      const heights = await page
        .locator('#ladder-picture [data-line=bid] circle')
        .evaluateAll((found) => found.map((mark) => Number(mark.getAttribute('cy'))));
      const bids = column(table, 1).map(Number);
      assert.equal(heights.length, bids.length);
      const [first = 0, last = 0] = [bids[0], bids.at(-1)];
      const [top = 0, bottom = 0] = [heights[0], heights.at(-1)];
      bids.forEach((bid, i) => {
        const expected = top + ((bid - first) / (last - first)) * (bottom - top);
        assert.ok(Math.abs((heights[i] ?? 0) - expected) < 0.3, `bid ${String(bid)}`);
      });
    });
  });

  it('obeys every slider', async () => {
    await open(ladder(), async (page) => {
      let before = await page.locator('#says').textContent();
      for (const label of ['outside mid M', 'outside spread O', 'tickets a', 'cash C']) {
        await page.getByLabel(`${label}, slider`).focus();
        for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
        const now = await page.locator('#says').textContent();
        assert.notEqual(now, before, label);
        before = now;
      }
    });
  });

  it('shows the guard: one rung, the outside quotes (KER-12)', async () => {
    await open(`${ladder()}#S=1&M=0.02&O=0.3&a=3&C=2&g=0.02&clip=1&cap=0`, async (page) => {
      assert.deepEqual(await rungs(page), [
        [
          '0',
          '0.0000',
          '0.0200',
          '0.1700',
          '0.0000',
          '0.1700',
          'bid pinned, ask pinned, sells pass through, buys pass through',
        ],
      ]);
      assert.match((await page.locator('#says').textContent()) ?? '', /every order passes through/);
    });
  });
});

describe('hostile names', () => {
  it('are shown as text', async () => {
    const hostile = `<script>window.caught = 1</script>"'><img src=x onerror=alert(1)>`;
    const out = join(made.scratch, 'hostile', 'out');
    cpSync(join(made.sweep, 'active', 'runs', runId, 'out'), out, { recursive: true });
    const log = readFileSync(join(out, 'events.jsonl'), 'utf8');
    writeFileSync(join(out, 'events.jsonl'), log.replaceAll('"H3"', JSON.stringify(hostile)));
    const reported = ringspec('report', join(made.scratch, 'hostile'));
    assert.equal(reported.status, 0, reported.stderr);
    await open(`${reported.stdout.trim()}#trader=${encodeURIComponent(hostile)}`, async (page) => {
      assert.equal(
        await page.locator('#history-of-trader h3').textContent(),
        `The history of trader ${hostile}`,
      );
      assert.equal(await page.evaluate(() => 'caught' in globalThis), false);
      assert.equal(await page.locator('img').count(), 0);
    });
  });
});
