/** `ringspec repeat`: a sweep, an export or claims made again from their manifest. DAT-03, CLI-01, CLI-03. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { inScratch } from '../files/scratch.ts';
import type { FoundManifest } from '../study/repeat/repeat.ts';
import type { AgainOptions } from '../study/repeat/again.ts';
import { err, out } from '../terminal.ts';
import { version } from '../version.ts';
import { wholeNumber } from './numbers.ts';
import { pathName } from './path-name.ts';
import { PairsLine } from './progress-line.ts';
import { untilInterrupted } from './until-interrupted.ts';

const example = `
Example:
  $ ringspec repeat reports/data/manifest.json

The manifest is that of a sweep, of an export or of claims. All of it is made again in a temporary
folder, and every file is compared with the one beside the manifest. Exit status: 0 every byte is
the same, 1 something differs; what made either is named where it is not the same program.`;

export function describeRepeat(program: Command): void {
  program
    .command('repeat')
    .description('makes a sweep, an export or claims again and says whether every byte is the same')
    .argument('<manifest>', 'the manifest.json of a sweep, of an export or of claims', pathName)
    .option('--workers <n>', 'threads (all cores)', wholeNumber)
    .addHelpText('after', example)
    .action(run);
}

async function run(path: string, { workers }: { workers?: number }): Promise<void> {
  const { holdAgainst, readManifest } = await import('../study/repeat/repeat.ts');
  const { repeatSays } = await import('../study/repeat/words.ts');
  const found = readManifest(path);
  const line = new PairsLine();
  await inScratch(async (scratch) => {
    const target = join(scratch, 'again');
    const isDone = await untilInterrupted((signal) =>
      again(found, scratch, target, {
        workers: workers ?? null,
        signal,
        onProgress: (progress) => {
          line.show(progress);
        },
      }),
    ).finally(() => {
      line.end();
    });
    if (!isDone) {
      err('interrupted: nothing is kept\n');
      process.exitCode = exitCodes.interrupted;
      return;
    }
    const held = holdAgainst(found.folder, target, {
      isLeftOut: (file) => isLeftOut(found, file),
      isOtherVersion: found.made.version !== version(),
    });
    out(repeatSays(found, held));
    if (held.some(({ state }) => state !== 'same')) process.exitCode = exitCodes.failed;
  });
}

/** The manifest of a sweep is the same each time; those of exports and claims name what made them. */
const isLeftOut = ({ kind }: FoundManifest, file: string): boolean =>
  kind === 'sweep'
    ? file.startsWith('report/') || file.startsWith('analysis/')
    : file === 'manifest.json' || (kind === 'export' && file === 'CITATION.cff') || file.startsWith('cache/');

/** False where it was interrupted. */
async function again(
  found: FoundManifest,
  scratch: string,
  target: string,
  options: AgainOptions,
): Promise<boolean> {
  const { exportOfManifest, sweepOfManifest } = await import('../study/repeat/again.ts');
  switch (found.kind) {
    case 'sweep':
      return sweepOfManifest(found, target, options);
    case 'export':
      return exportOfManifest(found, scratch, target, options);
    case 'claims':
      return claimsAgain(found, target, options);
  }
}

async function claimsAgain({ path }: FoundManifest, target: string, options: AgainOptions): Promise<boolean> {
  const { loadsFrom, readClaimsManifest } = await import('../study/claims/folder.ts');
  const { parseClaimFile } = await import('../study/claims/claim-file.ts');
  const { runClaims } = await import('../study/claims/run.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { textsOf } = await import('./claims.ts');
  const { Fault } = await import('../files/faults.ts');
  const manifest = readClaimsManifest(path);
  if (manifest === null) throw new Fault(`${path} is damaged: judge the claims again`, 'badInput');
  const load = loadsFrom(manifest, path);
  const files = manifest.files.map(({ file, text }) => parseClaimFile(text, file, load));
  const judged = await runClaims(files, {
    ...options,
    folder: target,
    onProgress: (_, progress) => {
      options.onProgress(progress);
    },
    onDamage: () => undefined,
  });
  if (judged === null) return false;
  for (const [name, text] of await textsOf(judged)) writeWhole(join(target, name), text);
  return true;
}
