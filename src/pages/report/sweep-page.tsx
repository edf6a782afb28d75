/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a sweep: the answer first, then the pictures behind it, then every pair. */
import type { Analysis } from '../../study/analysis/format.ts';
import { document } from '../page.tsx';
import { distributionFigure, strategiesFigure, useFigure, whyFigure } from './effect-figures.tsx';
import { gridFigures, GridTable } from './grid-figures.tsx';
import { HeadlineTables } from './headline-tables.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { siteStyle } from './style.ts';
import { checksSay, countsSay, verificationSays } from './sweep-sentences.ts';
import { counted, percent } from './words.ts';

export async function sweepPage(sweep: SweepRecord, analysis: Analysis): Promise<string> {
  const { summary, points } = sweep;
  const body = (
    <>
      <header class="site">
        <nav aria-label="This report">
          <a href="#answer">Answer</a>
          <a href="#why">No difference</a>
          <a href="#maps">Maps</a>
          <a href="#effects">Effects</a>
          <a href="#strategies">Strategies</a>
          <a href="#pairs">Pairs</a>
          <a href="#notes">Notes</a>
          <a href="ladder.html">Ladder</a>
        </nav>
      </header>
      <main>
        <h1>Does market making reduce defaults?</h1>
        <section id="answer" aria-label="The answer">
          <p class="answer">{summary.answer[0]}</p>
          {summary.answer.slice(1).map((says) => (
            <p key={says}>{says}</p>
          ))}
          <HeadlineTables summary={summary} />
          <p>One test over the whole sweep, which is no average of findings: {summary.sentence}</p>
          <p>{countsSay(sweep)}</p>
          <Facts sweep={sweep} />
        </section>
        <section aria-labelledby="why-title">
          <h2 id="why-title">Where the dealer made no difference</h2>
          {await whyFigure(analysis)}
        </section>
        <section id="maps" aria-labelledby="maps-title">
          <h2 id="maps-title">Over the grid</h2>
          <p>
            Each small map goes over κ, debt to money, and c, the evenness of debts: the smaller c, the more
            unequal. A number is in percent (the effect in percentage points), a × stands where no pair could
            be compared. A click on a cell shows its pairs.
          </p>
          <div class={points.length > 60 ? undefined : 'figures'}>{await gridFigures(sweep)}</div>
          <GridTable means={points} />
        </section>
        <section id="effects" aria-labelledby="effects-title">
          <h2 id="effects-title">The effects</h2>
          <div class="figures">
            {await distributionFigure(sweep)}
            {await useFigure(sweep, analysis)}
          </div>
        </section>
        <section aria-labelledby="strategies-title">
          <h2 id="strategies-title">Strategies</h2>
          {await strategiesFigure(analysis)}
        </section>
        <section id="pairs" aria-labelledby="pairs-title">
          <h2 id="pairs-title">The pairs</h2>
          <div id="pair-table">
            <p>The table of pairs needs its script; the same rows stand in aggregate/comparison.csv.</p>
          </div>
        </section>
        <Notes sweep={sweep} analysis={analysis} />
      </main>
    </>
  );
  return document({
    title: 'Does market making reduce defaults?',
    styles: [siteStyle()],
    scripts: ['assets/pairs.js', 'assets/sweep.js'],
    body,
  });
}

const Facts = ({ sweep: { summary } }: { readonly sweep: SweepRecord }) => (
  <dl class="facts">
    {(
      [
        ['pairs compared', String(summary.completed)],
        ['failed', String(summary.failed)],
        ['fewer defaults', String(summary.improved)],
        ['as many', String(summary.unchanged)],
        ['more defaults', String(summary.worsened)],
        ['mean δ passive', percent(summary.meanDeltaPassive)],
        ['mean δ active', percent(summary.meanDeltaActive)],
      ] as const
    ).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

function Notes({ sweep, analysis }: { readonly sweep: SweepRecord; readonly analysis: Analysis }) {
  const { notes, version, hash } = sweep;
  const { missing } = analysis.answer;
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{checksSay(sweep)}</li>
        <li>{verificationSays(sweep)}</li>
        {missing.length === 0 ? null : (
          <li>
            {counted(missing.length, 'file')} of single runs missing, counted out of the analysis:{' '}
            {missing.slice(0, 10).join(', ')}
            {missing.length > 10 ? ` and ${String(missing.length - 10)} more` : ''}
          </li>
        )}
        <li>
          ringspec {version}; sweep <code class="hash">{hash}</code>
        </li>
      </ul>
    </section>
  );
}
