/** What a merge does to the specification, for a reviewer: one comment that fits one screen. */
import { printable } from '../printable.ts';
import { changeKinds, type Change, type Merge } from './against.ts';
import type { Verdict } from './gate.ts';
import { cell } from './show-markdown.ts';
import { counted, endingInWords, ranInWords } from './show-text.ts';

const headings: Readonly<Record<Change['kind'], string>> = {
  removed: 'Taken out',
  weakened: 'Weaker than before',
  waived: 'Newly waived',
  changed: 'Changed text',
  evidence: 'Changed evidence',
  added: 'New',
};

/** Entries of a kind, and changed lines of an entry, that are shown. */
const ENTRIES = 4;
const LINES = 4;
/** Problems that are shown. */
const PROBLEMS = 5;

export function showComment(verdict: Verdict, merge: Merge | null): string {
  const { ending, findings } = verdict;
  const errors = findings.filter(({ level }) => level === 'error');
  const problems = errors.slice(0, PROBLEMS).map(({ rule, message }) => {
    const [said = ''] = message.split('\n');
    return `- **${rule}** ${cell(said)}`;
  });
  const more = errors.length > PROBLEMS ? [`- and ${String(errors.length - PROBLEMS)} more`] : [];
  const changes = merge === null ? [] : changeKinds.flatMap((kind) => section(kind, merge.changes));
  const none = merge?.changes.length === 0 ? ['This merge changes no clause and no evidence.', ''] : [];
  return [
    `## ${ending === 'done' ? '✅' : '❌'} ${endingInWords[ending]}`,
    '',
    `${cell(counted(verdict))}; ${cell(ranInWords(verdict))}.`,
    '',
    ...(problems.length > 0 ? [...problems, ...more, ''] : []),
    ...none,
    ...changes,
    ...(merge === null ? [] : [`<sub>compared with ${merge.base.slice(0, 12)}</sub>`, '']),
  ].join('\n');
}

function section(kind: Change['kind'], changes: readonly Change[]): string[] {
  const own = changes.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const told = own.slice(0, ENTRIES).flatMap(({ what, said, accepted, lines }) => {
    const by = accepted === '' ? '' : ` — accepted by ${cell(accepted)}`;
    const shown = lines.slice(0, kind === 'removed' ? 0 : LINES).map(short);
    const left = lines.length - shown.length;
    const rest = left > 0 && shown.length > 0 ? [`  … ${String(left)} more lines`] : [];
    const diff =
      shown.length === 0 ? [] : ['  ```diff', ...shown.map((line) => `  ${line}`), ...rest, '  ```'];
    return [`- **${cell(what)}** ${cell(said)}${by}`, ...diff];
  });
  const more = own.length > ENTRIES ? [`- and ${String(own.length - ENTRIES)} more`] : [];
  return [`**${headings[kind]}** (${String(own.length)})`, ...told, ...more, ''];
}

const WIDEST = 120;

/** A line of a difference: the path before the title says nothing new, and three backticks would end the block. */
function short(line: string): string {
  const text = printable(line)
    .replaceAll('```', "'''")
    .replace(/^([-+]) .* › /, '$1 ');
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}
