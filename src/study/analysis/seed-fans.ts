/** How the seeds of a grid point spread, day by day: quantiles of what the files of its runs follow. OUT-04, OUT-06, OUT-07. */
import { readFileSync } from 'node:fs';
import { inFiles, type FileFault } from '../../files/faults.ts';
import { quoted, type Engine } from './engine.ts';
import { TOLD } from './file-faults.ts';
import type { FanDay, FanSeries, FollowedRun } from './fan-format.ts';
import { loadRunFiles } from './load.ts';
import { inventoriesOf, midsOf, repaymentsOf, type Source } from './sources.ts';

const SETTLED = 'run_id, maturity_day, liability_id, face_value, recovery';

/** The analysis has loaded the files of active runs, but for their mids. */
const isNew = ({ arm, file }: Source): boolean => arm !== 'active' || file === 'mid_timeseries';

/**
 * The fans of a sweep whose files are loaded into the engine. Runs without files have no part in them.
 * @param runs one at least
 * @throws Fault with everything that is wrong with the files.
 */
export async function seedFans(
  engine: Engine,
  folder: string,
  runs: readonly FollowedRun[],
): Promise<FanDay[]> {
  const arms = [...new Set(runs.map(({ arm }) => arm))];
  // whose desks are drawn; where no arm has a market, none
  const market = (['active', 'backstop'] as const).find((arm) => arms.includes(arm)) ?? 'active';
  const repayments = arms.map(repaymentsOf);
  const [inventories, mids] = [inventoriesOf(market), midsOf(market)];
  const faults: FileFault[] = [];
  for (const source of [...repayments, inventories, mids].filter(isNew)) {
    const own = runs.filter(({ arm }) => arm === source.arm).map(({ runId }) => runId);
    faults.push(...(await loadRunFiles(engine, folder, own, source)).faults);
  }
  if (faults.length > 0) throw inFiles(faults, TOLD);
  const settled = repayments.map(({ name }) => `SELECT ${SETTLED} FROM ${name}`).join(' UNION ALL ');
  await engine.run(`CREATE VIEW followed_repayments AS ${settled}`);
  await engine.run(`CREATE VIEW followed_inventories AS SELECT rowid AS place, * FROM ${inventories.name}`);
  await engine.run(`CREATE VIEW followed_mids AS FROM ${mids.name}`);
  await engine.run('CREATE TABLE compared (point INTEGER, arm VARCHAR, run_id VARCHAR)');
  const rows = runs.map(({ point, arm, runId }) => `(${String(point)}, ${quoted(arm)}, ${quoted(runId)})`);
  await engine.run(`INSERT INTO compared VALUES ${rows.join(', ')}`);
  const days = await engine.texts(readFileSync(new URL('seed-fans.sql', import.meta.url), 'utf8'));
  return days.map((row) => {
    const number = (name: string): number => Number(row[name]);
    return {
      point: number('point'),
      // the query has these texts and no others
      arm: row['arm'] as FanDay['arm'],
      series: row['series'] as FanSeries,
      bucket: row['bucket'] ?? '',
      day: number('day'),
      runs: number('runs'),
      ...{ q10: number('q10'), q25: number('q25'), q50: number('q50') },
      ...{ q75: number('q75'), q90: number('q90') },
    };
  });
}
