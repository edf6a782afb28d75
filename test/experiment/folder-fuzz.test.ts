/**
 * Damaged folders of sweeps: whatever was done to one, `--resume`, `merge`, `analyze` and `report` end with an exit
 * status that is documented, and what succeeds has the bytes of the sweep that nothing was done to. RINGSPEC_FUZZ
 * is how many inputs there are.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { analyzeSweep, writeAnalysis } from '../../src/analysis/analyze.ts';
import { SweepFaults } from '../../src/analysis/file-faults.ts';
import { mergeShards } from '../../src/experiment/merge.ts';
import { OutputFault } from '../../src/files/output-fault.ts';
import { ScenarioFaults } from '../../src/scenario/load.ts';
import { makeReport } from '../../src/site/make-report.ts';
import { damages, filesOf, inflict, type Damage } from './damage.ts';
import { runTiny } from './tiny-sweep.ts';

const INPUTS = Number(process.env['RINGSPEC_FUZZ'] ?? 2000);

/** In memory where there is such a place: a disk syncs every record. */
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ringspec-damage-'));
const whole = join(scratch, 'whole');
const cut = join(scratch, 'cut');
const shards = [1, 2].map((part) => join(scratch, `shard-${String(part)}`)) as [string, string];
const work = join(scratch, 'work');
const target = join(scratch, 'target');

type Contents = ReadonlyMap<string, Buffer>;
const contents = (folder: string): Contents =>
  new Map(filesOf(folder).map((name) => [name, readFileSync(join(folder, name))]));
let undisturbed: Contents;

before(async () => {
  await runTiny(whole);
  undisturbed = contents(whole);
  await runTiny(cut, { upTo: 2 });
  await Promise.all(shards.map((folder, i) => runTiny(folder, { shard: { part: i + 1, of: 2 } })));
});
after(() => {
  rmSync(scratch, { recursive: true });
});

/** As the command line has it, for what is thrown is its business. */
async function statusOf(command: () => Promise<unknown>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (error) {
    if (error instanceof OutputFault) return error.exitStatus;
    if (error instanceof ScenarioFaults || error instanceof SweepFaults) return 65;
    throw error;
  }
}

const isForeign = (name: string): boolean =>
  ['thesis.txt', 'notes.csv', '.DS_Store'].includes(basename(name));

function holdsUndisturbed(folder: string, besides: Contents): void {
  const found = contents(folder);
  for (const [name, bytes] of undisturbed)
    assert.ok(found.get(name)?.equals(bytes) === true, `${name} is not what it was`);
  const more = [...found.keys()].filter((name) => !undisturbed.has(name) && !besides.has(name));
  assert.deepEqual(more, [], 'files that are new');
}

/** Copies a folder, damages the copy, runs a command on it, and looks at what is the user's. */
async function damaged(from: string, done: readonly Damage[], command: () => Promise<unknown>) {
  for (const folder of [work, target, `${target}.partial`]) rmSync(folder, { recursive: true, force: true });
  cpSync(from, work, { recursive: true });
  for (const damage of done) inflict(work, damage);
  const before = contents(work);
  const status = await statusOf(command);
  assert.ok(status === 0 || status === 65, `exit status ${String(status)}`);
  const found = contents(work);
  for (const [name, bytes] of before)
    if (isForeign(name)) assert.ok(found.get(name)?.equals(bytes) === true, `${name} was touched`);
  return { status, before };
}

const commands: Readonly<Record<string, (done: readonly Damage[]) => Promise<number>>> = {
  async 'resume a finished sweep'(done) {
    const { status, before } = await damaged(whole, done, () => runTiny(work, { resume: true }));
    if (status === 0) holdsUndisturbed(work, before);
    return status;
  },
  async 'resume a sweep that was cut off'(done) {
    const { status, before } = await damaged(cut, done, () => runTiny(work, { resume: true }));
    if (status === 0) holdsUndisturbed(work, before);
    return status;
  },
  async merge(done) {
    const { status } = await damaged(shards[0], done, () => mergeShards([work, shards[1]], target));
    if (status === 0) holdsUndisturbed(target, new Map());
    else assert.equal(existsSync(target), false);
    return status;
  },
  async analyze(done) {
    const { status } = await damaged(whole, done, async () => {
      writeAnalysis(await analyzeSweep(work), work, target);
    });
    return status;
  },
  async report(done) {
    const { status } = await damaged(whole, done, () =>
      makeReport(work, { target, pairs: 1, onPage: () => undefined }),
    );
    assert.equal(status === 0, existsSync(target));
    return status;
  },
};

/** In 1000 inputs; an analysis takes as long as forty resumed sweeps, a report as long as a hundred. */
const shares = {
  'resume a finished sweep': 550,
  'resume a sweep that was cut off': 240,
  merge: 195,
  analyze: 10,
  report: 5,
};

test('whatever was done to the folder of a sweep, no command crashes, and none says that it is right', async () => {
  const seen: Record<string, number> = {};
  const command = fc.oneof(
    ...Object.entries(shares).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
  );
  await fc.assert(
    fc.asyncProperty(command, damages, async (name, done) => {
      const t = performance.now();
      const status = await commands[name]?.(done);
      const key = `${name}: ${String(status)}`;
      seen[key] = (seen[key] ?? 0) + 1;
      times[name] = (times[name] ?? 0) + performance.now() - t;
    }),
    { seed: 16, numRuns: INPUTS },
  );
  console.error(seen, times);
  // each command was seen to succeed and to refuse
  if (INPUTS >= 2000)
    assert.equal(Object.keys(seen).length, 2 * Object.keys(shares).length, JSON.stringify(seen));
  assert.deepEqual(contents(whole), undisturbed);
});
const times: Record<string, number> = {};
