/** What the system refuses to do with a path, in plain words. CLI-03. */
import { Fault } from './faults.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk reports an error',
  EROFS: 'the disk can only be read',
  EACCES: 'permission is denied',
  ENOENT: 'the folder cannot be made',
  EPERM: 'it is not permitted',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOTEMPTY: 'a folder that is not empty stands there',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'nobody reads from the pipe',
};

/** Something else stands where the output belongs: for the user to move away, and no fault of the disk. */
const inTheWay: readonly string[] = ['ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY'];

/** The same where something is read. */
const readingReasons: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'there is no such file or folder',
};

/** The code of what the system refuses; null for any other error. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E(?!RR_)/.test(code) ? code : null;
}

/** What the system refuses to do with a path, in plain words; any other error as it is. */
export function plainly(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  return new Fault(
    `cannot write ${path}: ${reasons[code] ?? code}`,
    inTheWay.includes(code) ? 'badInput' : 'failed',
  );
}

/** Writes something to a path on the disk; what the system refuses becomes a plain message. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw plainly(path, error);
  }
}

/** Reads what stands at a path on the disk; what the system refuses becomes a plain message. */
export function onRead<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new Fault(`cannot read ${path}: ${readingReasons[code] ?? code}`, 'badInput');
  }
}
