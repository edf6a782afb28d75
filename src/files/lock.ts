/**
 * One process at a time writes in a folder. The lock is a symbolic link, because a link is made together with its
 * text in one step. A lock whose process is dead counts for nothing, so a killed process leaves no folder locked.
 * Links are numbered: whoever replaces a dead lock makes the next one, which only one process can.
 */
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Fault } from './faults.ts';
import { onDisk, onRead } from './on-disk.ts';

const LOCK = /^lock-([1-9]\d{0,8})$/;

export const isLock = (name: string): boolean => LOCK.test(name);

interface Lock {
  readonly path: string;
  readonly isHeld: boolean;
  readonly holder: string;
}

/**
 * Takes the lock of a folder that is there; what it returns gives the lock back.
 * @throws Fault where another process holds it.
 */
export function lockFolder(folder: string): () => void {
  refuseHeld(folder);
  const dead = locksIn(folder);
  const own = join(folder, `lock-${String(Math.max(0, ...numbersIn(folder)) + 1)}`);
  const release = (): void => {
    rmSync(own, { force: true });
  };
  try {
    symlinkSync(holderText(), own);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw heldBy(folder, own);
    onDisk(folder, () => {
      throw error;
    });
  }
  try {
    // another one may have begun from an older look at the folder: of two that see each other none goes on
    refuseHeld(folder);
  } catch (error) {
    release();
    throw error;
  }
  for (const { path } of dead) rmSync(path, { force: true });
  return release;
}

/** @throws Fault where another process works in the folder. */
export function refuseHeld(folder: string): void {
  const held = locksIn(folder).find(({ isHeld }) => isHeld);
  if (held !== undefined) throw heldBy(folder, held.path, held.holder);
}

function heldBy(folder: string, path: string, holder = 'just begun'): Fault {
  return new Fault(
    `another process (${holder}) is writing in ${folder}: wait until it has ended, or choose another folder ` +
      `(if no such process runs any more, remove ${path})`,
    'badInput',
  );
}

const numbersIn = (folder: string): number[] =>
  onRead(folder, () => (existsSync(folder) ? readdirSync(folder) : [])).flatMap((name) => {
    const number = LOCK.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });

function locksIn(folder: string): Lock[] {
  return numbersIn(folder).flatMap((number) => {
    const path = join(folder, `lock-${String(number)}`);
    const text = linkText(path);
    if (text === null) return [];
    const [, pid = '', began = '', host = ''] = HOLDER.exec(text) ?? [];
    const isHeld = pid === '' || (host === hostname() ? isOther(Number(pid), began) : true);
    return [{ path, isHeld, holder: pid === '' ? text : `${pid} on ${host}` }];
  });
}

/** Null where the link is gone meanwhile, or is none. */
function linkText(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

const HOLDER = /^(\d+) (\d+|unknown) (.+)$/;
const holderText = (): string => `${String(process.pid)} ${beginOf(process.pid) ?? 'unknown'} ${hostname()}`;

/** Whether this is a living process, and not this one. A number that was given out again has another begin. */
function isOther(pid: number, began: string): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = beginOf(pid);
  return now === null || began === 'unknown' || now === began;
}

/** When a process began, in ticks since the system did; null where the system does not say; of a zombie `ended`. */
function beginOf(pid: number): string | null {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
