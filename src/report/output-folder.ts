/** A folder that is there whole or not at all: written beside its place, then renamed into it. OUT-14. */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { onDisk, OutputFault } from '../files/output-fault.ts';

/** Marks a manifest, and by it a folder, as written by this program. */
export const program = 'ringspec';

/** By what an output of ours is known: a file that names the program, and perhaps the kind of output. */
interface Mark {
  readonly file?: string;
  readonly kind?: string;
}

export class OutputFolder {
  readonly #partial: string;

  /**
   * Refuses a place that holds something else, and makes an empty folder beside it. What stands there already
   * is replaced only if its `mark` names this program, and this kind of output where a kind is given.
   */
  constructor(
    readonly target: string,
    mark: Mark = {},
  ) {
    this.#partial = `${target}.partial`;
    const isOurs = (path: string): boolean => bears(path, mark);
    refuseForeign(target, isOurs);
    refuseForeign(this.#old, isOurs);
    refuseForeign(this.#partial, (path) => isCutOff(path) || isOurs(path));
    onDisk(this.#partial, () => {
      rmSync(this.#partial, { recursive: true, force: true });
      makeFolder(this.#partial);
    });
  }

  get #old(): string {
    return `${this.target}.old`;
  }

  path(name: string): string {
    return join(this.#partial, name);
  }

  /** Puts the complete folder in its place; an earlier output goes only now. */
  commit(): void {
    onDisk(this.target, () => {
      rmSync(this.#old, { recursive: true, force: true });
      if (existsSync(this.target)) renameSync(this.target, this.#old);
      renameSync(this.#partial, this.target);
      rmSync(this.#old, { recursive: true, force: true });
    });
  }

  /** Leaves the place as it was. */
  discard(): void {
    rmSync(this.#partial, { recursive: true, force: true });
  }
}

/** Only an empty folder, or one that this program wrote, is ever replaced. */
function refuseForeign(path: string, isOurs: (path: string) => boolean): void {
  const found = look(path);
  if (found === undefined) {
    refuseBelowFile(path);
    return;
  }
  const ours = found.isDirectory() && (isEmpty(path) || isOurs(path));
  if (ours) return;
  const what = found.isDirectory() ? 'is not empty and holds no output of this program' : 'is not a folder';
  throw new OutputFault(`${path} ${what}: choose another folder, or move it away first`, 65);
}

/** What a run or an analysis that was killed leaves: files by our names, perhaps not even a whole manifest. */
const isCutOff = (path: string): boolean =>
  onDisk(path, () => readdirSync(path)).every((name) =>
    /^(events\.jsonl|[a-z_]+\.csv|(manifest|metrics|answer)\.json)$/.test(name),
  );

const isEmpty = (path: string): boolean => onDisk(path, () => readdirSync(path)).length === 0;

/** What stands at a path; nothing does below a file. */
function look(path: string, by: (path: string) => Stats = lstatSync): Stats | undefined {
  return onDisk(path, () => {
    try {
      return by(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return undefined;
      throw error;
    }
  });
}

function refuseBelowFile(path: string): void {
  const parent = dirname(path);
  if (parent === path) return;
  const found = look(parent, statSync);
  if (found === undefined) refuseBelowFile(parent);
  else if (!found.isDirectory()) throw new OutputFault(`${parent} is not a folder: choose another`, 65);
}

function bears(folder: string, { file = 'manifest.json', kind }: Mark): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
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
