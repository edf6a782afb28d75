/** One pair of a sweep, with the files of its runs. BAL-01, OUT-01. */
import { runScenario } from '../run/run.ts';
import { recordPair, type ArmsOfPair, type PairRecord } from './pair-record.ts';
import { runFolder } from './run-folder.ts';

export type { PairRecord } from './pair-record.ts';

export interface PairJob extends ArmsOfPair {
  /** Where the files of its runs go; without it none are written. */
  readonly outDir: string | null;
}

/** Runs every arm of a pair. A fault of the disk is thrown; any other is the pair's own and told in its record. */
export function runPair(job: PairJob): PairRecord {
  const { outDir } = job;
  if (outDir === null) return recordPair(job);
  return recordPair(job, (regime, scenario, listeners) =>
    runScenario(scenario, {
      ...listeners,
      outDir: runFolder(outDir, regime, listeners.runId),
      isGuarded: true,
    }),
  );
}
