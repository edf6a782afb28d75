/** What a sensitivity run writes: readings.csv, points.csv, sensitivity.json. OUT-14. */
import { join } from 'node:path';
import { at } from '../../core/list.ts';
import { cell, effectCells } from '../../sweep/aggregate.ts';
import { writeOwn } from '../../files/write-whole.ts';
import { meanOf, type Effect } from '../../run/metrics/effects.ts';
import type { Cell } from '../../files/cell.ts';
import { plainDecimal } from '../../f64.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { WholeCsv } from '../../files/whole-csv.ts';
import type { Outcome, Sensitivity } from './run.ts';
import { answer } from './words.ts';

const ofEffect = ['pairs', 'mean_effect', 'standard_error', 'interval_low', 'interval_high', 'finding'];
const ofChange = ['change', 'change_low', 'change_high'];

export function writeTables(folder: string, result: Sensitivity): void {
  writeReadings(join(folder, 'readings.csv'), result);
  writePoints(join(folder, 'points.csv'), result);
  writeOwn(join(folder, 'sensitivity.json'), jsonDocument(told(result)));
}

function writeReadings(path: string, { outcomes, idle }: Sensitivity): void {
  const table = new WholeCsv(path, [
    'reading',
    'reason',
    'status',
    ...ofEffect,
    'verdict',
    ...ofChange,
    'failed',
    'why_not_run',
  ]);
  for (const { reading, overall, verdict, change, failures } of outcomes) {
    const changed: Cell[] =
      change === null ? [null, null, null] : [cell(meanOf(change)), cell(change.low), cell(change.high)];
    const own = reading.settings.length === 0 ? null : verdict;
    table.add([
      reading.id,
      reasonOf(reading),
      'run',
      ...effectCells(overall),
      own,
      ...changed,
      failures.length,
      null,
    ]);
  }
  const empty = [...ofEffect, 'verdict', ...ofChange, 'failed'].map(() => null);
  for (const { reading, because } of idle)
    table.add([reading.id, reasonOf(reading), 'not run', ...empty, because]);
  table.finish();
}

/** Why it is a reading: what the ruling decides, or what the sources leave open. EXP-10. */
const reasonOf = ({ settings }: Outcome['reading']): string =>
  settings.map(({ ruling }) => ruling.title).join('; ');

function writePoints(path: string, { outcomes, pointNames }: Sensitivity): void {
  const table = new WholeCsv(path, ['reading', 'point', ...ofEffect, 'verdict']);
  for (const { reading, points } of outcomes)
    points.forEach(({ effect, verdict }, i) => {
      const own = reading.settings.length === 0 ? null : verdict;
      table.add([reading.id, at(pointNames, i), ...effectCells(effect), own]);
    });
  table.finish();
}

/** The result as it is written: plain decimal strings, snake_case. */
export function told(result: Sensitivity): object {
  const effect = (found: Effect): object => ({
    pairs: found.pairs,
    mean: plainDecimal(meanOf(found)),
    standard_error: plainDecimal(found.standardError),
    interval_low: plainDecimal(found.low),
    interval_high: plainDecimal(found.high),
    is_finding: found.isFinding,
  });
  const settings = ({ reading }: Pick<Outcome, 'reading'>): object[] =>
    reading.settings.map(({ ruling, value }) => ({ clause: ruling.clause, switch: ruling.path, value }));
  return {
    answer: answer(result),
    pairs: result.pairs,
    readings: result.outcomes.map((outcome) => ({
      reading: outcome.reading.id,
      settings: settings(outcome),
      effect: effect(outcome.overall),
      verdict: outcome.reading.settings.length === 0 ? null : outcome.verdict,
      change: outcome.change === null ? null : effect(outcome.change),
      points: outcome.points.map((point, i) => ({
        point: at(result.pointNames, i),
        effect: effect(point.effect),
        verdict: outcome.reading.settings.length === 0 ? null : point.verdict,
      })),
      failures: outcome.failures,
    })),
    not_run: result.idle.map((idle) => ({
      reading: idle.reading.id,
      settings: settings(idle),
      because: idle.because,
      same_as: idle.sameAs.id,
    })),
    grid: result.grid,
  };
}
