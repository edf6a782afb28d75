/** @jsxRuntime automatic @jsxImportSource preact */
/** The pages themselves: one for each way of looking at the specification. */
import { states } from '../gate/clauses.ts';
import { showPlace } from '../gate/finding.ts';
import type { Book } from './book.ts';
import { Chapter, contextFor, Ruling, Switch, Why } from './clause.tsx';
import { Frame, Standing, StateMark } from './frame.tsx';
import { Prose, Symbol } from './prose.tsx';
import { Failure } from './scenario.tsx';
import { listStories } from './stories.ts';
import { marks, some } from './words.ts';

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
              <a key={id} class="ref" href={`index.html#${id}/${scenario.key}`}>
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
          {specification.chapters.map((chapter) => (
            <Chapter key={chapter.id} book={book} chapter={chapter} />
          ))}
          <Sources book={book} />
          <Glossary book={book} />
        </div>
      </div>
    </Frame>
  );
}

function Contents({ book }: { book: Book }) {
  return (
    <ol>
      {book.specification.chapters.map(({ id, title, clauses }) => {
        const open = clauses.filter((clause) => book.clauses.get(clause.id)?.state !== 'covered');
        const failing = open.filter((clause) => book.clauses.get(clause.id)?.state === 'failing').length;
        return (
          <li key={id}>
            <a href={`#${id}`}>
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
        <a href="#sources">Sources</a>
      </li>
      <li>
        <a href="#glossary">Glossary</a>
      </li>
    </ol>
  );
}

/** Every clause as one small mark, chapter by chapter. */
function Glance({ book }: { book: Book }) {
  return (
    <details class="glance no-print" open={book.failures.length > 0}>
      <summary>Every clause at a glance</summary>
      <dl>
        {book.specification.chapters.map(({ id, title, clauses }) => (
          <div key={id}>
            <dt>
              <a href={`#${id}`}>{id}</a> <span class="quiet">{title}</span>
            </dt>
            <dd>
              {clauses.map((clause) => {
                const state = book.clauses.get(clause.id)?.state ?? 'uncovered';
                const said = `${clause.id} ${state}: ${clause.title}`;
                return (
                  <a
                    key={clause.id}
                    href={`#${clause.id}`}
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
      <div class="scroll" tabIndex={0} role="group" aria-label="glossary">
        <table class="glossary">
          <thead>
            <tr>
              <th scope="col">symbol</th>
              <th scope="col">what</th>
              <th scope="col">unit</th>
              <th scope="col">name in code</th>
            </tr>
          </thead>
          <tbody>
            {book.specification.glossary.map(({ symbol, name, meaning, unit }) => (
              <tr key={symbol} id={`symbol-${symbol}`}>
                <th scope="row">
                  <Symbol symbol={symbol} />
                </th>
                <td>
                  <Prose text={meaning} context={contextFor(book, '')} />
                </td>
                <td>{unit}</td>
                <td>
                  <code>{name}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function ExamplesPage({ book }: { book: Book }) {
  const stories = listStories(book.suite);
  const groups = [
    ['Worked examples', stories.filter(({ id }) => !id.startsWith('EVENT'))],
    ['Events, one by one', stories.filter(({ id }) => id.startsWith('EVENT'))],
  ] as const;
  return (
    <Frame book={book} view="examples.html">
      <div class="columns">
        <nav class="contents no-print" aria-label="Examples">
          {groups.map(([heading, list]) =>
            list.length === 0 ? null : (
              <div key={heading}>
                <p class="label">{heading}</p>
                <ol>
                  {list.map(({ id, title }) => (
                    <li key={id}>
                      <a href={`#${id}`}>
                        <span class="id">{id}</span> {title}
                      </a>
                    </li>
                  ))}
                </ol>
              </div>
            ),
          )}
        </nav>
        <div class="reading">
          <h1>Worked examples, step by step</h1>
          <p>
            Each example is given as its balance sheets, then one thing happens after the other. At every step
            stand the balance sheets with what changed, the dealer’s ladder with the point where it stands,
            and what the specification expects beside what was answered.
          </p>
          <div id="story" class="story" aria-live="polite">
            {stories.length === 0 ? (
              <p>This suite has no worked examples.</p>
            ) : (
              <p class="quiet">Choose an example.</p>
            )}
          </div>
        </div>
      </div>
    </Frame>
  );
}

export function AttentionPage({ book }: { book: Book }) {
  const open = states
    .filter((state) => state !== 'covered')
    .map((state) => ({
      state,
      clauses: [...book.clauses.values()].filter((clause) => clause.state === state),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  const errors = book.findings.filter(({ level }) => level === 'error');
  const warnings = book.findings.filter(({ level }) => level === 'warning');
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
                <a href={`index.html#${id}`}>{id}</a> {title}
              </h3>
              <Why book={book} id={id} />
            </article>
          ))}
        </section>
      ))}
      <FindingList title="What shuts the gate" findings={errors} />
      <FindingList title="Warnings" findings={warnings} />
    </Frame>
  );
}

function FindingList({ title, findings }: { title: string; findings: Book['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title} ({findings.length})
      </h2>
      <ul class="findings">
        {findings.map(({ message, mend, place }, i) => (
          <li key={i}>
            {message}
            {place === null ? null : (
              <>
                {' '}
                <code>{showPlace(place)}</code>
              </>
            )}
            <br />
            <span class="quiet">→ {mend}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ChangesPage({ book }: { book: Book }) {
  const { differences, hasBaseline, verdict } = book;
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
        <p>Nothing: every clause, scenario and property stands as the last accepted change left it.</p>
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
                      <td>{what === 'clause' ? <a href={`index.html#${name}`}>{name}</a> : name}</td>
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
          <div class="scroll" tabIndex={0} role="group" aria-label="switches">
            <table>
              <thead>
                <tr>
                  <th scope="col">in a scenario file</th>
                  <th scope="col">default</th>
                  <th scope="col">other readings</th>
                  <th scope="col">decides</th>
                </tr>
              </thead>
              <tbody>
                {switches.map(({ id, title, switch: ruledSwitch }) => (
                  <tr key={id}>
                    <td>
                      <code>{ruledSwitch?.path}</code>
                    </td>
                    <td>
                      <code>{String(ruledSwitch?.default)}</code>
                    </td>
                    <td>
                      {ruledSwitch?.values
                        .filter((value) => value !== ruledSwitch.default)
                        .map((value, i) => (
                          <span key={String(value)}>
                            {i > 0 ? ', ' : ''}
                            <code>{String(value)}</code>
                          </span>
                        ))}
                    </td>
                    <td>
                      <a href={`index.html#${id}`}>{id}</a> {title}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <h2>What each decides</h2>
      {ruled.map((clause) => (
        <article key={clause.id} class="entry" id={clause.id}>
          <h3>
            <a href={`index.html#${clause.id}`}>{clause.id}</a> {clause.title}{' '}
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
                        <a href={`index.html#${id}`}>{id}</a> <span class="quiet">{title}</span>
                      </th>
                      {results.map(({ name, clauses: standing }) => (
                        <td
                          key={name}
                          class={standing[id] === 'fails' ? 'wrong' : standing[id] === 'holds' ? 'held' : ''}
                        >
                          {standing[id] === 'holds' ? '✓ ' : standing[id] === 'fails' ? '✗ ' : ''}
                          {standing[id] ?? '–'}
                        </td>
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
