/** A folder of a few whole texts, in its place whole or not at all. OUT-14. */
import { writeFileSync } from 'node:fs';
import { onDisk } from '../files/on-disk.ts';
import { Names } from '../files/names.ts';
import { OutputFolder, program } from '../files/output-folder.ts';

export class PageFolder {
  readonly #folder: OutputFolder;

  /** `names` are those of its files; a manifest comes to them. */
  constructor(
    readonly target: string,
    names: readonly string[],
  ) {
    this.#folder = new OutputFolder(target, { names: new Names(['manifest.json', ...names]) });
    // first of all, so that what a kill leaves behind is known as ours
    this.#manifest(null);
  }

  put(name: string, text: string): void {
    const path = this.#folder.path(name);
    onDisk(path, () => {
      writeFileSync(path, text);
    });
  }

  /** Puts it in its place. */
  close(holds: string): void {
    this.#manifest(holds);
    this.#folder.commit();
  }

  discard(): void {
    this.#folder.discard();
  }

  #manifest(holds: string | null): void {
    this.put('manifest.json', `${JSON.stringify({ program, holds }, null, 2)}\n`);
  }
}
