/** Which names a command writes below its folder: whatever else stands there is the user's. OUT-14. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isLock } from './lock.ts';
import { onRead } from './on-disk.ts';

/** One part of a path: `*` stands for any letters, `#` for a number. */
const partPattern = (part: string): RegExp =>
  new RegExp(`^${part.replace(/[.+]/g, '\\$&').replaceAll('*', '.+').replaceAll('#', '\\d+')}$`);

export class Names {
  readonly #paths: readonly (readonly RegExp[])[];

  /** @param paths of files, below the folder: `runs/*.html` */
  constructor(paths: readonly string[]) {
    this.#paths = paths.map((path) => path.split('/').map(partPattern));
  }

  hasFile(path: string): boolean {
    const parts = path.split('/');
    return this.#paths.some((path) => path.length === parts.length && startsWith(path, parts));
  }

  hasFolder(path: string): boolean {
    const parts = path.split('/');
    return this.#paths.some((path) => path.length > parts.length && startsWith(path, parts));
  }

  /** How many names a folder has, and the first one in it, however deep, that is none of these. */
  look(folder: string): { readonly foreign: string | null; readonly count: number } {
    const entries = entriesOf(folder);
    return { foreign: this.#firstForeign(folder, entries, ''), count: entries.length };
  }

  #firstForeign(folder: string, entries: readonly Dirent[], above: string): string | null {
    for (const entry of entries) {
      const path = `${above}${entry.name}`;
      if (entry.isFile() && this.hasFile(path)) continue;
      if (above === '' && entry.isSymbolicLink() && isLock(entry.name)) continue;
      if (!entry.isDirectory() || !this.hasFolder(path)) return path;
      const below = join(folder, entry.name);
      const found = this.#firstForeign(below, entriesOf(below), `${path}/`);
      if (found !== null) return found;
    }
    return null;
  }
}

const entriesOf = (folder: string): Dirent[] =>
  onRead(folder, () => readdirSync(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );

const startsWith = (path: readonly RegExp[], parts: readonly string[]): boolean =>
  parts.every((part, i) => path[i]?.test(part) === true);
