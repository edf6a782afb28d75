/** @jsxRuntime automatic @jsxImportSource preact */
/** What asks for somebody: all that is not covered, and what blocks a merge. */
import { clauseAddress } from '../places.ts';
import { showPlace, type Finding } from '../../../specification/finding.ts';
import { Why } from '../clause.tsx';
import { Frame, Standing, StateMark } from '../frame.tsx';
import { shownStates } from '../not-run.ts';
import { some } from '../words.ts';
import { Broken } from './broken.tsx';
import type { Book } from '../book.ts';

export function AttentionPage({ book }: { book: Book }) {
  const open = shownStates
    .filter((state) => state !== 'covered')
    .map((state) => ({
      state,
      clauses: [...book.clauses.values()].filter((clause) => clause.state === state),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  const errors = book.verdict.findings.filter(({ level }) => level === 'error');
  const warnings = book.verdict.findings.filter(({ level }) => level === 'warning');
  return (
    <Frame book={book} view="attention.html">
      <h1>What needs attention</h1>
      <Broken book={book} />
      <Standing book={book} />
      {open.length + errors.length + warnings.length === 0 ? <p>Nothing does.</p> : null}
      {open.map(({ state, clauses }) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>
            <StateMark state={state} /> {some(clauses.length, 'clause')}
          </h2>
          {clauses.map(({ id, title }) => (
            <article key={id} class="entry">
              <h3>
                <a href={clauseAddress(id)}>{id}</a> {title}
              </h3>
              <Why book={book} id={id} />
            </article>
          ))}
        </section>
      ))}
      <FindingList title="What blocks a merge" findings={errors} />
      <FindingList title="Warnings" findings={warnings} />
    </Frame>
  );
}

function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title} ({findings.length})
      </h2>
      <ul class="findings">
        {findings.map(({ message, remedy, place }, i) => (
          <li key={i}>
            {message}
            {place === null ? null : (
              <>
                {' '}
                <code>{showPlace(place)}</code>
              </>
            )}
            <br />
            <span class="quiet">→ {remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
