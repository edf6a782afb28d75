/** `ringspec vectors`: examples and random worlds as files, for those who cannot run node. CLI-01, CLI-03, CLI-04. */
import { InvalidArgumentError, type Command } from 'commander';
import { LARGEST_SEED } from '../random.ts';
import type { OutputFolder } from '../files/output-folder.ts';
import { Fault } from '../files/faults.ts';
import { pathName } from './path-name.ts';
import { ProgressLine } from './progress-line.ts';
import { counted } from '../counted.ts';
import { out, tell } from '../terminal.ts';

interface Flags {
  readonly out: string;
  readonly worlds: number;
  readonly seed: number;
}

const MOST_WORLDS = 100_000;

const example = `
Examples:
  $ ringspec vectors --out vectors
  $ ringspec vectors --out vectors --worlds 2000 --seed 7

Every file holds requests of the protocol and the answers that are expected, index.json lists them.
A runner in Python is examples/python/run_vectors.py of the package;
what a runner finds becomes a certificate by ringspec certificate --from-vectors.
The same seed gives the same bytes. What is compared, and how: docs/vectors.md`;

export function describeVectors(program: Command): void {
  program
    .command('vectors')
    .description('write the examples and random worlds as JSON files: requests and expected answers')
    .requiredOption('--out <dir>', 'folder for the files', pathName)
    .option('--worlds <count>', 'how many random worlds', wholeNumber(MOST_WORLDS), 300)
    .option('--seed <number>', 'which random worlds', wholeNumber(LARGEST_SEED), 1)
    .addHelpText('after', example)
    .action(writeAll);
}

function wholeNumber(largest: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value <= largest)) throw new InvalidArgumentError(`A whole number from 0 to ${String(largest)}.`);
    return value;
  };
}

async function writeAll(flags: Flags): Promise<void> {
  const { openVectors } = await import('../verify/vectors/write.ts');
  const folder = openVectors(flags.out);
  try {
    await fill(folder, flags);
  } finally {
    folder.discard();
  }
}

async function fill(folder: OutputFolder, { out: target, worlds, seed }: Flags): Promise<void> {
  const { vectorsFromFeatures } = await import('../verify/vectors/from-features.ts');
  const { vectorsFromWorlds } = await import('../verify/vectors/from-worlds.ts');
  const { writeVectors } = await import('../verify/vectors/write.ts');
  tell('the features, on the built-in core');
  const fromFeatures = await vectorsFromFeatures();
  if (fromFeatures === null)
    throw new Fault(
      'the built-in core fails its own features, so nothing is written: see ringspec verify',
      'failed',
    );
  const { without } = fromFeatures;
  const line = new ProgressLine();
  const fromWorlds = await vectorsFromWorlds(worlds, seed, (done) => {
    line.show(() => `${String(done)} of ${String(worlds)} worlds`);
  }).finally(() => {
    line.end();
  });
  const vectors = [...fromFeatures.vectors, ...fromWorlds.vectors];
  writeVectors(folder, vectors, {
    seed,
    worlds,
    without,
    reach: Object.fromEntries(fromWorlds.reach.counts),
  });
  const requests = vectors.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  out(
    `${target}: ${String(fromFeatures.vectors.length)} scenarios and ${String(worlds)} random worlds, ` +
      `${String(requests)} requests with their answers\n` +
      `${counted(without.filter(({ requests }) => requests > 0).length, 'scenario')} about frequencies of drawn arrivals left out\n`,
  );
}
