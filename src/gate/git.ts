/** What git knows of the tree: its commit, what no commit holds, and files as another commit has them. */
import { execFileSync } from 'node:child_process';
import type { TextFile } from '../specification/input.ts';

const MOST_BYTES = 1 << 28;

/** What git answers; null where it cannot, as outside a repository. */
function git(args: readonly string[]): string | null {
  try {
    const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'ignore'];
    return execFileSync('git', args, { encoding: 'utf8', input: '', stdio, maxBuffer: MOST_BYTES });
  } catch {
    return null;
  }
}

/** Names that git lists, each ended by a zero byte. */
const listed = (args: readonly string[]): string[] =>
  (git(args) ?? '').split('\0').filter((name) => name !== '');

/** The commit that is checked out; null outside a repository. */
export const headCommit = (): string | null => git(['rev-parse', 'HEAD'])?.trim() ?? null;

/** Files that git tracks and that differ from the commit, from the folder at hand, in order. */
export const changedFiles = (): string[] => changedSince('HEAD');

/** Files that differ from a commit, from the folder at hand, in order; those that git does not track are not among them. */
export const changedSince = (commit: string): string[] =>
  listed(['diff', '--name-only', '--relative', '--no-renames', '-z', commit, '--', '.']).sort();

/** Files that git does not track and does not ignore. */
export const untrackedFiles = (): string[] => listed(['ls-files', '--others', '--exclude-standard', '-z']);

/** The newest commit that this one and another name have in common; null where there is none. */
export const mergeBase = (name: string): string | null => git(['merge-base', name, 'HEAD'])?.trim() ?? null;

/** The newest commit that put a text into a file, or took it out. */
export const commitOf = (text: string, path: string): string | null =>
  listed(['log', '-1', '-z', '--format=%H', `-S${text}`, '--', path])[0]?.trim() ?? null;

/** Paths of the files of a commit, below the folder at hand. */
export const filesAt = (commit: string): string[] =>
  listed(['ls-tree', '-r', '--name-only', '-z', commit, '.']);

/** Files as a commit has them; those that it has not are left out. */
export function readAt(commit: string, paths: readonly string[]): TextFile[] {
  return paths.flatMap((path) => {
    const text = git(['show', `${commit}:./${path}`]);
    return text === null ? [] : [{ path, text }];
  });
}

/** Files that git tracks, below the folder at hand. */
export const trackedFiles = (): string[] => listed(['ls-files', '-z']);

/** Folders and files that git ignores, as far up as they are ignored whole. */
export const ignoredFolders = (): string[] =>
  listed(['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']).map((path) =>
    path.replace(/\/$/, ''),
  );
