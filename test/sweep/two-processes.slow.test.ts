/** Two processes on the folder of one sweep: the first goes on to its end, the others are refused at once. OUT-14. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { contents, recordsIn } from './folder-contents.ts';
import { program as ringspec } from '../program.ts';

const scratch = scratchFolder();
const place = (name: string): string => join(scratch, name);

/** Eighty small pairs by one thread: long enough for another process to come. */
const sweep = (out: string, ...more: string[]): string[] => [
  ...['sweep', 'balanced', '--out-dir', out, '--workers', '1'],
  ...['--n-agents', '12', '--allow-small-ring', '--total-debt', '1200', '--periods', '12'],
  ...['--kappas', '0.5,2', '--seeds', '40', ...more],
];

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null; readonly stderr: string }>;
}

const children: ChildProcess[] = [];

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [ringspec, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ status: number | null; stderr: string }>((resolve) =>
    child.once('close', (status) => {
      resolve({ status, stderr });
    }),
  );
  return { child, ended };
}

async function until(holds: () => boolean, child: ChildProcess): Promise<void> {
  while (!holds() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.equal(child.exitCode, null, 'it ended too early');
}

/** Stops a process, and waits until each of its threads stands still: the signal alone does not wait for a write. */
async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGSTOP');
  const threads = `/proc/${String(child.pid)}/task`;
  const isStopped = (thread: string): boolean =>
    readFileSync(`${threads}/${thread}/status`, 'utf8').includes('\nState:\tT ');
  await until(() => readdirSync(threads).every(isStopped), child);
}

let undisturbed: Record<string, string> = {};
before(async () => {
  const { status, stderr } = await start(...sweep(place('undisturbed'))).ended;
  assert.equal(status, 0, stderr);
  undisturbed = contents(place('undisturbed'));
});
after(() => {
  // one that a failed test left stopped would stay for ever
  for (const child of children) child.kill('SIGKILL');
});

test('the second exits with 65 and says why, and the first goes on to its end', async () => {
  const folder = place('shared');
  const first = start(...sweep(folder));
  await until(() => recordsIn(folder) > 0, first.child);
  // however slow the machine is, the first one is at work while the others come
  await stop(first.child);
  const seen = contents(folder);
  for (const args of [sweep(folder, '--resume'), sweep(folder), sweep(folder, '--seed', '7', '--resume')]) {
    const second = await start(...args).ended;
    assert.equal(second.status, 65, second.stderr);
    assert.match(second.stderr, /^ringspec: another process \(\d+ on .*\) is writing in .*shared/m);
    assert.ok(second.stderr.includes(`(${String(first.child.pid)} on `), second.stderr);
  }
  assert.deepEqual(contents(folder), seen);
  first.child.kill('SIGCONT');
  const { status, stderr } = await first.ended;
  assert.equal(status, 0, stderr);
  assert.deepEqual(contents(folder), undisturbed);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('lock')),
    [],
  );
});

test('killed with -9, a sweep leaves its folder to whoever comes next', async () => {
  const folder = place('killed');
  const first = start(...sweep(folder));
  await until(() => recordsIn(folder) > 2, first.child);
  first.child.kill('SIGKILL');
  await first.ended;
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('lock')),
    ['lock-1'],
  );
  const second = await start(...sweep(folder, '--resume')).ended;
  assert.equal(second.status, 0, second.stderr);
  assert.deepEqual(contents(folder), undisturbed);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('lock')),
    [],
  );
});

test('of five that begin at the same moment one runs, in a new folder and in one that a dead process left', async () => {
  const left = place('left');
  const dead = start(...sweep(left));
  await until(() => recordsIn(left) > 2, dead.child);
  dead.child.kill('SIGKILL');
  await dead.ended;
  for (const folder of [place('new'), left]) {
    const all = Array.from({ length: 5 }, () => start(...sweep(folder, '--resume')));
    const ended = await Promise.all(all.map((each) => each.ended));
    const statuses = ended.map(({ status }) => status).sort();
    // all that came while the first one ran are refused; whoever came after it finds nothing left to do
    assert.ok(statuses.includes(0), JSON.stringify(ended));
    assert.ok(
      statuses.every((status) => status === 0 || status === 65),
      JSON.stringify(ended),
    );
    assert.ok(statuses.includes(65), JSON.stringify(ended));
    assert.deepEqual(contents(folder), undisturbed);
  }
});
