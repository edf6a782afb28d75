/** @jsxRuntime automatic @jsxImportSource preact */
/** Marginal effects: what the effect of a pair goes with, as a table that can be copied. BAL-11R. */
import { axisText } from '../../scenario/axes.ts';
import type { Grid } from '../../scenario/grid.ts';
import { pairComparison } from '../../scenario/regimes.ts';
import { regress, type Coefficient, type Regression } from '../../study/regression.ts';
import { DataTable, numbers, texts } from '../table.tsx';
import type { SweepPair, SweepRecord } from './read-sweep.ts';
import { amount, counted, fixed } from './words.ts';

interface Regressor {
  readonly name: string;
  readonly of: (pair: SweepPair) => number;
}

/** What varies: on a scale of doublings where it is a ratio, and by the value where it is no number. */
function regressorsOf(grid: Grid): Regressor[] {
  const doubling = (name: string, of: (pair: SweepPair) => string): Regressor => ({
    name: `${name}, by a doubling`,
    of: (pair) => Math.log2(Number(of(pair))),
  });
  const plain = (name: string, of: (pair: SweepPair) => string): Regressor => ({
    name: `${name}, by 0.1`,
    of: (pair) => 10 * Number(of(pair)),
  });
  const many = (values: readonly unknown[] | null): boolean => (values?.length ?? 0) > 1;
  return [
    ...(many(grid.kappas) || many(grid.liquidityRatios) ? [doubling('κ', ({ kappa }) => kappa)] : []),
    ...(many(grid.concentrations) ? [doubling('c', ({ concentration }) => concentration)] : []),
    ...(many(grid.mus) ? [plain('μ', ({ mu }) => mu)] : []),
    ...(many(grid.outsideMidRatios) ? [plain('ρ', ({ outsideMidRatio }) => outsideMidRatio)] : []),
    ...grid.axes.flatMap(({ path, values }) =>
      values.slice(1).map((value) => ({
        name: `${path} ${axisText(value)} against ${axisText(values[0] ?? null)}`,
        of: ({ further }: SweepPair) => (further.split(', ').includes(`${path} ${axisText(value)}`) ? 1 : 0),
      })),
    ),
  ];
}

function marginalEffects({ pairs, grid }: Pick<SweepRecord, 'pairs' | 'grid'>): Regression | null {
  if (grid.design !== null || pairComparison(grid) === null) return null;
  const regressors = regressorsOf(grid);
  if (regressors.length === 0) return null;
  const data = pairs.flatMap((pair) =>
    pair.effect === null
      ? []
      : [
          {
            cluster: grid.seedPerPair ? String(pair.index) : pair.seed,
            y: 100 * pair.effect,
            x: regressors.map(({ of }) => of(pair)),
          },
        ],
  );
  return regress(
    regressors.map(({ name }) => name),
    data,
  );
}

export function RegressionSection({ sweep }: { readonly sweep: SweepRecord }) {
  const found = marginalEffects(sweep);
  if (found === null) return null;
  const { observations, clusters, rSquared } = found;
  return (
    <section id="regression" aria-labelledby="regression-title">
      <h3 id="regression-title">Marginal effects</h3>
      <p>
        The effect of a pair in percentage points, by least squares on all that varies,{' '}
        {counted(observations, 'pair')}, R² {fixed(rSquared)}; errors clustered by seed,{' '}
        {counted(clusters, 'cluster')}, t of {amount(clusters - 1)} degrees. It describes this grid with
        straight lines: where the effect bends, the pictures show it and this does not.
      </p>
      <DataTable
        label="numbers: marginal effects"
        columns={[...texts('regressor'), ...numbers('effect, points', 'error', '95 % interval', 'p')]}
        rows={found.coefficients.map((one) => [
          one.name,
          fixed(one.estimate),
          fixed(one.error),
          `${fixed(one.low)} to ${fixed(one.high)}`,
          pText(one),
        ])}
      />
      <Copy id="regression-csv" name="CSV" text={csvOf(found)} />
      <Copy id="regression-latex" name="LaTeX" text={latexOf(found)} />
    </section>
  );
}

const pText = ({ p }: Coefficient): string => (p < 0.001 ? '<0.001' : fixed(p, 3));

const Copy = ({ id, name, text }: { readonly id: string; readonly name: string; readonly text: string }) => (
  <details class="no-print">
    <summary>The table as {name}</summary>
    <button type="button" data-copies={id}>
      copy
    </button>
    <pre id={id} tabIndex={0}>
      {text}
    </pre>
  </details>
);

/** Plain decimals, to be read by programs. */
const csvOf = ({ coefficients }: Regression): string =>
  [
    'regressor,estimate,standard_error,low,high,p',
    ...coefficients.map(({ name, estimate, error, low, high, p }) =>
      [
        `"${name.replaceAll('"', '""')}"`,
        ...[estimate, error, low, high, p].map((value) => value.toPrecision(6)),
      ].join(),
    ),
  ].join('\n');

const symbols: Readonly<Record<string, string>> = { κ: '$\\kappa$', μ: '$\\mu$', ρ: '$\\rho$' };

/** A table that needs no package. */
const latexOf = ({ coefficients, observations, clusters, rSquared }: Regression): string =>
  [
    '\\begin{tabular}{lrrrr}',
    '\\hline',
    'Regressor & Effect, points & Error & 95\\,\\% interval & $p$ \\\\',
    '\\hline',
    ...coefficients.map(
      ({ name, estimate, error, low, high, p }) =>
        `${name.replaceAll(/[κμρ]/g, (letter) => symbols[letter] ?? letter).replaceAll('_', '\\_')} & ` +
        `${math(estimate)} & ${math(error)} & [${math(low)}, ${math(high)}] & ${p < 0.001 ? '$<0.001$' : p.toFixed(3)} \\\\`,
    ),
    '\\hline',
    `\\multicolumn{5}{l}{${String(observations)} pairs, ${String(clusters)} clusters by seed, $R^2 = ${rSquared.toFixed(2)}$} \\\\`,
    '\\hline',
    '\\end{tabular}',
  ].join('\n');

const math = (value: number): string => `$${value.toFixed(2)}$`;
