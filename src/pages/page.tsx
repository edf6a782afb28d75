/** @jsxRuntime automatic @jsxImportSource preact */
/** One static page: opens from file://, asks the network for nothing, carries its own style. */
import type { ComponentChildren } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Page {
  readonly title: string;
  /** The page's own style sheets, after the common one. */
  readonly styles?: readonly string[];
  /** Ways to its parts and to its neighbours, above it. */
  readonly links?: readonly (readonly [href: string, name: string])[];
  /** Scripts beside the page, in their order: data first, then the program that shows it. */
  readonly scripts?: readonly string[];
  /** A program in the page itself, for a page that is one file; it finds its own text under the id `program`. */
  readonly program?: string;
  /** What a page that is a file by itself is known by when it is replaced. */
  readonly mark?: string;
  readonly body: ComponentChildren;
}

const sheets = new Map<string, string>();

/** A style sheet by its path below this folder. */
export function sheet(path: string): string {
  const text = sheets.get(path) ?? readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  sheets.set(path, text);
  return text;
}

/** The page as a document. Text is escaped; light, dark and print come with the common style. */
export function document({
  title,
  styles = [],
  links = [],
  scripts = [],
  program,
  mark,
  body,
}: Page): string {
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        {mark === undefined ? null : <meta name="generator" content={mark} />}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: [sheet('page.css'), ...styles].join('\n') }} />
      </head>
      <body>
        {links.length === 0 ? null : (
          <header class="site">
            <nav aria-label="This report">
              {links.map(([href, name]) => (
                <a key={href} href={href}>
                  {name}
                </a>
              ))}
            </nav>
          </header>
        )}
        {body}
        {scripts.map((src) => (
          <script key={src} src={src} defer />
        ))}
        {program === undefined ? null : (
          <script
            id="program"
            dangerouslySetInnerHTML={{ __html: program.replaceAll('</script', '<\\/script') }}
          />
        )}
      </body>
    </html>,
  );
  return `<!doctype html>\n${markup}\n`;
}

/**
 * Data for a page as a script of its own, since a page at file:// may not fetch: it puts the value under
 * `name` into the table `ringspec` of the window.
 */
export const dataScript = (name: string, value: unknown): string =>
  `(globalThis.ringspec ??= {})[${JSON.stringify(name)}] = ${JSON.stringify(value).replaceAll('</', '<\\/')};\n`;
