/** Which functions implement a clause: those whose doc comment names it. */
import { dirname } from 'node:path';
import type { TextFile } from '../../specification/input.ts';
import type { CodeView } from './model.ts';

const MOST_LINES = 34;

/** The model first, then what reads files and what shows things. */
const order = ['src/core', 'src/scenario', 'src/run', 'src/sweep', 'src/study', 'src/protocol'];
const rank = ({ file, line }: CodeView): number => {
  const place = order.findIndex((folder) => file.startsWith(`${folder}/`));
  // what does a thing comes before what checks it, and both before the comment at the head of a file
  const within = line === 1 ? 0.6 : file.startsWith('src/core/checks/') ? 0.3 : 0;
  return (place < 0 ? order.length : place) + within;
};

/** Functions by clause, the likeliest place to look at first. */
export function indexCode(
  files: readonly TextFile[],
  isClause: (id: string) => boolean,
): ReadonlyMap<string, readonly CodeView[]> {
  const found = new Map<string, CodeView[]>();
  for (const file of files) {
    for (const { ids, view } of documented(file)) {
      for (const id of ids.filter(isClause)) found.set(id, [...(found.get(id) ?? []), view]);
    }
  }
  for (const [id, views] of found) {
    found.set(
      id,
      views.sort((a, b) => rank(a) - rank(b) || dirname(a.file).localeCompare(dirname(b.file))),
    );
  }
  return found;
}

const declared =
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:readonly\s+|static\s+|private\s+)*(?:(?:function|const|let|class|interface|type|enum)\s+)?([#\w$]+)/;

function documented({ path, text }: TextFile): { ids: string[]; view: CodeView }[] {
  const lines = text.split('\n');
  const views: { ids: string[]; view: CodeView }[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!/^\s*\/\*\*/.test(lines[start] ?? '')) continue;
    let end = start;
    while (end < lines.length && !(lines[end] ?? '').includes('*/')) end++;
    const comment = lines.slice(start, end + 1).join('\n');
    const ids = clauseIds(comment);
    const head = lines[end + 1] ?? '';
    // a comment at the head of a file speaks of the file
    const isFile = start === 0 || /^\s*(import\b|$)/.test(head);
    const name = isFile ? (path.split('/').at(-1) ?? path) : (declared.exec(head)?.[1] ?? path);
    if (ids.length > 0) {
      const last = isFile ? end : bodyEnd(lines, end + 1);
      const shown = lines.slice(start, Math.min(last + 1, start + MOST_LINES));
      const cut = last + 1 > start + MOST_LINES ? ['  // …'] : [];
      views.push({
        ids,
        view: { file: path, line: isFile ? 1 : end + 2, name, text: unindented([...shown, ...cut]) },
      });
    }
    start = end;
  }
  return views;
}

/** Ids in a comment; `KER-01 … KER-12` names each of them, R or not. */
export function clauseIds(comment: string): string[] {
  const flat = comment.replace(/\n\s*\*/g, ' ');
  const spelled = flat.replace(
    /\b([A-Z]+)-(\d+)R? (?:…|to) \1-(\d+)R?/g,
    (all, chapter: string, first: string, last: string) => {
      const ids = [all];
      for (let n = Number(first); n <= Number(last); n++) {
        const id = `${chapter}-${String(n).padStart(2, '0')}`;
        ids.push(id, `${id}R`);
      }
      return ids.join(' ');
    },
  );
  return [...new Set(spelled.match(/\b[A-Z]{2,}-(?:\d{2}|C\d)R?\b/g))];
}

/** The last line of what begins here: where its indentation ends again. */
function bodyEnd(lines: readonly string[], start: number): number {
  const indent = /^\s*/.exec(lines[start] ?? '')?.[0].length ?? 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const depth = /^\s*/.exec(line)?.[0].length ?? 0;
    const closes = depth === indent && /[;}]\s*,?$/.test(line) && !/[{([]\s*$/.test(line);
    if (closes || (i > start && line.trim() === '' && depth <= indent)) return closes ? i : i - 1;
  }
  return lines.length - 1;
}

function unindented(lines: readonly string[]): string {
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}
