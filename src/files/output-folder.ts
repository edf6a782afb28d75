/** A folder that is there whole or not at all: written beside its place, then renamed into it. OUT-14. */
import {
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, normalize, resolve, sep } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { Fault } from './faults.ts';
import { onDisk } from './on-disk.ts';
import { lockFolder, refuseHeld } from './lock.ts';
import { Names } from './names.ts';

/** Marks a manifest, and by it a folder, as written by this program. */
export const program = 'ringspec';

/** An output of ours: what it holds, and the file by which it is known, which names the program and perhaps the kind. */
export interface Output {
  readonly names: Names;
  readonly mark?: string;
  readonly kind?: string;
  /** Within a folder that this process has locked, as the runs of a sweep are: a lock for each would be dear. */
  readonly isGuarded?: boolean;
}

export class OutputFolder {
  readonly #place: string;
  readonly #partial: string;
  /** The earlier output, while the new one takes its place. */
  readonly #replaced: string;
  #unlock: () => void = () => undefined;

  /**
   * Refuses a place that holds something else, and makes an empty folder beside it. What stands there already is
   * replaced only if it is marked as such an output, and every name in it is one that such an output has.
   */
  constructor(
    readonly target: string,
    readonly output: Output,
  ) {
    // a slash at its end would put what lies beside it into it
    this.#place = normalize(target).replace(/(?<=.)[/\\]+$/, '');
    this.#partial = `${this.#place}.partial`;
    this.#replaced = `${this.#place}.replaced`;
    this.#refuseForeign();
    refuseNames(this.#replaced, output.names);
    if (refuseNames(this.#partial, output.names) && output.isGuarded !== true) refuseHeld(this.#partial);
    onDisk(this.#partial, () => {
      this.#putBack();
      if (existsSync(this.#partial)) rmSync(this.#partial, { recursive: true });
      makeFolder(this.#partial);
    });
    if (output.isGuarded !== true) this.#unlock = lockFolder(this.#partial);
  }

  /** Where a file goes; its name is one of those that the output has. */
  path(name: string): string {
    if (!this.output.names.hasFile(name)) throw new Error(`${name} is no name of this output`);
    return join(this.#partial, name);
  }

  /** A file that is one text. */
  write(name: string, text: string): void {
    const path = this.path(name);
    makeFolder(dirname(path));
    onDisk(path, () => {
      writeFileSync(path, text);
    });
  }

  /** Puts the complete folder in its place; an earlier output goes only now. */
  commit(): void {
    // somebody may have put a file there meanwhile
    this.#refuseForeign();
    onDisk(this.target, () => {
      if (existsSync(this.#place)) renameSync(this.#place, this.#replaced);
      this.#unlock();
      renameSync(this.#partial, this.#place);
      if (existsSync(this.#replaced)) rmSync(this.#replaced, { recursive: true });
    });
  }

  /** Leaves the place as it was. */
  discard(): void {
    this.#putBack();
    rmSync(this.#partial, { recursive: true, force: true });
  }

  /** An earlier output stays until another has taken its place. */
  #putBack(): void {
    if (!existsSync(this.#replaced)) return;
    if (existsSync(this.#place)) rmSync(this.#replaced, { recursive: true });
    else renameSync(this.#replaced, this.#place);
  }

  #refuseForeign(): void {
    const { names, mark = 'manifest.json', kind } = this.output;
    const place = this.#place;
    if (`${process.cwd()}${sep}`.startsWith(join(resolve(place), sep)))
      throw new Fault(`${place} holds the folder that this command runs in: choose another`, 'badInput');
    if (!refuseNames(place, names) || bears(join(place, mark), kind)) return;
    throw inTheWay(place, 'is not empty and holds no output of this program');
  }
}

/**
 * Refuses whatever is no folder, or holds a name that is not ours; says whether there is a folder with names in it.
 * @throws Fault with the first such name.
 */
export function refuseNames(path: string, names: Names): boolean {
  const found = look(path, lstatSync);
  if (found === undefined) {
    refuseNoFolder(dirname(path));
    return false;
  }
  if (!found.isDirectory()) throw inTheWay(path, 'is not a folder');
  const { foreign, count } = names.look(path);
  if (foreign !== null) throw inTheWay(path, `holds ${foreign}, which this command does not write`);
  return count > 0;
}

const inTheWay = (path: string, what: string): Fault =>
  new Fault(`${path} ${what}: choose another folder, or move it away first`, 'badInput');

/** What stands at a path; nothing does below a file. */
function look(path: string, by: typeof statSync): Stats | undefined {
  return onDisk(path, () => {
    try {
      return by(path, { throwIfNoEntry: false });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
      throw error;
    }
  });
}

/** Refuses a path that is something else than a folder, or leads through it. */
export function refuseNoFolder(path: string): void {
  const found = look(path, statSync);
  if (found?.isDirectory() === false) throw inTheWay(path, 'is not a folder');
  if (found === undefined && dirname(path) !== path) refuseNoFolder(dirname(path));
}

function bears(file: string, kind: string | undefined): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'program' in manifest &&
      manifest.program === program &&
      (kind === undefined || ('kind' in manifest && manifest.kind === kind))
    );
  } catch {
    return false;
  }
}
