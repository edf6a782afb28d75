/** One page that is a file by itself: it replaces an earlier page of its kind, and nothing else. OUT-14. */
import { lstatSync, openSync, readSync, closeSync } from 'node:fs';
import { Fault } from '../files/faults.ts';
import { onDisk } from '../files/on-disk.ts';
import { program } from '../files/output-folder.ts';
import { writeWhole } from '../files/write-whole.ts';

/** What such a page says of itself, near its beginning. */
export const markOf = (kind: string): string => `${program} ${kind}`;

/** How far the mark may be from the beginning. */
const HEAD = 4096;

/** Whether a page of this kind stands there, or nothing does. */
export function mayWrite(path: string, kind: string): boolean {
  return onDisk(path, () => {
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there === undefined) return true;
    if (!there.isFile()) return false;
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD);
      const read = readSync(file, bytes, 0, HEAD, 0);
      return bytes.toString('utf8', 0, read).includes(`name="generator" content="${markOf(kind)}"`);
    } finally {
      closeSync(file);
    }
  });
}

/** @throws Fault where something else stands in the way. */
export function writePage(path: string, page: string, kind: string): void {
  if (!mayWrite(path, kind))
    throw new Fault(
      `${path} is there and is no ${kind} of this program: choose another name, or move it away first`,
      'badInput',
    );
  writeWhole(path, page);
}
