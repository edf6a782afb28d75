/** The threads of a sweep, and how the engine treats them. BAL-10. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type { WorkerSetup } from './sweep-worker.ts';

/**
 * MiB for objects that die young, three times what is copied at once. A run makes little else: with twice what
 * a thread is given by itself it spends a tenth less, and needs no more memory.
 */
const YOUNG_GENERATION = 96;

/**
 * Every thread compiles the model for itself, on a core that another thread could use. With a third of what V8
 * puts into one function by default it is done in half the time, and what comes out is as fast. And a thread
 * begins with the room for young objects to which it would grow anyway.
 */
const engine = ['--max-inlined-bytecode-size-cumulative=300', '--min-semi-space-size=16'];

/**
 * Where no core is spare, helpers that copy young objects take more from the threads than they give. And old
 * objects may grow to 256 MiB before they are looked through: with them goes the compiled code of functions that
 * no run holds just then, and a thread would have to compile it again on a core that another one uses.
 */
const withoutSpareCores = ['--no-parallel-scavenge', '--initial-old-space-size=256'];

/** A pool of this many threads that run pairs of the sweep by their index. */
export function workersFor(setup: WorkerSetup, threads: number): Piscina {
  const flags = threads < availableParallelism() ? engine : [...engine, ...withoutSpareCores];
  for (const flag of flags) setFlagsFromString(flag);
  return new Piscina({
    filename: fileURLToPath(new URL('sweep-worker.ts', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: setup,
    execArgv: ['--import', import.meta.resolve('tsx')],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
}
