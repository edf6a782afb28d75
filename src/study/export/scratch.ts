/** A folder for the time being, where the system keeps such folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onDisk } from '../../files/on-disk.ts';

/** @throws Fault where there can be none */
export async function inScratch<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), 'ringspec-export-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
