/** @jsxRuntime automatic @jsxImportSource preact */
/** A measure over κ × c: a small map for every μ, ρ and further value, all in one scale of colours. */
import type { Grid } from '../../../scenario/grid.ts';
import { pairComparison, shownArms, type Arms } from '../../../scenario/regimes.ts';
import { groupBy } from '../../../core/list.ts';
import { area, marked, place, Plot, bandAxis } from '../../plot/plot.tsx';
import { bands } from '../../plot/scale.ts';
import { addressOfView, wholeView } from '../client/pair-columns.ts';
import { armMeanings } from '../arm-words.ts';
import { Panel } from '../figure.tsx';
import type { GridMean, Point } from '../read-sweep.ts';
import { fixed, percent, points } from '../words.ts';
import { shade } from './look.ts';

export interface Measure {
  readonly key: 'deltaFirst' | 'deltaSecond' | 'effect' | 'relief';
  readonly title: string;
  /** Signed measures have two colours that part at zero. */
  readonly signed: boolean;
}

/** What there is a map of: δ of the arms that are shown, and where two are compared the effect and the relief. EXP-03. */
export function measuresOf(arms: Arms): Measure[] {
  const deltas = shownArms(arms).map((arm, i): Measure => ({
    key: i === 0 ? 'deltaFirst' : 'deltaSecond',
    title: `δ ${arm}: default rate ${arm === 'active' ? 'with market making' : armMeanings[arm]}`,
    signed: false,
  }));
  const compared = pairComparison(arms);
  if (compared === null) return deltas;
  const [a, b] = compared;
  return [
    { key: 'effect', title: `Effect: δ ${a} less δ ${b}, in percentage points`, signed: true },
    ...deltas,
    { key: 'relief', title: `Relief: the effect as a part of δ ${a}`, signed: true },
  ];
}

/** The measure of a point as people read it. */
export const measured = ({ key }: Measure, value: number | null): string =>
  key === 'effect' ? points(value) : percent(value);

/** A point of the grid in words. */
export const placeSays = ({ kappa, concentration, mu, outsideMidRatio, further }: Point): string =>
  `κ ${kappa}, c ${concentration}, μ ${mu}, ρ ${outsideMidRatio}${further === '' ? '' : `, ${further}`}`;

/** The far end of the colours: δ has one in all of its maps, so that they can be read against each other. */
export function farEnd({ key }: Measure, means: readonly GridMean[]): number {
  const keys =
    key === 'deltaFirst' || key === 'deltaSecond' ? (['deltaFirst', 'deltaSecond'] as const) : [key];
  return Math.max(0.0001, ...means.flatMap((point) => keys.map((one) => Math.abs(point[one] ?? 0))));
}

interface Facet {
  readonly name: string;
  readonly points: readonly GridMean[];
}

/** Maps that are the same for every ρ stand once: nobody trades in a passive arm, so ρ moves nothing there. */
export function facets(measure: Measure, means: readonly GridMean[]): Facet[] {
  const rest = ({ mu, further }: GridMean): string => `μ ${mu}${further === '' ? '' : `, ${further}`}`;
  return [...groupBy(means, rest)].flatMap(([name, here]): Facet[] => {
    const byRatio = [...groupBy(here, ({ outsideMidRatio }) => outsideMidRatio)];
    const picture = (some: readonly GridMean[]): string =>
      some
        .map((point) => `${point.kappa}|${point.concentration}|${measured(measure, point[measure.key])}`)
        .join();
    const alike = new Set(byRatio.map(([, some]) => picture(some))).size === 1;
    const [first] = byRatio;
    if (byRatio.length > 1 && alike && first !== undefined)
      return [{ name: `${name}, every ρ`, points: first[1] }];
    return byRatio.map(([ratio, some]) => ({ name: `${name}, ρ ${ratio}`, points: some }));
  });
}

interface HeatParts {
  readonly measure: Measure;
  readonly means: readonly GridMean[];
  readonly grid: Pick<Grid, 'kappas' | 'concentrations'>;
}

export function HeatMaps({ measure, means, grid }: HeatParts) {
  const most = farEnd(measure, means);
  return (
    <>
      {facets(measure, means).map(({ name, points: here }) => (
        <Panel key={name} name={name}>
          <HeatMap
            label={`${measure.title}, ${name}`}
            measure={measure}
            means={here}
            grid={grid}
            most={most}
          />
        </Panel>
      ))}
      <Panel name="the colours of these maps">
        <Legend measure={measure} most={most} />
      </Panel>
    </>
  );
}

function HeatMap({
  label,
  measure,
  means,
  grid,
  most,
}: HeatParts & { readonly label: string; readonly most: number }) {
  const kappas = grid.kappas ?? [...new Set(means.map(({ kappa }) => kappa))];
  const row = 26;
  const frame = area({ left: 40, top: 16, height: row * grid.concentrations.length + 56 });
  const x = bands(kappas, [frame.left, frame.right]);
  const y = bands(grid.concentrations, [frame.top, frame.bottom]);
  return (
    <Plot
      area={frame}
      label={label}
      x={bandAxis('κ, debt to money', x)}
      y={{ title: 'c', ticks: grid.concentrations.map((c) => ({ at: y.at(c), text: c })) }}
    >
      {means.map((point) => {
        const value = point[measure.key];
        const share = value === null ? 0 : measure.signed ? (value / most + 1) / 2 : value / most;
        const { fill, text } = shade(share, measure.signed);
        const [left, top] = [x.at(point.kappa) - x.width / 2, y.at(point.concentration) - y.width / 2];
        const leads = addressOfView({
          ...wholeView,
          wanted: {
            kappa: point.kappa,
            c: point.concentration,
            mu: point.mu,
            rho: point.outsideMidRatio,
            ...(point.further === '' ? {} : { axes: point.further }),
          },
        });
        return (
          <g key={placeSays(point)}>
            <rect
              {...marked(
                `${placeSays(point)}: ${value === null ? 'no pair was compared' : measured(measure, value)}`,
              )}
              data-leads={leads}
              x={place(left + 0.5)}
              y={place(top + 0.5)}
              width={place(x.width - 1)}
              height={place(y.width - 1)}
              fill={value === null ? 'none' : fill}
            />
            {x.width < 24 ? null : (
              <text
                aria-hidden="true"
                class="middle"
                x={place(x.at(point.kappa))}
                y={place(y.at(point.concentration) + 4)}
                style={value === null ? undefined : `fill:${text}`}
              >
                {cellText(measure, point, x.width)}
              </text>
            )}
          </g>
        );
      })}
    </Plot>
  );
}

/** The number in its cell; a finding has a star, but a number that rounds to zero has none to show. */
function cellText(measure: Measure, point: GridMean, width: number): string {
  const value = point[measure.key];
  if (value === null) return '×';
  const text = fixed(100 * value, width >= 40 ? 1 : 0);
  const isFinding = measure.key === 'effect' && point.finding !== 'none' && point.finding !== '';
  return isFinding && /[1-9]/.test(text) ? `${text}*` : text;
}

const STEPS = 21;

function Legend({ measure, most }: { readonly measure: Measure; readonly most: number }) {
  const frame = area({ height: 52, left: 30, right: 30, top: 4, bottom: 30 });
  const low = measure.signed ? -most : 0;
  const width = (frame.right - frame.left) / STEPS;
  const ends = measure.signed ? [low, 0, most] : [0, most / 2, most];
  const unit = measure.key === 'effect' ? '' : ' %';
  return (
    <Plot
      area={frame}
      label={`colours from ${measured(measure, low)} to ${measured(measure, most)}`}
      x={{
        title: null,
        ticks: ends.map((end, i) => ({
          at: frame.left + (i / 2) * (frame.right - frame.left),
          text: `${fixed(100 * end, 1)}${unit}`,
        })),
      }}
    >
      {Array.from({ length: STEPS }, (_, i) => (
        <rect
          key={i}
          aria-hidden="true"
          x={place(frame.left + i * width)}
          y={frame.top}
          width={place(width + 0.3)}
          height={frame.bottom - frame.top}
          fill={shade(i / (STEPS - 1), measure.signed).fill}
        />
      ))}
    </Plot>
  );
}
