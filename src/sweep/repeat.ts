/** A run of a pair of a sweep, repeated from the sweep's manifest. OUT-12, OUT-16. */
import { at } from '../core/list.ts';
import { Fault } from '../files/faults.ts';
import { pointAt, scenarioAt, pointCount } from '../scenario/grid.ts';
import type { SweepRegime } from '../scenario/regimes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { LoadedSweep } from '../scenario/sweep.ts';
import { runIdOf } from '../run/run-id.ts';
import { version } from '../version.ts';
import { SweepFolder, sweepOf } from './sweep-folder.ts';

export interface RunOfPair {
  readonly scenario: Scenario;
  readonly runId: string;
  readonly warnings: readonly string[];
}

/**
 * @param pair its number, or the run_id of one of its runs, which says the regime, too
 * @param regime where it is null the active arm, or without one the first
 * @throws Fault where the folder holds no sweep of this version, or the sweep no such run
 */
export function runOfPair(folder: string, pair: string, regime: SweepRegime | null): RunOfPair {
  const sweepFolder = new SweepFolder(folder);
  const manifest = sweepFolder.readManifest();
  if (manifest === null)
    throw new Fault(`${folder} holds no sweep: name the --out-dir of a sweep`, 'badInput');
  if (manifest.version !== version())
    throw new Fault(
      `${folder} was made by version ${manifest.version}, this is ${version()}: only the same version repeats a run exactly`,
      'badInput',
    );
  const sweep = sweepOf(manifest, sweepFolder.manifestPath);
  return /^\d+$/.test(pair)
    ? byNumber(sweep, Number(pair), regime ?? usualRegime(sweep))
    : byRunId(sweep, pair, regime);
}

const usualRegime = ({ grid: { regimes } }: LoadedSweep): SweepRegime =>
  regimes.includes('active') ? 'active' : at(regimes, 0);

function byNumber(sweep: LoadedSweep, index: number, regime: SweepRegime): RunOfPair {
  const { grid } = sweep;
  const pairs = pointCount(grid);
  if (index >= pairs)
    throw new Fault(`--pair: found ${String(index)}; allowed: pairs from 0 to ${String(pairs - 1)}`, 'usage');
  if (!grid.regimes.includes(regime))
    throw new Fault(`--regime: found ${regime}; allowed: ${grid.regimes.join(', ')}`, 'usage');
  return runAt(sweep, index, regime);
}

function byRunId(sweep: LoadedSweep, runId: string, asked: SweepRegime | null): RunOfPair {
  const regime = sweep.grid.regimes.find((arm) => runId.startsWith(`${arm}_`));
  if (regime !== undefined && (asked ?? regime) === regime)
    for (let index = 0; index < pointCount(sweep.grid); index++) {
      const found = runAt(sweep, index, regime);
      if (found.runId === runId) return found;
    }
  throw new Fault(
    `--pair: found ${runId}; allowed: the number of a pair, or a run_id of the sweep's comparison.csv`,
    'usage',
  );
}

function runAt({ base, grid }: LoadedSweep, index: number, regime: SweepRegime): RunOfPair {
  const point = pointAt(grid, index);
  const scenario = scenarioAt(base, point, regime);
  return { scenario, runId: runIdOf(scenario, point.settings), warnings: [] };
}
