/** What `ringspec hunt` tells of a program at a terminal, and how it exits. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { capabilities } from '../../src/protocol/protocol.ts';
import { program } from '../program.ts';
import { buildAdapter } from '../verify/build-adapter.ts';

const folder = scratchFolder();
let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

let hunts = 0;
function hunt(command: readonly string[], ...args: string[]) {
  const out = join(folder, String(++hunts));
  const run = spawnSync(program, ['hunt', '--implementation', command.join(' '), '--out', out, ...args], {
    encoding: 'utf8',
  });
  return { ...run, out };
}

test('answers that differ once and not again fail the command, and are counted', () => {
  const tires = adapter('tires-after-two-worlds');
  const random = hunt(tires, '--worlds', '5');
  assert.equal(random.status, 1, random.stdout + random.stderr);
  assert.match(random.stdout, /^5 worlds in \d+ s \(.*\/s\), 0 found, 4 unsteady\n/);
  assert.match(random.stdout, /\nin 4 worlds \(the first is number 1\) the answers differed once/);
  const full = hunt(tires, '--exhaustive', 'small', '--worlds', '4');
  assert.equal(full.status, 1, full.stdout + full.stderr);
  assert.match(full.stdout, /\n3 of 4 worlds agree, 1 do not \(0 kinds, 1 unsteady\)\n$/);
});

test('a look that is refused is told by its operation and its reason, with the lines that lead to it', () => {
  const { status, stdout, stderr, out } = hunt(
    adapter('refuses-quotes'),
    // the first world in which quotes are asked for
    ...['--exhaustive', 'small', '--from', '2325', '--worlds', '1'],
  );
  assert.equal(status, 1, stdout + stderr);
  assert.match(stdout, /^PROTOCOL, in .*: quotes is refused: internal: no\n/);
  assert.match(stdout, /"lines" in state\.json of the folder of --out\n/);
  const { kinds } = JSON.parse(readFileSync(join(out, 'state.json'), 'utf8')) as {
    kinds: { lines: string[] }[];
  };
  const requests = (kinds[0]?.lines ?? []).map((line) => JSON.parse(line) as { id: number; op: string });
  assert.deepEqual([requests[0]?.op, requests.at(-1)?.op], ['reset', 'quotes']);
  assert.deepEqual(
    requests.map(({ id }) => id),
    requests.map((_, i) => i + 1),
  );
});

test('what is not claimed is not asked: worlds are left out and counted, and a kernel alone is sent on', () => {
  const all = capabilities.filter((one) => one !== 'units').join(',');
  const claims = capabilities.filter((one) => one !== 'regimes' && one !== 'input_checks').join(',');
  const some = hunt(adapter('keeps-to-its-claims', claims), '--worlds', '12');
  assert.equal(some.status, 0, some.stdout + some.stderr);
  assert.match(
    some.stdout,
    /^12 worlds in .*, nothing found\n[^]*\n3 worlds left out, since they need capabilities that are not claimed: regimes \(3\)\n$/,
  );
  const full = hunt(adapter('keeps-to-its-claims', 'trades,rebucketing'), '--exhaustive', 'small', '--json');
  assert.equal(full.status, 0, full.stdout + full.stderr);
  const { agree, leftOut, of } = JSON.parse(full.stdout) as {
    agree: number;
    leftOut: Record<string, number>;
    of: number;
  };
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  assert.deepEqual([agree > 0, left > 0, agree + left], [true, true, of], JSON.stringify(leftOut));
  const none = hunt(adapter('keeps-to-its-claims', 'trades'), '--exhaustive', 'small', '--worlds', '3');
  assert.equal(none.status, 4, none.stdout + none.stderr);
  assert.match(none.stdout, /\n3 worlds left out, .*: period \(3\)\n0 of 3 worlds agree\n$/);
  const kernel = hunt(adapter('keeps-to-its-claims', 'kernel'), '--worlds', '3');
  assert.equal(kernel.status, 4, kernel.stdout + kernel.stderr);
  assert.match(kernel.stderr, /it claims no capability of a world, such as trades, /);
  const coarse = hunt(adapter('rounds', all), '--exhaustive', 'small', '--worlds', '40');
  assert.equal(coarse.status, 0, coarse.stdout + coarse.stderr);
});

test('a hunt that asked nothing is no evidence', () => {
  for (const limit of [
    ['--worlds', '0'],
    ['--exhaustive', 'small', '--worlds', '0'],
  ]) {
    const { status, stdout, stderr } = hunt(adapter('none'), ...limit);
    assert.equal(status, 4, stdout + stderr);
  }
});
