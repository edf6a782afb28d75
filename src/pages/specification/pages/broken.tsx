/** @jsxRuntime automatic @jsxImportSource preact */
/** What broke, on top of everything else. */
import { clauseAddress } from '../places.ts';
import { Failure } from '../scenario.tsx';
import { some } from '../words.ts';
import type { Book } from '../book.ts';

/** What broke, before anything else. */
export function Broken({ book }: { book: Book }) {
  if (book.failures.length === 0) return null;
  const shown = book.failures.slice(0, 12);
  return (
    <section class="broken" aria-labelledby="broken">
      <h2 id="broken">✗ {some(book.failures.length, 'failure')}</h2>
      {shown.map(({ scenario, failure }) => (
        <article key={`${scenario.key} ${String(failure.line)} ${failure.step}`}>
          <h3>{scenario.name}</h3>
          <p>
            {scenario.clauses.map((id) => (
              <a key={id} class="ref" href={clauseAddress(id, scenario.key)}>
                {id}
              </a>
            ))}
          </p>
          <Failure {...failure} />
        </article>
      ))}
      {shown.length < book.failures.length ? (
        <p>
          and {book.failures.length - shown.length} more, under <a href="attention.html">Needs attention</a>
        </p>
      ) : null}
    </section>
  );
}
