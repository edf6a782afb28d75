/** A folder of a few whole texts, in its place whole or not at all. OUT-14. */
import { Names } from '../files/names.ts';
import { OutputFolder, program } from '../files/output-folder.ts';
import { jsonDocument } from '../files/json-document.ts';

export class PageFolder extends OutputFolder {
  /** `names` are those of its files; a manifest comes to them. */
  constructor(target: string, names: readonly string[]) {
    super(target, { names: new Names(['manifest.json', ...names]) });
    // first of all, so that what a kill leaves behind is known as ours
    this.#manifest(null);
  }

  /** Puts it in its place. */
  close(holds: string): void {
    this.#manifest(holds);
    this.commit();
  }

  #manifest(holds: string | null): void {
    this.write('manifest.json', jsonDocument({ program, holds }));
  }
}
