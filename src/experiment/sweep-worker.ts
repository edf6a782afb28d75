/** A worker of a sweep: runs pairs and writes what they came to. */
import { workerData } from 'node:worker_threads';
import { OutputFault } from '../files/output-fault.ts';
import { pointAt, type GriddedSweep } from '../scenario/grid.ts';
import { runPair } from './pair.ts';
import { inSample, SweepFolder } from './sweep-folder.ts';

export interface WorkerSetup {
  readonly sweep: GriddedSweep;
  readonly outDir: string;
  readonly keepRuns: boolean;
  readonly verifyShare: number;
}

/** What the main thread hears of a pair; a fault of the disk ends the sweep. */
export type WorkerAnswer =
  | { readonly failed: boolean; readonly fault: null }
  | { readonly failed: true; readonly fault: { readonly message: string; readonly exitStatus: 1 | 65 } };

// piscina hands over [its own data, ours] where it has data of its own
const setup = (Array.isArray(workerData) ? (workerData as unknown[])[1] : workerData) as WorkerSetup;

/** Runs the pair with this index and writes its files. */
export default function work(index: number): WorkerAnswer {
  const { sweep, outDir, keepRuns, verifyShare } = setup;
  try {
    const record = runPair({
      base: sweep.base,
      point: pointAt(sweep.grid, index),
      regimes: sweep.grid.regimes,
      outDir: keepRuns ? outDir : null,
      verify: inSample(index, verifyShare),
    });
    new SweepFolder(outDir).writePair(record);
    return { failed: record.status === 'failed', fault: null };
  } catch (error) {
    if (!(error instanceof OutputFault)) throw error;
    return { failed: true, fault: { message: error.message, exitStatus: error.exitStatus } };
  }
}
