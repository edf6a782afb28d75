/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a sweep: the answer first, then the pictures behind it, then every pair. */
import type { Analysis } from '../../study/analysis/format.ts';
import type { FanDay } from '../../study/analysis/fan-format.ts';
import { pairComparison } from '../../scenario/regimes.ts';
import { document, sheet } from '../page.tsx';
import { ArmsFigure, ComparisonsFigure, ConcentrationFigure } from './arm-figures.tsx';
import { hasArms, questionOf } from './arm-words.ts';
import { axisValues } from './effect-data.ts';
import { EffectFigure, StepsFigure } from './effect-figures.tsx';
import { answersBeside } from './five-answers.ts';
import { fanPoints, firstPoint, leftOut } from './fan-data.ts';
import { FanFigure } from './fan-figures.tsx';
import { frontierPage } from './frontier-page.tsx';
import { GridFigures, GridTable, MOST_DRAWN } from './grid-figures.tsx';
import { HeadlineTables } from './headline-tables.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { DistributionFigure, StrategiesFigure, UseFigure, WhyFigure } from './spread-figures.tsx';
import { RegressionSection } from './regression-section.tsx';
import { SweepEnding } from './sweep-ending.tsx';
import { countsSay } from './sweep-sentences.ts';
import { FactList } from './fact-list.tsx';
import { amount, percent } from './words.ts';

interface Parts {
  readonly sweep: SweepRecord;
  readonly analysis: Analysis;
  readonly fans: readonly FanDay[];
  /** Pairs whose runs have files. */
  readonly kept: number;
}

export function sweepPage({ sweep, analysis, fans, kept }: Parts): string {
  const { summary, grid } = sweep;
  if (grid.frontier !== null) return frontierPage({ sweep, analysis });
  const isCompared = grid.comparisons.length > 0;
  const title = questionOf(grid);
  const further = summary.answer.slice(1).filter((says) => says !== sweep.setup);
  const body = (
    <main>
      <h1>{title}</h1>
      <section id="answer" aria-label="The answer">
        <p class="answer">{summary.answer[0]}</p>
        <div class="first-screen">
          <dl class="five">
            {answersBeside(sweep).map(({ question, says }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
          <div>
            {isCompared ? <EffectFigure sweep={sweep} /> : <ArmsFigure sweep={sweep} />}
            <StepsFigure sweep={sweep} />
          </div>
        </div>
      </section>
      {isCompared || further.length > 0 ? (
        <section aria-labelledby="arms-title">
          <h2 id="arms-title">The arms</h2>
          <ComparisonsFigure sweep={sweep} />
          {isCompared ? <ArmsFigure sweep={sweep} /> : null}
          {further.map((says) => (
            <p key={says}>{says}</p>
          ))}
        </section>
      ) : null}
      <DaysSection sweep={sweep} fans={fans} kept={kept} />
      <MapsSection sweep={sweep} />
      <EffectsSection sweep={sweep} analysis={analysis} />
      {isCompared ? (
        <section id="measures" aria-labelledby="measures-title">
          <h2 id="measures-title">By every measure</h2>
          <p>One test over the whole sweep, which is no average of findings: {summary.sentence}</p>
          <HeadlineTables summary={summary} />
          <RegressionSection sweep={sweep} />
        </section>
      ) : null}
      <SweepEnding sweep={sweep} analysis={analysis} />
    </main>
  );
  return document({
    title,
    links: [
      ['#answer', 'Answer'],
      ...(isCompared || further.length > 0 ? [['#arms-title', 'Arms'] as const] : []),
      ['#days', 'Days'],
      ['#maps', 'Grid'],
      ['#effects', isCompared ? 'Pairs’ effects' : 'Outcomes'],
      ...(isCompared ? [['#measures', 'Measures'] as const] : []),
      ['#pairs', 'Pairs'],
      ['#notes', 'Notes'],
      ['ladder.html', 'Ladder'],
    ],
    styles: [sheet('report/site.css')],
    scripts: [
      'assets/pairs.js',
      ...(fans.length > 0 ? ['assets/fans.js'] : []),
      ...(sweep.points.length > MOST_DRAWN ? ['assets/maps.js'] : []),
      'assets/sweep.js',
    ],
    body,
  });
}

/** How the pairs came out; what dealers had to do with it only where the sweep has the arms that tell. EXP-08. */
function EffectsSection({ sweep, analysis }: Pick<Parts, 'sweep' | 'analysis'>) {
  const { grid } = sweep;
  const isCompared = pairComparison(grid) !== null;
  const hasTrading = hasArms(grid, 'passive', 'active');
  return (
    <section id="effects" aria-labelledby="effects-title">
      <h2 id="effects-title">{isCompared ? 'The effects of the pairs' : 'How the pairs came out'}</h2>
      <p>{countsSay(sweep)}</p>
      <Facts sweep={sweep} />
      {hasTrading ? <UseFigure sweep={sweep} analysis={analysis} /> : null}
      {isCompared || hasArms(grid, 'active') ? (
        <div class="figures">
          {isCompared ? <DistributionFigure sweep={sweep} /> : null}
          {hasArms(grid, 'active') ? <StrategiesFigure analysis={analysis} /> : null}
          {hasTrading ? <WhyFigure analysis={analysis} /> : null}
        </div>
      ) : null}
    </section>
  );
}

/** What the seeds did from day to day, or why that is not known. */
function DaysSection({ sweep, fans, kept }: Omit<Parts, 'analysis'>) {
  const drawn = fanPoints(sweep, fans);
  const first = firstPoint(sweep, drawn);
  const missing = leftOut(sweep, drawn.length, kept);
  return (
    <section id="days" aria-labelledby="days-title">
      <h2 id="days-title">Day by day</h2>
      {missing === '' ? null : <p>{missing}</p>}
      {first === null ? null : (
        <div id="fan-place" data-point={String(first.point)}>
          <FanFigure at={first} days={fans.filter(({ point }) => point === first.point)} />
        </div>
      )}
    </section>
  );
}

function MapsSection({ sweep }: { readonly sweep: SweepRecord }) {
  const { points, grid } = sweep;
  // one value on every axis but the first: the picture of the answer is the whole grid
  const isLine = grid.design === null && points.length <= axisValues(sweep).length;
  return (
    <section id="maps" aria-labelledby="maps-title">
      <h2 id="maps-title">Over the grid</h2>
      <ConcentrationFigure sweep={sweep} />
      {isLine ? (
        <p>
          The grid has one axis, so the picture of the {pairComparison(grid) === null ? 'arms' : 'answer'}{' '}
          shows all of its points.
        </p>
      ) : (
        <>
          <p>
            Each small map goes over κ, debt to money, and c, the concentration of debts: the smaller c, the
            more unequal. A number is in percent (the effect in percentage points), a × stands where no pair
            could be compared. δ has the same colours in all of its maps. δ counts rolled debts, so an arm
            that rolls more over divides by more. A click on a cell shows its pairs.
          </p>
          <div id="map-place">
            {points.length > MOST_DRAWN ? (
              <p>The maps of {amount(points.length)} points need the script of the page.</p>
            ) : (
              <GridFigures maps={sweep} />
            )}
          </div>
        </>
      )}
      {points.length > MOST_DRAWN ? null : <GridTable means={points} arms={grid} />}
    </section>
  );
}

function Facts({ sweep: { summary, grid } }: { readonly sweep: SweepRecord }) {
  const isCompared = pairComparison(grid) !== null;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [isCompared ? 'pairs compared' : 'pairs complete', amount(summary.completed)],
    ['failed', amount(summary.failed)],
    ...(isCompared
      ? ([
          ['fewer defaults', amount(summary.improved)],
          ['as many', amount(summary.unchanged)],
          ['more defaults', amount(summary.worsened)],
        ] as const)
      : []),
    ...[...summary.meanDeltas].map(([arm, mean]) => [`mean δ ${arm}`, percent(mean)] as const),
  ];
  return <FactList facts={facts} />;
}
