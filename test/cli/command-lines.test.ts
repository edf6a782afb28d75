/** Command lines with which somebody errs: what is said of them, and that nothing is done before. CLI-03. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { runLine } from '../../src/cli/main.ts';
import { fixtures } from '../gate/fixture.ts';

const project = process.cwd();
const home = scratchFolder();
process.chdir(home);
after(() => {
  process.chdir(project);
});
beforeEach(() => {
  rmSync(home, { recursive: true });
  cpSync(join(fixtures, 'right'), home, { recursive: true });
  process.chdir(home);
});

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What the process would end with now. */
const exitStatus = (): number => Number(process.exitCode ?? 0);

/** Runs a command line here; the texts that it writes are its words, what the test runner writes is bytes. */
async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const toStdout = process.stdout.write.bind(process.stdout);
  const toStderr = process.stderr.write.bind(process.stderr);
  process.stdout.write = (text: string | Uint8Array) => {
    if (typeof text !== 'string') return toStdout(text);
    said.out += text;
    return true;
  };
  process.stderr.write = (text: string | Uint8Array) => {
    said.err += String(text);
    return true;
  };
  process.exitCode = 0;
  try {
    await runLine(['node', 'ringspec', ...args]);
    return { status: exitStatus(), ...said };
  } finally {
    process.stdout.write = toStdout;
    process.stderr.write = toStderr;
    process.exitCode = 0;
  }
}

test('a clause with the name of what every object has is no clause that could be accepted', async () => {
  const accepted = readFileSync('features/accepted.yaml', 'utf8');
  for (const name of ['constructor', 'toString', '__proto__']) {
    const { status, err } = await run('gate', '--accept', name, '--by', 'a', '--why', 'b');
    assert.equal(status, 64, err);
    assert.match(err, new RegExp(`${name}: no such clause`));
  }
  assert.equal(readFileSync('features/accepted.yaml', 'utf8'), accepted);
});

test('gate --run without a command to run is no usage, and removes nothing', async () => {
  const at = ['--messages', 'messages.ndjson', '--record', 'run.json', '--properties', 'properties.json'];
  writeFileSync('empty.yaml', 'run: []\n');
  for (const asked of [
    ['--run', ''],
    ['--run', '  '],
    ['--config', 'empty.yaml', '--run'],
  ]) {
    const { status, err } = await run('gate', ...at, ...asked);
    assert.equal(status, 64, err);
    assert.match(err, /--run: no command is named/);
  }
  assert.ok(existsSync('messages.ndjson') && existsSync('run.json'));
});

test('hunt splits the command of an implementation as verify does', async () => {
  for (const [command, said] of [
    ['""', 'the command is empty'],
    ['', 'the command is empty'],
    ['python3 "my adapter', 'the quote " is not closed'],
  ] as const) {
    const { status, err } = await run('hunt', '--implementation', command, '--for', '1s', '--out', 'h');
    assert.equal(status, 64, err);
    assert.ok(err.includes(said), err);
  }
  assert.ok(!existsSync('h'));
});

test('gate --config reads the package.json that is named, and needs it', async () => {
  put('package.json', '{"ringspec": {"longest": 1}}');
  put('sub/package.json', '{"ringspec": {"feature": "spec"}}');
  put('other/package.json', '{"name": "other"}');
  for (const [path, said] of [
    ['sub/package.json', /^sub\/package\.json: feature: found the unknown key feature; /],
    ['other/package.json', /^other\/package\.json: found no member ringspec; allowed: /],
    ['missing/package.json', /^missing\/package\.json: found no such file; allowed: a settings file/],
  ] as const) {
    const { status, err } = await run('gate', '--config', path);
    assert.equal(status, 65, err);
    assert.match(err, said);
  }
});

test('report refuses the options of another kind of report, and --json is of every kind', async () => {
  for (const [args, said] of [
    [
      ['--index', '.', '--out', 'x', '--runs', '3', '--messages', 'y'],
      'found --out, --runs, --messages with --index',
    ],
    [['--spec', '--runs', '3'], 'found --runs with --spec'],
    [['.', '--catalogue', 'features/clauses.yaml'], 'found --catalogue with DIR'],
  ] as const) {
    const { status, err } = await run('report', ...args);
    assert.equal(status, 64, err);
    assert.ok(err.includes(said), err);
  }
  mkdirSync('outputs');
  const { status, out, err } = await run('report', '--index', 'outputs', '--json');
  assert.equal(status, 0, err);
  assert.deepEqual(JSON.parse(out), { page: join('outputs', 'index.html'), pages: [] });
});

test('hunt --from is of --exhaustive', async () => {
  const { status, err } = await run('hunt', '--from', '5', '--worlds', '1', '--out', 'h');
  assert.equal(status, 64, err);
  assert.match(err, /--from: found without --exhaustive; allowed: together with it/);
});

test('all files that cannot be read are told at once', async () => {
  put('damaged.json', '{');
  mkdirSync('dir');
  for (const name of ['damaged.ndjson', 'damaged.xml', 'damaged2.xml']) put(name, '{');
  const lines: readonly (readonly [args: readonly string[], files: readonly string[]])[] = [
    [
      ['certificates', 'damaged.json', 'features/clauses.yaml', 'none1', 'none2', 'dir'],
      ['damaged.json', 'features/clauses.yaml', 'none1', 'none2', 'dir'],
    ],
    [
      ['gate', '--features', 'none1', 'none2', '--messages', 'dir', 'dir/.', '--waivers', 'dir/..'],
      ['none1', 'none2', 'dir', 'dir/.', 'dir/..'],
    ],
    [
      ['gate', '--messages', 'dir', 'dir/.', '--results', 'dir/..', '../', '--waivers', '.'],
      ['dir', 'dir/.', 'dir/..', '../', '.'],
    ],
    [
      ['gate', '--messages', 'damaged.json', 'damaged.ndjson', '--results', 'damaged.xml', 'damaged2.xml'],
      ['damaged.json', 'damaged.ndjson', 'damaged.xml', 'damaged2.xml'],
    ],
    [
      ['verify', '--implementation', 'true', '--failed', 'none1', '--known-failures', 'none2'],
      ['none2', 'none1'],
    ],
    [
      ['certificate', '--from-vectors', 'none1', '--known-failures', 'none2'],
      ['none2', 'none1'],
    ],
    [
      ['gate', '--catalogue', 'none1', '--accepted', 'dir', '--accept', 'all', '--by', 'a', '--why', 'b'],
      ['none1', 'dir'],
    ],
  ];
  for (const [args, files] of lines) {
    const { status, err } = await run(...args);
    assert.equal(status, 65, err);
    const told = err.split('\n').flatMap((line) => /^([^:\s]+)\S*: found /.exec(line)?.[1] ?? []);
    assert.deepEqual(told.sort(), [...files].sort(), err);
  }
});

test('verify says which options go with --implementation: in its help, and of all that are given without it', async () => {
  const { status, err } = await run('verify', '--known-failures', 'none', '--first');
  assert.equal(status, 64);
  for (const option of ['--known-failures', '--first'])
    assert.ok(
      err.includes(`error: ${option} goes with --implementation: found without it; allowed together with it`),
      err,
    );
  const { out } = await run('verify', '--help');
  assert.match(
    out,
    /These options go with --implementation:\n  --tolerance, --slow, --known-failures, --out, --ruling, --only, --failed, --first, --quiet, --write-known\./,
  );
});
