/** @jsxRuntime automatic @jsxImportSource preact */
/** All arms and comparisons of a sweep, and the effect at every point of its grid. EXP-03, EXP-06. */
import { groupBy } from '../../core/list.ts';
import { pairComparison } from '../../scenario/regimes.ts';
import { comparisonName } from '../../sweep/arms.ts';
import { subjectOf } from '../../sweep/headline-sentences.ts';
import { roundDomain } from '../plot/scale.ts';
import { EffectPanel, extent } from './charts/effect-panel.tsx';
import { armColours, ink, ordered } from './charts/look.ts';
import {
  armMeans,
  axisValues,
  bandsSay,
  bySeed,
  estimate,
  facetOf,
  headlineEstimates,
  intervalText,
  isWhole,
  POINTS,
  seedDots,
  symbolOf,
} from './effect-data.ts';
import { Figure, MOST_PANELS, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import type { SweepRecord } from './read-sweep.ts';
import { listed, percent, points, withMinus } from './words.ts';

/** All comparisons beside each other, on one scale; one too small to be seen on it has a scale of its own, too. */
export function ComparisonsFigure({ sweep }: { readonly sweep: SweepRecord }) {
  const { grid, summary } = sweep;
  if (grid.comparisons.length < 2 || grid.design !== null) return null;
  const axis = symbolOf(summary.axis);
  const panels = grid.comparisons.map((comparison) => {
    const name = comparisonName(comparison);
    const lines = [{ name: '', colour: ink.blue, estimates: headlineEstimates(sweep, name) }];
    return {
      name: `${subjectOf(comparison)} (${withMinus(name)})`,
      lines,
      dots: seedDots(sweep, name),
    };
  });
  const bands = bandsSay(
    panels.flatMap(({ lines }) => lines.flatMap(({ estimates }) => estimates)),
    'The bands are corrected for all comparisons and values together',
  );
  const shared = roundDomain(panels.flatMap(({ lines, dots }) => extent(lines, dots)));
  const reach = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));
  const all = reach(shared);
  return (
    <Figure
      id="comparisons"
      title="Every comparison of arms"
      says={`All on one scale; what is too small to be seen there is drawn once more, enlarged. ${bands}.`}
      table={{
        columns: [
          ...texts('comparison'),
          ...numbers(axis, 'effect, points', 'corrected interval', 'seed by seed'),
        ],
        rows: panels.flatMap(({ name, lines, dots }) =>
          lines.flatMap(({ estimates }) =>
            estimates.map(({ value, mean, low, high }) => [
              name,
              value,
              points(mean / 100),
              intervalText(low === null ? null : low / 100, high === null ? null : high / 100),
              bySeed(dots, value),
            ]),
          ),
        ),
      }}
    >
      {panels.flatMap(({ name, lines, dots }) => {
        const own = reach(extent(lines, dots));
        const views = own > 0 && own < all / 10 ? [shared, undefined] : [shared];
        return views.map((domain) => {
          const title = domain === undefined ? `${name}, enlarged` : name;
          return (
            <Panel key={title} name={title}>
              <EffectPanel
                label={title}
                axis={axis}
                values={axisValues(sweep)}
                lines={lines}
                dots={dots}
                yTitle={POINTS}
                {...(domain === undefined ? {} : { domain })}
              />
            </Panel>
          );
        });
      })}
    </Figure>
  );
}

/** Mean δ of every arm by the first axis. */
export function ArmsFigure({ sweep }: { readonly sweep: SweepRecord }) {
  const { grid, summary } = sweep;
  if (grid.design !== null || !sweep.pairs.some(isWhole)) return null;
  const axis = symbolOf(summary.axis);
  const means = armMeans(sweep);
  const lines = grid.regimes.map((arm) => ({
    name: arm,
    colour: armColours[arm],
    estimates: means.flatMap(({ value, arm: of, delta }) =>
      of !== arm || delta === null
        ? []
        : [
            {
              value,
              mean: 100 * delta,
              low: null,
              high: null,
              label: `${arm}, ${axis} ${value}: ${percent(delta)}`,
            },
          ],
    ),
  }));
  const isOne = grid.regimes.length === 1;
  const says =
    `The mean share of what fell due that was not paid, in the ${isOne ? 'arm' : 'arms'} ${listed([...grid.regimes])}, ` +
    `over the pairs ${isOne ? 'that ran to the end' : 'of which every arm ran'}.`;
  return (
    <Figure
      id="arms"
      title={isOne ? 'The default rate' : 'The arms side by side'}
      says={says}
      table={{
        columns: numbers(axis, ...grid.regimes.map((arm) => `δ ${arm}`)),
        rows: axisValues(sweep).map((value) => [
          value,
          ...grid.regimes.map((arm) =>
            percent(means.find((one) => one.value === value && one.arm === arm)?.delta ?? null),
          ),
        ]),
      }}
    >
      <Panel name="">
        <EffectPanel
          label={says}
          axis={axis}
          values={axisValues(sweep)}
          lines={lines}
          yTitle="default rate δ, percent"
        />
      </Panel>
    </Figure>
  );
}

/** A line a concentration, a panel for every other value: the points of the grid with their corrected intervals. */
export function ConcentrationFigure({ sweep }: { readonly sweep: SweepRecord }) {
  const { grid, summary, points: means } = sweep;
  const values = grid.kappas ?? [];
  if (pairComparison(grid) === null) return null;
  // with one point a value, the picture of the answer shows the same
  if (grid.design !== null || values.length < 2 || means.length <= axisValues(sweep).length) return null;
  const facets = groupBy(means, facetOf);
  const drawn = [...facets].map(([name, here]) => ({
    name,
    lines: grid.concentrations.map((c, i) => ({
      name: grid.concentrations.length > 1 ? `c ${c}` : '',
      colour: ordered(i, grid.concentrations.length),
      estimates: here
        .filter(({ concentration }) => concentration === c)
        .flatMap(({ kappa, effect, correctedLow, correctedHigh }) =>
          estimate(kappa, `κ ${kappa}, c ${c}, ${name}`, effect, correctedLow, correctedHigh),
        ),
    })),
  }));
  const domain = roundDomain(drawn.flatMap(({ lines }) => extent(lines)));
  const bands = bandsSay(
    drawn.flatMap(({ lines }) => lines.flatMap(({ estimates }) => estimates)),
    'The bands are corrected for all points and comparisons, so where one covers zero no effect is a finding there',
  );
  const says = `A line for every concentration c, a panel for every other value, all on one scale. ${bands}.`;
  return (
    <Figure
      id="concentrations"
      title={`The effect against ${symbolOf(summary.axis)}, point by point`}
      says={says}
      table={{
        columns: [...texts('point'), ...numbers('effect, points and corrected interval')],
        rows: drawn.flatMap(({ lines }) =>
          lines.flatMap(({ estimates }) =>
            estimates.map(({ label }) => {
              const [where = '', figure = ''] = label.split(': ');
              return [where, figure];
            }),
          ),
        ),
      }}
    >
      {drawn.slice(0, MOST_PANELS).map(({ name, lines }) => (
        <Panel key={name} name={name}>
          <EffectPanel
            label={`${name}. ${says}`}
            axis="κ"
            values={values}
            lines={lines}
            domain={domain}
            yTitle={POINTS}
          />
        </Panel>
      ))}
    </Figure>
  );
}
