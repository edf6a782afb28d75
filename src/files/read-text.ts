/** Files that are named by a user, read as text. CFG-03, CLI-03. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { faultOf, inFiles, type FileFault } from './faults.ts';

/** The text of a file. @throws Fault when there is none. */
export function readText(path: string, allowed = 'a text file'): string {
  const text = readTextIfThere(path, allowed);
  if (text === null) throw inFiles([faultOf(path, 'no such file', allowed)]);
  return text;
}

/** The text of a file without a byte order mark, or null where there is no such file. @throws Fault when it cannot be read. */
export function readTextIfThere(path: string, allowed = 'a text file'): string | null {
  try {
    refuseEndless(path, allowed);
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw inFiles([damagedAt(path, bytes, allowed)]);
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const fault = unreadable(path, error, allowed);
    if (fault === null) return null;
    throw inFiles([fault]);
  }
}

/** Where bytes stop being UTF-8: the line, and the byte's place in it, from 1. */
export function damagedAt(file: string, bytes: Buffer, allowed: string): FileFault {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const own = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end >= 0 && isUtf8(own)) {
      start = end + 1;
      continue;
    }
    const at = firstDamage(own);
    const byte = (own[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const found = `the byte ${byte} at place ${String(at + 1)} of the line, which is not UTF-8`;
    return { file, line, path: '', found, allowed: `${allowed} in UTF-8` };
  }
}

/** How many bytes at the start are whole UTF-8. */
function firstDamage(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let at = 0;
  for (const character of text) {
    const length = Buffer.byteLength(character);
    // what cannot be decoded is replaced by this character, which may stand in the file too
    if (character === '\uFFFD' && bytes.subarray(at, at + length).toString('hex') !== 'efbfbd') return at;
    at += length;
  }
  return at;
}

/** A named pipe without a writer never answers, and a device may never end. @throws Fault */
export function refuseEndless(path: string, allowed = 'a text file'): void {
  const there = statSync(path);
  if (there.isFile() || there.isDirectory()) return;
  const found = there.isFIFO() ? 'a named pipe' : there.isSocket() ? 'a socket' : 'a device';
  throw inFiles([faultOf(path, found, allowed)]);
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'a directory',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
  EIO: 'a disk that reports an error',
  ERR_FS_FILE_TOO_LARGE: 'a file of more than 2 GiB',
  ERR_STRING_TOO_LONG: 'a text of more than 512 MiB',
};

/** Why a path cannot be read; null where nothing is there. Errors that are not of the system are thrown on. */
export function unreadable(path: string, error: unknown, allowed: string): FileFault | null {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  return faultOf(path, reasons[code] ?? error.message, allowed);
}
