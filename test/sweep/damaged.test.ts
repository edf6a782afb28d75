/** A sweep that goes on finds what is damaged, says so, and runs it again. What merge makes of it. OUT-14. */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import fsAsync from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { aggregate } from '../../src/sweep/aggregate.ts';
import { mergeShards } from '../../src/sweep/merge.ts';
import { PairRecords } from '../../src/sweep/pair-records.ts';
import { contents } from './folder-contents.ts';
import { load, threeTraders } from './small-sweep.ts';
import { runTiny, tinySweep } from './tiny-sweep.ts';

const scratch = mkdtempSync(join(tmpdir(), 'ringspec-damaged-'));
const whole = join(scratch, 'whole');
const record = (folder: string, index: number): string =>
  join(folder, 'aggregate', 'pairs', `00000${String(index)}.json`);
let undisturbed: Record<string, string> = {};

before(async () => {
  await runTiny(whole);
  undisturbed = contents(whole);
});
after(() => {
  rmSync(scratch, { recursive: true });
});

let copies = 0;
function copy(from = whole): string {
  const folder = join(scratch, `copy-${String(++copies)}`);
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** The folder `out` of a run of pair 1. */
const out = (folder: string): string =>
  join(folder, 'active', 'runs', 'active_k1.6_c1_mu1_rho0.75_s43', 'out');
const edit = (path: string, change: (text: string) => string): void => {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const cases: readonly (readonly [
  what: string,
  damage: (folder: string) => void | Promise<void>,
  told: RegExp,
])[] = [
  [
    'an empty record',
    (f) => {
      truncateSync(record(f, 1));
    },
    /000001\.json is empty/,
  ],
  [
    'a record that was cut off',
    (f) => {
      truncateSync(record(f, 1), 300);
    },
    /000001\.json is damaged or was cut off/,
  ],
  [
    'a record that is no JSON',
    (f) => {
      writeFileSync(record(f, 1), 'thesis');
    },
    /000001\.json is damaged/,
  ],
  [
    'a record of nothing',
    (f) => {
      writeFileSync(record(f, 1), 'null\n');
    },
    /000001\.json is damaged/,
  ],
  [
    'the record of another pair',
    (f) => {
      cpSync(record(f, 2), record(f, 1));
    },
    /000001\.json is the record of pair 2/,
  ],
  [
    'a record with another figure',
    (f) => {
      edit(record(f, 1), (text) => text.replace(/"effect": "[^"]*"/, '"effect": "0.5"'));
    },
    /000001\.json is damaged/,
  ],
  [
    'the record of another sweep',
    async (f) => {
      const other = join(scratch, 'other');
      await runTiny(other, { sweep: load(threeTraders.replace('[1.6]', '[2, 0.5], seeds: 2'), 'float64') });
      cpSync(record(other, 1), record(f, 1));
    },
    /000001\.json is of another sweep/,
  ],
  [
    'no folder of a run',
    (f) => {
      rmSync(out(f), { recursive: true });
    },
    /_s43\/out is missing/,
  ],
  [
    'a folder of a run without its manifest',
    (f) => {
      rmSync(join(out(f), 'manifest.json'));
    },
    /_s43\/out is not what/,
  ],
  [
    'a log that was cut off',
    (f) => {
      truncateSync(join(out(f), 'events.jsonl'), 100);
    },
    /_s43\/out is not what/,
  ],
  [
    'a table with another figure',
    (f) => {
      edit(join(out(f), 'trades.csv'), (text) => text.replace(/\d(?=\r\n$)|e(?=\r\n$)/, '7'));
    },
    /_s43\/out is not what/,
  ],
];

for (const [what, damage, told] of cases) {
  test(`${what} is told of, and its pair alone is run again`, async () => {
    const folder = copy();
    await damage(folder);
    assert.notDeepEqual(contents(folder), undisturbed, 'nothing was damaged');
    const { damage: lines, progress, interrupted } = await runTiny(folder, { resume: true });
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^pair 1 is run again: /);
    assert.match(lines[0] ?? '', told);
    assert.deepEqual([interrupted, progress.total, progress.before, progress.done], [false, 4, 3, 1]);
    assert.deepEqual(contents(folder), undisturbed);
  });
}

test('what is whole is not run again, and not told of', async () => {
  const folder = copy();
  const { damage, progress } = await runTiny(folder, { resume: true });
  assert.deepEqual([damage, progress.done], [[], 0]);
  assert.deepEqual(contents(folder), undisturbed);
});

const refused = (status: number, told: RegExp) => (error: unknown) =>
  error instanceof Fault && error.exitStatus === status && told.test(error.message);

test('a run that is damaged and holds a file of the user stays as it is, and so does everything else', async () => {
  const folder = copy();
  truncateSync(join(out(folder), 'events.jsonl'), 100);
  writeFileSync(join(out(folder), 'notes.txt'), 'mine');
  truncateSync(record(folder, 3));
  const before = contents(folder);
  await assert.rejects(runTiny(folder, { resume: true }), refused(65, /_s43\/out holds notes\.txt, which/));
  assert.deepEqual(contents(folder), before);
});

test('a file of the user in a run that is whole does not disturb it', async () => {
  const folder = copy();
  writeFileSync(join(out(folder), 'notes.txt'), 'mine');
  const { progress } = await runTiny(folder, { resume: true });
  assert.equal(progress.done, 0);
  assert.equal(readFileSync(join(out(folder), 'notes.txt'), 'utf8'), 'mine');
});

test('where a record is damaged between a run and its aggregate, nothing is made of it', () => {
  const folder = copy();
  const { sweep_sha256: hash } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    sweep_sha256: string;
  };
  truncateSync(record(folder, 2));
  assert.throws(
    () => aggregate(folder, new PairRecords(folder, hash), tinySweep),
    refused(65, /000002\.json is empty: .*--resume makes it again/),
  );
});

test('a merge names every damaged pair of its shards, and makes nothing', async () => {
  const shards = [1, 2].map((part) => join(scratch, `shard-${String(part)}`));
  await Promise.all(shards.map((folder, i) => runTiny(folder, { shard: { part: i + 1, of: 2 } })));
  const [first = '', second = ''] = shards;
  const target = join(scratch, 'merged');
  const damaged = [copy(first), copy(second)];
  truncateSync(record(damaged[0] ?? '', 2));
  rmSync(out(damaged[1] ?? ''), { recursive: true });
  await assert.rejects(mergeShards(damaged, target), (error) => {
    assert.ok(refused(65, /pair 2: .*000002\.json is empty: --resume it first/)(error), String(error));
    assert.ok(refused(65, /pair 1: .*_s43\/out is missing: --resume it first/)(error), String(error));
    return true;
  });
  assert.equal(existsSync(target), false);
  // of what belongs to no pair of a shard nothing is taken
  cpSync(record(second, 1), record(first, 1));
  writeFileSync(record(first, 1), '');
  mkdirSync(join(first, 'active', 'runs', 'mine'));
  writeFileSync(join(first, 'active', 'runs', 'mine', 'thesis.txt'), 'mine');
  await mergeShards(shards, target);
  assert.deepEqual(contents(target), undisturbed);
});

test('a record is on the disk before it is in its place, and its folder after', async () => {
  const done: string[] = [];
  const handle = await fsAsync.open(scratch);
  const kind = Object.getPrototypeOf(handle) as { sync: () => Promise<void> };
  await handle.close();
  const [sync, rename, open] = [kind.sync, fs.promises.rename, fs.promises.open];
  const paths = new WeakMap<object, string>();
  fsAsync.open = async (path, ...more) => {
    const file = await open(path, ...more);
    paths.set(file, String(path));
    return file;
  };
  kind.sync = function (this: object) {
    done.push(`sync ${paths.get(this) ?? ''}`);
    return sync.call(this);
  };
  fsAsync.rename = (from, to) => {
    done.push(`rename ${String(from)}`);
    return rename(from, to);
  };
  syncBuiltinESMExports();
  try {
    const folder = join(scratch, 'synced');
    await runTiny(folder);
    const pairs = join(folder, 'aggregate', 'pairs');
    const of = [0, 1, 2, 3].map((index) => {
      const temporary = `${record(folder, index)}.tmp`;
      const at = done.indexOf(`rename ${temporary}`);
      return [done.slice(0, at).includes(`sync ${temporary}`), done.slice(at).includes(`sync ${pairs}`)];
    });
    assert.deepEqual(of, Array(4).fill([true, true]));
  } finally {
    fsAsync.open = open;
    fsAsync.rename = rename;
    kind.sync = sync;
    syncBuiltinESMExports();
  }
});
