/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of the ladder: sliders, and what the kernel makes of them. */
import { document, sheet } from '../page.tsx';

export const ladderPage = (): string =>
  document({
    title: 'A dealer’s ladder',
    styles: [sheet('report/site.css')],
    links: [['index.html', 'Back to the report']],
    scripts: ['assets/ladder.js'],
    body: (
      <main>
        <h1>A dealer’s ladder</h1>
        <p>
          What a dealer would quote at every inventory that its wealth can carry, computed in this page by the
          kernel that the runs use (clauses KER-01 to KER-14). Move the sliders; the address keeps the state.
        </p>
        <div id="ladder">
          <p>This page needs its script to compute quotes.</p>
        </div>
      </main>
    ),
  });
