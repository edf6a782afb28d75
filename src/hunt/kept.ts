/** What a hunt knows, in a file of its folder: whole at any moment, so that a killed hunt can be gone on with. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** A hunt that cannot begin or go on, in words. */
export class HuntFault extends Error {
  override readonly name = 'HuntFault';
}

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
      throw new HuntFault(
        `${this.path} is there already: go on with --resume, or name another folder with --out`,
      );
    mkdirSync(this.folder, { recursive: true });
    return state;
  }

  read(): T {
    if (!existsSync(this.path)) throw new HuntFault(`there is no ${this.path} to go on from`);
    try {
      return this.schema.parse(JSON.parse(readFileSync(this.path, 'utf8')));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new HuntFault(`${this.path} cannot be read: ${error.message.replace(/\n[^]*/, '')}`);
    }
  }

  save(state: T): void {
    writeFileSync(`${this.path}.new`, `${JSON.stringify(state, null, 2)}\n`);
    renameSync(`${this.path}.new`, this.path);
  }
}
