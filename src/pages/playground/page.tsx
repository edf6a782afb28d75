/** @jsxRuntime automatic @jsxImportSource preact */
/** The playground as one page: style, program and the model in one file, which opens from the disk. */
import { version } from '../../version.ts';
import { bundle } from '../bundle.ts';
import { document, sheet } from '../page.tsx';
import { markOf } from '../write-page.ts';

export async function playgroundPage(): Promise<string> {
  return document({
    title: 'Playground: a dealer market in a debt ring',
    mark: markOf('playground'),
    styles: [sheet('report/site.css'), sheet('ring/ring.css'), sheet('playground/playground.css')],
    program: await bundle(new URL('client.tsx', import.meta.url)),
    body: (
      <main class="playground">
        <header>
          <h1>Playground</h1>
          <p>
            A ring of traders owe each other. Does a dealer market lower their defaults? Move a slider: the
            model runs in this page, in ringspec {version()}, and uses no network. The address of the page
            keeps the settings.
          </p>
        </header>
        <div id="playground">
          <p>This page needs a browser that runs its program (JavaScript and workers).</p>
        </div>
      </main>
    ),
  });
}
