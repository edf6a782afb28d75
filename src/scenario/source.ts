/** A YAML text as a tree that remembers its lines, with every number as it is written. CFG-01, CFG-03, CFG-04. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { pathText, type Fault, type Path } from './faults.ts';

/** Where a value stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A value with its place. Numbers are text: 0.1 is one tenth, not the nearest double. CFG-04. */
export interface SourceNode {
  readonly place: Place;
  readonly value: string | boolean | null | SourceNode[] | Map<string, SourceNode>;
}

export interface Source {
  readonly root: SourceNode | null;
  readonly faults: Fault[];
}

/** An anchor may be repeated this often; more is a document that blows up when it is read. */
const MOST_ALIASES = 100;

/** Reads a YAML text. Syntax errors and keys given twice are faults; a text without content has no root. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  } catch (error) {
    const found = `something that cannot be read (${(error as Error).message})`;
    return { root: null, faults: [{ file, line: 0, path: '', found, allowed: 'a YAML document' }] };
  }
  const problems = [...document.errors, ...document.warnings];
  const faults = problems.map(({ message, pos }): Fault => {
    const found = `a YAML error (${(message.split(/ at line |\n/)[0] ?? message).replace(/:$/, '')})`;
    return { file, line: lines.linePos(pos[0]).line, path: '', found, allowed: 'a YAML document' };
  });
  if (faults.length > 0) return { root: null, faults: withoutRepeats(faults) };
  const reader = new Reader(document, lines, file);
  const root = document.contents === null ? null : reader.read(document.contents, [], 1);
  return { root: root?.value === null ? null : root, faults: reader.faults };
}

/** One mistake can make many errors of one kind in one line. */
function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const byText = new Map(faults.map((fault) => [`${String(fault.line)} ${fault.found}`, fault]));
  return [...byText.values()];
}

class Reader {
  readonly faults: Fault[] = [];
  #aliases = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  read(node: unknown, path: Path, near: number): SourceNode {
    const line = this.#lineOf(node) ?? near;
    const place = { file: this.file, line };
    if (isAlias(node)) {
      if (++this.#aliases <= MOST_ALIASES) return this.read(node.resolve(this.document), path, line);
      if (this.#aliases === MOST_ALIASES + 1)
        this.#fault(line, path.slice(0, 1), 'one alias more', `${String(MOST_ALIASES)} at most`);
      return { place, value: null };
    }
    if (isMap(node)) return { place, value: this.#readMap(node.items, path, line) };
    if (isSeq(node))
      return { place, value: node.items.map((item, i) => this.read(item, [...path, i], line)) };
    return { place, value: scalarText(node) };
  }

  #readMap(
    items: readonly { key: unknown; value: unknown }[],
    path: Path,
    near: number,
  ): Map<string, SourceNode> {
    const members = new Map<string, SourceNode>();
    for (const { key, value } of items) {
      const line = this.#lineOf(key) ?? near;
      const name = isScalar(key) ? String(scalarText(key)) : null;
      if (name === null || name === '__proto__') {
        this.#fault(line, path, 'a key that is no name', 'names as keys');
        continue;
      }
      const first = members.get(name);
      const member = this.read(value, [...path, name], line);
      if (first === undefined) members.set(name, { place: { file: this.file, line }, value: member.value });
      else
        this.#fault(
          line,
          [...path, name],
          `the key again, first given in line ${String(first.place.line)}`,
          'one of them',
        );
    }
    return members;
  }

  #lineOf(node: unknown): number | null {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const start = range?.[0];
    return start === undefined ? null : this.lines.linePos(start).line;
  }

  #fault(line: number, path: Path, found: string, allowed: string): void {
    this.faults.push({ file: this.file, line, path: pathText(path), found, allowed });
  }
}

/** A scalar's value; a number is its source text. CFG-04. */
function scalarText(node: unknown): string | boolean | null {
  if (!isScalar(node)) return null;
  const { value, source } = node;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? (source ?? String(value)) : null;
}
