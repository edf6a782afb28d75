/** Files that cannot be read and disks that cannot be written, from the outside: no command hangs or ends with 70. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { fixtures } from '../gate/fixture.ts';
import { program } from '../program.ts';

const baseline = fileURLToPath(new URL('../../scenarios/baseline.yaml', import.meta.url));
const small = fileURLToPath(new URL('../../scenarios/balanced-small.yaml', import.meta.url));
const home = scratchFolder();

/** Far longer than any of these commands takes; one that never ends is killed, and has no exit status. */
const KILL_MS = 120_000;

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

const run = (args: readonly string[], cwd = home): Promise<Ended> =>
  new Promise((done) => {
    const options = { cwd, timeout: KILL_MS, killSignal: 'SIGKILL' as const };
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      const exit = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      done({ exit, out, err });
    });
  });

async function refused(exit: 1 | 65, said: RegExp, args: readonly string[], cwd = home): Promise<Ended> {
  const ended = await run(args, cwd);
  assert.equal(ended.exit, exit, `${args.join(' ')}: ${ended.err}`);
  assert.match(ended.err, said);
  assert.doesNotMatch(ended.err, /\n\s+at |please report/);
  return ended;
}

const at = (name: string): string => join(home, name);
const put = (name: string, text: string): string => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  return at(name);
};
const repository = (name: string): string => {
  const folder = at(name);
  cpSync(join(fixtures, 'right'), folder, { recursive: true });
  return folder;
};
const own = ['--messages', 'messages.ndjson', '--record', 'run.json', '--properties', 'properties.json'];

test('below a folder in which nothing can be made: exit 1', async () => {
  const there = repository('proc');
  const said = /cannot write \/proc\/x.*: the folder cannot be made/;
  await Promise.all([
    refused(1, said, ['gate', ...own, '--verdict', '/proc/x/v.json'], there),
    refused(1, said, ['gate', ...own, '--junit', '/proc/x/y/j.xml'], there),
    refused(1, said, ['gate', '--run', 'true', '--messages', '/proc/x/m.ndjson'], there),
  ]);
  await Promise.all([
    refused(1, said, ['hunt', '--out', '/proc/x/h', '--worlds', '1']),
    refused(1, said, ['run', baseline, '--out', '/proc/x/r']),
    refused(1, said, ['sweep', 'balanced', small, '--out-dir', '/proc/x/s']),
    refused(1, said, ['vectors', '--out', '/proc/x/v', '--worlds', '0']),
  ]);
});

test('in a working folder that was deleted: exit 1', async () => {
  const gone = at('gone');
  mkdirSync(gone);
  const script = 'rmdir ../gone && exec "$0" "$@"';
  for (const args of [
    ['hunt', '--out', 'a/b', '--worlds', '1'],
    ['gate', '--verdict', 'a/v.json'],
  ]) {
    mkdirSync(gone, { recursive: true });
    const ended = await new Promise<Ended>((done) => {
      const command = ['-c', script, process.execPath, program, ...args];
      execFile('sh', command, { cwd: gone, timeout: KILL_MS, killSignal: 'SIGKILL' }, (error, out, err) => {
        done({ exit: typeof error?.code === 'number' ? error.code : null, out, err });
      });
    });
    assert.deepEqual(
      [ended.exit, ended.err],
      [1, 'ringspec: the working folder is gone: start it in another one\n'],
    );
  }
});

/** A small disk of its own for the time of a test; null where the system lets nobody mount one. */
function disk(name: string, options: string): string | null {
  mkdirSync(at(name));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at(name)], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return at(name);
}

test('on a disk that is full: exit 1, the reason, and no half of a file', async (t) => {
  const full = disk('full', 'size=64k');
  if (full === null) {
    t.skip('no disk can be mounted here');
    return;
  }
  try {
    const there = repository('before-full');
    writeFileSync(join(full, 'v.json'), 'old');
    writeFileSync(join(full, 'rest'), Buffer.alloc(60 * 1024));
    const said = /cannot write .*full.*: there is no space left on the disk/;
    await refused(1, said, ['gate', ...own, '--verdict', join(full, 'v.json')], there);
    await refused(1, said, ['run', baseline, '--out', join(full, 'r')]);
    rmSync(join(full, 'rest'));
    mkdirSync(join(full, 'h'));
    writeFileSync(join(full, 'rest'), Buffer.alloc(64 * 1024 - 4096));
    await refused(1, said, ['hunt', '--out', join(full, 'h'), '--worlds', '2']);
    assert.equal(readFileSync(join(full, 'v.json'), 'utf8'), 'old');
    assert.deepEqual(
      readdirSync(full, { recursive: true }).filter((name) => String(name).endsWith('.part')),
      [],
    );
  } finally {
    execFileSync('umount', [full]);
  }
});

test('on a disk that can only be read: exit 1 and the reason', async (t) => {
  const fixed = disk('fixed', 'size=1m');
  if (fixed === null) {
    t.skip('no disk can be mounted here');
    return;
  }
  try {
    cpSync(join(fixtures, 'right'), fixed, { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', fixed]);
    const said = /cannot write .*: the disk can only be read/;
    await refused(1, said, ['gate', ...own], fixed);
    await refused(1, said, ['gate', ...own, '--run', 'true'], fixed);
    await refused(1, said, ['gate', '--accept', 'PUR-01', '--by', 'Ada', '--why', 'read'], fixed);
    await refused(1, said, ['hunt', '--out', 'h', '--worlds', '1'], fixed);
  } finally {
    execFileSync('umount', [fixed]);
  }
});

test('a terminal that takes nothing more: exit 1 and the reason', async (t) => {
  if (!existsSync('/dev/full')) {
    t.skip('there is no /dev/full here');
    return;
  }
  const there = repository('terminal');
  const line = `"$0" "$@" > /dev/full`;
  const ended = await new Promise<Ended>((done) => {
    execFile(
      'sh',
      ['-c', line, process.execPath, program, 'gate', ...own],
      { cwd: there },
      (error, out, err) => {
        done({ exit: typeof error?.code === 'number' ? error.code : null, out, err });
      },
    );
  });
  assert.deepEqual(
    [ended.exit, ended.err],
    [1, 'ringspec: cannot write the output: there is no space left on the disk\n'],
  );
  await refused(
    1,
    /cannot write \/dev\/full: it is a pipe or a device/,
    ['gate', ...own, '--verdict', '/dev/full'],
    there,
  );
});

test('a named pipe in place of a file: exit 65', async () => {
  const there = repository('pipes');
  const pipe = at('pipe');
  execFileSync('mkfifo', [pipe]);
  mkdirSync(at('hunt'));
  execFileSync('mkfifo', [join(at('hunt'), 'state.json')]);
  const said = /: found a named pipe; allowed: /;
  const lines: readonly string[][] = [
    ['run', pipe, '--out', at('r')],
    ['certificates', pipe],
    ['verify', '--implementation', 'true', '--known-failures', pipe],
    ['hunt', '--resume', '--out', at('hunt'), '--worlds', '1'],
    ['report', '--spec', '--messages', pipe, '--out', at('p')],
  ];
  await Promise.all(lines.map((args) => refused(65, said, args)));
  const inputs = [
    'catalogue',
    'features',
    'messages',
    'record',
    'properties',
    'strength',
    'waivers',
    'accepted',
  ];
  const named = inputs.flatMap((name) => [`--${name}`, pipe]);
  const { err } = await refused(65, said, ['gate', ...named, '--baseline', '/dev/zero'], there);
  const told = err.trimEnd().split('\n');
  assert.deepEqual(
    told.map((line) => /found (.*?);/.exec(line)?.[1]),
    [...inputs.map(() => 'a named pipe'), 'a device'],
  );
});

test('links that lead in a circle: each folder is read once, a file is refused', async () => {
  const there = repository('circle');
  for (const name of ['a', 'b', 'c']) symlinkSync('.', join(there, 'features', name));
  symlinkSync('loop', join(there, 'loop'));
  const { exit, out } = await run(['gate', ...own], there);
  assert.match(out, /^4 clauses: 3 covered, 1 waived\n5 of 5 scenarios are evidence/);
  assert.equal(exit, 0);
  await refused(
    65,
    /loop: found links that lead in a circle; allowed: /,
    ['gate', ...own, '--catalogue', 'loop'],
    there,
  );
  await refused(65, /loop: found .*; allowed: a feature file/, ['gate', ...own, '--features', 'loop'], there);
  await refused(65, /loop: found links that lead in a circle; /, ['run', 'loop', '--out', 'r'], there);
});

test('a manifest, a certificate, a state and messages that nest 20 000 deep: exit 65', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const there = repository('deep');
  const manifest = put(
    'deep/manifest.json',
    `{"program": "ringspec", "run_id": "x", "scenario": {"seed": ${deep}}}`,
  );
  put('deep/hunt/state.json', `{"seed": ${deep}}`);
  put('deep/messages.ndjson', `\n{"source": ${deep}}\n`);
  const said = /:1: found values nested too deep; allowed: at most 100 levels/;
  await refused(65, said, ['run', manifest, '--out', at('r')]);
  await refused(65, said, ['report', there]);
  await refused(65, said, ['hunt', '--resume', '--out', join(there, 'hunt'), '--worlds', '1']);
  await refused(65, /messages\.ndjson:2: found values nested too deep/, ['gate', ...own], there);
});

test('every fault of every file at once, and of more than a hundred the number', async () => {
  const there = repository('many');
  put('many/messages.ndjson', 'PASSED\n'.repeat(5000));
  put(
    'many/features/waivers.yaml',
    'waivers:\n  - {clause: A, kind: luck, reason: "", owner: B, expiry: soon}\n',
  );
  const { err } = await refused(
    65,
    /^messages\.ndjson:1: found a text that is damaged or cut off; allowed: JSON\n/,
    ['gate', ...own],
    there,
  );
  const lines = err.trimEnd().split('\n');
  assert.deepEqual([lines.length, lines[100]], [101, 'and 4 903 more']);
  put('many/messages.ndjson', 'PASSED\n');
  const few = await refused(65, /^messages\.ndjson:1: /, ['gate', ...own], there);
  for (const [path, found] of [
    ['kind', 'luck'],
    ['reason', ''],
    ['expiry', 'soon'],
  ] as const)
    assert.ok(
      few.err.includes(`features/waivers.yaml:2: waivers[0].${path}: found "${found}"; allowed: `),
      few.err,
    );
});
