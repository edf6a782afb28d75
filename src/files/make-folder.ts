/** Making folders. Nothing else in the program does: a rule of the linter keeps it so. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { onDisk } from './on-disk.ts';

/**
 * Makes a folder and those above it. Node's own recursion never ends where the system refuses with ENOENT: below
 * /proc, or in a working folder that was deleted.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  onDisk(path, () => {
    try {
      mkdirSync(path);
    } catch (error) {
      // another process may have made it in between
      if (!isFolder(path)) throw error;
    }
  });
}

const isFolder = (path: string): boolean =>
  onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
