/** What a comparison of two sweeps writes: its page, parameters.csv, differences.csv, compare.json. EXP-09, OUT-14. */
import type { Cell } from '../../files/cell.ts';
import { CsvFile } from '../../files/text-file.ts';
import { Names } from '../../files/names.ts';
import { OutputFolder, program } from '../../files/output-folder.ts';
import { plainDecimal } from '../../f64.ts';
import { meanOf } from '../../run/metrics/effects.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { cell } from '../../sweep/aggregate.ts';
import { comparisonName } from '../../sweep/arms.ts';
import type { Answered } from '../../sweep/tally.ts';
import { version } from '../../version.ts';
import type { SweepComparison } from './compare.ts';
import { answer } from './words.ts';

const names = new Names(['manifest.json', 'index.html', 'compare.json', 'parameters.csv', 'differences.csv']);

const figures = [
  'mean_effect_a',
  'mean_effect_b',
  'mean_difference',
  'standard_error',
  'interval_low',
  'interval_high',
];

/** `page` is the text of index.html. */
export function writeComparison(found: SweepComparison, target: string, page: string): void {
  const folder = new OutputFolder(target, { names, kind: 'compare' });
  try {
    const table = (name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void => {
      const file = new CsvFile(folder.path(name), columns);
      for (const row of rows) file.add(row);
      file.close();
    };
    const manifest = { program, version: version(), kind: 'compare', a: found.a, b: found.b };
    folder.write('manifest.json', jsonDocument(manifest));
    table(
      'parameters.csv',
      ['parameter', 'a', 'b'],
      found.differences.map(({ parameter, a, b }) => [parameter, a, b]),
    );
    table(
      'differences.csv',
      [
        ...found.axes,
        'comparison',
        'measure',
        'pairs',
        ...figures,
        'p_value',
        'bonferroni_low',
        'bonferroni_high',
        'holm_p',
        'finding',
      ],
      found.points.map((row) => [
        ...row.point,
        comparisonName(row.comparison),
        row.measure,
        row.effect.pairs,
        ...figuresOf(row).map(cell),
        ...[row.p, row.low, row.high, row.holmP].map(cell),
        !row.isFinding ? 'none' : row.effect.mean > 0 ? 'larger in B' : 'smaller in B',
      ]),
    );
    folder.write('compare.json', jsonDocument(told(found)));
    folder.write('index.html', page);
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
}

const figuresOf = ({ means, effect }: Answered): (number | null)[] => [
  ...(means ?? [null, null]),
  meanOf(effect),
  effect.standardError,
  effect.low,
  effect.high,
];

/** The result as it is written: plain decimal strings, snake_case. */
export const told = (found: SweepComparison): object => ({
  a: found.a,
  b: found.b,
  answer: answer(found),
  differences: found.differences,
  pairs: found.pairs,
  failed: found.failed,
  overall: found.overall.map((row) => ({
    comparison: comparisonName(row.comparison),
    measure: row.measure,
    seeds: row.effect.pairs,
    ...Object.fromEntries(figuresOf(row).map((value, i) => [figures[i] ?? '', plainDecimal(value)])),
  })),
});
