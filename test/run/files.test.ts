import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { runWorld } from '../../src/run/run-world.ts';
import { float64 } from '../../src/f64.ts';
import { decimal, type Arithmetic } from '../../src/num.ts';
import { RunFiles } from '../../src/run/run-files.ts';
import { CsvFile, TextFile } from '../../src/files/text-file.ts';
import { firstComeChoices, ringWorld } from './metrics/ring-world.ts';
import { tinyChoices, tinyWorld } from './metrics/tiny-world.ts';
import { tinyManifest as manifest } from './tiny-manifest.ts';

const root = scratchFolder();

const runOf = (world = tinyWorld, choices = tinyChoices(), numbers: Arithmetic = decimal) => ({
  runId: 'tiny',
  world,
  choices,
  periods: 15,
  stopOnDefault: false,
  numbers,
  checks: true,
});

/** Runs into a folder and completes it. */
function write(folder: string, run = runOf()): void {
  const files = new RunFiles(folder);
  const onEvent = files.event.bind(files);
  const { metrics, ending } = runWorld(run, { tables: files, onEvent });
  files.finish(metrics, { ...manifest, ending }, { seed: 1 });
}

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const refused = (exitStatus: number, message: RegExp) => (error: unknown) =>
  error instanceof Fault && error.exitStatus === exitStatus && message.test(error.message);

describe('the files of a run', () => {
  it('are all there, and nothing beside them (OUT-01)', () => {
    write(join(root, 'all', 'out'));
    assert.deepEqual(readdirSync(join(root, 'all')), ['out']);
    assert.deepEqual(readdirSync(join(root, 'all', 'out')).sort(), [
      'events.jsonl',
      'inventory_timeseries.csv',
      'manifest.json',
      'metrics.json',
      'mid_timeseries.csv',
      'repayment_events.csv',
      'system_state_timeseries.csv',
      'trades.csv',
    ]);
  });

  it('tell events with day and kind first and numbers as decimal strings (OUT-02)', () => {
    const lines = readFileSync(join(root, 'all', 'out', 'events.jsonl'), 'utf8').split('\n');
    const settled =
      '{"day":1,"kind":"PayableDefaulted","recovery":"0.88","pid":"L3","debtor":"H3","amount":"10"';
    assert.ok(
      lines.some((line) => line.startsWith(settled)),
      'L3 defaulted with 0.88',
    );
    assert.ok(lines.includes('{"day":0,"kind":"AccountOpened","party":"H3","cash":"2"}'));
    assert.equal(lines.at(-2), '{"day":4,"kind":"RunEnded","reason":"no_tickets"}');
    assert.equal(lines.at(-1), '');
  });

  it('carry a header and lines that end in CR LF (RFC 4180)', () => {
    const mids = readFileSync(join(root, 'all', 'out', 'mid_timeseries.csv'), 'utf8');
    assert.ok(
      mids.startsWith(
        'day,bucket,dealer_midline,vbt_mid,dealer_premium_pct,vbt_premium_pct\r\n0,Short,7.4,8,-26,-20\r\n',
      ),
    );
  });

  it('give metrics and manifest in plain JSON (OUT-11, OUT-12)', () => {
    const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'all', 'out', name), 'utf8'));
    const metrics = read('metrics.json') as Record<string, unknown>;
    assert.equal(metrics['initial_total_debt'], '70');
    assert.equal(metrics['debt_to_money_ratio'], '0.5');
    assert.deepEqual((metrics['mids'] as unknown[])[0], {
      bucket: 'Short',
      dealer_mid_final: '8.06',
      vbt_mid_final: '7.4',
      dealer_premium_final_pct: '-19.4',
      vbt_premium_final_pct: '-26',
    });
    assert.equal((read('manifest.json') as Record<string, unknown>)['ending'], 'no_tickets');
  });

  for (const numbers of [decimal, float64]) {
    it(`are the same bytes in two runs, in ${numbers.name} (LOOP-02)`, () => {
      const places = ['first', 'second'].map((name) => join(root, numbers.name, name));
      for (const place of places) write(place, runOf(ringWorld(), firstComeChoices(), numbers));
      const [first, second] = places.map(contents);
      assert.deepEqual(first, second);
    });
  }

  it('have their header when nothing happened', () => {
    const still = { more: () => false, prefersSell: () => false, agent: () => -1 };
    write(join(root, 'still'), runOf(tinyWorld, still));
    const trades = readFileSync(join(root, 'still', 'trades.csv'), 'utf8');
    assert.match(trades, /^run_id,regime,[a-z_,]*is_liquidity_driven\r\n$/);
  });
});

describe('the folder of a run is there whole or not at all (OUT-14)', () => {
  it('keeps the earlier output until the new one is complete', () => {
    const folder = join(root, 'again');
    write(folder);
    const before = contents(folder);
    const files = new RunFiles(folder);
    const { metrics } = runWorld(runOf(), { tables: files });
    assert.deepEqual(contents(folder), before);
    files.finish(metrics, { ...manifest, run_id: 'second' }, {});
    assert.match(contents(folder)['manifest.json'] ?? '', /"run_id": "second"/);
    assert.deepEqual(
      readdirSync(root).filter((name) => name.startsWith('again')),
      ['again'],
    );
  });

  it('leaves no trace of a run that was given up', () => {
    const folder = join(root, 'given-up');
    new RunFiles(folder).discard();
    assert.deepEqual(
      readdirSync(root).filter((name) => name.startsWith('given-up')),
      [],
    );
  });

  it('takes over what a killed run left behind', () => {
    const folder = join(root, 'killed');
    new RunFiles(folder).event({ day: 0, kind: 'AccountOpened', party: 'H1', cash: decimal.zero });
    assert.ok(existsSync(`${folder}.partial`) && !existsSync(folder));
    write(folder);
    assert.ok(existsSync(join(folder, 'metrics.json')) && !existsSync(`${folder}.partial`));
  });

  it('refuses a folder with something else in it, and leaves it alone', () => {
    const folder = join(root, 'foreign');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    assert.throws(
      () => new RunFiles(folder),
      refused(65, /foreign holds thesis\.txt, which this command does not/),
    );
    assert.deepEqual(contents(folder), { 'thesis.txt': 'years of work' });
  });

  it('refuses names of its own where nothing says that it wrote them', () => {
    const folder = join(root, 'unmarked');
    mkdirSync(folder);
    writeFileSync(join(folder, 'trades.csv'), 'mine');
    assert.throws(() => new RunFiles(folder), refused(65, /is not empty and holds no output/));
    assert.deepEqual(contents(folder), { 'trades.csv': 'mine' });
  });

  it('refuses a path that leads through a file', () => {
    writeFileSync(join(root, 'a-file'), '');
    assert.throws(() => new RunFiles(join(root, 'a-file')), refused(65, /is not a folder/));
    assert.throws(() => new RunFiles(join(root, 'a-file', 'out')), refused(65, /is not a folder/));
    assert.throws(() => new RunFiles(join(root, 'a-file', 'b', 'out')), refused(65, /is not a folder/));
  });

  it('says plainly that the disk is full', { skip: !existsSync('/dev/full') }, () => {
    const file = new TextFile('/dev/full');
    file.write('a line\n');
    assert.throws(
      () => {
        file.flush();
      },
      refused(1, /^cannot write \/dev\/full: there is no space left/),
    );
    file.close();
  });
});

describe('a table', () => {
  it('quotes what RFC 4180 wants quoted, and keeps every digit', () => {
    const path = join(root, 'table.csv');
    const table = new CsvFile(path, ['a', 'b']);
    table.add(['x, "y"\nz', decimal.of('0.1234567890123456789012345678')]);
    table.add([null, true]);
    table.flush();
    table.file.close();
    assert.equal(
      readFileSync(path, 'utf8'),
      'a,b\r\n"x, ""y""\nz",0.1234567890123456789012345678\r\n,true\r\n',
    );
  });
});
