/** A small repository on disk for the time of a test, and the commands run in it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/ringspec', import.meta.url));

interface Said {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

interface Repository {
  readonly ringspec: (...args: readonly string[]) => Said;
  readonly gate: (...args: readonly string[]) => Said;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly has: (path: string) => boolean;
}

export function inRepository(
  files: ReadonlyMap<string, string>,
  body: (repository: Repository) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'purse-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const ringspec = (...args: readonly string[]): Said => {
    const run = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
    return { exit: run.status, out: run.stdout, err: run.stderr };
  };
  try {
    for (const [path, text] of files) write(path, text);
    body({
      ringspec,
      gate: (...args) => ringspec('gate', ...args),
      read: (path) => readFileSync(join(folder, path), 'utf8'),
      write,
      has: (path) => existsSync(join(folder, path)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
