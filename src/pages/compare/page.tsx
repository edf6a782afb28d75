/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of a comparison of two sweeps: the sentences, how the effects differ by point, and every measure. EXP-09. */
import { groupBy } from '../../core/list.ts';
import { isNothing, meanOf } from '../../run/metrics/effects.ts';
import type { PointRow, SweepComparison } from '../../study/compare/compare.ts';
import { answer, shown } from '../../study/compare/words.ts';
import { comparisonName } from '../../sweep/arms.ts';
import { nameOf, subjectOf } from '../../sweep/headline-sentences.ts';
import { document, sheet } from '../page.tsx';
import { roundDomain } from '../plot/scale.ts';
import { EffectPanel, extent, type EffectLine } from '../report/charts/effect-panel.tsx';
import { ordered } from '../report/charts/look.ts';
import { estimate, intervalText, inUnits, symbolOf } from '../report/effect-data.ts';
import { Figure, MOST_PANELS, Panel } from '../report/figure.tsx';
import { DataTable, numbers, texts } from '../table.tsx';
import { points, withMinus } from '../report/words.ts';

export function comparePage(found: SweepComparison): string {
  const [headline, ...others] = answer(found).slice(1);
  const body = (
    <main>
      <h1>How do the effects of two sweeps differ?</h1>
      <p class="answer">{headline}</p>
      {others.map((says) => (
        <p key={says}>{says}</p>
      ))}
      <p>
        A is <code>{found.a}</code>, B is <code>{found.b}</code>; B less A, pair by pair, over the same points
        and seeds.
      </p>
      <Parameters found={found} />
      <div class="figures">
        {deltaRows(found).map((rows) => (
          <DifferenceFigure key={rows[0]?.comparison.join()} found={found} rows={rows} />
        ))}
      </div>
      <Overall found={found} />
    </main>
  );
  return document({ title: `Compared: ${found.a} and ${found.b}`, styles: [sheet('report/site.css')], body });
}

/** The differences in δ, comparison by comparison. */
const deltaRows = ({ points: rows }: SweepComparison): PointRow[][] => [
  ...groupBy(
    rows.filter(({ measure }) => measure === 'delta'),
    ({ comparison }) => comparisonName(comparison),
  ).values(),
];

function Parameters({ found: { differences } }: { readonly found: SweepComparison }) {
  if (differences.length === 0) return <p>All parameters of the two sweeps are the same.</p>;
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">What differs in their parameters</h2>
      <DataTable
        label="parameters that differ"
        columns={texts('parameter', 'A', 'B')}
        rows={differences.map(({ parameter, a, b }) => [parameter, shown(a), shown(b)])}
      />
    </section>
  );
}

/** The first axis along, a line for each value of the second one, a panel for everything else. */
function DifferenceFigure({
  found: { axes },
  rows,
}: {
  readonly found: SweepComparison;
  readonly rows: readonly PointRow[];
}) {
  const [first] = rows;
  if (first === undefined) return null;
  const name = withMinus(comparisonName(first.comparison));
  const [along = 'point', across] = axes.map(symbolOf);
  const values = [...new Set(rows.map(({ point }) => point[0] ?? ''))];
  const lineNames = [...new Set(rows.map(({ point }) => point[1] ?? ''))];
  const rest = ({ point }: PointRow): string =>
    point
      .slice(2)
      .map((value, i) => `${symbolOf(axes[i + 2] ?? '')} ${value}`)
      .join(', ');
  const panels = [...groupBy(rows, rest)].map(([panel, here]) => ({
    panel,
    lines: lineNames.map((line, i): EffectLine => ({
      name: across === undefined ? '' : `${across} ${line}`,
      colour: ordered(i, lineNames.length),
      estimates: here
        .filter(({ point }) => (point[1] ?? '') === line)
        .flatMap(({ point, effect, low, high }) =>
          estimate(point[0] ?? '', whereSays(axes, point), meanOf(effect), low, high),
        ),
    })),
  }));
  const domain = roundDomain(panels.flatMap(({ lines }) => extent(lines)));
  const isSame = rows.every(({ effect }) => isNothing(effect.mean));
  const title = `${subjectOf(first.comparison)} (${name}): how much larger it is in B`;
  return (
    <Figure
      id={`difference-${first.comparison.join('-')}`}
      title={title}
      says={
        isSame
          ? 'The effect on δ is the same in both at every point.'
          : 'Above zero the effect on δ is larger in B. The bands are corrected for all points and comparisons: where one covers zero, no difference is a finding.'
      }
      table={{
        columns: [
          ...texts(...(axes.length === 0 ? ['point'] : axes.map(symbolOf))),
          ...numbers('effect in A', 'effect in B', 'B less A, points', 'corrected interval'),
          ...texts('finding'),
        ],
        rows: rows.map(({ point, means, effect, low, high, isFinding }) => [
          ...(axes.length === 0 ? ['all'] : point),
          points(means?.[0] ?? null),
          points(means?.[1] ?? null),
          points(meanOf(effect)),
          intervalText(low, high),
          !isFinding ? 'none' : effect.mean > 0 ? 'larger in B' : 'smaller in B',
        ]),
      }}
    >
      {(isSame ? [] : panels.slice(0, MOST_PANELS)).map(({ panel, lines }) => (
        <Panel key={panel} name={panel}>
          <EffectPanel
            label={`${title}. ${panel}`}
            axis={along}
            values={values}
            lines={lines}
            domain={domain}
            yTitle="B less A, percentage points"
          />
        </Panel>
      ))}
    </Figure>
  );
}

const whereSays = (axes: readonly string[], point: readonly string[]): string =>
  axes.length === 0 ? 'all' : point.map((value, i) => `${symbolOf(axes[i] ?? '')} ${value}`).join(', ');

function Overall({ found: { overall } }: { readonly found: SweepComparison }) {
  return (
    <section aria-labelledby="overall">
      <h2 id="overall">Over all points, by every measure</h2>
      <DataTable
        label="differences over all points"
        columns={[
          ...texts('comparison', 'measure'),
          ...numbers('effect in A', 'effect in B', 'B less A', '95 % interval'),
        ]}
        rows={overall.map(({ comparison, measure, means, effect }) => [
          withMinus(comparisonName(comparison)),
          nameOf[measure],
          inUnits(means?.[0] ?? null, measure),
          inUnits(means?.[1] ?? null, measure),
          inUnits(meanOf(effect), measure),
          effect.low === null || effect.high === null
            ? '–'
            : `${inUnits(effect.low, measure)} to ${inUnits(effect.high, measure)}`,
        ])}
      />
      <p class="quiet">δ and δ₁ in percentage points; intervals of single tests, clustered by seed.</p>
    </section>
  );
}
