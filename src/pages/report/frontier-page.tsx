/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a search: where the metric crosses its target, and the points that it looked at. EXP-04. */
import type { Analysis } from '../../study/analysis/format.ts';
import { document, sheet } from '../page.tsx';
import { DataTable, texts } from '../table.tsx';
import { GridTable } from './grid-figures.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { SweepEnding } from './sweep-ending.tsx';

export function frontierPage({
  sweep,
  analysis,
}: {
  readonly sweep: SweepRecord;
  readonly analysis: Analysis;
}): string {
  const { summary, points } = sweep;
  const title = 'Where does the metric cross its target?';
  const columns = Object.keys(summary.frontier[0] ?? {});
  const body = (
    <main>
      <h1>{title}</h1>
      <section id="answer" aria-label="The answer">
        <p class="answer">{summary.answer[0]}</p>
        {summary.answer.slice(1).map((says) => (
          <p key={says}>{says}</p>
        ))}
        <DataTable
          label="The frontier"
          columns={texts(...columns)}
          rows={summary.frontier.map((row) => columns.map((column) => row[column] ?? ''))}
        />
      </section>
      <section id="maps" aria-labelledby="maps-title">
        <h2 id="maps-title">The points that were visited</h2>
        <GridTable means={points} arms={sweep.grid} />
      </section>
      <SweepEnding sweep={sweep} analysis={analysis} />
    </main>
  );
  return document({
    title,
    styles: [sheet('report/site.css')],
    scripts: ['assets/pairs.js', 'assets/sweep.js'],
    body,
  });
}
