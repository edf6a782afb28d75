/** From the files of a sweep to the tables that the SQL is written over. ANA-05. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PairRecords } from '../../sweep/pair-records.ts';
import { SweepFolder } from '../../sweep/sweep-folder.ts';
import { sweepRegimes, type SweepRegime } from '../../scenario/regimes.ts';
import type { ComparedArms } from '../../sweep/comparison.ts';
import { Fault, inFiles, type FileFault } from '../../files/faults.ts';
import { csvOptions, literally, quoted, type Engine } from './engine.ts';
import { bodyFaults, cutOff, ends, headerFaults, TOLD, unreadable } from './file-faults.ts';
import { comparisonSource, runSources, type Source } from './sources.ts';

export interface LoadedFiles {
  /** Per-run files that are not there, as paths below the sweep's folder. */
  readonly missing: readonly string[];
  /** Paths of further axes. EXP-01. */
  readonly axes: readonly string[];
  /** The arms that the sweep has. EXP-03. */
  readonly regimes: readonly SweepRegime[];
}

/**
 * Makes the tables comparison, trades, repayment_events, inventory_timeseries and system_state_timeseries, and
 * `present`, which tells what file of which run there is. Throws a Fault where the folder holds no
 * complete sweep, or with everything that is wrong with its files.
 */
export async function loadSweepFiles(engine: Engine, folder: string): Promise<LoadedFiles> {
  const { buckets, arms } = await loadComparison(engine, folder);
  const active = await engine.texts(
    `SELECT active_run_id FROM comparison WHERE active_status NOT IN ('failed', '')`,
  );
  const runs = active.map(({ active_run_id = '' }) => active_run_id);
  await engine.run('CREATE TABLE present (run_id VARCHAR, file VARCHAR)');
  const faults: FileFault[] = [];
  const missing: string[] = [];
  for (const source of runSources(buckets)) {
    const found = await loadRunFiles(engine, folder, runs, source);
    faults.push(...found.faults);
    missing.push(...found.missing);
  }
  if (faults.length > 0) throw inFiles(faults, TOLD);
  return { missing, axes: arms.axes, regimes: arms.regimes };
}

/** Columns that the queries ask for, whatever arms there are. */
const asked = [
  ...['passive_run_id', 'active_run_id', 'active_status', 'delta_passive', 'delta_active'],
  ...['trading_effect', 'trading_relief_ratio'],
];

/** Makes the table of the pairs; its buckets and axes are those that its columns name. OUT-13. */
async function loadComparison(
  engine: Engine,
  folder: string,
): Promise<{ buckets: readonly string[]; arms: ComparedArms }> {
  const file = join(folder, 'aggregate', 'comparison.csv');
  const found = ends(file);
  if (found === null) throw new Fault(whyNoSweep(folder), 'badInput');
  const buckets = [...found.header.matchAll(/dealer_mid_final_([^,"]+)/g)].map(([, bucket = '']) => bucket);
  const arms = armsIn(found.header);
  const source = comparisonSource(buckets, arms);
  const wrong = headerFaults(file, found.header, source);
  if (wrong.length > 0) throw inFiles(wrong, TOLD);
  const faults = found.complete ? [] : [cutOff(file)];
  faults.push(...(await bodyFaults(engine, file, source, null)));
  if (faults.length > 0) throw inFiles(faults, TOLD);
  const from = `read_csv(${quoted(literally(file))}, ${csvOptions(source.columns)})`;
  // columns of an arm that the sweep lacks are empty, as cells of a run that has nothing to say
  const lacking = asked.filter((column) => !source.columns.includes(column));
  const empty = lacking.map((column) => `, '' AS ${column}`).join('');
  await engine.run(`CREATE TABLE comparison AS SELECT row_number() OVER () AS n, *${empty} FROM ${from}`);
  const [{ pairs = '0' } = {}] = await engine.texts('SELECT count(*) AS pairs FROM comparison');
  if (pairs === '0')
    throw new Fault(`the sweep in ${folder} has no pairs: there is nothing to analyze`, 'badInput');
  return { buckets, arms };
}

/** Arms, comparisons and further axes, as the header of `comparison.csv` names them. EXP-01, EXP-03. */
function armsIn(header: string): ComparedArms {
  const names = header.split(',');
  const isArm = (text: string | undefined): text is SweepRegime => sweepRegimes.some((arm) => arm === text);
  return {
    regimes: sweepRegimes.filter((regime) => names.includes(`${regime}_run_id`)),
    comparisons: names.flatMap((name) => {
      const [, a, b] = /^effect_delta_([a-z]+)_([a-z]+)$/.exec(name) ?? [];
      return isArm(a) && isArm(b) ? [[a, b] as const] : [];
    }),
    axes: names.slice(names.indexOf('outside_mid_ratio') + 1, names.indexOf('seed')),
  };
}

/** Why there is no comparison: no sweep, a part of one, or one that was cut off. */
function whyNoSweep(folder: string): string {
  if (!existsSync(folder)) return `there is no folder ${folder}`;
  const sweep = new SweepFolder(folder);
  const manifest = sweep.readManifest();
  if (manifest === null)
    return `${folder} holds no sweep: there is no aggregate/comparison.csv, and no manifest.json of a sweep`;
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(manifest.shard ?? '') ?? [];
  if (part !== undefined)
    return `${folder} holds shard ${part}/${of ?? ''} of a sweep: \`ringspec merge\` makes the sweep of its shards`;
  const records = new PairRecords(folder, manifest.sweep_sha256);
  let done = 0;
  for (let index = 0; index < manifest.pairs; index++) if (records.has(index)) done++;
  const pairs = `${String(done)} of ${String(manifest.pairs)} pairs are there`;
  return `the sweep in ${folder} is not finished: ${pairs}; its own command with --resume goes on from there`;
}

/** Reads one kind of file of all runs at once, by glob; then looks closer where something is wrong. */
export async function loadRunFiles(
  engine: Engine,
  folder: string,
  runs: readonly string[],
  source: Source,
): Promise<{ faults: FileFault[]; missing: string[] }> {
  const pathOf = (run: string): string => join(folder, ...runPath(run, source));
  const faults: FileFault[] = [];
  const missing: string[] = [];
  const present: string[] = [];
  for (const run of runs) {
    const path = pathOf(run);
    const found = ends(path);
    if (found === null) {
      missing.push(runPath(run, source).join('/'));
      continue;
    }
    const wrong = headerFaults(path, found.header, source);
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    present.push(run);
    if (!found.complete) faults.push(cutOff(path));
  }
  const glob = join(literally(folder), ...runPath('*', source));
  await engine.run(
    `INSERT INTO present SELECT unnest([${present.map(quoted).join(', ')}]::VARCHAR[]), ${quoted(source.name)}`,
  );
  const suspects = await makeTable(engine, present.length > 0 ? glob : null, source);
  for (const run of present)
    if (suspects === 'all' || suspects.has(run))
      faults.push(...(await bodyFaults(engine, pathOf(run), source, run)));
  if (faults.length === 0 && (suspects === 'all' || present.some((run) => suspects.has(run))))
    throw new Error(`something is wrong with a file ${glob}, and it cannot be found`);
  return { faults, missing };
}

/**
 * Makes the table of all files that the glob finds, rows that are none left out, and tells the runs whose files
 * to look at more closely: all of them where the engine could not read on.
 */
async function makeTable(
  engine: Engine,
  glob: string | null,
  source: Source,
): Promise<ReadonlySet<string> | 'all'> {
  const { name, columns, needsRow } = source;
  const empty = `CREATE TABLE ${name} (folder VARCHAR, run_id VARCHAR, ${columns
    .filter((column) => column !== 'run_id')
    .map((column) => `${column} VARCHAR`)
    .join(', ')})`;
  const rejects = `rejects_table = '${name}_errors', rejects_scan = '${name}_scans'`;
  const runOf = (path: string): string => `split_part(${path}, '/', -3)`;
  if (glob === null) {
    await engine.run(empty);
    return new Set();
  }
  try {
    await engine.run(
      `CREATE TABLE ${name} AS
       SELECT ${runOf('filename')} AS folder, ${columns.includes('run_id') ? '' : 'folder AS run_id,'} * EXCLUDE filename
       FROM read_csv(${quoted(glob)}, ${csvOptions(columns)}, filename = true, store_rejects = true, ${rejects})`,
    );
  } catch (error) {
    if (!unreadable(error)) throw error;
    await engine.run(empty);
    return 'all';
  }
  const holds = columns.map(
    (column) => `regexp_full_match(${column}, ${quoted(source.kindOf(column).pattern)})`,
  );
  const suspects = await engine.texts(
    [
      `SELECT folder FROM ${name} WHERE NOT (run_id = folder AND ${holds.join(' AND ')})`,
      ...source.keys.map(
        (key) => `SELECT folder FROM ${name} GROUP BY folder, ${key.join(', ')} HAVING count(*) > 1`,
      ),
      `SELECT ${runOf('file_path')} FROM ${name}_scans SEMI JOIN ${name}_errors USING (scan_id, file_id)`,
      ...(needsRow
        ? [`SELECT run_id FROM present ANTI JOIN ${name} USING (run_id) WHERE file = ${quoted(name)}`]
        : []),
    ].join('\nUNION '),
  );
  return new Set(suspects.map(({ folder = '' }) => folder));
}

const runPath = (run: string, { file, arm }: Source): string[] => [arm, 'runs', run, 'out', `${file}.csv`];
