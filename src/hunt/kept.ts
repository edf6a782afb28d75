/** What a hunt knows, in a file of its folder: whole at any moment, so that a killed hunt can be gone on with. */
import { jsonDocument } from '../files/json-document.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Fault } from '../files/faults.ts';
import { readJson } from '../files/json.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readText } from '../files/read-text.ts';
import { writeWhole } from '../files/write-whole.ts';

export class Kept<T> {
  readonly path: string;

  constructor(
    readonly folder: string,
    readonly schema: z.ZodType<T>,
  ) {
    this.path = join(folder, 'state.json');
  }

  /** Nothing that another hunt knows is written over. */
  begin(state: T): T {
    if (existsSync(this.path))
      throw new Fault(
        `${this.path} is there already: go on with --resume, or name another folder with --out`,
        'badInput',
      );
    makeFolder(this.folder);
    return state;
  }

  read(): T {
    if (!existsSync(this.path)) throw new Fault(`there is no ${this.path} to go on from`, 'badInput');
    return readJson(readText(this.path), this.path, this.schema);
  }

  save(state: T): void {
    writeWhole(this.path, jsonDocument(state));
  }
}
