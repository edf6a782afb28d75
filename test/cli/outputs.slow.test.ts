/** Nothing of the user's is touched, by whatever command writes. OUT-14, CLI-03. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { main } from '../../src/cli/main.ts';
import { contents } from '../sweep/folder-contents.ts';
import { threeTraders } from '../sweep/small-sweep.ts';
import { runTiny } from '../sweep/tiny-sweep.ts';

/** What the process would end with now. */
const exitStatus = (): number => Number(process.exitCode ?? 0);

const certificate = {
  program: 'ringspec',
  certificate: 2,
  specification: { version: '0.1.0', suite: '0'.repeat(64) },
  implementation: { name: 'mine', version: '1', language: 'C' },
  arithmetic: { stated: 'decimal', judged: 'decimal', tolerance: '1e-10' },
  capabilities: [],
  command: './mine',
  rulings: {},
  conforms: true,
  scenarios: { passed: 1, failed: 0, known: 0, unsupported: 0, 'set-aside': 0, 'not-run': 0 },
  causes: [],
  clauses: { 'KER-01': 'holds' },
};

/** A folder in which the user works: the commands are run in it. */
const home = scratchFolder();
const sweeps = scratchFolder();
const project = process.cwd();

before(async () => {
  await runTiny(join(sweeps, 'sweep'));
  await runTiny(join(sweeps, 'shard'), { shard: { part: 1, of: 1 } });
  process.chdir(home);
});
after(() => {
  process.chdir(project);
  for (const folder of [home, sweeps]) rmSync(folder, { recursive: true });
});
beforeEach(() => {
  rmSync(join(home, 'out'), { recursive: true, force: true });
  put('ring.yaml', threeTraders.replace(/^sweep:.*$/m, '').replace(/^balance:.*$/m, ''));
  put('sweep.yaml', threeTraders);
  put('file', 'mine');
  put('manifest.json', '{"mine": true}');
  put('certificate.json', JSON.stringify(certificate));
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

/** Runs a command here. */
async function run(...args: string[]): Promise<{ status: number; stderr: string }> {
  const write = process.stderr.write.bind(process.stderr);
  let stderr = '';
  process.exitCode = 0;
  process.stderr.write = (text: string | Uint8Array) => {
    stderr += String(text);
    return true;
  };
  try {
    await main(['node', 'ringspec', ...args]);
    return { status: exitStatus(), stderr };
  } finally {
    process.stderr.write = write;
    process.exitCode = 0;
  }
}

const sweep = join(sweeps, 'sweep');
const [run1, shard] = [
  join(sweep, 'active', 'runs', 'active_k1.6_c1_mu1_rho0.75_s42'),
  join(sweeps, 'shard'),
];
/** Every command that writes a folder, with the folder left out. */
const commands: Readonly<Record<string, (folder: string) => string[]>> = {
  run: (folder) => ['run', 'ring.yaml', '--out', folder],
  sweep: (folder) => ['sweep', 'balanced', 'sweep.yaml', '--out-dir', folder],
  merge: (folder) => ['merge', shard, '--out-dir', folder],
  report: (folder) => ['report', run1, '--out', folder],
  'report of a sweep': (folder) => ['report', sweep, '--out', folder],
  'report --spec': (folder) => ['report', '--spec', '--out', folder],
  verify: (folder) => ['verify', '--implementation', 'true', '--out', folder],
  certificates: (folder) => ['certificates', 'certificate.json', '--out', folder],
  vectors: (folder) => ['vectors', '--out', folder],
  sensitivity: (folder) => ['sensitivity', 'sweep.yaml', '--out-dir', folder],
  // an hour, so that it is refused before it hunts
  hunt: (folder) => ['hunt', '--for', '1h', '--out', folder],
};

for (const [name, command] of Object.entries(commands)) {
  test(`${name} into "", which an unset variable is, is no usage, and touches nothing`, async () => {
    const seen = contents(home);
    const { status, stderr } = await run(...command(''));
    assert.equal(status, 64, stderr);
    assert.match(stderr, /The name is empty: is a variable unset\?/);
    assert.deepEqual(contents(home), seen);
  });

  test(`${name} into a file, and into a place below a file, is refused`, async () => {
    const seen = contents(home);
    for (const folder of ['file', 'file/below', 'file/below/that']) {
      const { status, stderr } = await run(...command(folder));
      assert.equal(status, 65, stderr);
      assert.match(
        stderr,
        /file (is not a folder|.*a file stands where a folder is needed)|a file stands where/,
      );
      assert.deepEqual(contents(home), seen);
    }
  });
}

test('nor is "" the name of a folder that is read, beside which a command writes', async () => {
  const seen = contents(home);
  const written = ['--verdict', '--junit', '--markdown', '--sarif', '--baseline', '--accepted', '--messages'];
  for (const args of [
    ['analyze', ''],
    ['report', ''],
    ['merge', '', '--out-dir', 'out'],
    ['merge', shard, '', '--out-dir', 'out'],
    ...[...written, '--record', '--properties'].map((option) => ['gate', '--run', 'true', option, '']),
  ]) {
    const { status, stderr } = await run(...args);
    assert.equal(status, 64, `${args.join(' ')}: ${stderr}`);
    assert.deepEqual(contents(home), seen);
  }
});

/** Commands that are quick enough to be run again and again: where they write, and a folder below that. */
const replacing: readonly (readonly [name: string, folder: string, below: string])[] = [
  ['run', 'out/out', ''],
  ['report', 'out', 'assets/'],
  ['certificates', 'out', ''],
];

for (const [name, folder, below] of replacing)
  test(`${name} replaces its own output, and none in which there is a name of the user's`, async () => {
    const again = commands[name]?.('out') ?? [];
    assert.equal((await run(...again)).status, 0);
    const first = contents(join(home, 'out'));
    assert.equal((await run(...again)).status, 0);
    assert.deepEqual(contents(join(home, 'out')), first);
    for (const [place, file] of [
      [folder, 'thesis.txt'],
      [folder, `${below}thesis.txt`],
      [`${folder}.partial`, 'notes.csv'],
      [`${folder}.replaced`, 'notes.csv'],
    ] as const) {
      put(join(place, file), 'mine');
      const seen = contents(home);
      const { status, stderr } = await run(...again);
      assert.equal(status, 65, stderr);
      assert.ok(stderr.includes(`${place} holds ${file}, which this command does not write`), stderr);
      assert.deepEqual(contents(home), seen);
      rmSync(join(home, place, file));
      if (place !== folder) rmSync(join(home, place), { recursive: true });
    }
    // a copy that the user keeps beside it is the user's, whatever is in it
    cpSync(join(home, folder), join(home, `${folder}.old`), { recursive: true });
    assert.equal((await run(...again)).status, 0);
    assert.deepEqual(contents(join(home, `${folder}.old`)), contents(join(home, folder)));
    rmSync(join(home, `${folder}.old`), { recursive: true });
  });

test("an analysis is replaced, and none in which there is a name of the user's", async () => {
  const copy = join(home, 'out');
  cpSync(sweep, copy, { recursive: true });
  assert.equal((await run('analyze', 'out')).status, 0);
  assert.equal((await run('analyze', 'out')).status, 0);
  put('out/analysis/notes.csv', 'mine');
  const seen = contents(home);
  const { status, stderr } = await run('analyze', 'out');
  assert.equal(status, 65);
  assert.match(stderr, /out\/analysis holds notes\.csv, which this command does not write/);
  assert.deepEqual(contents(home), seen);
});

test('a slash at the end of a folder changes nothing, and the folder at hand is not replaced', async () => {
  assert.equal((await run(...(commands['report']?.('out/') ?? []))).status, 0);
  const first = contents(home);
  assert.equal((await run(...(commands['report']?.('out//') ?? []))).status, 0);
  assert.deepEqual(contents(home), first);
  mkdirSync(join(home, 'out', 'here'), { recursive: true });
  process.chdir(join(home, 'out', 'here'));
  try {
    for (const folder of ['.', '..', './', `${home}/out/here`, '../here/.']) {
      const { status, stderr } = await run('report', run1, '--out', folder);
      assert.equal(status, 65, stderr);
      assert.match(stderr, /holds the folder that this command runs in|holds here/);
    }
  } finally {
    process.chdir(home);
  }
  assert.deepEqual(contents(home), first);
});

test('what a killed command had moved away is put back, also where the next one comes to nothing', async () => {
  put('out.replaced/manifest.json', '{"program": "ringspec"}');
  put('out.replaced/index.html', 'an earlier page');
  const { status } = await run('verify', '--implementation', './there-is-none', '--out', 'out');
  assert.equal(status, 69);
  assert.equal(readFileSync(join(home, 'out', 'index.html'), 'utf8'), 'an earlier page');
  assert.deepEqual(
    ['out.replaced', 'out.partial'].filter((name) => existsSync(join(home, name))),
    [],
  );
});
