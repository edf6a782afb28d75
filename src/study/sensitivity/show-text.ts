/** The answer for somebody who reads it on a terminal. CLI-04. */
import { at, last } from '../../core/list.ts';
import { meanOf, points } from '../../run/metrics/effects.ts';
import { alignColumns, wrapped } from '../../run/columns.ts';
import { nameOf } from './readings.ts';
import type { Sensitivity } from './run.ts';
import { answer } from './words.ts';

const WIDTH = 96;

export function showText(result: Sensitivity, folder: string): string {
  const head = ['reading', 'effect', 'from', 'to', 'the finding'];
  const rows = result.outcomes.map(({ reading, overall, verdict }) => [
    nameOf(reading),
    points(meanOf(overall)),
    points(overall.low),
    points(overall.high),
    reading.settings.length === 0 ? '' : verdict,
  ]);
  const numbers = alignColumns(
    [head, ...rows].map((row) => row.slice(0, -1)),
    1,
  );
  const table = numbers.map((line, i) => `${line}  ${last(at([head, ...rows], i))}`.trimEnd());
  return [
    ...answer(result).flatMap((sentence) => [...wrapped(sentence, WIDTH), '']),
    'Percentage points of default rate, with 95 % intervals over seeds:',
    ...table.map((line) => `  ${line}`),
    '',
    `Page      ${folder}/index.html`,
    '',
  ].join('\n');
}
