/** Mutants handed out to threads, one at a time; a thread that says nothing any more is ended. */
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Verdict } from './judge.ts';
import type { ThreadData } from './thread.ts';

/** Milliseconds for one mutant: far more than any takes. A loop that no mutated place is in ends here. */
const PATIENCE = 120_000;

/** The verdicts on these mutants, in their order. */
export async function judgeAll(
  ids: readonly number[],
  data: ThreadData,
  told: (verdicts: number) => void,
): Promise<Verdict[]> {
  const program = await threadProgram(dirname(data.program));
  const verdicts = new Map<number, Verdict>();
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    let thread: Worker | null = null;
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      thread ??= await startThread(program, data);
      const verdict = await ask(thread, id);
      if (verdict === null) {
        await thread.terminate();
        thread = null;
      }
      verdicts.set(id, verdict ?? endless(id));
      told(verdicts.size);
    }
    await thread?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), ids.length) }, work));
  return ids.flatMap((id) => verdicts.get(id) ?? []);
}

/** A thread is one file: it starts in less time than a loader takes to start. */
async function threadProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'thread.mjs');
  const entry = fileURLToPath(new URL('thread.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}

async function startThread(program: string, workerData: ThreadData): Promise<Worker> {
  // what a world leaves behind dies young, and there is much of it
  const thread = new Worker(program, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 96 } });
  await new Promise((ready, fail) => {
    thread.once('message', ready);
    thread.once('error', fail);
  });
  return thread;
}

/** The verdict on a mutant, or null where the thread does not come back with one. */
function ask(thread: Worker, id: number): Promise<Verdict | null> {
  return new Promise((settle, fail) => {
    const done = (verdict: Verdict | null): void => {
      clearTimeout(timer);
      thread.off('message', done);
      thread.off('error', fail);
      settle(verdict);
    };
    const timer = setTimeout(done, PATIENCE, null);
    thread.on('message', done);
    thread.on('error', fail);
    thread.postMessage(id);
  });
}

const endless = (id: number): Verdict => ({
  id,
  fate: 'no end',
  check: null,
  message: null,
  difference: null,
  reached: 0,
  changed: 0,
});
