/** A worker of a sweep: runs pairs, writes the files of their runs, and says what they came to. */
import { workerData } from 'node:worker_threads';
import { workOn, type WorkerAnswer, type WorkerSetup } from './pair-work.ts';

// piscina hands over [its own data, ours] where it has data of its own
const setup = (Array.isArray(workerData) ? (workerData as unknown[])[1] : workerData) as WorkerSetup;

/** Runs the pair with this index. */
export default function work(index: number): WorkerAnswer {
  return workOn(setup, index);
}
