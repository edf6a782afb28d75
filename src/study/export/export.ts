/** A sweep or a run as tidy tables with a codebook. DAT-01, DAT-02. */
import { join } from 'node:path';
import { Names } from '../../files/names.ts';
import { OutputFolder } from '../../files/output-folder.ts';
import { sha256OfFile } from '../../files/sha256.ts';
import { CsvFile } from '../../files/text-file.ts';
import { decimal } from '../../num.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { allFigures, comparisonName, measures } from '../../sweep/arms.ts';
import { Engine, identifier, quoted } from '../analysis/engine.ts';
import { provenance } from '../provenance.ts';
import { columnsOf, tableNames, type TableName } from './codebook.ts';
import { citation, codebook, dataPackage } from './documents.ts';
import type { RunFolder } from './gather.ts';
import { ownTable, writeRunTables } from './queries.ts';
import { inScratch } from '../../files/scratch.ts';
import type { ExportedRun, ExportSource } from './source.ts';
import { TableWriter } from './tables.ts';

const documents = ['manifest.json', 'codebook.csv', 'datapackage.json', 'CITATION.cff'];
const names = new Names([
  ...documents,
  ...tableNames.flatMap((table) => [`${table}.parquet`, `${table}.csv`]),
]);

/**
 * One thread writes rows as it reads them: in the order of the runs, the same bytes each time, and none kept. An engine
 * that chooses the sides of a join keeps the larger one in memory, since it does not know how long a text file is.
 */
const AS_WRITTEN = quoted('join_order,build_side_probe_side');

export interface Exported {
  readonly rows: ReadonlyMap<TableName, number>;
  /** Tables that need the files of runs, where no run has kept them. */
  readonly without: readonly TableName[];
}

/** Writes all of it, or nothing. @throws Fault */
export async function exportData(source: ExportSource, target: string, withCsv: boolean): Promise<Exported> {
  const engine = await Engine.open();
  try {
    await engine.run(
      `SET threads = 1; SET preserve_insertion_order = false; SET disabled_optimizers = ${AS_WRITTEN}`,
    );
    return await inScratch((scratch) => writeData(source, { target, withCsv, engine, scratch }));
  } finally {
    await engine.run('RESET threads; RESET preserve_insertion_order; RESET disabled_optimizers');
    await engine.close();
  }
}

interface Places {
  readonly target: string;
  readonly withCsv: boolean;
  readonly engine: Engine;
  readonly scratch: string;
}

async function writeData(
  source: ExportSource,
  { target, withCsv, engine, scratch }: Places,
): Promise<Exported> {
  const folder = new OutputFolder(target, { names, kind: 'export' });
  try {
    const writer = new TableWriter(engine, source.layout, (name) => folder.path(name), withCsv);
    const without = await writeTables(source, writer, scratch);
    const files = [...writer.rows.keys()].flatMap((table) => [
      `${table}.parquet`,
      ...(withCsv ? [`${table}.csv`] : []),
    ]);
    const put = (name: string, text: string): void => {
      files.push(name);
      folder.write(name, text);
    };
    const tables = tableNames.filter((table) => writer.rows.has(table));
    put('codebook.csv', codebook(tables, source.layout));
    put('datapackage.json', dataPackage(tables, source.layout, withCsv));
    put('CITATION.cff', citation(source));
    const manifest = {
      ...provenance(),
      kind: 'export',
      duckdb: (await engine.texts('SELECT version() AS v'))[0]?.['v'] ?? null,
      what: source.what,
      run_id: source.runId,
      keep: source.keep.keepRuns ? 'all' : 'records',
      keep_pairs: source.keep.keepPairs,
      csv: withCsv,
      plan_sha256: source.plan.sha256,
      plan: source.plan.document,
      rows: Object.fromEntries(writer.rows),
      sha256: Object.fromEntries(files.map((name) => [name, sha256OfFile(folder.path(name))])),
    };
    folder.write('manifest.json', jsonDocument(manifest));
    folder.commit();
    return { rows: writer.rows, without };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** @returns the tables that could not be made, since no run has its files */
async function writeTables(source: ExportSource, writer: TableWriter, scratch: string): Promise<TableName[]> {
  const { layout, buckets, comparisons, pairs } = source;
  const textColumns = (table: TableName): string[] =>
    columnsOf(table, { ...layout, isDecimal: false }).map(({ name }) => name);
  const runs = new CsvFile(join(scratch, 'runs.csv'), textColumns('runs'));
  const effects = new CsvFile(join(scratch, 'effects.csv'), textColumns('effects'));
  const kept: RunFolder[] = [];
  for (const pair of pairs()) {
    for (const run of pair) {
      runs.add(runRow(run));
      if (run.folder !== null) kept.push({ runId: run.runId, folder: run.folder });
    }
    for (const comparison of comparisons)
      for (const measure of measures) {
        const [a, b] = comparison.map((regime) => pair.find((run) => run.regime === regime));
        if (a === undefined || b === undefined) continue;
        const [first, second] = [a.figures?.[measure], b.figures?.[measure]];
        const effect =
          first === undefined || second === undefined
            ? ''
            : decimal.of(first).minus(decimal.of(second)).toFixed();
        const { pair: index, replicate, seed, parameters } = b;
        effects.add([
          ...[b.runId, ...parameters, a.runId, index, replicate, seed],
          ...[comparisonName(comparison), measure, first ?? '', second ?? '', effect],
        ]);
      }
  }
  for (const file of [runs, effects]) file.close();
  const { engine } = writer;
  const written = (table: TableName): string =>
    ownTable({ paths: [join(scratch, `${table}.csv`)], columns: textColumns(table) });
  await writer.write('runs', written('runs'));
  if (comparisons.length > 0) await writer.write('effects', written('effects'));
  if (kept.length === 0) return ['liabilities', 'trades', 'days'];
  const known = ['run_id', ...layout.axes.map(({ column }) => column), 'seed'].map(identifier).join(', ');
  await engine.run(`CREATE TABLE known AS SELECT ${known} FROM (${written('runs')})`);
  await writeRunTables(writer, { runs: kept, table: 'known', buckets, scratch });
  return [];
}

/** In the order of the codebook: what varies, the place in the sweep, the figures. */
const runRow = (run: ExportedRun): (string | number)[] => [
  ...[run.runId, ...run.parameters, run.regime, run.pair, run.replicate, run.seed, run.status],
  ...allFigures.map((figure) => run.figures?.[figure] ?? ''),
];
