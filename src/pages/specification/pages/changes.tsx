/** @jsxRuntime automatic @jsxImportSource preact */
/** What changed since the baseline. */
import { clauseAddress } from '../places.ts';
import { Frame } from '../frame.tsx';
import { some } from '../words.ts';
import type { Book } from '../book.ts';

export function ChangesPage({ book }: { book: Book }) {
  const { hasBaseline, verdict } = book;
  const { differences } = verdict;
  const withoutProperties = hasBaseline && !verdict.run.partial && verdict.run.properties === 0;
  const kinds = ['clause', 'scenario', 'property'].map((what) => ({
    what,
    list: differences.filter((difference) => difference.what === what),
  }));
  return (
    <Frame book={book} view="changes.html">
      <h1>What changed since the baseline</h1>
      {!hasBaseline ? (
        <p>There is no baseline to compare with. `ringspec gate --run --update` writes one.</p>
      ) : null}
      {verdict.run.partial ? (
        <p>This run is no evidence as a whole, so it is not compared with the baseline.</p>
      ) : hasBaseline && differences.length === 0 ? (
        <p>
          Nothing: every clause{withoutProperties ? ' and scenario' : ', scenario and property'} stands as the
          last accepted change left it.
        </p>
      ) : null}
      {withoutProperties ? (
        <p>No property was run, so properties are not compared with the baseline.</p>
      ) : null}
      {kinds.map(({ what, list }) =>
        list.length === 0 ? null : (
          <section key={what} aria-label={what}>
            <h2>{some(list.length, what).replace('propertys', 'properties')}</h2>
            <div class="scroll" tabIndex={0} role="group" aria-label={what}>
              <table>
                <thead>
                  <tr>
                    <th scope="col" />
                    <th scope="col">{what}</th>
                    <th scope="col">was</th>
                    <th scope="col">is</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map(({ name, was, is }) => (
                    <tr key={`${name} ${was ?? ''} ${is ?? ''}`}>
                      <td>{was === null ? 'new' : is === null ? 'gone' : 'changed'}</td>
                      <td>{what === 'clause' ? <a href={clauseAddress(name)}>{name}</a> : name}</td>
                      <td>{was ?? '–'}</td>
                      <td>{is ?? '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        ),
      )}
    </Frame>
  );
}
