/** `ringspec sensitivity` from outside: the answer, the bytes, kill -9, failures, and the page in a real browser. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { copyProgram } from '../../sweep/changed-program.ts';
import { desktop, launch, phone, visit } from '../../browser/browser.ts';
import { contents } from '../../sweep/folder-contents.ts';
import { threeTraders } from '../../sweep/small-sweep.ts';
import { recordsWith, sixTraders } from './small.ts';
import { program as ringspec } from '../../program.ts';

const scratch = scratchFolder();
const place = (name: string): string => join(scratch, name);

writeFileSync(place('six.yaml'), sixTraders);

const command = (out: string, ...more: string[]): string[] => [
  ringspec,
  ...['sensitivity', place('six.yaml'), '--out-dir', place(out), '--pairs', 'SET-06R+ROL-02', ...more],
];

const runs = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

interface Told {
  readonly readings: readonly { reading: string; effect: { mean: string }; verdict: string | null }[];
  readonly not_run: readonly { reading: string; same_as: string }[];
}
let whole: Record<string, string> = {};
let told: Told = { readings: [], not_run: [] };

before(() => {
  const { status, stdout, stderr } = runs(...command('whole'));
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^It flips under SET-06R \(rulings\.clearing: clearing_vector\)/m);
  whole = contents(place('whole'));
  told = JSON.parse(readFileSync(place('whole/sensitivity.json'), 'utf8')) as Told;
});

test('the sign flips with the clearing rule, and the means are those of the runs', () => {
  const byReading = new Map(told.readings.map((each) => [each.reading, each]));
  assert.deepEqual(
    [...byReading.keys()],
    [
      'as-written',
      'SET-06R-sequential',
      'SET-06R-clearing_vector',
      'SET-07-true',
      'ANC-05-false',
      'BAL-11R-true',
      'policy-liquidity_and_investment',
      'policy-two_sided',
      'N_max-3',
      'horizon-1',
      'rollover-true',
      'dealer-share-0',
      'dealer-share-0.5',
      'arm-backstop',
    ],
  );
  for (const [id, values] of [
    ['as-written', {}],
    ['SET-06R-clearing_vector', { 'rulings.clearing': 'clearing_vector' }],
  ] as const) {
    const effects = recordsWith(sixTraders, values).map(
      ({ deltaPassive, deltaActive }) => Number(deltaPassive) - Number(deltaActive),
    );
    const mean = effects.reduce((sum, each) => sum + each, 0) / effects.length;
    assert.ok(Math.abs(mean - Number(byReading.get(id)?.effect.mean)) < 1e-12, id);
  }
  assert.ok(Number(byReading.get('as-written')?.effect.mean) > 0.05);
  assert.ok(Number(byReading.get('SET-06R-clearing_vector')?.effect.mean) < -0.02);
  assert.equal(byReading.get('SET-06R-clearing_vector')?.verdict, 'flips');
});

test('what cannot matter is named and has no sweep, a pair of it neither', () => {
  assert.deepEqual(
    told.not_run.map(({ reading, same_as }) => [reading, same_as]),
    [
      ['KER-16R-true', 'as-written'],
      ['CHK-08-false', 'as-written'],
      ['ROL-02-mid', 'as-written'],
      ['SET-06R-sequential+ROL-02-mid', 'SET-06R-sequential'],
      ['SET-06R-clearing_vector+ROL-02-mid', 'SET-06R-clearing_vector'],
    ],
  );
  assert.deepEqual(
    readdirSync(place('whole/readings')).sort(),
    told.readings.map(({ reading }) => reading).sort(),
  );
});

const readingsDone = (folder: string): number =>
  existsSync(join(folder, 'readings')) ? readdirSync(join(folder, 'readings')).length : 0;

test('killed with -9 among the readings, it resumes with two workers to the same bytes', async () => {
  const child = spawn(process.execPath, command('killed', '--workers', '2'), { stdio: 'ignore' });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && readingsDone(place('killed')) < 2)
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await exit;
  assert.equal(existsSync(place('killed/index.html')), false);
  const again = runs(...command('killed', '--workers', '2'));
  assert.equal(again.status, 65);
  assert.match(again.stderr, /holds this sensitivity run already: --resume goes on with it/);
  const other = runs(...command('killed', '--resume', '--seeds', '2'));
  assert.equal(other.status, 65);
  assert.match(other.stderr, /holds another sensitivity run/);
  const { status, stderr } = runs(...command('killed', '--workers', '2', '--resume'));
  assert.equal(status, 0, stderr);
  assert.deepEqual(contents(place('killed')), whole);
});

test('pairs that fail are told under every reading, and end with status 1', () => {
  copyProgram('a debtor that defaults keeps its cash', place('changed'));
  writeFileSync(place('failing.yaml'), threeTraders.replace('[1.6]', '[1.6], seeds: 2'));
  const { status, stdout } = runs(
    place('changed/bin/ringspec'),
    'sensitivity',
    place('failing.yaml'),
    '--out-dir',
    place('failing'),
  );
  assert.equal(status, 1);
  assert.match(stdout, /2 pairs failed, read as written \(pair 0: .*C1 does not hold/s);
  assert.match(stdout, /no effect can be stated: 2 of 2 pairs failed/);
  // where checks fail, a run without them would be another
  assert.doesNotMatch(stdout, /CHK-08[^.]*cannot matter|with one seed/);
});

test('a mistake is told in plain words before anything runs', () => {
  const pair = runs(...command('none', '--pairs', 'SET-06R+KER-01'));
  assert.equal(pair.status, 64);
  assert.match(pair.stderr, /--pairs: KER-01 has no switch/);
  const nothing = runs(ringspec, 'sensitivity', place('none.yaml'), '--out-dir', place('none'));
  assert.equal(nothing.status, 65);
  assert.match(nothing.stderr, /none\.yaml: .*no such file/);
  assert.equal(existsSync(place('none')), false);
});

test('the page shows answer, picture and tables, in light and dark, on a desk and in a hand', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const browser = await launch();
  try {
    for (const viewport of [desktop, phone])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints, outside } = await visit(browser, place('whole/index.html'), viewport);
        await page.emulateMedia({ colorScheme });
        assert.equal(await page.getByText(/^It flips under SET-06R/).count(), 1);
        assert.equal(await page.locator('figure svg').count(), 1);
        // as written and thirteen other readings: a mark each
        assert.equal(await page.locator('figure svg path[role="img"]').count(), 14);
        assert.equal(await page.getByRole('row').count(), 1 + 14 + 1 + 2);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${String(width)} wide`);
        await page.addScriptTag({ path: axe });
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
        );
        assert.deepEqual(found, [], `${colorScheme} ${String(viewport.width)}`);
        assert.deepEqual([complaints, outside], [[], []]);
        await page.context().close();
      }
  } finally {
    await browser.close();
  }
});
