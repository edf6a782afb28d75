/** @jsxRuntime automatic @jsxImportSource preact */
/** The site as files: pages, the program, and data by chapter. */
import type { VNode } from 'preact';
import { bundle } from '../bundle.ts';
import { dataScript, document, sheet } from '../page.tsx';
import { matrixStyle } from '../conformance/page-style.ts';
import type { Book } from './book.ts';
import { AttentionPage } from './pages/attention.tsx';
import { ChangesPage } from './pages/changes.tsx';
import { ExamplesPage } from './pages/examples.tsx';
import { ImplementationsPage } from './pages/implementations.tsx';
import { RulingsPage } from './pages/rulings.tsx';
import { ChapterPage, SpecificationPage } from './pages/specification.tsx';
import { chapterPage, clauseAddress } from './places.ts';
import { LISTINGS, type CodeView, type SearchEntry } from './model.ts';
import { listStories, storyOf } from './stories.ts';
import { capitalised } from './words.ts';

/** Every name that a site has, manifest and all; `*` stands for a chapter or a group of features. */
export const siteNames: readonly string[] = [
  'manifest.json',
  ...['index', 'examples', 'attention', 'changes', 'rulings', 'implementations'].map(
    (page) => `${page}.html`,
  ),
  'chapter-*.html',
  'spec.js',
  'data/try.js',
  ...['index', 'search', 'suite-*', 'code-*'].map((name) => `data/${name}.js`),
];

/** Text by path below the folder of the site. */
export async function site(book: Book): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const styles = [
    matrixStyle,
    ...['frame', 'clauses', 'pictures', 'stories'].map((name) => sheet(`specification/style/${name}.css`)),
  ];
  const add = (name: string, title: string, body: VNode): void => {
    const scripts = ['data/index.js', 'spec.js'];
    files.set(name, document({ title: `${title} · ${book.specification.title}`, styles, scripts, body }));
  };
  add('index.html', 'Specification', <SpecificationPage book={book} />);
  for (const chapter of book.specification.chapters)
    add(
      chapterPage(chapter.id),
      `${chapter.id} ${chapter.title}`,
      <ChapterPage book={book} chapter={chapter} />,
    );
  add('examples.html', 'Worked examples', <ExamplesPage book={book} />);
  add('attention.html', 'Needs attention', <AttentionPage book={book} />);
  add('changes.html', 'Changes', <ChangesPage book={book} />);
  add('rulings.html', 'Rulings', <RulingsPage book={book} />);
  add('implementations.html', 'Implementations', <ImplementationsPage book={book} />);
  files.set('spec.js', await bundle(new URL('client/main.ts', import.meta.url)));
  files.set('data/try.js', await bundle(new URL('../try/client.tsx', import.meta.url)));
  const data = (name: string, value: unknown): void => {
    files.set(`data/${name}.js`, dataScript(name, value));
  };
  data('index', { glossary: book.specification.glossary, stories: listStories(book.suite) });
  data('search', searchEntries(book));
  for (const [group, scenarios] of book.suite) data(`suite-${group}`, scenarios);
  for (const [chapter, code] of codeByChapter(book)) data(`code-${chapter}`, code);
  return files;
}

function codeByChapter(book: Book): ReadonlyMap<string, Record<string, readonly CodeView[]>> {
  const found = new Map<string, Record<string, readonly CodeView[]>>();
  for (const { id, chapter } of book.clauses.values()) {
    const code = book.code.get(id);
    if (code === undefined) continue;
    const shown = code.map((view, i) => (i < LISTINGS ? view : { ...view, text: '' }));
    found.set(chapter, { ...found.get(chapter), [id]: shown });
  }
  return found;
}

function searchEntries({ specification, suite }: Book): readonly SearchEntry[] {
  const entries: Omit<SearchEntry, 'id'>[] = [
    ...specification.glossary.map(({ symbol, name, meaning }) => ({
      kind: 'symbol',
      title: `${symbol} ${name}`,
      text: meaning,
      href: `index.html#symbol-${encodeURIComponent(symbol)}`,
    })),
    ...specification.chapters.flatMap(({ clauses }) =>
      clauses.map(({ id, title, text }) => ({
        kind: 'clause',
        title: `${id} ${title}`,
        text,
        href: clauseAddress(id),
      })),
    ),
    ...listStories(suite).map(({ id, title, about }) => ({
      kind: 'example',
      title: `${id} ${capitalised(title)}`,
      text: about,
      href: `examples.html#${id}`,
    })),
    ...[...suite.values()].flat().map((scenario) => {
      const story = scenario.examples === null ? storyOf(scenario) : null;
      const [clause] = scenario.clauses;
      const href =
        story !== null
          ? `examples.html#${story}/${scenario.key}`
          : clause === undefined
            ? 'index.html'
            : clauseAddress(clause, scenario.key);
      return {
        kind: 'scenario',
        title: capitalised(scenario.name),
        text: `${scenario.rule} ${scenario.clauses.join(' ')}`,
        href,
      };
    }),
  ];
  return entries.map((entry, id) => ({ id, ...entry }));
}
