/** The queries behind the tables: cells as they stand in the files of runs and in the records of pairs. DAT-01. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repaymentColumns } from '../../run/metrics/repayments.ts';
import { inventoryColumns, midColumns, systemColumns } from '../../run/metrics/series.ts';
import { tradeColumns } from '../../run/metrics/trades.ts';
import { csvOptions, identifier, quoted } from '../analysis/engine.ts';
import { gather, type Gathered, type RunFolder } from './gather.ts';
import type { TableWriter } from './tables.ts';

/** A table of text that this process has written as CSV. */
export const ownTable = ({ paths, columns }: Gathered): string =>
  `SELECT * FROM read_csv([${paths.map(quoted).join(', ')}], ${csvOptions(columns)})`;

/** The runs whose files are there, and a table of run_id and what varies. */
export interface KnownRuns {
  readonly runs: readonly RunFolder[];
  readonly table: string;
  readonly buckets: readonly string[];
  /** For files of large size that are needed once. */
  readonly scratch: string;
}

/** Writes the tables that come from the files of runs. */
export async function writeRunTables(writer: TableWriter, runs: KnownRuns): Promise<void> {
  await writer.write('liabilities', withParameters(ofRuns(runs, 'repayment_events', repaymentColumns), runs));
  discard(runs, 'repayment_events');
  await writer.write('trades', withParameters(ofRuns(runs, 'trades', tradeColumns), runs));
  discard(runs, 'trades');
  await writer.write('days', withParameters(days(runs), runs));
}

/** Inventories and mids by bucket, and the state of the system, which has no buckets. */
function days(runs: KnownRuns): string {
  const system = ofRuns(runs, 'system_state_timeseries', systemColumns(runs.buckets));
  return `SELECT * FROM (${ofRuns(runs, 'inventory_timeseries', inventoryColumns)})
     JOIN (${ofRuns(runs, 'mid_timeseries', midColumns)}) USING (run_id, day, bucket)
     JOIN (SELECT run_id, day, total_face_value, total_cash, trader_cash, debt_to_money FROM (${system}))
     USING (run_id, day)`;
}

/** One file of all runs, with the run that each row is of. */
function ofRuns({ runs, scratch }: KnownRuns, file: string, columns: readonly string[]): string {
  const gathered = gather(runs, `${file}.csv`, columns, join(scratch, file));
  const kept = gathered.columns.filter((column) => column !== 'regime').map(identifier);
  return `SELECT ${kept.join(', ')} FROM (${ownTable(gathered)})`;
}

const withParameters = (rows: string, { table }: KnownRuns): string =>
  `SELECT * FROM (${rows}) JOIN ${table} USING (run_id)`;

function discard({ scratch }: KnownRuns, file: string): void {
  for (const name of readdirSync(scratch)) if (name.startsWith(`${file}.`)) rmSync(join(scratch, name));
}
