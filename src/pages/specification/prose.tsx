/** @jsxRuntime automatic @jsxImportSource preact */
/** The text of a clause as a page shows it: its marks, formulas, clause ids, sources and symbols. */
import { clauseAddress } from './places.ts';
import { Fragment, type ComponentChildren } from 'preact';
import type { Formula } from './formulas.ts';
import type { GlossaryEntry } from './specification.ts';

export interface ProseContext {
  readonly isClause: (id: string) => boolean;
  readonly sources: Readonly<Record<string, string>>;
  readonly glossary: readonly GlossaryEntry[];
  readonly formulas: readonly Formula[];
}

interface Piece {
  readonly at: number;
  readonly length: number;
  readonly shown: ComponentChildren;
}

const CLAUSE = /\b[A-Z]{2,}-(?:\d{2}|C\d)R?\b/;

/** A single Latin letter is a symbol within a formula only: "A" begins sentences, too. */
const isPlainWord = (symbol: string): boolean => /^[A-Za-z]$/.test(symbol);

export function Prose({ text, context }: { text: string; context: ProseContext }) {
  return <>{inline(text, context)}</>;
}

/** The first thing in the text that is more than words, then the rest. */
function inline(text: string, context: ProseContext): ComponentChildren {
  const shown: ComponentChildren[] = [];
  let rest = text;
  while (rest !== '') {
    const next = firstPiece(rest, context);
    if (next === null) break;
    shown.push(rest.slice(0, next.at), next.shown);
    rest = rest.slice(next.at + next.length);
  }
  shown.push(rest);
  return shown.map((part, i) => <Fragment key={i}>{part}</Fragment>);
}

function firstPiece(text: string, context: ProseContext): Piece | null {
  const pieces = [
    ...formulaPieces(text, context),
    ...match(text, /`([^`]+)`/, (inner) => <code>{inner}</code>),
    ...match(text, /\*\*([^*]+)\*\*/, (inner) => <strong>{inline(inner, context)}</strong>),
    ...match(text, /(?<![\w*])\*([^*\s][^*]*[^*\s])\*(?![\w*])/, (inner) => (
      <em>{inline(inner, context)}</em>
    )),
    ...match(text, /\[([^\]]+)\]/, (inner) => source(inner, context)),
    ...match(text, new RegExp(`(${CLAUSE.source})`), (id) =>
      context.isClause(id) ? (
        <a class="ref" href={clauseAddress(id)}>
          {id}
        </a>
      ) : (
        id
      ),
    ),
    ...match(text, /\b([A-Za-z]_[A-Za-z]{1,8})\b/, (symbol) => <Symbol symbol={symbol} />),
    ...symbolPieces(text, context),
  ];
  return pieces.reduce<Piece | null>(
    (best, piece) =>
      best === null || piece.at < best.at || (piece.at === best.at && piece.length > best.length)
        ? piece
        : best,
    null,
  );
}

function match(text: string, pattern: RegExp, show: (inner: string) => ComponentChildren): Piece[] {
  const found = pattern.exec(text);
  if (found === null) return [];
  return [{ at: found.index, length: found[0].length, shown: show(found[1] ?? '') }];
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_*]/u.test(sign);

/** Where words stand by themselves. */
function standing(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = isWord(words[0]) && isWord(text[at - 1]);
    const after = isWord(words.at(-1)) && isWord(text[at + words.length]);
    if (!before && !after) return at;
  }
  return -1;
}

const formulaPieces = (text: string, { formulas, glossary }: ProseContext): Piece[] =>
  formulas.flatMap((formula) => {
    const at = standing(text, formula.text);
    if (at < 0) return [];
    const symbols = glossary.filter(({ symbol }) => standing(formula.text, symbol) >= 0);
    // the stop after a formula that has a line to itself would begin the next one
    const stop = formula.display ? (/^[.,;:]/.exec(text.slice(at + formula.text.length))?.[0] ?? '') : '';
    return [
      {
        at,
        length: formula.text.length + stop.length,
        shown: (
          <span
            class={formula.display ? 'formula display' : 'formula'}
            data-symbols={symbols.map(({ symbol }) => symbol).join(' ')}
          >
            <span dangerouslySetInnerHTML={{ __html: formula.mathml }} />
            {stop}
          </span>
        ),
      },
    ];
  });

const symbolPieces = (text: string, { glossary }: ProseContext): Piece[] =>
  glossary.flatMap(({ symbol }) => {
    if (isPlainWord(symbol)) return [];
    const at = standing(text, symbol);
    return at < 0 ? [] : [{ at, length: symbol.length, shown: <Symbol symbol={symbol} /> }];
  });

/** A symbol as it is set: `K*` with its star raised, `a_c` with its letter lowered. */
export function Symbol({ symbol }: { symbol: string }) {
  const [, head = symbol, star, low] = /^(.+?)(?:(\*)|_(\w+))?$/.exec(symbol) ?? [];
  return (
    <span class="symbol" data-symbols={symbol}>
      <i>{head}</i>
      {star === undefined ? null : <sup>{star}</sup>}
      {low === undefined ? null : (
        <sub>
          <i>{low}</i>
        </sub>
      )}
    </span>
  );
}

function source(inner: string, { sources }: ProseContext): ComponentChildren {
  const named = Object.keys(sources).filter((name) => new RegExp(`(^|[^\\w])${name}([^\\w]|$)`).test(inner));
  if (named.length === 0) return `[${inner}]`;
  return <cite title={named.map((name) => sources[name]).join('; ')}>{`[${inner}]`}</cite>;
}
