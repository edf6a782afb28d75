/** Files that are there whole or not at all, also after a power cut: synced before they are renamed. OUT-14. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk, plainly } from '../report/output-fault.ts';
import { makeFolder } from '../report/output-folder.ts';

/** Writes a file beside its place and renames it into it. */
export function writeWhole(path: string, text: string): void {
  onDisk(path, () => {
    makeFolder(dirname(path));
    const file = openSync(`${path}.tmp`, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.tmp`, path);
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  });
}

/** As `writeWhole`, while others work: the disk takes longer for it than a small pair takes. */
export async function writeDurably(path: string, text: string): Promise<void> {
  try {
    makeFolder(dirname(path));
    const file = await open(`${path}.tmp`, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.tmp`, path);
    const folder = await open(dirname(path));
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    throw plainly(path, error);
  }
}
