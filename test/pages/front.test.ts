/** The front page of a folder of outputs. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { entriesIn } from '../../src/pages/front/entries.ts';
import { refreshFrontPage, writeFrontPage } from '../../src/pages/front/page.tsx';
import { markOf } from '../../src/pages/write-page.ts';

const scratch = scratchFolder();

let folders = 0;
/** A folder with these files. */
function folder(files: Readonly<Record<string, unknown>>): string {
  const home = join(scratch, String(++folders));
  mkdirSync(home);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return home;
}

const program = 'ringspec';

test('every output is listed with its main result and its page; what is not ours, or damaged, is not', () => {
  const home = folder({
    'market/out/manifest.json': { program, run_id: 'active_k1' },
    'market/out/metrics.json': { payoff: { default_rate: '0.25' } },
    'market/report/index.html': '',
    'grid/manifest.json': { program, kind: 'sweep' },
    'grid/aggregate/summary.json': { sentence: 'Market making lowered the default rate.' },
    'half/manifest.json': { program, kind: 'sweep' },
    'said/manifest.json': { program, kind: 'claims' },
    'said/claims.json': { supported: 3, contradicted: 1, undecided: 0 },
    'unsaid/manifest.json': { program, kind: 'claims' },
    'read/manifest.json': { program, kind: 'sensitivity' },
    'read/sensitivity.json': { answer: ['It hangs on none of four readings.', 'More.'] },
    'two/manifest.json': { program, kind: 'compare', a: 'grid', b: 'half' },
    'two/compare.json': { answer: ['The effect is the same.'] },
    'spec/manifest.json': { program, kind: 'specification' },
    'spec/index.html': '',
    'tower/manifest.json': { program, holds: 'a conformance report' },
    'tower/certificate.json': { implementation: { name: 'toy' }, conforms: false },
    'play.html': `<!doctype html><meta name="generator" content="${markOf('playground')}">`,
    'letters/manifest.json': { program: 'another' },
    'broken/manifest.json': '{"program": "ringspec"',
    'notes.html': '<p>mine</p>',
  });
  assert.deepEqual(
    entriesIn(home).map(({ heading, name, says, page, command }) => [
      ...[heading, name, says.split(':')[0], page],
      command?.replace(home, 'DIR') ?? null,
    ]),
    [
      ['playground', 'play.html', 'The model in a page', 'play.html', null],
      ['sweep', 'grid', 'Market making lowered the default rate.', null, 'ringspec report DIR/grid'],
      ['sweep', 'half', 'The sweep is not complete.', null, 'ringspec report DIR/half'],
      ...[
        ['claims', 'said', 'Of 4 statements, 3 supported, 1 contradicted, 0 undecided.'],
        ['claims', 'unsaid', 'Statements about the model'],
        ['sensitivity', 'read', 'It hangs on none of four readings.'],
        ['compare', 'two', 'Two sweeps side by side, grid and half. The effect is the same.'],
      ].map((entry) => [...entry, null, null]),
      ['run', 'market', 'active_k1', 'market/report/index.html', null],
      [
        ...['specification', 'spec'],
        'Every clause, with the scenarios that show it and what their run answered.',
        ...['spec/index.html', null],
      ],
      ['pages', 'tower', 'A conformance report. toy does not conform.', null, null],
    ],
  );
  assert.match(
    entriesIn(home).find(({ name }) => name === 'market')?.says ?? '',
    /25\.00 % of what fell due was not paid/,
  );
});

test('it is written, and from then on refreshed; without it nothing is', () => {
  const home = folder({ 'market/out/manifest.json': { program, run_id: 'active_k1' } });
  const index = join(home, 'index.html');
  refreshFrontPage(join(home, 'market'));
  assert.throws(() => readFileSync(index));
  writeFrontPage(home);
  assert.match(readFileSync(index, 'utf8'), /active_k1: it did not end/);
  writeFileSync(join(home, 'market/out/metrics.json'), JSON.stringify({ payoff: { default_rate: '0.5' } }));
  refreshFrontPage(join(home, 'market'));
  assert.match(readFileSync(index, 'utf8'), /50\.00 % of what fell due/);
});

test('an index.html of another maker stays as it is', () => {
  const home = folder({
    'index.html': '<h1>mine</h1>',
    'market/out/manifest.json': { program, run_id: 'a' },
  });
  refreshFrontPage(join(home, 'market'));
  assert.throws(() => writeFrontPage(home), Fault);
  assert.equal(readFileSync(join(home, 'index.html'), 'utf8'), '<h1>mine</h1>');
});

test('what cannot be looked at is passed over, and a folder that is not there cannot be read', () => {
  const home = folder({ 'market/out/manifest.json': { program, run_id: 'a' } });
  for (const name of ['circle', 'circle.html']) symlinkSync(name, join(home, name));
  symlinkSync('nothing', join(home, 'broken'));
  assert.deepEqual(
    entriesIn(home).map(({ name }) => name),
    ['market'],
  );
  assert.throws(() => writeFrontPage(join(home, 'none')), {
    message: `cannot read ${join(home, 'none')}: there is no such file or folder`,
    exitStatus: 65,
  });
});
