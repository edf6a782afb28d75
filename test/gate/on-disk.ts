/** A small repository on disk for the time of a test, and the commands run in it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../src/files/scratch.ts';
import { program } from '../program.ts';

interface Said {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Repository {
  readonly folder: string;
  readonly ringspec: (...args: readonly string[]) => Said;
  readonly gate: (...args: readonly string[]) => Said;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly writeBytes: (path: string, bytes: Buffer) => void;
  /** Another program in the folder, such as git. */
  readonly command: (program: string, ...args: readonly string[]) => Said;
  readonly has: (path: string) => boolean;
}

/** Waivers end by the clock of the machine; those of the fixtures end next month here. */
function inForce(text: string): string {
  const A_MONTH = 30 * 86_400_000;
  return text.replaceAll('2027-06-30', new Date(Date.now() + A_MONTH).toISOString().slice(0, 10));
}

export function inRepository(
  files: ReadonlyMap<string, string>,
  body: (repository: Repository) => void,
): void {
  const folder = scratchFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const command = (name: string, ...args: readonly string[]): Said => {
    const run = spawnSync(name, args, { cwd: folder, encoding: 'utf8' });
    return { exit: run.status, out: run.stdout, err: run.stderr };
  };
  const ringspec = (...args: readonly string[]): Said => command(process.execPath, program, ...args);
  for (const [path, text] of files) write(path, path.endsWith('waivers.yaml') ? inForce(text) : text);
  body({
    folder,
    ringspec,
    gate: (...args) => ringspec('gate', ...args),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write,
    writeBytes: (path, bytes) => {
      writeFileSync(join(folder, path), bytes);
    },
    command,
    has: (path) => existsSync(join(folder, path)),
  });
}

/** git, as somebody who may commit. */
export const git = ({ command }: Repository, ...args: string[]): void => {
  const as = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  const { exit, err } = command('git', ...as, ...args);
  assert.equal(exit, 0, err);
};
