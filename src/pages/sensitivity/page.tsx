/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a sensitivity run: the answer, the picture, the tables. */
import { at } from '../../core/list.ts';
import { meanOf, points } from '../../run/metrics/effects.ts';
import { document } from '../page.tsx';
import { EffectChart } from './chart.tsx';
import { nameOf } from '../../study/sensitivity/readings.ts';
import type { Outcome, Sensitivity } from '../../study/sensitivity/run.ts';
import { findingsIn, notRun, subjectOfReadings } from '../../study/sensitivity/words.ts';

const style = `
figure { margin-inline: 0; }
.chart svg { max-width: 34rem; }
td.number, td .quiet { white-space: nowrap; }
caption { text-align: start; padding-block: 0.5rem; }
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

const className = (verdict: string): string => `verdict-${verdict.replace(/ /g, '')}`;

/** As written nothing is compared. */
const Verdict = ({ of: { reading, verdict } }: { readonly of: Outcome }) =>
  reading.settings.length === 0 ? <td>–</td> : <td class={className(verdict)}>{verdict}</td>;

const range = (low: number | null, high: number | null): string =>
  low === null || high === null ? '–' : `${points(low)} to ${points(high)}`;

const Readings = ({ result }: { readonly result: Sensitivity }) => (
  <div class="scroll" role="region" tabIndex={0} aria-labelledby="readings">
    <table>
      <caption id="readings">
        Effect over all points of the grid, in percentage points of default rate
      </caption>
      <thead>
        <tr>
          <th scope="col">Reading</th>
          <th scope="col" class="number">
            Effect
          </th>
          <th scope="col" class="number">
            95 % interval
          </th>
          <th scope="col">The finding</th>
          <th scope="col" class="number">
            Change, same seeds
          </th>
          <th scope="col" class="number">
            95 % interval
          </th>
          <th scope="col" class="number">
            Failed pairs
          </th>
        </tr>
      </thead>
      <tbody>
        {result.outcomes.map((outcome) => {
          const { reading, overall, change, failures } = outcome;
          return (
            <tr key={reading.id}>
              <th scope="row">{nameOf(reading)}</th>
              <td class="number">{points(meanOf(overall))}</td>
              <td class="number">{range(overall.low, overall.high)}</td>
              <Verdict of={outcome} />
              <td class="number">{change === null ? '–' : points(meanOf(change))}</td>
              <td class="number">{change === null ? '–' : range(change.low, change.high)}</td>
              <td class="number">{String(failures.length)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

/** Point by point, where the grid has several. */
const Points = ({ result: { outcomes, pointNames } }: { readonly result: Sensitivity }) =>
  pointNames.length < 2 ? null : (
    <>
      <h2>Point by point</h2>
      <div class="scroll" role="region" tabIndex={0} aria-labelledby="points">
        <table>
          <caption id="points">
            Effect at each point of the grid, in percentage points, and what becomes of it
          </caption>
          <thead>
            <tr>
              <th scope="col">Point</th>
              {outcomes.map(({ reading }) => (
                <th scope="col" key={reading.id}>
                  {nameOf(reading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pointNames.map((name, i) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {outcomes.map((outcome) => (
                  <PointCell key={outcome.reading.id} of={outcome} at={i} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );

function PointCell({ of: { reading, points: all }, at }: { readonly of: Outcome; readonly at: number }) {
  const point = all[at];
  if (point === undefined || point.effect.pairs === 0) return <td>–</td>;
  const { effect, verdict } = point;
  const isFinding = reading.settings.length === 0 && effect.isFinding;
  return (
    <td>
      {points(effect.mean)} {isFinding ? <span class="quiet">finding</span> : null}
      {reading.settings.length === 0 ? null : <span class={className(verdict)}>{verdict}</span>}
      <br />
      <span class="quiet">{range(effect.low, effect.high)}</span>
    </td>
  );
}
