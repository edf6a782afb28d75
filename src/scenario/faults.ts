/** What is wrong with a scenario file: all of it at once, each with its place. CFG-03. */

export interface Fault {
  readonly file: string;
  /** From 1; 0 where the fault has no line (a file that cannot be read, a value from outside the file). */
  readonly line: number;
  /** Path in the document, such as `buckets.short.M0`; empty for the document as a whole. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** Thrown before anything runs or is written. CFG-03. */
export class ScenarioFaults extends Error {
  override readonly name = 'ScenarioFaults';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const inOrder = [...faults].sort((a, b) => a.line - b.line);
    super(inOrder.map(describeFault).join('\n'));
    this.faults = inOrder;
  }
}

/** `ring.yaml:12: ring.kappa: found -1; allowed: a number above 0`. */
export function describeFault({ file, line, path, found, allowed }: Fault): string {
  const place = line > 0 ? `${file}:${String(line)}` : file;
  return `${place}:${path === '' ? '' : ` ${path}:`} found ${found}; allowed: ${allowed}`;
}

/** A path in a document, as its steps. List positions are numbers. */
export type Path = readonly (string | number)[];

/** `ring.cash.vector[3]`. */
export const pathText = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : i === 0 ? step : `.${step}`))
    .join('');
