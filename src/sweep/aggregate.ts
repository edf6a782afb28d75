/** From the records of the pairs, one by one in the order of the grid, to the files over all of them. OUT-13. */
import { join } from 'node:path';
import { at } from '../core/list.ts';
import type { Cell } from '../files/cell.ts';
import { WholeCsv } from '../files/whole-csv.ts';
import { writeOwn } from '../files/write-whole.ts';
import { float64 } from '../f64.ts';
import { meanOf, type Effect } from '../run/metrics/effects.ts';
import { jsonDocument } from '../files/json-document.ts';
import { pointAt, pointCount, type Grid } from '../scenario/grid.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { comparisonName } from './arms.ts';
import { columnsOfSweep } from './comparison.ts';
import { firstAxis, placeOnAxis } from './first-axis.ts';
import { frontierCells, frontierRows } from './frontier-rows.ts';
import type { PairRecords } from './pair-records.ts';
import { fixedParameters } from './setup.ts';
import { summaryTold, Totals, type Summary } from './summary.ts';
import { corrected, questionsOf, reliefOf, Tally, valuesOf, type Answered, type Row } from './tally.ts';
import { plannedPairs, seedPlan } from './seed-plan.ts';
import { roundsOf, useTotalsOf } from './use-of-market.ts';

export type { Summary } from './summary.ts';

export const cell = (value: number | null): Cell => (value === null ? null : float64.of(value));

/** The parameters of a row of `comparison.csv`, the seed aside. */
const parameterColumns = ['kappa', 'liquidity_ratio', 'concentration', 'mu', 'outside_mid_ratio'];

const rowColumns = [
  ...['comparison', 'measure', 'pairs', 'mean_a', 'mean_b'],
  ...['mean_effect', 'standard_error', 'interval_low', 'interval_high', 'p_value', 'finding_uncorrected'],
  ...['bonferroni_low', 'bonferroni_high', 'holm_p', 'finding', 'relief'],
];

/** Reads every record once and writes the tables over all of them, and summary.json. OUT-13, EXP-02, EXP-06. */
export function aggregate(folder: string, records: PairRecords, sweep: LoadedSweep): Summary {
  const { grid } = sweep;
  const path = (name: string): string => join(folder, 'aggregate', name);
  const axes = grid.axes.map((further) => further.path);
  const columns = columnsOfSweep(sweep);
  const keys = [...parameterColumns, ...axes];
  const comparison = new WholeCsv(
    path('comparison.csv'),
    columns.map(([name]) => name),
  );
  const axis = firstAxis(grid);
  const questions = questionsOf(grid.comparisons);
  const first = grid.precision?.first ?? null;
  const tallies = (stage: number | null = null): Tally[] =>
    questions.map((question) => new Tally(question, grid.seedPerPair, stage));
  const plan = seedPlan(grid, records);
  // points of different numbers of seeds are set beside each other by the seeds that all have. EXP-05
  const isOnePoint = pointCount(grid) === axis.values.length * grid.replicates;
  // what a search visits is no grid to average over. EXP-04
  const isSearched = grid.frontier !== null;
  const byValue = isSearched ? [] : axis.values.map(() => tallies(isOnePoint ? first : null));
  const overall = isSearched ? [] : tallies();
  const totals = new Totals(grid);
  const uses = useTotalsOf(grid.regimes);
  const rounds = roundsOf(grid.regimes);
  let compared = 0;
  const points: { parameters: readonly string[]; answers: Answered[] }[] = [];
  let point = tallies(first);
  for (const index of plannedPairs(grid, plan.run)) {
    const place = pointAt(grid, index);
    const isFirst = first === null || place.replicate < first;
    const record = records.read(place.index);
    comparison.add(record.row);
    totals.add(record, place.replicate);
    for (const use of uses) use.add(record);
    rounds.add(record);
    const value = isSearched ? [] : at(byValue, placeOnAxis(grid, axis, place));
    questions.forEach((question, i) => {
      const values = valuesOf(record, question);
      if (values === null) return;
      if (i === 0) compared++;
      at(point, i).add(values, place.replicate);
      if (isSearched) return;
      if (isFirst || isOnePoint) at(value, i).add(values, place.replicate);
      if (isFirst) at(overall, i).add(values, place.replicate);
    });
    if (place.replicate < at(plan.run, Math.floor(index / grid.replicates)) - 1) continue;
    const parameters = record.row.slice(0, keys.length);
    points.push({ parameters, answers: point.map((tally) => tally.answered()) });
    point = tallies(first);
  }
  comparison.finish();
  const effects = corrected(points.flatMap(({ answers }) => answers));
  writeRows(
    path('effects.csv'),
    keys,
    effects,
    (i) => at(points, Math.floor(i / questions.length)).parameters,
  );
  const headline = corrected(byValue.flatMap((value) => value.map((tally) => tally.answered())));
  const valueOf = (i: number): string => at(axis.values, Math.floor(i / questions.length));
  writeRows(path('headline.csv'), ['axis', 'value'], headline, (i) => [axis.name, valueOf(i)]);
  writeParameters(path('parameters.csv'), sweep);
  const summary = totals.summary(sweep, {
    frontier: frontierOf(path('frontier.csv'), grid, records, keys),
    effects,
    headline: headline.map((row, i) => ({ ...row, value: valueOf(i) })),
    overall: overall.map((tally) => tally.answered()),
    compared: questions.length === 0 ? null : compared,
    uses: uses.map((use) => use.total()),
    rounds: rounds.total(),
    short: points.flatMap(({ parameters }, i) =>
      at(plan.asked, i) > at(plan.run, i)
        ? [{ point: pointName(keys, parameters), asked: at(plan.asked, i) }]
        : [],
    ),
  });
  writeOwn(path('summary.json'), jsonDocument(summaryTold(summary, grid)));
  return summary;
}

/** Searches once more in the records and writes the table of it; null where the sweep has no frontier. EXP-04. */
function frontierOf(
  path: string,
  grid: Grid,
  records: PairRecords,
  keys: readonly string[],
): Summary['frontier'] {
  const { frontier } = grid;
  if (frontier === null) return null;
  const own = frontier.axis.replace(/^ring\./, '');
  const isAxis = (key: string): boolean =>
    key === own || (['kappa', 'liquidity_ratio'].includes(own) && ['kappa', 'liquidity_ratio'].includes(key));
  const rows = frontierRows(grid, frontier, records, (point) => {
    const { row } = records.read(point * grid.replicates);
    return keys.flatMap((key, i) => (isAxis(key) ? [] : [[key, at(row, i)] as const]));
  });
  const cells = rows.map((row) => frontierCells(frontier, row));
  const table = new WholeCsv(
    path,
    at(cells, 0).map(([column]) => column),
  );
  for (const row of cells) table.add(row.map(([, cell]) => cell));
  table.finish();
  return rows;
}

/** `kappa 2, mu 0.5`. */
const pointName = (keys: readonly string[], values: readonly string[]): string =>
  keys.flatMap((key, i) => (key === 'liquidity_ratio' ? [] : [`${key} ${at(values, i)}`])).join(', ');

function writeRows(
  path: string,
  keys: readonly string[],
  rows: readonly Row[],
  keysOf: (i: number) => readonly string[],
): void {
  const table = new WholeCsv(path, [...keys, ...rowColumns]);
  rows.forEach((row, i) => {
    table.add([...keysOf(i), ...rowCells(row)]);
  });
  table.finish();
}

function rowCells(row: Row): Cell[] {
  const { comparison, measure, effect, means, p, low, high, holmP, isFinding } = row;
  return [
    comparisonName(comparison),
    measure,
    effect.pairs,
    ...(means === null ? [null, null] : means.map(cell)),
    ...[meanOf(effect), effect.standardError, effect.low, effect.high, p].map(cell),
    verdict(effect.isFinding, effect.mean),
    ...[low, high, holmP].map(cell),
    verdict(isFinding, effect.mean),
    cell(reliefOf(row)),
  ];
}

const verdict = (isFinding: boolean, mean: number): string =>
  !isFinding ? 'none' : mean > 0 ? 'lowers defaults' : 'raises defaults';

export const effectCells = (effect: Effect): Cell[] => [
  effect.pairs,
  cell(meanOf(effect)),
  cell(effect.standardError),
  cell(effect.low),
  cell(effect.high),
  verdict(effect.isFinding, effect.mean),
];

function writeParameters(path: string, sweep: LoadedSweep): void {
  const table = new WholeCsv(path, ['parameter', 'value']);
  for (const [parameter, value] of fixedParameters(sweep)) table.add([parameter, value]);
  table.finish();
}
