/** A sweep of records needs no more memory for a hundred thousand pairs than for a few thousand. OUT-16. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';

const script = fileURLToPath(new URL('many-pairs.ts', import.meta.url));
const scratch = scratchFolder();

/** MiB at the peak, of a process that tidies up early. */
function peak(pairs: number, seedPerPair: boolean): number {
  const out = join(scratch, `${String(pairs)}-${String(seedPerPair)}`);
  const engine = ['--max-semi-space-size=2', '--max-old-space-size=128', '--import', 'tsx'];
  const args = [...engine, script, String(pairs), out, String(seedPerPair)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return Number(stdout);
}

for (const seedPerPair of [false, true])
  test(`100 000 pairs beside 2 500, ${seedPerPair ? 'a seed each' : 'on shared seeds'}`, (t) => {
    const [few, many] = [peak(2_500, seedPerPair), peak(100_000, seedPerPair)];
    t.diagnostic(`${String(few)} and ${String(many)} MiB at the peak`);
    // a list of the pairs and a sum for each seed are a few bytes a pair; records would be 200 MB
    assert.ok(many < few + 64, `${String(few)} and ${String(many)} MiB`);
  });
