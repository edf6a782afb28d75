/** Files that are there whole or not at all, also after a power cut: synced before they are renamed. OUT-14. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { Fault } from './faults.ts';
import { onDisk, plainly } from './on-disk.ts';

/** Writes a file beside its place and renames it into it. @throws Fault */
export function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  onDisk(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    // a renamed file would take the place of the pipe or the device itself
    if (there !== undefined && !there.isFile() && !there.isDirectory())
      throw new Fault(`cannot write ${path}: it is a pipe or a device, and no file`, 'failed');
    try {
      writeSynced(`${path}.tmp`, text);
      renameSync(`${path}.tmp`, path);
      syncFolder(dirname(path));
    } catch (error) {
      rmSync(`${path}.tmp`, { force: true });
      throw error;
    }
  });
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w');
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

/** Adds lines to a file, while others work: the disk takes longer for it than a small pair takes. @throws Fault */
export async function appendDurably(path: string, text: string): Promise<void> {
  try {
    const isNew = !existsSync(path);
    if (isNew) makeFolder(dirname(path));
    const file = await open(path, 'a');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (isNew) syncFolder(dirname(path));
  } catch (error) {
    throw plainly(path, error);
  }
}
