/** What is left of a sweep: pairs without a record, and pairs of which something is damaged. OUT-14. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../files/faults.ts';
import { onDisk } from '../files/on-disk.ts';
import { refuseNames } from '../files/output-folder.ts';
import { runNames } from '../run/run-files.ts';
import { pointAt, scenarioAt, type GriddedSweep } from '../scenario/grid.ts';
import { keepsFilesOf, type Keep } from './keep.ts';
import type { PairRecords } from './pair-records.ts';
import { runFolder } from './run-folder.ts';
import { runIdOf } from '../run/run-id.ts';

/**
 * Which of these pairs are to be run, in their order. What is wrong with one that was complete is told. Their run
 * folders are cleared, for what a crash left of one may not even say that it is ours.
 * @throws Fault, before anything is cleared, with every name in such a folder that is not ours.
 */
export function pairsLeft(
  sweep: GriddedSweep,
  records: PairRecords,
  keep: Keep,
  indices: Iterable<number>,
  told: (fault: string) => void,
): number[] {
  const left: number[] = [];
  for (const fault of records.nameless()) told(fault);
  for (const index of indices) {
    const fault = records.faultOf(index);
    if (fault === null) continue;
    if (records.has(index)) told(`pair ${String(index)} is run again: ${fault}`);
    left.push(index);
  }
  const folders = left
    .filter((index) => keepsFilesOf(keep, index))
    .flatMap((index) => runsOf(sweep, records.folder, index));
  const foreign = folders.flatMap((folder) => refusal(folder));
  if (foreign.length > 0) throw new Fault(foreign.join('\n'), 'badInput');
  for (const folder of folders)
    onDisk(folder, () => {
      rmSync(folder, { recursive: true, force: true });
    });
  records.settle(new Set(left));
  return left;
}

/** Every folder that the runs of a pair may have left. */
const runsOf = ({ base, grid }: GriddedSweep, folder: string, index: number): string[] =>
  grid.regimes.flatMap((regime) => {
    const point = pointAt(grid, index);
    const runId = runIdOf(scenarioAt(base, point, regime), point.settings);
    const out = join(runFolder(folder, regime, runId), 'out');
    return [out, `${out}.partial`, `${out}.replaced`];
  });

function refusal(folder: string): string[] {
  try {
    refuseNames(folder, runNames);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.message];
  }
}
