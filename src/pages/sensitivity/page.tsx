/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a sensitivity run: the answer, the picture, the tables. */
import { at } from '../../core/list.ts';
import { meanOf, points } from '../../run/metrics/effects.ts';
import { document } from '../page.tsx';
import { EffectChart } from './chart.tsx';
import { nameOf } from '../../study/sensitivity/readings.ts';
import type { Outcome, Sensitivity } from '../../study/sensitivity/run.ts';
import { DataTable, numbers, texts } from '../table.tsx';
import { findingsIn, notRun, subjectOfReadings } from '../../study/sensitivity/words.ts';

const style = `
figure { margin-inline: 0; }
.chart svg { max-width: 34rem; }
td.number, td .quiet { white-space: nowrap; }
.answer li { margin-block: 0.4rem; }
.verdict-flips { color: var(--bad); font-weight: 600; }
.verdict-islost, .verdict-appears { color: var(--warn); font-weight: 600; }
.verdict-survives { color: var(--good); }
th[scope='row'] { font-weight: 400; }
`;

export function sensitivityPage(title: string, result: Sensitivity): string {
  const findings = findingsIn(result);
  const body = (
    <main>
      <h1>Does the finding hang on our reading?</h1>
      <p class="quiet">{title}</p>
      <p>
        <strong>{at(findings, 0)}</strong>
      </p>
      <ul class="answer">
        {findings.slice(1).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>Effect under each reading</h2>
      <Chart result={result} />
      <Readings result={result} />
      <Points result={result} />
      <h2>Readings that were not run</h2>
      {result.idle.length === 0 ? (
        <p>Every reading can matter here, and was run.</p>
      ) : (
        <ul>
          {result.idle.map((idle) => (
            <li key={idle.reading.id}>{notRun(idle)}</li>
          ))}
        </ul>
      )}
    </main>
  );
  return document({ title: `Sensitivity of ${title}`, styles: [style], body });
}

const Chart = ({ result }: { readonly result: Sensitivity }) => (
  <figure id="readings-picture">
    <div class="chart">
      <EffectChart outcomes={result.outcomes} of={subjectOfReadings(result)} />
    </div>
    <figcaption class="quiet">
      To the right of the dashed line {subjectOfReadings(result)} lowers the default rate (triangle to the
      right), to the left it raises it. A line that crosses it is no finding (ring). The table below has the
      same figures.
    </figcaption>
  </figure>
);

const Verdict = ({ verdict }: { readonly verdict: string }) => (
  <span class={`verdict-${verdict.replace(/ /g, '')}`}>{verdict}</span>
);

const range = (low: number | null, high: number | null): string =>
  low === null || high === null ? '–' : `${points(low)} to ${points(high)}`;

/** As written nothing is compared. */
const isAsWritten = ({ reading }: Outcome): boolean => reading.settings.length === 0;

const Readings = ({ result }: { readonly result: Sensitivity }) => (
  <>
    <h3>Over all points of the grid, in percentage points of default rate</h3>
    <DataTable
      label="effect over all points"
      hasRowHeads
      columns={[
        ...texts('Reading'),
        ...numbers('Effect', '95 % interval'),
        ...texts('The finding'),
        ...numbers('Change, same seeds', '95 % interval', 'Failed pairs'),
      ]}
      rows={result.outcomes.map((outcome) => {
        const { reading, overall, verdict, change, failures } = outcome;
        return [
          nameOf(reading),
          points(meanOf(overall)),
          range(overall.low, overall.high),
          isAsWritten(outcome) ? '–' : <Verdict verdict={verdict} />,
          change === null ? '–' : points(meanOf(change)),
          change === null ? '–' : range(change.low, change.high),
          String(failures.length),
        ];
      })}
    />
  </>
);

/** Point by point, where the grid has several. */
const Points = ({ result: { outcomes, pointNames } }: { readonly result: Sensitivity }) =>
  pointNames.length < 2 ? null : (
    <>
      <h3>Point by point, in percentage points, and what becomes of the finding there</h3>
      <DataTable
        label="effect at each point"
        hasRowHeads
        columns={texts('Point', ...outcomes.map(({ reading }) => nameOf(reading)))}
        rows={pointNames.map((name, i) => [
          name,
          ...outcomes.map((outcome) => <PointCell key={outcome.reading.id} of={outcome} at={i} />),
        ])}
      />
    </>
  );

function PointCell({ of, at: place }: { readonly of: Outcome; readonly at: number }) {
  const point = of.points[place];
  if (point === undefined || point.effect.pairs === 0) return <>–</>;
  const { effect, verdict } = point;
  return (
    <>
      {points(effect.mean)}{' '}
      {!isAsWritten(of) ? (
        <Verdict verdict={verdict} />
      ) : effect.isFinding ? (
        <span class="quiet">finding</span>
      ) : null}
      <br />
      <span class="quiet">{range(effect.low, effect.high)}</span>
    </>
  );
}
