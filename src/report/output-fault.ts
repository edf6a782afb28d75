/** Output that cannot be written: a plain message for the user, and the exit status that goes with it. CLI-03. */
export class OutputFault extends Error {
  override readonly name = 'OutputFault';
  constructor(
    message: string,
    readonly exitStatus: 1 | 65,
  ) {
    super(message);
  }
}

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
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Does something with a path on the disk; what the system refuses becomes a plain message. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E(?!RR_)/.test(code)) throw error;
    throw new OutputFault(`cannot write ${path}: ${reasons[code] ?? code}`, 1);
  }
}
