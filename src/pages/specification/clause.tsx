/** @jsxRuntime automatic @jsxImportSource preact */
/** A clause in its chapter: what it says, how it was ruled, how it stands, and the door to its evidence. */
import type { Book } from './book.ts';
import { StateMark } from './frame.tsx';
import { Prose, type ProseContext } from './prose.tsx';
import type { ChapterText, ClauseText } from './specification.ts';
import { shownState, some } from './words.ts';

export const contextFor = (book: Book, id: string): ProseContext => ({
  isClause: (other) => book.clauses.has(other) && other !== id,
  sources: book.specification.sources,
  glossary: book.specification.glossary,
  formulas: book.formulas.get(id) ?? [],
});

export function Chapter({ book, chapter }: { book: Book; chapter: ChapterText }) {
  const context = contextFor(book, '');
  return (
    <section class="chapter" aria-labelledby={chapter.id}>
      <h1 id={chapter.id} tabIndex={-1}>
        <span class="id">{chapter.id}</span> {chapter.title}
      </h1>
      {chapter.note === undefined ? null : (
        <p>
          <Prose text={chapter.note} context={context} />
        </p>
      )}
      {chapter.clauses.map((clause) => (
        <Clause key={clause.id} book={book} clause={clause} />
      ))}
    </section>
  );
}

function Clause({ book, clause }: { book: Book; clause: ClauseText }) {
  const { id, title, text, source, ruling } = clause;
  const verdict = book.clauses.get(id);
  const context = contextFor(book, id);
  const state = verdict?.state ?? 'uncovered';
  return (
    <section class={`clause ${state}`} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a class="permalink" href={`#${id}`}>
          {id}
        </a>{' '}
        {title} <StateMark state={state} />
      </h2>
      <p class="text">
        <Prose text={text} context={context} />
        {source === undefined ? null : (
          <>
            {' '}
            <Prose text={source} context={context} />
          </>
        )}
      </p>
      {ruling === undefined ? null : <Ruling book={book} clause={clause} />}
      {clause.switch === undefined ? null : <Switch {...clause.switch} />}
      {state === 'covered' ? null : <Why book={book} id={id} />}
      <EvidenceDoor book={book} id={id} />
    </section>
  );
}

export function Ruling({ book, clause }: { book: Book; clause: ClauseText }) {
  if (clause.ruling === undefined) return null;
  return (
    <p class="ruling">
      <strong>Ruling, because</strong>{' '}
      <Prose text={clause.ruling.reason} context={contextFor(book, clause.id)} />
    </p>
  );
}

export function Switch({ path, values, default: usual }: NonNullable<ClauseText['switch']>) {
  return (
    <p class="switch">
      <strong>Switch</strong> <code>{path}</code>:{' '}
      {values.map((value, i) => (
        <span key={value}>
          {i > 0 ? ' or ' : ''}
          <code>{value}</code>
          {value === usual ? ' (default)' : ''}
        </span>
      ))}
    </p>
  );
}

/** Why a clause is not covered, and who excuses it. */
export function Why({ book, id }: { book: Book; id: string }) {
  const verdict = book.clauses.get(id);
  // of a run that is no evidence the page says so once, at its top
  if (verdict === undefined || (book.verdict.run.partial && verdict.state === 'uncovered')) return null;
  const waivers = book.waivers.get(id) ?? [];
  return (
    <div class={`why ${verdict.state}`}>
      <p>
        <strong>{shownState(verdict.state)}:</strong> {verdict.why.replace(`${verdict.state}: `, '')}
      </p>
      {waivers.map(({ kind, reason, owner, expiry }) => (
        <p key={kind}>
          {kind === 'all' ? 'All evidence' : kind} waived by {owner} until {expiry}: {reason}
        </p>
      ))}
    </div>
  );
}

/** Opens to the evidence, which is loaded when it is asked for. */
function EvidenceDoor({ book, id }: { book: Book; id: string }) {
  const verdict = book.clauses.get(id);
  const counts = book.evidence.get(id) ?? [];
  const scenarios = counts.reduce((sum, one) => sum + one.scenarios, 0);
  const code = book.code.get(id) ?? [];
  const properties = (verdict?.evidence ?? []).filter(({ title }) => !title.includes(' › '));
  if (scenarios + code.length + properties.length === 0) return null;
  const chapter = verdict?.chapter ?? '';
  const [first] = code;
  return (
    <details
      class="evidence no-print"
      data-clause={id}
      data-groups={counts.map(({ group }) => group).join(' ')}
      data-code={code.length > 0 ? chapter : ''}
    >
      <summary>
        <span class="many">
          {some(scenarios, 'scenario')}
          {properties.length > 0 ? `, ${some(properties.length, 'property', 'properties')}` : ''}
        </span>
        {first === undefined ? null : (
          <span class="where">
            {' '}
            · <code>{first.name}</code> in{' '}
            <code>
              {first.file}:{first.line}
            </code>
          </span>
        )}
      </summary>
      {properties.map(({ title, standing }) => (
        <p key={title} class="property">
          {standing === 'passed' ? '✓' : '✗'} Property, checked on random worlds: {title} ({standing})
        </p>
      ))}
      <div class="opened" data-open={id} />
    </details>
  );
}
