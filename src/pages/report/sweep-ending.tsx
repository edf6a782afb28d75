/** @jsxRuntime automatic @jsxImportSource preact */
/** How every page of a sweep ends: its pairs, and what has to be known of it beside its figures. */
import type { Analysis } from '../../study/analysis/format.ts';
import type { SweepRecord } from './read-sweep.ts';
import { checksSay, verificationSays } from './sweep-sentences.ts';
import { counted } from './words.ts';

interface EndingParts {
  readonly sweep: SweepRecord;
  readonly analysis: Analysis;
}

export const SweepEnding = (parts: EndingParts) => (
  <>
    <section id="pairs" aria-labelledby="pairs-title">
      <h2 id="pairs-title">The pairs</h2>
      <div id="pair-table">
        <p>The table of pairs needs its script; the same rows stand in aggregate/comparison.csv.</p>
      </div>
    </section>
    <Notes {...parts} />
  </>
);

function Notes({ sweep, analysis }: EndingParts) {
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
