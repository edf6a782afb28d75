/** What of the features is asked of an implementation, and by what hash that is known. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../files/sha256.ts';
import { version } from '../version.ts';
import { root, sources } from '../place.ts';

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
  const below = (place: string, folder: string, ending: string): [string, string][] =>
    readdirSync(join(place, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => [`${folder}/${name}`, place]);
  const files = new Map([
    ['features/clauses.yaml', root],
    ...askedFolders.flatMap((folder) => below(root, `features/${folder}`, '.feature')),
    ...below(sources, 'steps', '.ts'),
  ]);
  const hash = createHash('sha256');
  for (const [file, place] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = readFileSync(join(place, file), 'utf8').replace(/\r\n?/g, '\n');
    hash.update(`${file}\0${sha256(text)}\n`);
  }
  return { version: version(), suite: hash.digest('hex') };
}
