/** @jsxRuntime automatic @jsxImportSource preact */
/** Rulings: what each decides, and where a study can take another reading. */
import { clauseAddress } from '../places.ts';
import { contextFor, Ruling, Switch } from '../clause.tsx';
import { DataTable, texts } from '../../table.tsx';
import { Frame, StateMark } from '../frame.tsx';
import { Prose } from '../prose.tsx';
import type { Book } from '../book.ts';

export function RulingsPage({ book }: { book: Book }) {
  const ruled = book.specification.chapters.flatMap(({ clauses }) =>
    clauses.filter((clause) => clause.ruling !== undefined || clause.switch !== undefined),
  );
  const switches = ruled.filter((clause) => clause.switch !== undefined);
  return (
    <Frame book={book} view="rulings.html">
      <h1>Rulings</h1>
      <p>
        Where the sources are silent or contradict one another, a ruling says which reading is taken and why.
        Where it names a switch, a study can take another reading in its scenario file.
      </p>
      {switches.length === 0 ? null : (
        <>
          <h2>Switches</h2>
          <DataTable
            label="switches"
            columns={texts('in a scenario file', 'default', 'other readings', 'decides')}
            rows={switches.map(({ id, title, switch: ruled }) => [
              <code>{ruled?.path}</code>,
              <code>{String(ruled?.default)}</code>,
              ruled?.values
                .filter((value) => value !== ruled.default)
                .map((value, i) => (
                  <span key={value}>
                    {i > 0 ? ', ' : ''}
                    <code>{value}</code>
                  </span>
                )),
              <>
                <a href={clauseAddress(id)}>{id}</a> {title}
              </>,
            ])}
          />
        </>
      )}
      <h2>What each decides</h2>
      {ruled.map((clause) => (
        <article key={clause.id} class="entry" id={clause.id}>
          <h3>
            <a href={clauseAddress(clause.id)}>{clause.id}</a> {clause.title}{' '}
            <StateMark state={book.clauses.get(clause.id)?.state ?? 'uncovered'} />
          </h3>
          <p class="text">
            <Prose text={clause.text} context={contextFor(book, clause.id)} />
          </p>
          <Ruling book={book} clause={clause} />
          {clause.switch === undefined ? null : <Switch {...clause.switch} />}
        </article>
      ))}
    </Frame>
  );
}
