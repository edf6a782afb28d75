/** A thread that judges mutants, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { Judge, type Core } from './judge.ts';
import { AT_LOAD } from './switch.ts';
import type { World } from './worlds.ts';

export interface ThreadData {
  readonly program: string;
  readonly worlds: readonly World[];
}

const { program, worlds } = workerData as ThreadData;
const load = async (query: string): Promise<Core> =>
  (await import(`${pathToFileURL(program).href}${query}`)) as Core;
const core = await load('');
const judge = new Judge(core, worlds);

/** What is decided while modules are loaded is decided anew in an instance of its own. */
async function ownInstance(id: number): Promise<Core> {
  const place = globalThis as { [AT_LOAD]?: number | undefined };
  place[AT_LOAD] = id;
  try {
    return await load(`?mutant=${String(id)}`);
  } finally {
    place[AT_LOAD] = undefined;
  }
}

parentPort?.on('message', (id: number) => {
  void (async () => {
    const own = core.atLoad.has(id) ? await ownInstance(id) : core;
    parentPort?.postMessage(judge.verdict(id, own));
  })();
});
parentPort?.postMessage('ready');
