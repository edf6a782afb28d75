/** What is wrong with the files of a run or a sweep: all of it at once, each with its path and line. */
import { Fault, faultsIn } from '../../files/faults.ts';

/** Faults shown of one file: a file of another kind has one on every line. */
const SHOWN = 20;

export class Faults {
  readonly #told: string[] = [];
  readonly #places = new Set<string>();
  #count = 0;

  /** `line` counts from 1; 0 where the fault has no line. */
  add(path: string, line: number, what: string): void {
    this.#count++;
    this.#places.add(`${path}:${String(line)}`);
    if (this.#told.length < SHOWN) this.#told.push(`${path}${line > 0 ? `:${String(line)}` : ''}: ${what}`);
  }

  /**
   * What an error says of files; in a line where something was wrong already it is the same once more.
   * @param inLine where the error comes of a single line
   * @throws the error where it says nothing of files
   */
  addAll(error: unknown, inLine?: number): void {
    const known = new Set(this.#places);
    for (const { file, line, path, found, allowed } of faultsIn(error)) {
      const at = inLine ?? line;
      const where = path === '' ? '' : `${path}: `;
      if (!known.has(`${file}:${String(at)}`))
        this.add(file, at, `${where}found ${found}; allowed: ${allowed}`);
    }
  }

  none(): boolean {
    return this.#count === 0;
  }

  /** @throws Fault with every fault, if there is any. */
  settle(): void {
    if (this.none()) return;
    const left = this.#count - this.#told.length;
    const more = left > 0 ? [`and ${String(left)} more`] : [];
    throw new Fault(
      ['nothing was written:', ...this.#told, ...more]
        .map((line, i) => (i === 0 ? line : `  ${line}`))
        .join('\n'),
      'badInput',
    );
  }
}

/** An error's own words. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
