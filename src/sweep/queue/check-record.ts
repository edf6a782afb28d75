/** Records that came over the queue: only what this sweep's own pair can have come to is taken. DST-04. */
import { z } from 'zod';
import { pointAt, pointCount, scenarioAt } from '../../scenario/grid.ts';
import { cellText } from '../../files/cell.ts';
import {
  pairComparison,
  shownArms,
  sweepRegimes,
  type Arms,
  type SweepRegime,
} from '../../scenario/regimes.ts';
import { runIdOf } from '../../run/run-id.ts';
import { figureNames } from '../arms.ts';
import { columnsOfSweep, type ArmStatus, type Columns, type Pair } from '../comparison.ts';
import { keepsFilesOf } from '../keep.ts';
import { pairParameters, type PairRecord } from '../pair-record.ts';
import { inSample } from '../sweep-folder.ts';
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
  const columns = columnsOfSweep(plan.sweep);
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
    const hasFiles = record.runs.some(({ checksum }) => checksum !== null);
    if (hasFiles && !keepsFilesOf(plan, index)) return `${of} speaks of files that the sweep does not keep`;
    if (!hasFiguresOf(record, grid)) return `${of} has other arms or figures than the sweep`;
    if (!agrees(record, grid, inSample(index, plan.verifyShare)))
      return `${of} says of its ending what its arms do not`;
    const empty = { parameters: pairParameters({ base, point }), arms: armsOf(record), rescues: null };
    if (!isRowOf(record.row, columns, empty))
      return `${of} has a row that its place in the grid does not give`;
    return record;
  };
}

/** Whether every arm of the sweep is there and no other, each failed or with all of its figures. */
function hasFiguresOf({ arms }: PairRecord, { regimes }: Arms): boolean {
  const sameNames = (own: readonly string[], names: readonly string[]): boolean =>
    own.length === names.length && names.every((name) => own.includes(name));
  return (
    sameNames(Object.keys(arms), regimes) &&
    regimes.every((regime) => {
      const figures = arms[regime];
      return figures == null || sameNames(Object.keys(figures), figureNames(regime));
    })
  );
}

/** Whether a record says of the pair what its arms and errors say. */
function agrees(record: PairRecord, grid: Arms, isSampled: boolean): boolean {
  const { arms, errors, status, verified } = record;
  const isWhole = (regimes: readonly SweepRegime[]): boolean =>
    regimes.every((regime) => arms[regime] != null);
  const hasFailed = errors.length > 0;
  const comparison = pairComparison(grid);
  return (
    status === (hasFailed ? 'failed' : 'completed') &&
    (hasFailed || isWhole(grid.regimes)) &&
    verified === (isSampled && !hasFailed) &&
    (record.effect !== null) === (comparison !== null && isWhole(comparison)) &&
    record.deltaPassive === (arms.passive?.delta ?? null) &&
    record.deltaActive === (arms.active?.delta ?? null) &&
    (record.defaulted !== null) === isWhole(shownArms(grid))
  );
}

const armsOf = ({ runs }: PairRecord): Pair['arms'] =>
  Object.fromEntries(
    runs.map(({ regime, runId }) => [regime, { runId, status: 'completed', metrics: null }]),
  );

const statuses: readonly string[] = ['completed', 'stopped', 'failed'] satisfies ArmStatus[];

/** Whether a row has the parameters and names of its pair, and else figures or nothing. */
function isRowOf(row: readonly string[], columns: Columns, pair: Pair): boolean {
  return (
    row.length === columns.length &&
    columns.every(([name, read], i) => {
      const [found = '', known] = [row[i], cellText(read(pair))];
      if (name.endsWith('_status')) return statuses.includes(found);
      return known === '' ? found === '' || figure.safeParse(found).success : found === known;
    })
  );
}

function readLine(line: string, index: number, hash: string): PairRecord | string {
  try {
    return readRecordLine(line, index, hash);
  } catch {
    return 'is no JSON';
  }
}
