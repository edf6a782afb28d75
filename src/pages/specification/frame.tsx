/** @jsxRuntime automatic @jsxImportSource preact */
/** What stands around every page: the views, the search, and how the specification stands. */
import type { ComponentChildren } from 'preact';
import type { Book } from './book.ts';
import { shownStates } from './not-run.ts';
import { marks, meanings, shownState, some } from './words.ts';

const views = [
  ['index.html', 'Specification'],
  ['examples.html', 'Examples'],
  ['attention.html', 'Attention'],
  ['changes.html', 'Changes'],
  ['rulings.html', 'Rulings'],
  ['implementations.html', 'Implementations'],
] as const;

type View = (typeof views)[number][0];

/** What of a clause asks for somebody: everything but covered. */
const needsAttention = ({ clauses }: Book): number =>
  [...clauses.values()].filter(({ state }) => state !== 'covered').length;

export function Frame({
  book,
  view,
  children,
}: {
  book: Book;
  view: View | null;
  children: ComponentChildren;
}) {
  const counts: Partial<Record<View, number>> = {
    'attention.html': needsAttention(book),
    'changes.html': book.verdict.differences.length,
  };
  return (
    <>
      <a class="skip visually-hidden" href="#main">
        Skip to the text
      </a>
      <header class="top">
        <p class="title">
          <a href="index.html">{book.specification.title}</a>
        </p>
        <nav aria-label="Views" class="no-print">
          <ul>
            {views.map(([href, name]) => (
              <li key={href}>
                <a href={href} aria-current={href === view ? 'page' : undefined}>
                  {name}
                  {counts[href] === undefined || counts[href] === 0 ? null : (
                    <span class="count"> {counts[href]}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="search no-print" role="search">
          <label class="visually-hidden" for="search">
            Search clauses, symbols and scenarios
          </label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck={false}
            placeholder="Search: KER-08, λ, … (/)"
            role="combobox"
            aria-expanded="false"
            aria-controls="found"
            aria-autocomplete="list"
          />
          <ul id="found" role="listbox" aria-label="found" hidden />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <div id="card" role="tooltip" hidden />
      <footer class="quiet">
        <p>
          {some(book.verdict.run.scenarios, 'scenario')},{' '}
          {some(book.verdict.run.properties, 'property check')}
          {book.verdict.run.writer === '' ? '' : `, run by ${book.verdict.run.writer}`}
          {book.verdict.run.commit === null ? '' : ` at commit ${book.verdict.run.commit.slice(0, 10)}`}.
          <span class="no-print">
            {' '}
            Keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous clause, <kbd>o</kbd>{' '}
            open its evidence, <kbd>←</kbd> and <kbd>→</kbd> through an example, <kbd>?</kbd> the glossary.
          </span>
        </p>
      </footer>
    </>
  );
}

/** A state in words, then in colour. */
export const StateMark = ({ state }: { state: string }) => (
  <span class={`state ${state}`} title={meanings[state]}>
    <span aria-hidden="true">{marks[state]}</span> {shownState(state)}
  </span>
);

/** How the specification stands, in a sentence and a list. */
export function Standing({ book }: { book: Book }) {
  const { ending } = book.verdict;
  const clauses = [...book.clauses.values()];
  const count = (state: string): number => clauses.filter((clause) => clause.state === state).length;
  const told = shownStates.filter((state) => state !== 'covered' && count(state) > 0);
  return (
    <p class="standing">
      <strong>
        {count('covered')} of {clauses.length} clauses are covered
      </strong>{' '}
      by scenarios that ran and assert.
      {book.verdict.run.properties === 0 && ' No property was run: what properties show is missing here.'}
      {told.map((state) => (
        <span key={state}>
          {' '}
          <StateMark state={state} /> {count(state)}: {meanings[state]}.
        </span>
      ))}
      {ending === 'noEvidence' ? <strong> This run counts as no evidence: {noEvidence(book)}</strong> : null}
    </p>
  );
}

const noEvidence = ({ verdict: { findings } }: Book): string =>
  findings.find(({ level }) => level === 'error')?.message ?? 'nothing ran';
