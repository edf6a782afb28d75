/** @jsxRuntime automatic @jsxImportSource preact */
/** What changed since the baseline. */
import { clauseAddress } from '../places.ts';
import { DataTable, texts } from '../../table.tsx';
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
            <DataTable
              label={what}
              columns={texts('', what, 'was', 'is')}
              rows={list.map(({ name, was, is }) => [
                was === null ? 'new' : is === null ? 'gone' : 'changed',
                what === 'clause' ? <a href={clauseAddress(name)}>{name}</a> : name,
                was ?? '–',
                is ?? '–',
              ])}
            />
          </section>
        ),
      )}
    </Frame>
  );
}
