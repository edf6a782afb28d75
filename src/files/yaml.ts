/** A YAML text as a tree that remembers its lines, with every number as it is written. CFG-01, CFG-03, CFG-04. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  Parser,
  type Alias,
  type Document,
} from 'yaml';
import { pathText, type FileFault, type Path } from './faults.ts';
import { DEEPEST } from './json.ts';

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
  readonly faults: FileFault[];
}

/** An anchor may be repeated this often; more is a document that blows up when it is read. */
const MOST_ALIASES = 100;

/** Values that the anchors may repeat in all. */
const MOST_REPEATED = 10_000;

/** Reads a YAML text. Syntax errors and keys given twice are faults; a text without content has no root. */
export function readSource(text: string, file: string): Source {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const line = text.slice(0, deep).split('\n').length;
    return { root: null, faults: [{ file, line, path: '', ...tooDeep }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const problems = [...document.errors, ...document.warnings];
  const tabs = problems.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) {
    // whatever else is wrong follows from them
    const byLine = new Map(tabs.map(({ pos }) => [lines.linePos(pos[0]).line, { file, path: '', ...tab }]));
    return { root: null, faults: [...byLine].map(([line, fault]) => ({ ...fault, line })) };
  }
  const faults = problems.map(({ message, pos }): FileFault => {
    const found = `a YAML error (${(message.split(/ at line |\n/)[0] ?? message).replace(/:$/, '')})`;
    return { file, line: lines.linePos(pos[0]).line, path: '', found, allowed: 'a YAML document' };
  });
  if (faults.length > 0) return { root: null, faults: withoutRepeats(faults) };
  const reader = new Reader(document, lines, file);
  const root = document.contents === null ? null : reader.read(document.contents, [], 1);
  return { root: root?.value === null ? null : root, faults: reader.faults };
}

const tab = { found: 'a tab before the first word of the line', allowed: 'spaces there' };

const tooDeep = {
  found: 'values nested too deep',
  allowed: `at most ${String(DEEPEST)} levels of lists and sections`,
};

/** Where a text nests too deep. Composing the values of such a text takes minutes, or overflows the stack. */
function tooDeepAt(text: string): number | null {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // the parser goes on as its tokens are asked for; none is kept
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return parser.offset;
  }
  return null;
}

/** One mistake can make many errors of one kind in one line. */
function withoutRepeats(faults: readonly FileFault[]): FileFault[] {
  const byText = new Map(faults.map((fault) => [`${String(fault.line)} ${fault.found}`, fault]));
  return [...byText.values()];
}

class Reader {
  readonly faults: FileFault[] = [];
  #aliases = 0;
  /** Aliases around the value that is being read. */
  #around = 0;
  /** Values read so far that an alias repeats. */
  #repeated = 0;
  /** Lists and sections around the value that is being read. */
  readonly #within = new Set<unknown>();
  #isTooDeep = false;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  read(node: unknown, path: Path, near: number): SourceNode {
    const line = this.#lineOf(node) ?? near;
    const place = { file: this.file, line };
    if (this.#around > 0 && ++this.#repeated > MOST_REPEATED) return { place, value: null };
    if (path.length > DEEPEST) {
      if (!this.#isTooDeep) this.#fault(line, path.slice(0, 1), tooDeep.found, tooDeep.allowed);
      this.#isTooDeep = true;
      return { place, value: null };
    }
    if (isAlias(node)) return { place, value: this.#readAlias(node, path, line) };
    if (!isMap(node) && !isSeq(node)) return { place, value: scalarText(node) };
    this.#within.add(node);
    const value = isMap(node)
      ? this.#readMap(node.items, path, line)
      : node.items.map((item, i) => this.read(item, [...path, i], line));
    this.#within.delete(node);
    return { place, value };
  }

  #readAlias(alias: Alias, path: Path, line: number): SourceNode['value'] {
    this.#aliases++;
    if (this.#aliases > MOST_ALIASES) {
      if (this.#aliases === MOST_ALIASES + 1)
        this.#fault(line, path.slice(0, 1), 'one alias more', `${String(MOST_ALIASES)} at most`);
      return null;
    }
    const { source } = alias;
    const target = alias.resolve(this.document);
    if (target === undefined) {
      this.#fault(line, path, `*${source}, and no anchor &${source} above`, 'the name of an anchor above');
      return null;
    }
    if (this.#within.has(target)) {
      this.#fault(line, path, `*${source} within what it repeats`, 'an anchor that is complete');
      return null;
    }
    const before = this.#repeated;
    this.#around++;
    const { value } = this.read(target, path, line);
    this.#around--;
    if (before <= MOST_REPEATED && this.#repeated > MOST_REPEATED && this.#around === 0)
      this.#fault(
        line,
        path,
        'aliases that repeat too much',
        `${String(MOST_REPEATED)} repeated values at most`,
      );
    return value;
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
      if (name === '<<') {
        this.#fault(line, path, 'a merge key', 'the members themselves, written out');
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

/** A scalar's value; what is neither text, flag nor nothing is its source text: a number, a date, bytes. CFG-04. */
function scalarText(node: unknown): string | boolean | null {
  if (!isScalar(node)) return null;
  const { value, source } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (source === undefined) throw new Error('a scalar of a file that was read has no source text');
  return source;
}
