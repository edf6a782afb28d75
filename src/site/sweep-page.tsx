/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a sweep: the answer first, then the pictures behind it, then every pair. */
import type { Analysis } from '../analysis/format.ts';
import { document } from '../page/page.tsx';
import { distributionFigure, strategiesFigure, useFigure, whyFigure } from './effect-figures.tsx';
import { gridFigures, GridTable } from './grid-figures.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { siteStyle } from './style.ts';
import { counted, percent } from './words.ts';

export async function sweepPage(sweep: SweepRecord, analysis: Analysis): Promise<string> {
  const { summary, points } = sweep;
  const body = (
    <>
      <header class="site">
        <nav aria-label="This report">
          <a href="#answer">Answer</a>
          <a href="#why">Why none</a>
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
          <p class="answer">{summary.sentence}</p>
          <p>{countsSay(sweep)}</p>
          <Facts sweep={sweep} />
        </section>
        <section aria-labelledby="why-title">
          <h2 id="why-title">Why did the dealer make no difference?</h2>
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

function countsSay({ summary, points, grid }: SweepRecord): string {
  const { pairs, completed, failed, improved, unchanged, worsened, pointsLowered, pointsRaised } = summary;
  const lost = failed === 0 ? 'none failed' : `${String(failed)} failed and are listed below`;
  return (
    `Of ${counted(pairs, 'pair')} ${String(completed)} could be compared, ${lost}. Market making left fewer defaults in ${String(improved)}, ` +
    `as many in ${String(unchanged)} and more in ${String(worsened)}. ${chanceSays(points.length, grid, pointsLowered, pointsRaised)}`
  );
}

/** What the intervals of single points say; with one seed a point has none. */
function chanceSays(
  count: number,
  { replicates, seedPerPair }: SweepRecord['grid'],
  lowered: number,
  raised: number,
): string {
  if (replicates < 2)
    return 'With one seed a grid point, chance cannot be told from effect at any single point.';
  const seeds = `${String(replicates)} seeds each, ${seedPerPair ? 'every pair its own' : 'the same at every point'}`;
  return (
    `Of ${counted(count, 'grid point')} (${seeds}) market making lowered defaults beyond chance at ${String(lowered)} ` +
    `and raised them at ${String(raised)}.`
  );
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
  const { summary, notes, checks, arithmetic, version, verifyShare, hash } = sweep;
  const { missing } = analysis.answer;
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          {checks
            ? 'The identities C1 to C6 were checked after every event of every run.'
            : 'The checks were OFF: nothing was verified while the runs went on.'}
        </li>
        <li>
          {summary.verified === 0
            ? `Run in ${arithmetic}; no pair was run in decimals, too.`
            : `Run in ${arithmetic}; ${counted(summary.verified, 'pair')} (${percent(verifyShare)} asked for) were run in decimals, too, and agreed in every decision.`}
        </li>
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
