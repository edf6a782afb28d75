/** Files that are named by a user, read as text. CFG-03, CLI-03. */
import { readFileSync, statSync } from 'node:fs';
import { inFiles, type FileFault } from './faults.ts';

/** The text of a file. @throws Fault when there is none. */
export function readText(path: string, allowed = 'a text file'): string {
  const text = readTextIfThere(path, allowed);
  if (text === null) throw inFiles([unreadable(path, 'no such file', allowed)]);
  return text;
}

/** The text of a file, or null where there is no such file. @throws Fault when it cannot be read. */
export function readTextIfThere(path: string, allowed = 'a text file'): string | null {
  try {
    refuseEndless(path, allowed);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw inFiles([unreadable(path, reasons[code] ?? error.message, allowed)]);
  }
}

/** A named pipe without a writer never answers, and a device may never end. @throws Fault */
export function refuseEndless(path: string, allowed = 'a text file'): void {
  const there = statSync(path);
  if (there.isFile() || there.isDirectory()) return;
  const found = there.isFIFO() ? 'a named pipe' : there.isSocket() ? 'a socket' : 'a device';
  throw inFiles([unreadable(path, found, allowed)]);
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
  ERR_ENCODING_INVALID_ENCODED_DATA: 'bytes that are not UTF-8 text',
};

const unreadable = (file: string, found: string, allowed: string): FileFault => ({
  file,
  line: 0,
  path: '',
  found,
  allowed,
});
