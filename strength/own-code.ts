/** Which clauses a place in the source belongs to: those that the nearest doc comment around it names. */
import ts from 'typescript-6';

/** Lines and columns are counted from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `KER-01 … KER-12` names each of them. */
export const expandRanges = (text: string): string =>
  text.replace(/([A-Z]+)-(\d+) … \1-(\d+)(R?)/g, (_, chapter: string, first: string, last: string) => {
    const ids: string[] = [];
    for (let n = Number(first); n <= Number(last); n++) ids.push(`${chapter}-${String(n).padStart(2, '0')}`);
    return ids.join(' ');
  });

/** A list of ids and nothing else, with which a comment ends: `… POL-04, POL-08R.` */
const CLOSING = /(?:^|[.;:)]|\s)\s*((?:[A-Z]+-[A-Z]?\d+R?(?:, | … | and )?)+)\.?\s*$/;

/**
 * The ids that a comment names and the catalogue knows. Where it ends in a list of ids these are meant, and what
 * it mentions on the way is an aside; a number without its R finds its ruling, too.
 */
function idsIn(comment: string, known: ReadonlySet<string>): string[] {
  const text = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\* ?/gm, '');
  const meant = CLOSING.exec(text)?.[1] ?? text;
  const named = expandRanges(meant).match(/\b[A-Z]+-[A-Z]?\d+R?\b/g) ?? [];
  const found = named.flatMap((id) => [id, `${id}R`].find((each) => known.has(each)) ?? []);
  return [...new Set(found)];
}

/** What a doc comment stands above, and the clauses that it names. */
interface Named {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly string[];
}

export class OwnCode {
  readonly #files = new Map<string, { readonly source: ts.SourceFile; readonly named: readonly Named[] }>();
  constructor(readonly known: ReadonlySet<string>) {}

  /** The clauses of a place in a source: of the innermost declaration or statement around it whose comment names any. */
  clausesAt(text: string, { line, column }: Position): readonly string[] {
    const { source, named } = this.#read(text);
    const at = source.getPositionOfLineAndCharacter(line, column);
    const around = named.filter(({ start, end }) => start <= at && at < end);
    const innermost = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return innermost?.clauses ?? [];
  }

  #read(text: string) {
    const known = this.#files.get(text);
    if (known !== undefined) return known;
    const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2023, true);
    const named: Named[] = [];
    const visit = (node: ts.Node): void => {
      const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
      const own = comments.filter(({ pos }) => text.startsWith('/**', pos));
      // above the first statement stands the comment of the file, and perhaps its own
      const isFirst = source.statements[0] === node;
      const last = own.at(-1);
      if (last !== undefined && !(isFirst && own.length === 1))
        named.push({
          start: node.getStart(),
          end: node.end,
          clauses: idsIn(text.slice(last.pos, last.end), this.known),
        });
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(source, visit);
    const read = { source, named: named.filter(({ clauses }) => clauses.length > 0) };
    this.#files.set(text, read);
    return read;
  }
}
