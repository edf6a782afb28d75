/** What made some data: program, version, commit and engine, for who wants to make them again. DAT-02. */
import { spawnSync } from 'node:child_process';
import { program } from '../files/output-folder.ts';
import { codeEnding, root } from '../place.ts';
import { version } from '../version.ts';
import { codeHash } from './code-hash.ts';

export interface Provenance {
  readonly program: typeof program;
  readonly version: string;
  /** Of a clone, with `-dirty` where its files have changed since; null for the installed package, whose version says it. */
  readonly commit: string | null;
  /** Of the code that decides what runs come to. */
  readonly code_sha256: string;
  readonly node: string;
}

export function provenance(): Provenance {
  return {
    program,
    version: version(),
    commit: commitOfClone(),
    code_sha256: codeHash(),
    node: process.versions.node,
  };
}

let commit: string | null | undefined;

/** Asked of git once: a process is of one commit. */
const commitOfClone = (): string | null => (commit === undefined ? (commit = askGit()) : commit);

function askGit(): string | null {
  // an installed package lies in the repository of somebody else
  if (codeEnding !== 'ts') return null;
  const asked = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude', '*'];
  const { status, stdout } = spawnSync('git', asked, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
