/** @jsxRuntime automatic @jsxImportSource preact */
/** The specification: how it stands, its chapters at a glance, and each chapter on its own page. */
import { Chapter, contextFor } from '../clause.tsx';
import { chapterPage, clauseAddress } from '../places.ts';
import type { ChapterText } from '../specification.ts';
import { DataTable, texts } from '../../table.tsx';
import { Frame, Standing } from '../frame.tsx';
import { Prose, Symbol } from '../prose.tsx';
import { marks, shownState } from '../words.ts';
import { Broken } from './broken.tsx';
import type { Book } from '../book.ts';

export function SpecificationPage({ book }: { book: Book }) {
  const { specification } = book;
  const context = contextFor(book, '');
  return (
    <Frame book={book} view="index.html">
      <div class="columns">
        <nav class="contents no-print" aria-label="Chapters">
          <Contents book={book} />
        </nav>
        <div class="reading">
          <h1>{specification.title}</h1>
          <Broken book={book} />
          <Standing book={book} />
          <Glance book={book} />
          {specification.introduction.split('\n').map((text) => (
            <p key={text}>
              <Prose text={text} context={context} />
            </p>
          ))}
          <Sources book={book} />
          <Glossary book={book} />
        </div>
      </div>
    </Frame>
  );
}

/** A chapter on a page of its own, with the ways to its neighbours. */
export function ChapterPage({ book, chapter }: { book: Book; chapter: ChapterText }) {
  const { chapters } = book.specification;
  const i = chapters.indexOf(chapter);
  const [before, after] = [chapters[i - 1], chapters[i + 1]];
  return (
    <Frame book={book} view={null}>
      <div class="columns">
        <nav class="contents no-print" aria-label="Chapters">
          <Contents book={book} here={chapter.id} />
        </nav>
        <div class="reading">
          <Chapter book={book} chapter={chapter} />
          <nav class="neighbours no-print" aria-label="Neighbouring chapters">
            {before === undefined ? null : (
              <a rel="prev" href={chapterPage(before.id)}>
                ← {before.id} {before.title}
              </a>
            )}{' '}
            {after === undefined ? null : (
              <a rel="next" href={chapterPage(after.id)}>
                {after.id} {after.title} →
              </a>
            )}
          </nav>
        </div>
      </div>
    </Frame>
  );
}

function Contents({ book, here }: { book: Book; here?: string }) {
  return (
    <ol>
      {book.specification.chapters.map(({ id, title, clauses }) => {
        const open = clauses.filter((clause) => book.clauses.get(clause.id)?.state !== 'covered');
        const failing = open.filter((clause) => book.clauses.get(clause.id)?.state === 'failing').length;
        return (
          <li key={id}>
            <a href={chapterPage(id)} aria-current={id === here ? 'page' : undefined}>
              <span class="id">{id}</span> {title}
            </a>
            {open.length === 0 ? null : (
              <span class={failing > 0 ? 'count failing' : 'count'}>
                {' '}
                {failing > 0 ? `✗ ${String(failing)} failing` : `${String(open.length)} open`}
              </span>
            )}
          </li>
        );
      })}
      <li>
        <a href="index.html#sources">Sources</a>
      </li>
      <li>
        <a href="index.html#glossary">Glossary</a>
      </li>
    </ol>
  );
}

/** Every clause as one small mark, chapter by chapter. */
function Glance({ book }: { book: Book }) {
  return (
    <details class="glance no-print" open>
      <summary>Every clause at a glance</summary>
      <dl>
        {book.specification.chapters.map(({ id, title, clauses }) => (
          <div key={id}>
            <dt>
              <a href={chapterPage(id)}>{id}</a> <span class="quiet">{title}</span>
            </dt>
            <dd>
              {clauses.map((clause) => {
                const state = book.clauses.get(clause.id)?.state ?? 'uncovered';
                const said = `${clause.id} ${shownState(state)}: ${clause.title}`;
                return (
                  <a
                    key={clause.id}
                    href={clauseAddress(clause.id)}
                    class={`dot ${state}`}
                    title={said}
                    aria-label={said}
                  >
                    {marks[state]}
                  </a>
                );
              })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Sources({ book }: { book: Book }) {
  const sources = Object.entries(book.specification.sources);
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <dl class="sources">
        {sources.map(([name, title]) => (
          <div key={name}>
            <dt>[{name}]</dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Glossary({ book }: { book: Book }) {
  return (
    <section aria-labelledby="glossary">
      <h2 id="glossary" tabIndex={-1}>
        Glossary
      </h2>
      <DataTable
        label="glossary"
        hasRowHeads
        columns={texts('symbol', 'what', 'unit', 'name in code')}
        rows={book.specification.glossary.map(({ symbol, name, meaning, unit }) => [
          <span id={`symbol-${symbol}`}>
            <Symbol symbol={symbol} />
          </span>,
          <Prose text={meaning} context={contextFor(book, '')} />,
          unit,
          <code>{name}</code>,
        ])}
      />
    </section>
  );
}
