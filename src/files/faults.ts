/** What is wrong, for the user to read: in words, with an exit status, and for files each fault with its place. CFG-03, CLI-03. */
import { exitCodes } from '../exit-codes.ts';
import { onOneLine } from '../printable.ts';

/** One thing that is wrong in a file that is read. */
export interface FileFault {
  readonly file: string;
  /** From 1; 0 where the fault has no line (a file that cannot be read, a value from outside the file). */
  readonly line: number;
  /** From 1, where the fault has one. */
  readonly column?: number;
  /** Path in the document, such as `buckets.short.M0`; empty for the document as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** A fault of a file as a whole. */
export const faultOf = (file: string, found: string, allowed: string): FileFault => ({
  file,
  line: 0,
  path: '',
  found,
  allowed,
});

/** An expected failure: the user reads the message, no stack trace, and the command ends with the status. CLI-03. */
export class Fault extends Error {
  override readonly name = 'Fault';

  /** `faults` are the places in files that the message lists, if it is about files. */
  constructor(
    message: string,
    readonly ending: 'failed' | 'usage' | 'badInput' | 'unavailable' | 'noEvidence',
    readonly faults: readonly FileFault[] = [],
  ) {
    super(message);
  }

  get exitStatus(): number {
    return exitCodes[this.ending];
  }
}

/** All that is wrong with the files that are read, at most `perFile` lines about each. CFG-03. */
export function inFiles(faults: readonly FileFault[], perFile = Infinity): Fault {
  const byFile = [...new Set(faults.map(({ file }) => file))].map((name) =>
    faults
      .filter(({ file }) => file === name)
      .sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
  );
  const lines = byFile.flatMap((of) => {
    const more = of.length - perFile;
    const rest = more > 0 ? [`${of[0]?.file ?? ''}: and ${String(more)} more`] : [];
    return [...of.slice(0, perFile).map(describeFault), ...rest];
  });
  return new Fault(listed(lines).join('\n'), 'badInput', byFile.flat());
}

/** What is wrong in which files, by this error; throws it again where it says nothing of files. */
export function faultsIn(error: unknown): readonly FileFault[] {
  if (error instanceof Fault && error.faults.length > 0) return error.faults;
  throw error;
}

/** `ring.yaml:12: ring.kappa: found -1; allowed: a number above 0`. */
export function describeFault({ file, line, column, path, found, allowed }: FileFault): string {
  const place = [file, ...(line > 0 ? [line, ...(column === undefined ? [] : [column])] : [])].join(':');
  return onOneLine(`${place}:${path === '' ? '' : ` ${path}:`} found ${found}; allowed: ${allowed}`);
}

/** Faults that are printed; of more there is only the number. */
const MOST_LISTED = 100;

/** The first hundred of these lines, and how many more there are. */
export function listed(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LISTED;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_LISTED), `and ${inThousands(more)} more`];
}

/** `4 900`. */
const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** A path in a document, as its steps. List positions are numbers. */
export type Path = readonly (string | number)[];

/** `ring.cash.vector[3]`. */
export const pathText = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : i === 0 ? step : `.${step}`))
    .join('');

/** What these readers read, in their order. @throws Fault with the faults of all of them. */
export function readAll<T extends readonly unknown[]>(...readers: { [K in keyof T]: () => T[K] }): T {
  const faults: FileFault[] = [];
  const read = readers.map((one: () => unknown) => {
    try {
      return one();
    } catch (error) {
      faults.push(...faultsIn(error));
      return undefined;
    }
  });
  if (faults.length > 0) throw inFiles(faults);
  // without a fault each reader has given what it reads
  return read as unknown as T;
}

/** What is read of each of these. @throws Fault with the faults of all of them. */
export const readEach = <T, R>(all: readonly T[], read: (one: T) => R): R[] =>
  readAll<R[]>(...all.map((one) => () => read(one)));
