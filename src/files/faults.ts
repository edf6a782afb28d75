/** What is wrong with a file that is read: all of it at once, each with its place. CFG-03. */
import { onOneLine } from '../printable.ts';

export interface Fault {
  readonly file: string;
  /** From 1; 0 where the fault has no line (a file that cannot be read, a value from outside the file). */
  readonly line: number;
  /** Path in the document, such as `buckets.short.M0`; empty for the document as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** Input that cannot be used, in words. CLI-03. */
export class InputFault extends Error {
  override readonly name: string = 'InputFault';
  readonly exitStatus = 65;
}

/** Thrown before anything runs or is written. CFG-03. */
export class InputFaults extends InputFault {
  override readonly name = 'InputFaults';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const place = new Map([...new Set(faults.map(({ file }) => file))].map((file, i) => [file, i]));
    const rank = ({ file }: Fault): number => place.get(file) ?? place.size;
    const inOrder = [...faults].sort((a, b) => rank(a) - rank(b) || a.line - b.line);
    super(listed(inOrder.map(describeFault)).join('\n'));
    this.faults = inOrder;
  }
}

/** `ring.yaml:12: ring.kappa: found -1; allowed: a number above 0`. */
export function describeFault({ file, line, path, found, allowed }: Fault): string {
  const place = line > 0 ? `${file}:${String(line)}` : file;
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

/** What these readers read, in their order. @throws InputFaults with the faults of all of them. */
export function readAll<T extends readonly unknown[]>(...readers: { [K in keyof T]: () => T[K] }): T {
  const faults: Fault[] = [];
  const read = readers.map((one: () => unknown) => {
    try {
      return one();
    } catch (error) {
      if (!(error instanceof InputFaults)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  });
  if (faults.length > 0) throw new InputFaults(faults);
  // without a fault each reader has given what it reads
  return read as unknown as T;
}
