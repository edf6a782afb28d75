/** @jsxRuntime automatic @jsxImportSource preact */
/** Worked examples; the program of the pages tells each as a story. */
import { Frame } from '../frame.tsx';
import { listStories } from '../stories.ts';
import type { Book } from '../book.ts';

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
          <p>One thing after the other, each with the balance sheets and the ladder that it left behind.</p>
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
