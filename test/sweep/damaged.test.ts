/** A sweep that goes on finds what is damaged, says so, and runs it again. What merge makes of it. OUT-14. */
import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import fsAsync from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { aggregate } from '../../src/sweep/aggregate.ts';
import { mergeShards } from '../../src/sweep/merge.ts';
import { runPair } from '../../src/sweep/pair.ts';
import { PairRecords } from '../../src/sweep/pair-records.ts';
import { runSweep } from '../../src/sweep/sweep.ts';
import { contents } from './folder-contents.ts';
import { firstPair, load, threeTraders } from './small-sweep.ts';
import { runTiny, tinySweep } from './tiny-sweep.ts';

const scratch = scratchFolder();
const whole = join(scratch, 'whole');
const block = (folder: string): string => join(folder, 'aggregate', 'pairs', '0000.ndjson');
/** Changes the line of a pair in its block; null takes it out. */
function editLine(folder: string, index: number, change: (line: string) => string | null): void {
  const lines = readFileSync(block(folder), 'utf8').trimEnd().split('\n');
  const changed = lines.flatMap((line) => {
    const made = line.startsWith(`{"index":${String(index)},`) ? change(line) : line;
    return made === null ? [] : [`${made}\n`];
  });
  writeFileSync(block(folder), changed.join(''));
}
const lineOf = (folder: string, index: number): string =>
  readFileSync(block(folder), 'utf8').split('\n')[index] ?? '';
let undisturbed: Record<string, string> = {};

before(async () => {
  await runTiny(whole);
  undisturbed = contents(whole);
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
    'a record that was cut off',
    (f) => {
      editLine(f, 1, (line) => line.slice(0, 300));
    },
    /^pair 1 is run again: .*0000\.ndjson: its record is damaged or was cut off/,
  ],
  [
    'a record with another figure',
    (f) => {
      editLine(f, 1, (line) => line.replace(/"effect":"[^"]*"/, '"effect":"0.5"'));
    },
    /^pair 1 is run again: .*0000\.ndjson: its record is damaged/,
  ],
  [
    'a record that is no JSON',
    (f) => {
      editLine(f, 1, () => 'thesis');
    },
    /0000\.ndjson:2 is no record: the pair that it was of is run again/,
  ],
  [
    'the record of another pair',
    (f) => {
      const other = lineOf(f, 2);
      editLine(f, 1, () => other.replace('"index":2', '"index":1'));
    },
    /^pair 1 is run again: .*0000\.ndjson: its record is damaged/,
  ],
  [
    'the record of another sweep',
    async (f) => {
      const other = join(scratch, 'other');
      await runTiny(other, { sweep: load(threeTraders.replace('[1.6]', '[2, 0.5], seeds: 2'), 'float64') });
      const foreign = lineOf(other, 1);
      editLine(f, 1, () => foreign);
    },
    /^pair 1 is run again: .*0000\.ndjson: its record is of another sweep/,
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
  editLine(folder, 3, () => null);
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
  editLine(folder, 2, () => null);
  assert.throws(
    () => aggregate(folder, new PairRecords(folder, hash), tinySweep),
    refused(65, /0000\.ndjson: the record of pair 2 is missing: .*--resume makes it again/),
  );
});

test('a merge names every damaged pair of its shards, and makes nothing', async () => {
  const shards = [1, 2].map((part) => join(scratch, `shard-${String(part)}`));
  await Promise.all(shards.map((folder, i) => runTiny(folder, { shard: { part: i + 1, of: 2 } })));
  const [first = '', second = ''] = shards;
  const target = join(scratch, 'merged');
  const damaged = [copy(first), copy(second)];
  editLine(damaged[0] ?? '', 2, (line) => line.slice(0, -1));
  rmSync(out(damaged[1] ?? ''), { recursive: true });
  await assert.rejects(mergeShards(damaged, target), (error) => {
    assert.ok(
      refused(65, /pair 2: .*0000\.ndjson: its record is damaged or was cut off: --resume it first/)(error),
      String(error),
    );
    assert.ok(refused(65, /pair 1: .*_s43\/out is missing: --resume it first/)(error), String(error));
    return true;
  });
  assert.equal(existsSync(target), false);
  await assert.rejects(mergeShards([first, join(scratch, 'never'), whole], target), (error) => {
    assert.ok(
      refused(65, /never is not there: run its shard first\n.*whole holds no shard of a sweep$/)(error),
      String(error),
    );
    return true;
  });
  // of what belongs to no pair of a shard nothing is taken
  appendFileSync(block(first), readFileSync(block(second)));
  mkdirSync(join(first, 'active', 'runs', 'mine'));
  writeFileSync(join(first, 'active', 'runs', 'mine', 'thesis.txt'), 'mine');
  await mergeShards(shards, target);
  assert.deepEqual(contents(target), undisturbed);
});

test('a merge that was cut off is done again; one that is complete is left alone, and told what to do', async () => {
  const shards = [1, 2].map((part) => join(scratch, `part-${String(part)}`));
  await Promise.all(shards.map((folder, i) => runTiny(folder, { shard: { part: i + 1, of: 2 } })));
  const target = join(scratch, 'merged-again');
  await mergeShards(shards, target);
  await assert.rejects(
    mergeShards(shards, target),
    refused(65, /holds this sweep already, complete: choose another folder, or move it away first$/),
  );
  // as it stands while run files are copied, and before a record is
  edit(join(target, 'manifest.json'), (text) =>
    text.replace(/("(completed|failed|verified)_pairs": )\d+/g, '$1null'),
  );
  rmSync(join(target, 'aggregate'), { recursive: true });
  truncateSync(join(out(target), 'events.jsonl'), 100);
  await mergeShards(shards, target);
  assert.deepEqual(contents(target), undisturbed);
});

test('a folder that is renamed while its sweep runs takes no record with it, and goes on under its new name', async () => {
  const folder = join(scratch, 'renamed');
  const moved = join(scratch, 'moved');
  const whole = runSweep(tinySweep, {
    ...{ outDir: folder, resume: false, shard: null, workers: 1, verifyShare: 0, keepRuns: false },
    signal: new AbortController().signal,
    onProgress: ({ done }) => {
      if (done === 1) renameSync(folder, moved);
    },
    onDamage: (fault) => assert.fail(fault),
  });
  await assert.rejects(whole, refused(1, /0000\.ndjson: its folder is gone; was it renamed, or removed\?/));
  assert.equal(existsSync(folder), false);
  const { summary } = await runSweep(tinySweep, {
    ...{ outDir: moved, resume: true, shard: null, workers: 1, verifyShare: 0, keepRuns: false },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onDamage: (fault) => assert.fail(fault),
  });
  assert.equal(summary?.pairs, 4);
});

test('a pair counts as done when its record is on the disk, and the folder of its block', async () => {
  const done: string[] = [];
  const handle = await fsAsync.open(scratch);
  const kind = Object.getPrototypeOf(handle) as { sync: () => Promise<void> };
  await handle.close();
  const [sync, open] = [kind.sync, fs.promises.open];
  const [openSync, fsyncSync] = [fs.openSync, fs.fsyncSync];
  const paths = new Map<unknown, string>();
  fsAsync.open = async (path, ...more) => {
    const file = await open(path, ...more);
    paths.set(file, String(path));
    return file;
  };
  kind.sync = function (this: object) {
    done.push(`sync ${paths.get(this) ?? ''}`);
    return sync.call(this);
  };
  fs.openSync = (path, ...more) => {
    const file = openSync(path, ...more);
    paths.set(file, String(path));
    return file;
  };
  fs.fsyncSync = (file) => {
    done.push(`sync ${paths.get(file) ?? ''}`);
    fsyncSync(file);
  };
  syncBuiltinESMExports();
  try {
    const folder = join(scratch, 'synced');
    const records = new PairRecords(folder, 'a sweep');
    await records.write(runPair(firstPair(tinySweep, join(folder, 'runs'))));
    assert.deepEqual(done.slice(-2), [`sync ${block(folder)}`, `sync ${join(folder, 'aggregate', 'pairs')}`]);
  } finally {
    fsAsync.open = open;
    kind.sync = sync;
    Object.assign(fs, { openSync, fsyncSync });
    syncBuiltinESMExports();
  }
});

test('OUT-16: a last line that was cut off is dropped, wherever the cut is', async () => {
  const bytes = readFileSync(block(whole));
  const last = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  for (const [at, lost] of [
    [last + 1, 1],
    [last + 12, 1],
    [last + 500, 1],
    // all but the line's end: the record is whole
    [bytes.length - 1, 0],
  ] as const) {
    const folder = copy();
    truncateSync(block(folder), at);
    const { progress } = await runTiny(folder, { resume: true });
    assert.equal(progress.done, lost, `cut at ${String(at)}`);
    assert.deepEqual(contents(folder), undisturbed);
  }
});
