/** Who holds the lock of a folder, and whose lock counts for nothing. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { lockFolder, refuseHeld } from '../../src/files/lock.ts';

const held = (error: unknown): boolean =>
  error instanceof Fault && error.exitStatus === 65 && error.message.startsWith('another process');

/** The text of the lock of a process that lives, and its end. */
function living(): { text: string; pid: string; end: () => void } {
  const child = spawn('sleep', ['600']);
  const pid = String(child.pid);
  const begun = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  return {
    pid,
    text: `${pid} ${begun} ${hostname()}`,
    end: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Takes the lock where another one stands already. */
function takeOver(folder: string): void {
  const release = lockFolder(folder);
  assert.deepEqual(readdirSync(folder), ['lock-2']);
  assert.ok(readlinkSync(join(folder, 'lock-2')).startsWith(`${String(process.pid)} `));
  release();
  assert.deepEqual(readdirSync(folder), []);
}

test('a lock is given back', () => {
  const folder = scratchFolder();
  const release = lockFolder(folder);
  assert.deepEqual(readdirSync(folder), ['lock-1']);
  release();
  assert.deepEqual(readdirSync(folder), []);
});

test('the lock of a process that lives holds, and nothing is changed', () => {
  const folder = scratchFolder();
  const other = living();
  try {
    symlinkSync(other.text, join(folder, 'lock-3'));
    assert.throws(() => lockFolder(folder), held);
    assert.throws(
      () => {
        refuseHeld(folder);
      },
      (error) => String(error).includes(`(${other.pid} on ${hostname()})`),
    );
    assert.deepEqual(readdirSync(folder), ['lock-3']);
  } finally {
    other.end();
  }
});

test('a number that was given to another process since is not the one that locked', () => {
  const folder = scratchFolder();
  const other = living();
  try {
    symlinkSync(other.text.replace(/ \d+ /, ' 12 '), join(folder, 'lock-1'));
    takeOver(folder);
  } finally {
    other.end();
  }
});

test('the lock of a process that is dead counts for nothing', () => {
  const folder = scratchFolder();
  symlinkSync(`999999999 77 ${hostname()}`, join(folder, 'lock-1'));
  takeOver(folder);
});

test('nor does that of one that is dead and whose parent has not heard of it', async () => {
  const folder = scratchFolder();
  // the shell becomes a program that waits for no child
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString().trim());
    }),
  );
  const stat = (): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  try {
    symlinkSync(`${pid} ${stat()[19] ?? ''} ${hostname()}`, join(folder, 'lock-1'));
    assert.throws(() => lockFolder(folder), held);
    process.kill(Number(pid), 'SIGKILL');
    while (stat()[0] !== 'Z') await new Promise((resolve) => setTimeout(resolve, 2));
    takeOver(folder);
  } finally {
    parent.kill('SIGKILL');
  }
});

test('of another machine nobody here can say whether its process lives: the message says what to do', () => {
  const folder = scratchFolder();
  for (const text of ['12 34 another.example', 'anything else']) {
    symlinkSync(text, join(folder, 'lock-1'));
    assert.throws(
      () => lockFolder(folder),
      (error) => held(error) && String(error).includes(`remove ${join(folder, 'lock-1')}`),
    );
    rmSync(join(folder, 'lock-1'));
  }
});

test('a file of that name is no lock, and stays', () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'lock-1'), 'mine');
  lockFolder(folder)();
  assert.equal(readFileSync(join(folder, 'lock-1'), 'utf8'), 'mine');
});
