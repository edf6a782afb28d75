/** The threads of a sweep, and how the engine treats them. BAL-10. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import { codeEnding, root } from '../place.ts';
import { workOn, type WorkerSetup } from './pair-work.ts';

/**
 * MiB for objects that die young, three times what is copied at once. A run makes little else: with twice what
 * a thread is given by itself it spends a tenth less, and needs no more memory.
 */
const YOUNG_GENERATION = 96;

/**
 * Every thread compiles the model for itself, on a core that another thread could use. A function that is watched
 * from its first call on is compiled less often for a case that it has not met. A thread begins with the room for
 * young objects to which it would grow anyway. Where objects are placed by how long earlier ones lived, code is
 * thrown away whenever a run ends and they all die: so that is not done.
 */
const engine = [
  '--no-lazy-feedback-allocation',
  '--min-semi-space-size=16',
  '--no-allocation-site-pretenuring',
];

/**
 * Where no core is spare, helpers that copy young objects take more from the threads than they give. And old
 * objects may grow to 256 MiB before they are looked through: with them goes the compiled code of functions that
 * no run holds just then, and a thread would have to compile it again on a core that another one uses.
 */
const withoutSpareCores = ['--no-parallel-scavenge', '--initial-old-space-size=256'];

/** What runs pairs of the sweep by their index: a pool of this many threads, or this thread where it is one pair. */
export function workersFor(
  setup: WorkerSetup,
  threads: number,
  pairs: number,
): Pick<Piscina, 'run' | 'destroy'> {
  if (pairs === 1) return inThisThread(setup);
  const flags = threads < availableParallelism() ? engine : [...engine, ...withoutSpareCores];
  for (const flag of flags) setFlagsFromString(flag);
  return new Piscina({
    filename: join(root, 'src/sweep', codeEnding === 'ts' ? 'sweep-thread.mjs' : 'sweep-worker.js'),
    minThreads: threads,
    maxThreads: threads,
    workerData: setup,
    // it loads what it needs; a flag of the process may name a package that is not found from where it runs
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
}

/** To start a thread takes longer than most pairs do. */
const inThisThread = (setup: WorkerSetup): ReturnType<typeof workersFor> => ({
  run: (index: number) => Promise.resolve(workOn(setup, index)),
  destroy: () => Promise.resolve(),
});
