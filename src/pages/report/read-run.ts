/** One run, rebuilt from its manifest and its event log: the same folds that wrote its tables. OUT-02, OUT-12. */
import { join } from 'node:path';
import { parseJson } from '../../files/json.ts';
import { readText } from '../../files/read-text.ts';
import { float64 } from '../../f64.ts';
import type { Cell } from '../../files/cell.ts';
import type { RowWriter, Tables } from '../../run/metrics/fold.ts';
import { rulesOf } from '../../run/in-memory.ts';
import { RunMetrics, type Metrics } from '../../run/metrics/run-metrics.ts';
import { decimal } from '../../num.ts';
import { parseScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Manifest } from '../../run/manifest.ts';
import { program } from '../../files/output-folder.ts';
import { DefaultsFold, type Default } from './defaults-fold.ts';
import { readEventLog } from './event-log.ts';
import { wordsOf, type Faults } from './faults.ts';
import { HistoriesFold, type Histories } from './histories.ts';
import { MarketsFold, type Market } from './market.ts';
import { RingFold, type RingHistory } from '../ring/history.ts';

/** A table of the run, as its CSV file has it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: (readonly Cell[])[];
}

export type { Default } from './defaults-fold.ts';

export interface RunRecord {
  readonly manifest: Manifest;
  readonly scenario: Scenario;
  readonly metrics: Metrics;
  readonly tables: ReadonlyMap<string, Table>;
  readonly markets: readonly Market[];
  readonly defaults: readonly Default[];
  readonly histories: Histories;
  readonly ring: RingHistory;
  readonly trades: number;
}

/** Rows kept in memory under the name of their file. */
class KeptTables implements Tables {
  readonly tables = new Map<string, Table>();
  open(name: string, columns: readonly string[]): RowWriter {
    const table: Table = { columns, rows: [] };
    this.tables.set(name, table);
    return (row) => {
      table.rows.push([...row]);
    };
  }
}

/** Reads the folder `out` of a run; null where it has faults, which are told. */
export async function readRun(out: string, faults: Faults): Promise<RunRecord | null> {
  const manifest = readManifest(join(out, 'manifest.json'), faults);
  if (manifest === null) return null;
  const path = join(out, 'manifest.json');
  const scenario = scenarioOf(manifest, path, faults);
  if (scenario === null) return null;
  const numbers = manifest.arithmetic === 'decimal' ? decimal : float64;
  const kept = new KeptTables();
  const rules = rulesOf(scenario);
  const metrics = new RunMetrics(numbers, { runId: manifest.run_id, regime: manifest.regime, rules }, kept);
  const markets = new MarketsFold();
  const ring = new RingFold(metrics.accounts);
  let histories: HistoriesFold | null = null;
  const defaults = new DefaultsFold();
  metrics.follow(ring);
  metrics.follow(defaults);
  await readEventLog(join(out, 'events.jsonl'), numbers, faults, (event) => {
    if (event.kind === 'WorldOpened') histories = new HistoriesFold(scenario, event.ticketSize, numbers.zero);
    if (histories === null) throw new Error('the log opens with WorldOpened');
    metrics.take(event);
    markets.take(event);
    histories.take(event);
  });
  const told = histories as HistoriesFold | null;
  if (!faults.none() || told === null) return null;
  const figures = metrics.metrics();
  return {
    manifest,
    scenario,
    metrics: figures,
    tables: kept.tables,
    markets: markets.markets,
    defaults: defaults.defaults,
    histories: told.histories(),
    ring: ring.history(),
    trades: markets.markets.reduce((sum, { fills }) => sum + fills.length, 0),
  };
}

function readManifest(path: string, faults: Faults): Manifest | null {
  const manifest = readJson(path, faults);
  if (manifest === null) return null;
  if (manifest['program'] !== program || typeof manifest['run_id'] !== 'string') {
    faults.add(path, 0, 'this is not the manifest of a run');
    return null;
  }
  if (manifest['ending'] === null) {
    faults.add(path, 0, 'the run did not end: repeat it');
    return null;
  }
  return manifest as unknown as Manifest;
}

/** A JSON file that holds an object; what is wrong with it is told with its line. */
export function readJson(path: string, faults: Faults): Readonly<Record<string, unknown>> | null {
  try {
    const value = parseJson(readText(path), path);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
    faults.add(path, 1, 'this is no JSON object');
  } catch (error) {
    faults.addAll(error);
  }
  return null;
}

function scenarioOf(manifest: Manifest, path: string, faults: Faults): Scenario | null {
  try {
    return parseScenario(JSON.stringify(manifest.scenario, null, 2), `${path} (scenario)`).scenario;
  } catch (error) {
    faults.add(path, 0, wordsOf(error));
    return null;
  }
}
