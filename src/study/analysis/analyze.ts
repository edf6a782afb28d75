/** Over a whole sweep: the tables, and why the dealer made no difference. Chapter ANA. */
import { readFileSync } from 'node:fs';
import { at } from '../../core/list.ts';
import { SweepFolder } from '../../sweep/sweep-folder.ts';
import { known } from '../../run/metrics/postings.ts';
import { strategies } from '../../run/metrics/repayments.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';
import { Names } from '../../files/names.ts';
import { OutputFolder, program } from '../../files/output-folder.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { CsvFile } from '../../files/text-file.ts';
import { version } from '../../version.ts';
import { inWords, wordsOf } from './answer.ts';
import { Engine, identifier } from './engine.ts';
import {
  ANSWER,
  columnsOf,
  tables,
  zeroEffectClasses,
  type Analysis,
  type Answer,
  type TableName,
  type Tables,
} from './format.ts';
import { loadSweepFiles } from './load.ts';
import type { FanDay, FollowedRun } from './fan-format.ts';
import { seedFans } from './seed-fans.ts';

/** A query; further axes follow the parameters of the sources. EXP-02. */
const sql = (name: string, axes: readonly string[] = []): string =>
  readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8').replaceAll(
    ' /* axes */',
    axes.map((axis) => `, ${identifier(axis)}`).join(''),
  );

/** The query behind each table. */
const queries: Readonly<Record<TableName, string>> = {
  'strategy_outcomes_by_run.csv': 'strategy-outcomes-by-run',
  'strategy_outcomes_overall.csv': 'strategy-outcomes-overall',
  'dealer_usage_by_run.csv': 'dealer-usage-by-run',
  'zero_effect_pairs.csv': 'zero-effect-pairs',
};

/**
 * Analyzes the sweep in a folder, and writes nothing. Throws a Fault where the folder holds no complete
 * sweep, or with everything that is wrong with its files. ANA-05.
 */
export async function analyzeSweep(folder: string): Promise<Analysis> {
  return (await analyzeFollowed(folder, [])).analysis;
}

/** An analysis, and how the seeds of each point spread from day to day, over these runs. */
export async function analyzeFollowed(
  folder: string,
  runs: readonly FollowedRun[],
): Promise<{ readonly analysis: Analysis; readonly fans: readonly FanDay[] }> {
  const engine = await Engine.open();
  try {
    const { missing, axes, regimes } = await loadSweepFiles(engine, folder);
    await engine.run(sql('strategy-outcomes'));
    const found: Partial<Record<TableName, readonly Record<string, string>[]>> = {};
    for (const name of Object.keys(tables) as TableName[])
      found[name] = await engine.texts(sql(queries[name], axes));
    // the features hold the columns of the queries against the lists of format.ts
    const made = found as unknown as Tables;
    const analysis = { answer: await answerFrom(engine, made, missing, regimes), tables: made, axes };
    return { analysis, fans: runs.length === 0 ? [] : await seedFans(engine, folder, runs) };
  } finally {
    await engine.close();
  }
}

async function answerFrom(
  engine: Engine,
  { 'zero_effect_pairs.csv': unchanged }: Tables,
  missing: readonly string[],
  regimes: readonly SweepRegime[],
): Promise<Answer> {
  const lacks = (['passive', 'active'] as const).filter((arm) => !regimes.includes(arm));
  const counts = at(await engine.texts(lacks.length > 0 ? uncompared(regimes) : sql('pair-counts')), 0);
  const outcomes = await engine.texts(sql('strategies'));
  const count = (name: string): number => Number(counts[name]);
  const figures = {
    ...(lacks.length > 0 ? { lacks } : {}),
    pairs: count('pairs'),
    compared: count('compared'),
    failed: count('failed'),
    lowered: count('lowered'),
    unchanged: count('unchanged'),
    raised: count('raised'),
    classes: zeroEffectClasses.map((name) => ({
      class: name,
      pairs: unchanged.filter((pair) => pair.class === name).length,
      words: wordsOf[name],
    })),
    not_classed: unchanged.filter((pair) => pair.class === '').length,
    strategies: strategies.map((strategy) => {
      // a strategy that no liability took has no row
      const found = outcomes.find((row) => row['strategy'] === strategy);
      return {
        strategy,
        liabilities: Number(found?.['liabilities'] ?? 0),
        face: found?.['face'] ?? '0',
        default_face: found?.['default_face'] ?? '0',
        default_rate: found?.['default_rate'] ?? '0',
      };
    }),
    missing,
  };
  return { ...figures, text: inWords(figures) };
}

/** The counts of `pair-counts.sql` where no pair has a trading effect. EXP-03. */
const uncompared = (regimes: readonly SweepRegime[]): string =>
  `SELECT count(*) AS pairs, count(*) FILTER ('failed' IN (${regimes.map((arm) => `${arm}_status`).join(', ')})) AS failed,
     0 AS compared, 0 AS lowered, 0 AS unchanged, 0 AS raised FROM comparison`;

const names = new Names(['manifest.json', ANSWER, ...Object.keys(tables)]);

/** Writes an analysis into its folder, whole or not at all; an earlier one there goes. OUT-14. */
export function writeAnalysis({ answer, tables: made, axes }: Analysis, sweep: string, target: string): void {
  const folder = new OutputFolder(target, { names });
  try {
    const { sweep_sha256 = null } = new SweepFolder(sweep).readManifest() ?? {};
    const manifest = { program, version: version(), kind: 'analysis', sweep_sha256 };
    folder.write('manifest.json', jsonDocument(manifest));
    for (const name of Object.keys(tables) as TableName[]) {
      const columns = columnsOf(name, axes);
      const file = new CsvFile(folder.path(name), columns);
      for (const row of made[name]) {
        const cells = new Map(Object.entries(row));
        file.add(columns.map((column) => known(cells, column)));
      }
      file.close();
    }
    folder.write(ANSWER, jsonDocument(answer));
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
}
