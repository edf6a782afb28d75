/** SHA-256 as hexadecimal digits: of a text, and of a file piece by piece. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { onRead } from './on-disk.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const piece = Buffer.alloc(1 << 20);

/** @throws Fault where the file cannot be read */
export function sha256OfFile(path: string): string {
  return onRead(path, () => {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
        hash.update(piece.subarray(0, read));
      return hash.digest('hex');
    } finally {
      closeSync(file);
    }
  });
}
