/**
 * Damaged folders of sweeps: whatever was done to one, `--resume`, `merge`, `analyze` and `report` end with an exit
 * status that is documented, and what succeeds has the bytes of the sweep that nothing was done to. RINGSPEC_FUZZ
 * is how many inputs there are.
 */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { analyzeSweep, writeAnalysis } from '../../src/study/analysis/analyze.ts';
import { mergeShards } from '../../src/sweep/merge.ts';
import { makeReport } from '../../src/pages/report/make-report.ts';
import { damages, filesOf, inflict, type Damage } from './damage.ts';
import { runTiny } from './tiny-sweep.ts';

const INPUTS = Number(process.env['RINGSPEC_FUZZ'] ?? 2000);

// in memory where there is such a place: a disk syncs every record
if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm';
const scratch = scratchFolder();
const whole = join(scratch, 'whole');
const cut = join(scratch, 'cut');
const shards = [1, 2].map((part) => join(scratch, `shard-${String(part)}`)) as [string, string];
const target = join(scratch, 'target');

type Contents = ReadonlyMap<string, Buffer>;
const contents = (folder: string): Contents =>
  new Map(filesOf(folder).map((name) => [name, readFileSync(join(folder, name))]));
let undisturbed: Contents;

/** A folder that is damaged and restored again and again: most of it is whole most of the time. */
class Patient {
  readonly folder: string;
  readonly #whole: Contents;

  constructor(from: string) {
    this.folder = `${from}-damaged`;
    cpSync(from, this.folder, { recursive: true });
    this.#whole = contents(from);
  }

  restore(): void {
    const names = [...this.#whole.keys()];
    for (const name of readdirSync(this.folder, { recursive: true, encoding: 'utf8' }))
      if (!this.#whole.has(name) && !names.some((file) => file.startsWith(`${name}/`)))
        rmSync(join(this.folder, name), { recursive: true, force: true });
    for (const [name, bytes] of this.#whole) {
      const path = join(this.folder, name);
      const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
      if (isFile && readFileSync(path).equals(bytes)) continue;
      rmSync(path, { recursive: true, force: true });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
}
let finished: Patient;
let cutOff: Patient;
let shard: Patient;

before(async () => {
  await runTiny(whole);
  undisturbed = contents(whole);
  await runTiny(cut, { upTo: 2 });
  await Promise.all(shards.map((folder, i) => runTiny(folder, { shard: { part: i + 1, of: 2 } })));
  finished = new Patient(whole);
  cutOff = new Patient(cut);
  shard = new Patient(shards[0]);
});

/** As the command line has it, for what is thrown is its business. */
async function statusOf(command: () => Promise<unknown>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (error) {
    if (error instanceof Fault) return error.exitStatus;
    throw error;
  }
}

const isForeign = (name: string): boolean =>
  ['thesis.txt', 'notes.csv', '.DS_Store'].includes(basename(name));

function holdsUndisturbed(folder: string, besides: readonly string[]): void {
  const found = contents(folder);
  for (const [name, bytes] of undisturbed)
    assert.ok(found.get(name)?.equals(bytes) === true, `${name} is not what it was`);
  const more = [...found.keys()].filter((name) => !undisturbed.has(name) && !besides.includes(name));
  assert.deepEqual(more, [], 'files that are new');
}

/** Damages a folder, runs a command on it, and looks at what is the user's. */
async function damaged(
  { folder }: Patient,
  done: readonly Damage[],
  command: (folder: string) => Promise<unknown>,
  after: (status: number, before: readonly string[]) => void = () => undefined,
): Promise<number> {
  for (const damage of done) inflict(folder, damage);
  const before = filesOf(folder);
  const mine = (): (readonly [string, string])[] =>
    before.filter(isForeign).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  const texts = mine();
  const status = await statusOf(() => command(folder));
  assert.ok(status === 0 || status === 65, `exit status ${String(status)}`);
  assert.deepEqual(mine(), texts, 'a file of the user was touched');
  after(status, before);
  return status;
}

const resumed = (patient: Patient, done: readonly Damage[]): Promise<number> =>
  damaged(
    patient,
    done,
    (folder) => runTiny(folder, { resume: true }),
    (status, before) => {
      if (status === 0) holdsUndisturbed(patient.folder, before);
    },
  );

const commands: Readonly<Record<string, (done: readonly Damage[]) => Promise<number>>> = {
  'resume a finished sweep': (done) => resumed(finished, done),
  'resume a sweep that was cut off': (done) => resumed(cutOff, done),
  merge: (done) =>
    damaged(
      shard,
      done,
      (folder) => mergeShards([folder, shards[1]], target),
      (status) => {
        if (status === 0) holdsUndisturbed(target, []);
        else assert.equal(existsSync(target), false);
      },
    ),
  analyze: (done) =>
    damaged(finished, done, async (folder) => {
      writeAnalysis(await analyzeSweep(folder), folder, target);
    }),
  report: (done) =>
    damaged(
      finished,
      done,
      (folder) => makeReport(folder, { target, pairs: 1, onPage: () => undefined }),
      (status) => {
        assert.equal(status === 0, existsSync(target));
      },
    ),
};

/** In 1000 inputs; an analysis takes as long as forty resumed sweeps, a report as long as a hundred. */
const shares = {
  'resume a finished sweep': 560,
  'resume a sweep that was cut off': 240,
  merge: 190,
  analyze: 7,
  report: 3,
};

test('whatever was done to the folder of a sweep, no command crashes, and none says that it is right', async () => {
  const seen: Record<string, number> = {};
  const command = fc.oneof(
    ...Object.entries(shares).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
  );
  await fc.assert(
    fc.asyncProperty(command, damages, async (name, done) => {
      try {
        const key = `${name}: ${String(await commands[name]?.(done))}`;
        seen[key] = (seen[key] ?? 0) + 1;
      } finally {
        (name === 'merge' ? shard : name.endsWith('cut off') ? cutOff : finished).restore();
        rmSync(target, { recursive: true, force: true });
      }
    }),
    { seed: 16, numRuns: INPUTS },
  );
  // each command was seen to succeed and to refuse
  if (INPUTS >= 2000)
    assert.equal(Object.keys(seen).length, 2 * Object.keys(shares).length, JSON.stringify(seen));
  assert.deepEqual(contents(whole), undisturbed);
});
