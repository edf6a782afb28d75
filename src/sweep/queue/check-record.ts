/** Records that came over the queue: only what this sweep's own pair can have come to is taken. DST-04. */
import { z } from 'zod';
import { pointAt, pointCount, scenarioAt } from '../../scenario/grid.ts';
import { sweepRegimes } from '../../scenario/regimes.ts';
import { runIdOf } from '../../run/run-id.ts';
import { columnsOfSweep } from '../comparison.ts';
import { keepsFilesOf } from '../keep.ts';
import type { PairRecord } from '../pair.ts';
import { indexIn, readRecordLine } from '../record-line.ts';
import type { Plan } from './messages.ts';

/** A plain decimal. */
const figure = z
  .string()
  .max(1000)
  .regex(/^-?\d+(\.\d+)?$/);

/** The shape of a record; `PairRecord` says what its members mean. */
const recordSchema = z.strictObject({
  index: z.int().min(0),
  status: z.enum(['completed', 'failed']),
  errors: z.array(z.string()),
  verified: z.boolean(),
  effect: figure.nullable(),
  deltaPassive: figure.nullable(),
  deltaActive: figure.nullable(),
  defaulted: z.int().min(0).nullable(),
  arms: z.partialRecord(z.enum(sweepRegimes), z.record(z.string(), figure).nullable()),
  row: z.array(z.string()),
  runs: z.array(
    z.strictObject({
      regime: z.enum(sweepRegimes),
      runId: z.string(),
      checksum: z
        .string()
        .regex(/^[0-9a-f]{8}$/)
        .nullable(),
    }),
  ),
});

/** What reads the records of a sweep's lines: the record, or why it is refused, in words. */
export function recordReader(plan: Plan): (line: string) => PairRecord | string {
  const { base, grid } = plan.sweep;
  const count = pointCount(grid);
  const columns = columnsOfSweep(plan.sweep).map(([name]) => name);
  const seed = columns.indexOf('seed');
  return (line) => {
    const index = indexIn(line);
    if (index === null) return 'it is no record';
    if (index >= count) return `it is of pair ${String(index)}, which the sweep has not`;
    const record = readLine(line, index, plan.hash);
    const of = `the record of pair ${String(index)}`;
    if (typeof record === 'string') return `${of} ${record}`;
    if (!recordSchema.safeParse(record).success) return `${of} has another shape`;
    const point = pointAt(grid, index);
    const runIds = grid.regimes.map((regime) => runIdOf(scenarioAt(base, point, regime), point.settings));
    const isOwn =
      record.runs.length === runIds.length &&
      record.runs.every(({ regime, runId }, i) => regime === grid.regimes[i] && runId === runIds[i]);
    if (!isOwn) return `${of} has other runs than its place in the grid and its seed give`;
    if (record.row.length !== columns.length) return `${of} has a row of another length`;
    if (record.row[seed] !== String(point.seed)) return `${of} has another seed`;
    const hasFiles = record.runs.some(({ checksum }) => checksum !== null);
    if (hasFiles && !keepsFilesOf(plan, index)) return `${of} speaks of files that the sweep does not keep`;
    return record;
  };
}

function readLine(line: string, index: number, hash: string): PairRecord | string {
  try {
    return readRecordLine(line, index, hash);
  } catch {
    return 'is no JSON';
  }
}
