/** @jsxRuntime automatic @jsxImportSource preact */
/** The front page of a folder of outputs: everything in it, with its main result. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { document, sheet } from '../page.tsx';
import { markOf, mayWrite, writePage } from '../write-page.ts';
import { entriesIn, headings, type Entry, type Heading } from './entries.ts';

const KIND = 'front page';

const style = `
.entries { padding: 0; list-style: none; }
.entries li { max-width: 52rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
.entries p { margin: 0.1rem 0 0; }
.entries a, .entries b { font-size: 1.1rem; }
`;

function frontPage(entries: readonly Entry[]): string {
  const present = (Object.keys(headings) as Heading[]).filter((heading) =>
    entries.some((entry) => entry.heading === heading),
  );
  return document({
    title: 'Ringspec: outputs in this folder',
    mark: markOf(KIND),
    styles: [sheet('report/site.css'), style],
    body: (
      <main>
        <h1>Outputs in this folder</h1>
        <p>
          Every output of ringspec in this folder, with its main result. Commands that write into this folder
          update this page.
        </p>
        {entries.length === 0 ? <p>There is no output of ringspec in this folder yet.</p> : null}
        {present.map((heading) => (
          <section key={heading} aria-labelledby={`kind-${heading}`}>
            <h2 id={`kind-${heading}`}>{headings[heading]}</h2>
            <ul class="entries">
              {entries
                .filter((entry) => entry.heading === heading)
                .map((entry) => (
                  <EntryLine key={entry.name} {...entry} />
                ))}
            </ul>
          </section>
        ))}
        {present.includes('playground') ? null : (
          <p>
            <code>ringspec playground</code> writes a page that runs the model itself.
          </p>
        )}
      </main>
    ),
  });
}

const EntryLine = ({ name, says, page, command }: Entry) => (
  <li>
    {page === null ? <b>{name}</b> : <a href={page.split('/').map(encodeURIComponent).join('/')}>{name}</a>}
    <p>{says}</p>
    {command === null ? null : (
      <p class="quiet">
        Its pages: <code>{command}</code>
      </p>
    )}
  </li>
);

/** Writes the front page of a folder; returns what it lists. @throws Fault where another index.html is in the way. */
export function writeFrontPage(folder: string): readonly Entry[] {
  const entries = entriesIn(folder);
  writePage(join(folder, 'index.html'), frontPage(entries), KIND);
  return entries;
}

/** Brings the front page up to date that stands beside an output, where one does. */
export function refreshFrontPage(output: string): void {
  const folder = dirname(resolve(output));
  const page = join(folder, 'index.html');
  if (existsSync(page) && mayWrite(page, KIND)) writeFrontPage(folder);
}
