/** Where the files of a sweep's runs are. OUT-01. */
import { join } from 'node:path';
import type { SweepRegime } from '../scenario/regimes.ts';

/** The folder of an arm's run, which has its files in `out`. OUT-01. */
export const runFolder = (outDir: string, regime: SweepRegime, runId: string): string =>
  join(outDir, regime, 'runs', runId);
