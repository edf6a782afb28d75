/** The threads of a sweep, and how the engine treats them. BAL-10. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import { codeEnding, root } from '../place.ts';
import { pointAt, scenarioAt, type GriddedSweep } from '../scenario/grid.ts';
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

/** What runs pairs of a sweep by their index. */
export interface Workers extends Pick<Piscina, 'run' | 'destroy'> {
  /** Pairs that are asked for before the first of them is done. */
  readonly ahead: number;
}

/** Pairs for a thread: one that it runs, one that waits for it, one whose record goes to the disk. */
const AHEAD = 3;

/** A pool of this many threads. */
export function threadsFor(setup: WorkerSetup, threads: number): Workers {
  const flags = threads < availableParallelism() ? engine : [...engine, ...withoutSpareCores];
  for (const flag of flags) setFlagsFromString(flag);
  const pool = new Piscina({
    filename: join(root, 'src/sweep', codeEnding === 'ts' ? 'sweep-thread.mjs' : 'sweep-worker.js'),
    minThreads: threads,
    maxThreads: threads,
    workerData: setup,
    // it loads what it needs; a flag of the process may name a package that is not found from where it runs
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  return {
    run: (index, options) => pool.run(index, options),
    destroy: () => pool.destroy(),
    ahead: AHEAD * threads,
  };
}

/** This thread, which hears of an interrupt before each pair. */
export const inThisThread = (setup: WorkerSetup): Workers => ({
  run: async (index: number, options: { readonly signal?: AbortSignal } = {}) => {
    await setImmediate();
    options.signal?.throwIfAborted();
    return workOn(setup, index);
  },
  destroy: () => Promise.resolve(),
  ahead: 1,
});

/** A run of so many tickets and periods, and what else a run takes, as ticket-periods. */
const RUN = 200;
/** Ticket-periods that take as long as the start of a thread. */
const SHORT = 200_000;

/** Whether these pairs are run sooner than threads for them are started. */
export function isShort({ base, grid }: GriddedSweep, pairs: readonly number[]): boolean {
  let work = 0;
  for (const index of pairs) {
    const { ring, periods, ticket_size_S: face } = scenarioAt(base, pointAt(grid, index), base.regime);
    work += grid.regimes.length * (RUN + (periods * Number(ring.total_debt_Q)) / Number(face));
    if (work > SHORT) return false;
  }
  return true;
}
