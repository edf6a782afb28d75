/** `ringspec worker`: runs pairs of sweeps that others hand out over a queue. DST-01. */
import type { Command } from 'commander';
import { availableParallelism } from 'node:os';
import { tell } from '../terminal.ts';
import { wholeNumber } from './numbers.ts';
import { pathName } from './path-name.ts';
import { QUEUE_HELP, queueOf } from './queue-flag.ts';

interface Flags {
  readonly queue: string;
  readonly threads?: number;
  readonly runs?: string;
}

const example = `
Examples:
  $ ringspec worker --queue redis://10.0.0.7:6379
  $ ringspec sweep balanced scenario.yaml --out-dir reports/queued --queue redis://10.0.0.7:6379

It takes part in every sweep on the queue, of the same version of ringspec, until Ctrl-C.`;

export function describeWorker(program: Command): void {
  program
    .command('worker')
    .description('run pairs of sweeps that are handed out over a queue')
    .requiredOption('--queue <url>', QUEUE_HELP)
    .option('--threads <n>', 'pairs at a time (all cores)', wholeNumber)
    .option(
      '--runs <dir>',
      'the --out-dir of a sweep that keeps files of runs, as this machine sees it',
      pathName,
    )
    .addHelpText('after', example)
    .action(work);
}

async function work({ queue, threads, runs }: Flags): Promise<void> {
  const address = queueOf(queue);
  const { workOn } = await import('../sweep/queue/work.ts');
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await workOn(address, {
    threads: threads ?? availableParallelism(),
    runs: runs ?? null,
    signal: stop.signal,
    tell,
  });
}
