/** @jsxRuntime automatic @jsxImportSource preact */
/** Clauses against implementations. */
import { clauseAddress } from '../places.ts';
import { Frame } from '../frame.tsx';
import type { Book } from '../book.ts';

export function ImplementationsPage({ book }: { book: Book }) {
  const { results, specification } = book;
  return (
    <Frame book={book} view="implementations.html">
      <h1>Implementations</h1>
      {results.length === 0 ? (
        <p>
          No results of other implementations were given. Name their files with <code>--results</code>, and
          each clause stands here against each implementation.
        </p>
      ) : (
        <div class="scroll" tabIndex={0} role="group" aria-label="clauses by implementation">
          <table class="matrix">
            <thead>
              <tr>
                <th scope="col">clause</th>
                {results.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {specification.chapters.flatMap(({ clauses }) =>
                clauses
                  .filter(({ id }) => results.some((result) => result.clauses[id] !== undefined))
                  .map(({ id, title }) => (
                    <tr key={id}>
                      <th scope="row">
                        <a href={clauseAddress(id)}>{id}</a> <span class="quiet">{title}</span>
                      </th>
                      {results.map(({ name, clauses: standing }) => (
                        <Result key={name} result={standing[id] ?? 'not-asked'} />
                      ))}
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}

/** In words first: holds, fails, or why neither can be said. */
const Result = ({ result }: { result: string }) => {
  const [look, mark] = result === 'holds' ? ['held', '✓ '] : result === 'fails' ? ['wrong', '✗ '] : ['', ''];
  return (
    <td class={look}>
      {mark}
      {result.replaceAll('-', ' ')}
    </td>
  );
};
