/** `ringspec verify --implementation` as somebody at a terminal runs it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { certificateSchema } from '../../src/verify/certificate.ts';
import { buildAdapter } from './build-adapter.ts';

const program = fileURLToPath(new URL('../../bin/ringspec', import.meta.url));
const folder = scratchFolder();
let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

const ringspec = (...args: string[]) => spawnSync(program, args, { encoding: 'utf8', cwd: folder });

test('a kernel alone: the rest is unsupported, and the files say so', { timeout: 120_000 }, () => {
  const line = adapter('none', 'kernel').join(' ');
  const known = join(folder, 'known.yaml');
  writeFileSync(
    known,
    'known_failures:\n  - clause: KER-01\n    reason: r\n    issue: i\n    expires: 2099-01-01\n',
  );
  const run = ringspec('verify', '--implementation', line, '--out', 'mine', '--known-failures', known);
  assert.equal(run.status, 3, run.stderr);
  assert.match(run.stdout, /known.yaml:2: KER-01 passes: take it out/);
  assert.match(
    run.stdout,
    /conforms in all that it claims: 0 of \d+ clauses hold, \d+ more as far as they can be asked; scenarios: \d+ passed, \d+ unsupported\nnext: .*\n$/,
  );
  assert.match(run.stdout, /\d+ scenarios: it needs trades, which is not claimed/);
  assert.match(run.stdout, /SET, .*: nothing of them could be asked/);
  const files = ['certificate.json', 'index.html', 'manifest.json', 'report.json', 'report.txt'];
  assert.deepEqual(readdirSync(join(folder, 'mine')).sort(), files);
  const certificate = certificateSchema.parse(
    JSON.parse(readFileSync(join(folder, 'mine/certificate.json'), 'utf8')),
  );
  assert.equal(certificate.conforms, false);
  assert.deepEqual(certificate.capabilities, ['kernel']);
  assert.equal(certificate.command, line);
  assert.equal(certificate.clauses['KER-01'], 'partly');
  assert.equal(readFileSync(join(folder, 'mine/report.txt'), 'utf8'), run.stdout);

  const path = join('mine', 'certificate.json');
  const matrix = ringspec('certificates', path, path, '--out', 'matrix');
  assert.equal(matrix.status, 0, matrix.stderr);
  assert.match(matrix.stdout, /KER-01 {4}partly asked {3}partly asked\n/);
  assert.ok(existsSync(join(folder, 'matrix/index.html')));
  const other = { ...certificate, specification: { ...certificate.specification, suite: '0'.repeat(64) } };
  writeFileSync(join(folder, 'other.json'), JSON.stringify(other));
  const differ = ringspec('certificates', path, 'other.json');
  assert.equal(differ.status, 65);
  assert.match(differ.stderr, /different suites, and cannot be compared/);
});

test('a capability with a misspelt name is told, with the one that is meant', { timeout: 60_000 }, () => {
  const line = adapter('none', 'kernel,trade').join(' ');
  const run = ringspec('verify', '--implementation', line, '--only', 'KER-13');
  assert.equal(run.status, 4, run.stderr);
  assert.match(
    run.stdout,
    /! it claims trade, which no scenario asks for; the nearest capability is trades\n/,
  );
});

test(
  'interrupted, it writes nothing, ends what it started, and exits with 130',
  { timeout: 60_000 },
  async () => {
    const line = adapter('hangs').join(' ');
    const child = spawn(program, ['verify', '--implementation', line, '--out', 'cut'], { cwd: folder });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // it has started, for the folder beside its place is there
    while (!existsSync(join(folder, 'cut.partial'))) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(status, 130);
    assert.match(said, /interrupted: nothing was written/);
    assert.deepEqual(
      [existsSync(join(folder, 'cut')), existsSync(join(folder, 'cut.partial'))],
      [false, false],
    );
    const left = spawnSync('pgrep', ['-f', line], { encoding: 'utf8' });
    assert.equal(left.stdout, '', 'nothing that it started is left');
  },
);
