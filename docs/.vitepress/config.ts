// The pages of docs/ as a site, in the four ways people read: `npm run docs` writes it to reports/docs. A dead link fails it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('..', import.meta.url));
const root = dirname(resolve(docs));

const tutorials = ['tutorial'];
const reference = ['protocol', 'scenario-files', 'vectors', 'vocabulary', 'library'];
const explanations = ['model', 'small-scope'];
const named = new Set([...tutorials, ...reference, ...explanations, 'index']);
/** A page that is listed nowhere else tells how something is done. */
const howTo = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !named.has(name))
  .sort();

const titleOf = (name: string): string =>
  /^# (.*)$/m.exec(readFileSync(`${docs}/${name}.md`, 'utf8'))?.[1] ?? name;
const group = (text: string, names: readonly string[]) => ({
  text,
  items: names.map((name) => ({ text: titleOf(name), link: `/${name}` })),
});

/** What is read and changed of markdown-it; the types of the whole generator would double the time of a type check. */
interface Token {
  type: string;
  content: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}
interface Markdown {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { readonly tokens: readonly Token[] }) => void): void;
    };
  };
}

/** A file of the repository is no page of the site: it must exist, and its path is shown without a link. */
function withoutFiles(markdown: Markdown): void {
  markdown.core.ruler.push('files-of-the-repository', ({ tokens }) => {
    for (const { children } of tokens) {
      let leaves = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const href = token.attrGet('href') ?? '';
          leaves = href.startsWith('../');
          if (leaves && !existsSync(resolve(docs, href.replace(/#.*/, ''))))
            throw new Error(`found a link to ${href}; allowed: a file of ${root}`);
        }
        const ends = token.type === 'link_close';
        if (leaves && (ends || token.type === 'link_open')) {
          token.type = 'text';
          token.content = '';
        }
        if (ends) leaves = false;
      }
    }
  });
}

export default {
  title: 'ringspec',
  description: 'The executable specification of a dealer market in a Kalecki debt ring',
  outDir: '../reports/docs',
  cacheDir: '../node_modules/.cache/vitepress',
  markdown: { config: withoutFiles },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      group('Tutorial', tutorials),
      group('How-to guides', howTo),
      group('Reference', reference),
      group('Explanation', explanations),
    ],
  },
};
