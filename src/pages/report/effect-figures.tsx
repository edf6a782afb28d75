/** @jsxRuntime automatic @jsxImportSource preact */
/** The answer of a sweep as pictures: the effect, and where it comes from. EXP-03. */
import { comparisonName } from '../../sweep/arms.ts';
import { subjectOf } from '../../sweep/headline-sentences.ts';
import { Bars, type Bar } from './charts/bars.tsx';
import { EffectPanel } from './charts/effect-panel.tsx';
import { armColours, ink } from './charts/look.ts';
import {
  armMean,
  axisValues,
  bandsSay,
  bySeed,
  has,
  headlineEstimates,
  intervalText,
  isWhole,
  POINTS,
  seedDots,
  symbolOf,
} from './effect-data.ts';
import { Figure, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import { overallOf, parts } from './parts.ts';
import type { SweepRecord } from './read-sweep.ts';
import { percent, points } from './words.ts';

/** The first comparison by the first axis: the picture of the answer. */
export function EffectFigure({ sweep }: { readonly sweep: SweepRecord }) {
  const [first] = sweep.grid.comparisons;
  if (first === undefined || sweep.grid.design !== null) return null;
  const name = comparisonName(first);
  const axis = symbolOf(sweep.summary.axis);
  const estimates = headlineEstimates(sweep, name);
  const dots = seedDots(sweep, name);
  if (estimates.length === 0) return null;
  const title = `${subjectOf(first)}: δ ${first[0]} less δ ${first[1]}`;
  const [low, high] = [estimates[0], estimates.at(-1)];
  const band = bandsSay(estimates, 'The band is the 95 % interval corrected for all of the table');
  const says = `Above zero is fewer defaults with the arm ${first[1]}. ${band}${dots.length === 0 ? '' : '; a dot is the mean of one seed'}.`;
  return (
    <Figure
      id="effect"
      title={title}
      says={says}
      table={{
        columns: numbers(
          axis,
          'effect, points',
          'corrected interval',
          ...(dots.length > 0 ? ['seed by seed'] : []),
        ),
        rows: estimates.map(({ value, mean, low: from, high: to }) => [
          value,
          points(mean / 100),
          intervalText(from === null ? null : from / 100, to === null ? null : to / 100),
          ...(dots.length > 0 ? [bySeed(dots, value)] : []),
        ]),
      }}
    >
      <Panel name="">
        <EffectPanel
          label={`${title}. From ${low?.label ?? ''} to ${high?.label ?? ''}.`}
          axis={axis}
          values={axisValues(sweep)}
          lines={[{ name: '', colour: ink.blue, estimates }]}
          dots={dots}
          yTitle={POINTS}
        />
      </Panel>
    </Figure>
  );
}

/** From passive over backstop to active, as far as the sweep has these and compares them. EXP-03, LOOP-05. */
export function StepsFigure({ sweep }: { readonly sweep: SweepRecord }) {
  const whole = sweep.pairs.filter(isWhole);
  const isStraight = has(sweep, 'passive', 'active') && !has(sweep, 'backstop', 'active');
  const route = (['passive', 'backstop', 'active'] as const).filter(
    (arm) => sweep.grid.regimes.includes(arm) && !(isStraight && arm === 'backstop'),
  );
  const bars = route.flatMap((arm, i): Bar[] => {
    const delta = armMean(whole, arm);
    if (delta === null) return [];
    const own: Bar = {
      name: `δ ${arm}`,
      figure: percent(delta),
      to: 100 * delta,
      colour: armColours[arm],
      label: `δ ${arm}: ${percent(delta)}`,
    };
    const before = route[i - 1];
    const from = before === undefined ? null : armMean(whole, before);
    if (before === undefined || from === null) return [own];
    const step = overallOf(sweep, [before, arm]);
    if (step === null) return [own];
    const figure = `${points(step.mean === null ? null : -step.mean)} points`;
    const name = subjectOf([before, arm]);
    const turned = (bound: number | null): number | null => (bound === null ? null : 100 * (from - bound));
    return [
      {
        name,
        figure,
        from: 100 * from,
        to: 100 * delta,
        low: turned(step.high),
        high: turned(step.low),
        colour: ink.green,
        label: `${name}: ${figure} (effect ${intervalText(step.low, step.high)})`,
      },
      own,
    ];
  });
  if (bars.length < 3) return null;
  const says = stepsSay(sweep);
  return (
    <Figure
      id="steps"
      title="Where the effect comes from"
      says={says}
      table={{
        columns: [...texts('step'), ...numbers('size')],
        rows: bars.map(({ label }) => {
          const [name = '', ...rest] = label.split(': ');
          return [name, rest.join(': ')];
        }),
      }}
    >
      <Panel name="">
        <Bars
          label={`From arm to arm. ${says}`}
          title="mean default rate δ over the whole sweep"
          unit=" %"
          bars={bars}
        />
      </Panel>
    </Figure>
  );
}

/** How large a part each step is; nothing where the sweep has no backstop. */
export function stepsSay(sweep: SweepRecord): string {
  const [whole, money, dealer] = parts(sweep);
  const hasInterval = sweep.summary.overall.some(({ low }) => low !== null);
  const line = hasInterval
    ? 'The line across a step’s end is its 95 % interval, clustered by seed.'
    : 'There is no interval, so no line stands across a step’s end.';
  const what =
    whole === null
      ? 'The means over the whole sweep.'
      : `Of ${points(whole)} percentage points, ${points(money)} come from the VBTs’ outside money and ${points(dealer)} from the dealers’ intermediation.`;
  return `${what} ${line}`;
}
