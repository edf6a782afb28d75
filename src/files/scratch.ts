/** Temporary folders, where the system keeps them: none outlives the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onDisk } from './on-disk.ts';

const folders = new Set<string>();
let isWatched = false;

/**
 * A new folder, removed when the process ends: by itself, by an error, by Ctrl-C or by SIGTERM.
 *
 * @throws Fault where there can be none
 */
export function scratchFolder(): string {
  const folder = onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), 'ringspec-')));
  if (!isWatched) watchTheEnd();
  folders.add(folder);
  return folder;
}

/** Work in such a folder, which is removed as soon as the work is done. @throws Fault where there can be none */
export async function inScratch<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = scratchFolder();
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
  }
}

function watchTheEnd(): void {
  isWatched = true;
  process.on('exit', () => {
    for (const folder of folders) remove(folder);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    // before any other listener: one that is called once has left the count when it is called
    process.prependListener(signal, () => {
      // a command that listens ends in its own way
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
}

/** What was started may still write into it; what cannot be removed stays. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // the process is ending, and has done its work
  }
}
