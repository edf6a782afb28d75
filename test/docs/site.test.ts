/** The pages of docs/ as a site: every link and every heading that is linked is there, and every page has a place. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import site from '../../docs/.vitepress/config.ts';
import { pages } from './shown.ts';

/** As GitHub and the site name a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const prose = (page: string): string => readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
const anchorsOf = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

test('every link of a page leads to a file or a heading that exists', () => {
  let links = 0;
  for (const page of pages)
    for (const [, link = ''] of prose(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      links++;
      assert.ok(existsSync(target), `${page}: ${link} leads nowhere`);
      if (anchor === undefined || !target.endsWith('.md')) continue;
      assert.ok(anchorsOf(target).includes(anchor), `${page}: ${link} leads to no heading`);
    }
  assert.ok(links > 30, String(links));
});

test('every page of docs/ stands once in the sidebar of the site', () => {
  const shown = site.themeConfig.sidebar.flatMap(({ items }) => items.map(({ link }) => link.slice(1)));
  const there = pages.filter((page) => page.startsWith('docs/')).map((page) => basename(page, '.md'));
  assert.deepEqual([...shown, 'index'].sort(), there.sort());
});

test('the tutorial shows the scenario that init writes', () => {
  const written = readFileSync('examples/start/scenario/scenario.yaml', 'utf8');
  const keys = written.slice(written.indexOf('seed:'));
  assert.ok(readFileSync('docs/tutorial.md', 'utf8').includes(`\n${keys}\`\`\`\n`));
});
