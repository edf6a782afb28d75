/** What a worker does for a sweep, in whatever thread. */
import { Fault } from '../files/faults.ts';
import { pointAt, type GriddedSweep } from '../scenario/grid.ts';
import { keepsFilesOf, type Keep } from './keep.ts';
import { runPair, type PairRecord } from './pair.ts';
import { inSample } from './sweep-folder.ts';

export interface WorkerSetup extends Keep {
  readonly sweep: GriddedSweep;
  readonly outDir: string;
  readonly verifyShare: number;
}

/** What the main thread hears of a pair; a fault of the disk ends the sweep. */
export type WorkerAnswer =
  | { readonly record: PairRecord; readonly fault: null }
  | { readonly record: null; readonly fault: Pick<Fault, 'message' | 'ending'> };

/** Runs the pair with this index and writes the files of its runs. */
export function workOn(setup: WorkerSetup, index: number): WorkerAnswer {
  const { sweep, outDir, verifyShare } = setup;
  try {
    const record = runPair({
      base: sweep.base,
      point: pointAt(sweep.grid, index),
      arms: sweep.grid,
      outDir: keepsFilesOf(setup, index) ? outDir : null,
      verify: inSample(index, verifyShare),
    });
    return { record, fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { record: null, fault: { message: error.message, ending: error.ending } };
  }
}
