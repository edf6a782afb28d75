/** A file that is there whole or not at all. OUT-14. */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { onDisk, OutputFault } from './output-fault.ts';

/** Writes a file beside its place and renames it into it. @throws OutputFault */
export function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  const beside = `${path}.${String(process.pid)}.part`;
  onDisk(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    // a renamed file would take the place of the pipe or the device itself
    if (there !== undefined && !there.isFile() && !there.isDirectory())
      throw new OutputFault(`cannot write ${path}: it is a pipe or a device, and no file`, 1);
    try {
      writeFileSync(beside, text);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}
