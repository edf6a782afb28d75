/** Files that are there whole or not at all, also after a power cut: synced before they are renamed. OUT-14. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { Fault } from './faults.ts';
import { onDisk, plainly } from './on-disk.ts';

/** Writes a file beside its place, by a name that nobody has, and renames it into it. @throws Fault */
export function writeWhole(path: string, text: string): void {
  const name = `.ringspec-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;
  putWhole(path, text, join(dirname(path), name));
}

/** The same in a folder of the program alone. @throws Fault */
export function writeOwn(path: string, text: string): void {
  putWhole(path, text, clearedTemporary(path));
}

/** Always the same name, so that what a killed process left is cleared by the next one. */
export const temporaryOf = (path: string): string => `${path}.tmp`;

/** That name, free: what has it is removed and not written over, since a link leads to a file of somebody else. */
export function clearedTemporary(path: string): string {
  const temporary = temporaryOf(path);
  onDisk(path, () => {
    if (lstatSync(temporary, { throwIfNoEntry: false }) !== undefined) unlinkSync(temporary);
  });
  return temporary;
}

function putWhole(path: string, text: string, temporary: string): void {
  makeFolder(dirname(path));
  onDisk(path, () => {
    // a renamed file would take the place of the pipe or the device itself
    refusePipe(path);
    const file = openSync(temporary, 'wx');
    try {
      writeSynced(file, text);
      renameSync(temporary, path);
      syncFolder(dirname(path));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/** What is there. A pipe that nobody reads from would never take anything. @throws Fault */
function refusePipe(path: string): Stats | undefined {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile() && !there.isDirectory())
    throw new Fault(`cannot write ${path}: it is a pipe or a device, and no file`, 'failed');
  return there;
}

function writeSynced(file: number, text: string): void {
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Adds lines to a file, while others work: the disk takes longer for it than a small pair takes. The folder of the
 * file is there: one that was renamed meanwhile is not made anew. @throws Fault
 */
export async function appendDurably(path: string, text: string): Promise<void> {
  try {
    const isNew = refusePipe(path) === undefined;
    const file = await open(path, 'a');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (isNew) syncFolder(dirname(path));
  } catch (error) {
    if (!existsSync(dirname(path)))
      throw new Fault(`cannot write ${path}: its folder is gone; was it renamed, or removed?`, 'failed');
    throw plainly(path, error);
  }
}
