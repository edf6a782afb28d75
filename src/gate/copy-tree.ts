/** A copy of the tree to run the suite in with other features: nothing of the user's is touched. */
import { cpSync, existsSync, lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { onDisk } from '../files/on-disk.ts';
import { ignoredFolders, trackedFiles, untrackedFiles } from './git.ts';

/**
 * Into an empty folder. What git knows is copied. Folders that it ignores, such as node_modules, are linked, unless an output belongs
 * into them; outside a repository everything is copied but node_modules.
 */
export function copyTree(copy: string, outputs: readonly string[]): void {
  const tracked = trackedFiles();
  const isRepository = tracked.length > 0;
  const files = isRepository
    ? [...tracked, ...untrackedFiles()]
    : readdirSync('.').filter((name) => !isLinked(name));
  for (const path of files) {
    if (!existsSync(path)) continue;
    makeFolder(dirname(join(copy, path)));
    onDisk(path, () => {
      cpSync(path, join(copy, path), {
        recursive: !isRepository && lstatSync(path).isDirectory(),
        verbatimSymlinks: true,
      });
    });
  }
  const folders = isRepository ? ignoredFolders() : readdirSync('.').filter(isLinked);
  for (const folder of folders) {
    const holds = outputs.some((path) => `${resolve(path)}/`.startsWith(`${resolve(folder)}/`));
    if (holds || existsSync(join(copy, folder))) continue;
    makeFolder(dirname(join(copy, folder)));
    onDisk(folder, () => {
      symlinkSync(resolve(folder), join(copy, folder));
    });
  }
}

const isLinked = (name: string): boolean => name === 'node_modules';
