/** The code that decides what a sweep comes to, as one hash: two programs of one version may differ in it. CLM-03. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onRead } from '../files/on-disk.ts';
import { codeEnding, root } from '../place.ts';

/** What a sweep imports, and the files that stand beside these folders; test/arrows.test.ts holds it. */
export const decidingFolders = ['core', 'files', 'run', 'scenario', 'sweep'] as const;

let own: string | undefined;

/** Of the code that runs here: TypeScript in the project, JavaScript in the installed package. */
export const codeHash = (): string => (own ??= codeHashOf(join(root, 'src')));

/** SHA-256 of the names and texts of all its files, in the order of their names. */
export function codeHashOf(src: string): string {
  const beside = filesIn(src, '', false);
  const below = decidingFolders.flatMap((folder) => filesIn(join(src, folder), `${folder}/`, true));
  const hash = createHash('sha256');
  for (const file of [...beside, ...below].sort()) {
    const text = onRead(join(src, file), () => readFileSync(join(src, file)));
    hash.update(`${file}\n${String(text.length)}\n`).update(text);
  }
  return hash.digest('hex');
}

const filesIn = (folder: string, prefix: string, recursive: boolean): string[] =>
  onRead(folder, () => readdirSync(folder, { recursive, encoding: 'utf8' }))
    .filter((name) => name.endsWith(`.${codeEnding}`))
    .map((name) => `${prefix}${name.replaceAll('\\', '/')}`);
