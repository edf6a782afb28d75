/** What of the features is asked of an implementation, and by what hash that is known. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../version.ts';
import { root } from '../place.ts';

/**
 * Chapters whose scenarios talk to the implementation. The others are about the program around the model:
 * its scenario files, rings and pairs, its output, its figures and its command line.
 */
export const askedFolders = [
  'mod',
  'ker',
  'trd',
  'reb',
  'set',
  'anc',
  'pol',
  'flw',
  'loop',
  'chk',
  'rol',
  'events',
  'examples',
  'protocol',
] as const;

export const askedPaths = askedFolders.map((folder) => `features/${folder}/**/*.feature`);

export interface Specification {
  /** Of the repository that the features are of. */
  readonly version: string;
  /** SHA-256 over the features that are asked, the clauses and the vocabulary, by path. */
  readonly suite: string;
}

export function specification(): Specification {
  const below = (folder: string, ending: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`);
  const files = [
    'features/clauses.yaml',
    ...askedFolders.flatMap((folder) => below(`features/${folder}`, '.feature')),
    ...below('steps', '.ts'),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8').replace(/\r\n?/g, '\n');
    hash.update(`${file}\0${createHash('sha256').update(text).digest('hex')}\n`);
  }
  return { version: version(), suite: hash.digest('hex') };
}
